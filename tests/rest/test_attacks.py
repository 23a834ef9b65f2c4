# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that mean harm: others are served meanwhile, and memory stays where it was."""
import socket
import statistics
import threading
import time
import unittest

from support import MIB, Client, RestTest, post

ENOUGH = 128 * MIB  # that a client may go on sending into nothing before it is cut off
GROWTH = 48 * MIB  # of the listener's own memory, whatever is thrown at it


class TestAttacks(RestTest):
    def setUp(self):
        super().setUp()
        self.serve(spool=self.root)
        self.assert_serves()
        self.before = self.memory()

    def assert_unmoved(self):
        self.assert_memory_below(self.before + GROWTH)
        self.assert_serves()

    def push(self, head, piece, most=400 * MIB, seconds=20):
        """Sends `piece` without an end; answers what was sent before the other side had enough, and its answer."""
        sent, end = 0, time.monotonic() + seconds
        with Client(self.port) as client:
            try:
                client.send(head)
                while sent < most and time.monotonic() < end:
                    client.send(piece)
                    sent += len(piece)
            except OSError:
                pass
            return sent, client.response()

    def assert_stopped(self, head, piece, status, most):
        sent, answer = self.push(head, piece)
        self.assertLess(sent, most)
        if answer is not None:  # it may have been lost to the client's own sending
            self.assertEqual(answer.status, status)
        self.assert_unmoved()

    def test_a_huge_content_length(self):
        self.assert_stopped(post("/size", b"", "Content-Length: 10000000000"), b"x" * MIB, 413, ENOUGH)

    def test_an_endless_body_of_chunks(self):
        piece = b"100000\r\n" + b"x" * MIB + b"\r\n"
        self.assert_stopped(post("/size", b"", "Transfer-Encoding: chunked"), piece, 413, ENOUGH)

    def test_one_endless_chunk(self):
        head = post("/size", b"7fffffffffffffff\r\n", "Transfer-Encoding: chunked")
        self.assert_stopped(head, b"x" * MIB, 413, ENOUGH)

    def test_a_body_of_chunks_of_a_byte(self):
        self.assert_stopped(post("/size", b"", "Transfer-Encoding: chunked"), b"1;" + b"x" * 1000 + b"\r\na\r\n", 400, ENOUGH)

    def test_an_endless_chunk_size(self):
        self.assert_stopped(post("/size", b"", "Transfer-Encoding: chunked"), b"0" * MIB, 400, ENOUGH)

    def test_an_endless_trailer(self):
        head = post("/size", b"0\r\n", "Transfer-Encoding: chunked")
        self.assert_stopped(head, b"X: y\r\n" * 100_000, 400, ENOUGH)

    def test_an_endless_header(self):
        for head, piece in ((b"GET / HTTP/1.1\r\nX: ", b"x" * MIB), (b"GET / HTTP/1.1\r\n", b"X: y\r\n" * 100_000),
                            (b"GET /", b"x" * MIB), (b"", b"x" * MIB), (b"", b"\r\n" * MIB)):
            with self.subTest(head):
                self.assert_stopped(head, piece, 431, ENOUGH)

    def test_many_large_uploads_that_never_end_hold_no_memory(self):
        crowd = [self.client() for _ in range(100)]
        for client in crowd:
            client.send(post("/size", b"x" * 2 * MIB, f"Content-Length: {30 * MIB}"))
        self.assert_unmoved()

    def test_many_small_uploads_that_never_end_hold_little(self):
        crowd = [self.client() for _ in range(400)]
        for client in crowd:
            client.send(post("/size", b"x" * 65_000, "Content-Length: 65001"))
        self.assert_unmoved()

    def test_clients_that_do_not_read_large_answers_hold_no_copies(self):
        crowd = [self.client() for _ in range(2)]
        for client in crowd:
            client.send(b"GET /big?n=20000000 HTTP/1.1\r\nHost: localhost\r\n\r\n" * 50)
        time.sleep(0.5)
        self.assert_unmoved()  # each has the one answer that its handler made

    def test_many_idle_connections_are_held_within_the_limit(self):
        before = self.descriptors()
        crowd = [self.client() for _ in range(3000)]
        self.assert_serves()
        self.eventually(lambda: self.descriptors() - before <= 512)
        self.assertGreater(self.descriptors() - before, 500)
        self.assert_unmoved()
        for client in crowd:
            client.socket.close()

    def test_a_thousand_slow_clients_do_not_slow_others(self):
        for name, first, drip in (("heads", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ", b"x"),
                                  ("bodies", post("/echo", b"", "Content-Length: 1000000"), b"x")):
            with self.subTest(name):
                drips = Drips(self.port, 1000, first, drip)
                try:
                    self.eventually(lambda: drips.opened >= 1500, 20)  # those shown out come again
                    times = sorted(self.request_time() for _ in range(200))
                finally:
                    drips.end()
                p95 = times[int(len(times) * 0.95)]
                print(f"\nbeside 1,000 slow {name} ({drips.opened} opened): median "
                      f"{statistics.median(times) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms, worst {times[-1] * 1000:.1f} ms")
                self.assertLess(p95, 1)
                self.assert_unmoved()

    def request_time(self):
        start = time.monotonic()
        with Client(self.port) as client:
            self.assertEqual(client.get("/health").status, 200)
        return time.monotonic() - start


class Drips:
    """Slow clients, each a byte at a time, who come again when they are shown out."""

    def __init__(self, port, count, first, drip):
        self.opened = 0
        self.port, self.count, self.first, self.drip = port, count, first, drip
        self.ended = False
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        crowd = []
        while not self.ended:
            for _ in range(min(self.count - len(crowd), 100)):
                crowd.append(self.enter())
            for one in list(crowd):
                try:
                    one.send(self.drip)
                except BlockingIOError:
                    pass
                except OSError:
                    one.close()
                    crowd.remove(one)
            time.sleep(0.2)
        for one in crowd:
            one.close()

    def enter(self):
        one = socket.create_connection(("127.0.0.1", self.port), 10)
        one.setblocking(False)
        try:
            one.send(self.first)
        except OSError:
            pass  # shown out at once; the next drip finds out
        self.opened += 1
        return one

    def end(self):
        self.ended = True
        self.thread.join()


if __name__ == "__main__":
    import resource
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, hard), hard))
    unittest.main()
