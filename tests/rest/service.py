# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs gemmary-cli serve for the tests of its API, and asks it by curl: a client that is not ours."""
import json
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

CLI = os.environ.get("GEMMARY_CLI", "gemmary-cli")
UNKNOWN = "7d9c1f0e-5d1f-4d53-9a55-d5a0e6b53c11"
SETTLED = ("COMPLETED", "FAILED", "STOPPED")


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


def read_answer(raw):
    """What `curl -i` wrote: the last head (100 Continue comes before it), and the body."""
    head, _, body = raw.partition(b"\r\n\r\n")
    while head.split(b" ")[1] == b"100":
        head, _, body = body.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}
    return Answer(int(lines[0].split()[1]), headers, body)


class ServiceTest(unittest.TestCase):
    """A test with a home of its own and, after serve(), a server."""

    def setUp(self):
        self._directory = tempfile.TemporaryDirectory(prefix="gemmary-rest-")
        self.addCleanup(self._directory.cleanup)
        self.root = Path(self._directory.name)
        self.environment = {
            key: value for key, value in os.environ.items() if not key.startswith(("GEMMARY_", "TEST_WORKER", "DATABASE_URL"))
        }
        self.environment.update(GEMMARY_HOME=str(self.root / "home"), LC_ALL="C.UTF-8",
                                XDG_CONFIG_HOME=str(self.root / "config"))

    def serve(self, *options, **environment):
        log = open(self.root / "serve.log", "wb")  # noqa: SIM115: as long as the server
        self.addCleanup(log.close)
        self.server = subprocess.Popen([CLI, "serve", "--port", "0", *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                       stderr=log, env={**self.environment, **environment}, cwd=self.root)
        self.addCleanup(self.end)
        self.url = self.server.stdout.readline().decode().strip()
        self.assertTrue(self.url, (self.root / "serve.log").read_text())

    def end(self):
        if self.server.poll() is None:
            self.server.kill()
        self.server.communicate()

    def ask(self, method, path, body=None, *headers):
        command = ["curl", "-sS", "-i", "--max-time", "60", "-X", method, self.url + path]
        if method == "HEAD":
            command[3:3] = ["--head"]
        for header in headers:
            command += ["-H", header]
        if body is not None:
            command += ["-H", "Content-Type: application/json", "--data-binary", "@-"]
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
        done = subprocess.run(command, input=body, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return read_answer(done.stdout)

    def get(self, path, *headers):
        return self.ask("GET", path, None, *headers)

    def post(self, path, body=None, *headers):
        return self.ask("POST", path, body, *headers)

    def start(self, contents, **fields):
        files = [{"name": name, "content": content} for name, content in contents]
        answer = self.post("/process/start", {"files": files, **fields})
        self.assertEqual(answer.status, 201, answer.body)
        return answer.json()["process_id"]

    def wait_until(self, what, seconds=60):
        end = time.monotonic() + seconds
        while not (found := what()):
            self.assertLess(time.monotonic(), end, (self.root / "serve.log").read_text()[-2000:])
            time.sleep(0.05)
        return found

    def settled(self, process):
        """The process object, once nobody works on it any more."""
        def look():
            status = self.get(f"/process/status/{process}").json()
            return status if status["status"] in SETTLED else None
        return self.wait_until(look)
