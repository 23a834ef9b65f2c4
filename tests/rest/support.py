# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the listener of resthost.cpp and talks to it over sockets, byte by byte where that matters."""
import os
import re
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

HOST = os.environ.get("GEMMARY_RESTHOST", "resthost")
MIB = 1024 * 1024
SANITIZED = Path(HOST).is_file() and b"__asan_init" in Path(HOST).read_bytes()  # memory is its own then


class Response:
    """One answer off the wire; `body` without its chunks, None where the connection ended before it was whole."""

    def __init__(self, head, body):
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ", 2)[1])
        self.headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}
        self.body = body


class Client:
    """A connection that sends what it is told to and reads answers as strictly as it can."""

    def __init__(self, port, source=None, timeout=20):
        self.socket = socket.socket()
        self.socket.settimeout(timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if source:
            self.socket.bind((source, 0))
        self.socket.connect(("127.0.0.1", port))
        self.left = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)
        return self

    def get(self, path, *headers):
        lines = [f"GET {path} HTTP/1.1", "Host: localhost", *headers, "", ""]
        return self.send("\r\n".join(lines).encode()).response()

    def more(self):
        """Some more bytes; b"" at the end, however it came."""
        try:
            return self.socket.recv(256 * 1024)
        except ConnectionError:
            return b""

    def until(self, mark):
        while mark not in self.left:
            data = self.more()
            if not data:
                return None
            self.left += data
        found, self.left = self.left.split(mark, 1)
        return found

    def take(self, size):
        while len(self.left) < size:
            data = self.more()
            if not data:
                return None
            self.left += data
        taken, self.left = self.left[:size], self.left[size:]
        return taken

    def response(self, method="GET"):
        """The next answer; None when there is none. 100 Continue is one."""
        head = self.until(b"\r\n\r\n")
        if head is None:
            return None
        answer = Response(head, b"")
        if method == "HEAD" or answer.status < 200 or answer.status in (204, 304):
            return answer
        if answer.headers.get("transfer-encoding") == "chunked":
            answer.body = self.chunks()
        elif "content-length" in answer.headers:
            answer.body = self.take(int(answer.headers["content-length"]))
        else:
            answer.body = self.rest()
        return answer

    def chunks(self):
        body = []
        while True:
            size = self.until(b"\r\n")
            if size is None:
                return None
            piece = self.take(int(size, 16) + 2)
            if piece is None:
                return None
            if len(piece) == 2:
                return b"".join(body)
            body.append(piece[:-2])

    def rest(self):
        pieces, self.left = [self.left], b""
        while data := self.more():
            pieces.append(data)
        return b"".join(pieces)

    def is_closed(self):
        """Whether the other side ends the connection, with nothing more said."""
        return self.rest() == b""


def post(path, body=b"", *headers):
    lines = [f"POST {path} HTTP/1.1", "Host: localhost", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


class RestTest(unittest.TestCase):
    """A test with listeners of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="gemmary-rest-")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def launch(self, **options):
        arguments = [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]
        host = subprocess.Popen([HOST, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end, host)
        return host

    def serve(self, **options):
        self.host = self.launch(**options)
        line = self.host.stdout.readline()
        self.assertTrue(line, self.host.stderr.read1().decode() if not line else "")
        self.port = int(line)
        return self.port

    def end(self, host):
        if host.poll() is None:
            host.kill()
        host.wait()
        host.stdout.close()
        host.stderr.close()

    def client(self, **options):
        client = Client(self.port, **options)
        self.addCleanup(client.socket.close)
        return client

    def assert_serves(self):
        with Client(self.port) as client:
            self.assertEqual(client.get("/health").status, 200)

    def memory(self, what="RssAnon"):
        """Bytes that the listener holds in memory: its own, not files that it maps."""
        status = Path(f"/proc/{self.host.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+)", status).group(1)) * 1024

    def assert_memory_below(self, limit):
        if not SANITIZED:
            self.assertLess(self.memory(), limit)

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.host.pid}/fd"))

    def eventually(self, condition, seconds=10):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, "it did not come to pass")
            time.sleep(0.02)
