# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client may take of the listener: sizes, times, connections, and the listener's end."""
import os
import signal
import socket
import time
import unittest

from support import MIB, SANITIZED, Client, RestTest, post


class TestSizes(RestTest):
    def test_a_body_up_to_the_limit_comes_through_and_one_byte_more_does_not(self):
        self.serve(body=100_000)
        for size, status in ((0, 200), (65_536, 200), (65_537, 200), (100_000, 200), (100_001, 413)):
            with self.subTest(size), self.client() as client:
                body = os.urandom(size)
                answer = client.send(post("/echo", body, f"Content-Length: {size}")).response()
                self.assertEqual(answer.status, status)
                if status == 200:
                    self.assertEqual(answer.body, body or b"none")
            with self.subTest(size, chunked=True), self.client() as client:
                chunk = b"%x\r\n%s\r\n" % (size, os.urandom(size)) if size else b""
                answer = client.send(post("/size", chunk + b"0\r\n\r\n", "Transfer-Encoding: chunked")).response()
                self.assertEqual(answer.status, status)

    def test_a_head_up_to_the_limit_comes_through(self):
        self.serve()
        for size, status in ((15_000, 404), (17_000, 431), (100_000, 431)):
            for head in (f"GET /nowhere HTTP/1.1\r\nHost: localhost\r\nX: {'x' * size}\r\n\r\n",
                         f"GET /{'x' * size} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                         "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n" * (size // 6) + "\r\n"):
                with self.subTest(size, head=head[:60]), self.client() as client:
                    self.assertEqual(client.send(head.encode()).response().status, status)

    def test_small_bodies_stay_in_memory_and_large_ones_have_no_name(self):
        self.serve(spool=self.root)
        with self.client() as client:
            client.send(post("/echo", b"x" * MIB, f"Content-Length: {2 * MIB}"))
            self.eventually(lambda: any("gemmary-upload" in link or str(self.root) in link for link in self.links()))
            self.assertEqual(os.listdir(self.root), [])
            client.send(b"x" * MIB)
            self.assertEqual(len(client.response().body), 2 * MIB)
        self.eventually(lambda: not any(str(self.root) in link for link in self.links()))

    def spooled(self):
        sizes = 0
        for name in os.listdir(f"/proc/{self.host.pid}/fd"):
            try:
                path = f"/proc/{self.host.pid}/fd/{name}"
                sizes += os.stat(path).st_size if str(self.root) in os.readlink(path) else 0
            except OSError:
                pass  # closed meanwhile
        return sizes

    def links(self):
        folder = f"/proc/{self.host.pid}/fd"
        links = []
        for name in os.listdir(folder):
            try:
                links.append(os.readlink(f"{folder}/{name}"))
            except OSError:
                pass  # closed meanwhile
        return links

    def test_bodies_have_a_limit_together_that_ends_with_them(self):
        self.serve(bodies=3 * MIB, spool=self.root)
        held = [self.client() for _ in range(2)]
        for client in held:
            client.send(post("/size", b"x" * MIB, f"Content-Length: {MIB + 1}"))
        self.eventually(lambda: self.spooled() > 1.9 * MIB)
        self.assertEqual(self.upload(2 * MIB), 503)
        for client in held:
            client.send(b"x")
            self.assertEqual(client.response().status, 200)
        self.eventually(lambda: self.upload(2 * MIB) == 200)

    def upload(self, size):
        with Client(self.port) as client:
            answer = client.send(post("/size", b"x" * size, f"Content-Length: {size}")).response()
            return answer.status

    def test_an_upload_that_finds_no_room_on_the_disk_is_told_so(self):
        self.serve(spool="/nonexistent")
        self.assertEqual(self.upload(MIB), 503)
        self.assertEqual(self.upload(1000), 200)

    def test_chunks_may_not_be_mostly_wrapping(self):
        self.serve()
        for piece in (b"1;" + b"x" * 15_000 + b"\r\na\r\n", b"1;" + b"x" * 100_000):
            with self.client() as client:
                client.send(post("/size", piece * 3, "Transfer-Encoding: chunked"))
                self.assertEqual(client.response().status, 400)


class TestTimes(RestTest):
    def test_who_does_not_finish_a_head_is_told_so_and_leaves(self):
        self.serve(head_time=400)
        with self.client() as client:
            client.send(b"GET / HTTP/1.1\r\nHost: ")
            self.assertEqual(client.response().status, 408)
            self.assertTrue(client.is_closed())

    def test_who_says_nothing_leaves(self):
        self.serve(head_time=400, idle_time=800)
        with self.client() as client:
            self.assertTrue(client.is_closed())
        with self.client() as client:
            self.assertEqual(client.get("/health").status, 200)
            start = time.monotonic()
            self.assertTrue(client.is_closed())
            self.assertGreater(time.monotonic() - start, 0.6)

    def test_a_body_that_comes_too_slowly_is_refused_however_steadily(self):
        self.serve(grace=600)
        with self.client() as client:
            client.send(post("/echo", b"", "Content-Length: 1000"))
            with self.assertRaises(ConnectionError):
                for _ in range(200):
                    client.send(b"x")
                    time.sleep(0.05)
            # What it said about it may have been lost to the client's own sending.

    def test_a_handler_may_take_its_time(self):
        self.serve(head_time=300, idle_time=300, grace=300)
        with self.client() as client:
            self.assertEqual(client.get("/slow?n=1500").body, b"late")

    def test_a_request_that_is_forgotten_is_answered(self):
        self.serve()
        with self.client() as client:
            self.assertEqual(client.get("/forget?n=10").status, 500)
            self.assertEqual(client.get("/health").status, 200)

    def test_who_does_not_read_an_answer_is_dropped(self):
        self.serve(grace=500)
        with self.client() as client:
            client.send(b"GET /big?n=50000000 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            time.sleep(1.5)
            self.assertIsNone(client.response().body)  # broken off

    def test_who_does_not_read_a_stream_is_dropped_and_its_maker_hears_of_it(self):
        self.serve(grace=60_000)
        with self.client() as client:
            client.send(b"GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.eventually(lambda: self.gone() == 1)
            self.assert_memory_below(60 * MIB)

    def test_who_leaves_a_stream_is_missed(self):
        self.serve()
        with self.client() as client:
            client.send(b"GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertTrue(client.take(200_000))
            self.assertEqual(self.gone(), 0)
        self.eventually(lambda: self.gone() == 1)

    def gone(self):
        with Client(self.port) as client:
            return int(client.get("/gone").body)


class TestCrowds(RestTest):
    def test_a_new_client_takes_the_place_of_who_waited_longest(self):
        self.serve(connections=5)
        first, *others = [self.client() for _ in range(5)]
        for client in (first, *others):
            self.assertEqual(client.get("/health").status, 200)
        self.assert_serves()
        self.assertTrue(first.is_closed())
        for client in others:
            self.assertEqual(client.get("/health").status, 200)

    def test_who_is_served_keeps_the_place(self):
        self.serve(connections=3)
        served = [self.client() for _ in range(3)]
        for client in served:
            client.send(b"GET /slow?n=700 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(0.2)
        with self.client() as late:
            late.send(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertIsNone(late.response())
        for client in served:
            self.assertEqual(client.response().body, b"late")

    def test_one_address_does_not_fill_the_house(self):
        self.serve(per_address=3)
        crowd = [self.client(source="127.0.0.2") for _ in range(6)]
        guest = self.client()
        self.assertEqual(guest.get("/health").status, 200)
        for client in crowd[:3]:
            self.assertTrue(client.is_closed())
        for client in (*crowd[3:], guest):
            self.assertEqual(client.get("/health").status, 200)

    def test_requests_beyond_the_limit_are_told_to_come_back(self):
        self.serve(requests=2)
        busy = [self.client() for _ in range(2)]
        for client in busy:
            client.send(b"GET /slow?n=600 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(0.2)
        with self.client() as client:
            self.assertEqual(client.get("/health").status, 503)
            for other in busy:
                self.assertEqual(other.response().status, 200)
            self.assertEqual(client.get("/health").status, 200)

    def test_streams_are_not_counted_as_requests(self):
        self.serve(requests=1)
        with self.client() as stream, self.client() as client:
            stream.send(b"GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertTrue(stream.take(1000))
            self.assertEqual(client.get("/health").status, 200)

    @unittest.skipIf(SANITIZED, "UndefinedBehaviorSanitizer looks at an object through a pipe, which needs descriptors")
    def test_without_descriptors_it_goes_on_as_soon_as_there_are_some(self):
        import resource
        self.serve(connections=4000, per_address=4000)
        resource.prlimit(self.host.pid, resource.RLIMIT_NOFILE, (64, 64))
        crowd = [self.client() for _ in range(100)]
        time.sleep(0.3)
        for client in crowd:
            client.socket.close()
        self.assert_serves()


class TestEnd(RestTest):
    def test_a_second_listener_on_the_port_says_so(self):
        port = self.serve()
        second = self.launch(port=port)
        self.assertEqual(second.wait(10), 1)
        said = second.stderr.read().decode()
        self.assertIn(f"Port {port} of 127.0.0.1 is taken", said)
        self.assertIn("choose another port", said)
        self.assert_serves()

    def test_a_port_can_be_had_again_at_once(self):
        port = self.serve()
        with self.client() as client:
            self.assertEqual(client.get("/health").status, 200)
            self.host.send_signal(signal.SIGTERM)
            self.assertEqual(self.host.wait(10), 0)
        self.serve(port=port)
        self.assert_serves()

    def test_answers_in_hand_are_given_before_the_end(self):
        self.serve()
        busy, idle, stream = self.client(), self.client(), self.client()
        busy.send(b"GET /slow?n=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.assertEqual(idle.get("/health").status, 200)
        stream.send(b"GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.assertTrue(stream.take(1000))
        time.sleep(0.1)
        start = time.monotonic()
        self.host.send_signal(signal.SIGTERM)
        self.assertTrue(idle.is_closed())
        self.assertEqual(stream.rest()[-5:], b"0\r\n\r\n")  # ended as streams end
        with self.assertRaises(OSError):
            socket.create_connection(("127.0.0.1", self.port)).close()
        answer = busy.response()
        self.assertEqual((answer.body, answer.headers["connection"]), (b"late", "close"))
        busy.socket.close()
        stream.socket.close()
        self.assertEqual(self.host.wait(10), 0)
        self.assertLess(time.monotonic() - start, 3)

    def test_the_end_comes_even_if_an_answer_does_not(self):
        self.serve(drain_time=500)
        with self.client() as client:
            client.send(b"GET /slow?n=60000 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            time.sleep(0.2)
            start = time.monotonic()
            self.host.send_signal(signal.SIGTERM)
            self.assertEqual(self.host.wait(10), 0)
            self.assertLess(time.monotonic() - start, 2)


if __name__ == "__main__":
    unittest.main()
