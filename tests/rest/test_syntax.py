# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request may look like on the wire, and what is refused."""
import subprocess
import time
import unittest

from support import Client, RestTest, post

H = b"Host: localhost\r\n"

# name: (bytes, statuses that refuse it)
MALFORMED = {
    "nothing that is HTTP": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", {400}),
    "a NUL in a header": (b"GET / HTTP/1.1\r\n" + H + b"X: a\0b\r\n\r\n", {400}),
    "a NUL in the target": (b"GET /\0 HTTP/1.1\r\n" + H + b"\r\n", {400}),
    "a bare LF": (b"GET / HTTP/1.1\n" + b"Host: localhost\n\n", {400}),
    "a bare LF between headers": (b"GET / HTTP/1.1\r\n" + H + b"X: a\nY: b\r\n\r\n", {400}),
    "a blank before the colon": (b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", {400}),
    "no header name": (b"GET / HTTP/1.1\r\n" + H + b": x\r\n\r\n", {400}),
    "a header without a colon": (b"GET / HTTP/1.1\r\n" + H + b"What\r\n\r\n", {400}),
    "a CR in a header": (b"GET / HTTP/1.1\r\n" + H + b"X: a\rInjected: b\r\n\r\n", {400}),
    "a folded header": (b"GET / HTTP/1.1\r\n" + H + b"X: a\r\n b\r\n\r\n", {400}),
    "a folded first header": (b"GET / HTTP/1.1\r\n X: a\r\n" + H + b"\r\n", {400}),
    "HTTP/9.9": (b"GET / HTTP/9.9\r\n" + H + b"\r\n", {400, 505}),
    "HTTP/2's preface": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 505}),
    "no version": (b"GET /\r\n" + H + b"\r\n", {400}),
    "a method that is none": (b"G(T / HTTP/1.1\r\n" + H + b"\r\n", {400}),
    "an empty target": (b"GET  HTTP/1.1\r\n" + H + b"\r\n", {400}),
    "a target without a slash": (b"GET health HTTP/1.1\r\n" + H + b"\r\n", {400}),
    "a target elsewhere": (b"GET http://example.org/ HTTP/1.1\r\n" + H + b"\r\n", {400}),
    "a tunnel": (b"CONNECT localhost:22 HTTP/1.1\r\n" + H + b"\r\n", {400}),
    "half a percent": (b"GET /a%2 HTTP/1.1\r\n" + H + b"\r\n", {400}),
    "no Host": (b"GET / HTTP/1.1\r\n\r\n", {400}),
    "two Hosts": (b"GET / HTTP/1.1\r\n" + H + H + b"\r\n", {400}),
    "Content-Length that is none": (post("/echo", b"abc", "Content-Length: three"), {400}),
    "an empty Content-Length": (post("/echo", b"abc", "Content-Length: "), {400}),
    "a negative Content-Length": (post("/echo", b"abc", "Content-Length: -3"), {400}),
    "a signed Content-Length": (post("/echo", b"abc", "Content-Length: +3"), {400}),
    "a hexadecimal Content-Length": (post("/echo", b"abc", "Content-Length: 0x3"), {400}),
    "a Content-Length with junk": (post("/echo", b"abc", "Content-Length: 3 3"), {400}),
    "two Content-Lengths": (post("/echo", b"abc", "Content-Length: 3", "Content-Length: 4"), {400}),
    "the same Content-Length twice": (post("/echo", b"abc", "Content-Length: 3", "Content-Length: 3"), {400}),
    "a list of Content-Lengths": (post("/echo", b"abc", "Content-Length: 3, 3"), {400}),
    "a Content-Length beyond 64 bits": (post("/echo", b"abc", "Content-Length: 99999999999999999999"), {400, 413}),
    "Content-Length of 2^63": (post("/echo", b"abc", f"Content-Length: {2**63}"), {413}),
    "chunks and Content-Length": (
        post("/echo", b"0\r\n\r\n", "Content-Length: 5", "Transfer-Encoding: chunked"), {400}),
    "Content-Length and chunks": (
        post("/echo", b"0\r\n\r\n", "Transfer-Encoding: chunked", "Content-Length: 5"), {400}),
    "chunks twice": (post("/echo", b"0\r\n\r\n", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"), {400, 501}),
    "a coding that is none": (post("/echo", b"0\r\n\r\n", "Transfer-Encoding: xchunked"), {501}),
    "another coding before chunks": (post("/echo", b"0\r\n\r\n", "Transfer-Encoding: gzip, chunked"), {501}),
    "chunks before another coding": (post("/echo", b"0\r\n\r\n", "Transfer-Encoding: chunked, identity"), {501}),
    "chunks in HTTP/1.0": (
        b"POST /echo HTTP/1.0\r\n" + H + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400}),
    "a chunk's size that is none": (post("/echo", b"zz\r\nab\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), {400}),
    "a negative chunk": (post("/echo", b"-2\r\nab\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), {400}),
    "a chunk of 2^64": (post("/echo", b"10000000000000000\r\nab\r\n", "Transfer-Encoding: chunked"), {400, 413}),
    "a chunk without its end": (post("/echo", b"2\r\nabcd\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), {400}),
    "a chunk ended by LF": (post("/echo", b"2\nab\n0\n\n\r\n", "Transfer-Encoding: chunked"), {400}),
    "a bad trailer": (post("/echo", b"0\r\nno trailer\r\n\r\n", "Transfer-Encoding: chunked"), {400}),
    "an expectation that is none": (post("/echo", b"", "Expect: wonders", "Content-Length: 1"), {417}),
}


class TestSyntax(RestTest):
    def setUp(self):
        super().setUp()
        self.serve()

    def test_malformed_requests_are_refused_and_end_the_connection(self):
        for name, (data, statuses) in MALFORMED.items():
            # In one piece, and byte by byte: what is understood may not hang on how it arrives.
            for pieces in ([data], [data[i:i + 1] for i in range(len(data))]):
                with self.subTest(name, pieces=len(pieces)), Client(self.port) as client:
                    try:
                        for piece in pieces:
                            client.send(piece)
                    except ConnectionError:
                        pass  # refused before all of it was sent
                    answer = client.response()
                    self.assertIsNotNone(answer)
                    self.assertIn(answer.status, statuses)
                    self.assertIn(b"failed", answer.body)
                    self.assertIn("x-request-id", answer.headers)
                    if "connection" in answer.headers:
                        self.assertEqual(answer.headers["connection"], "close")
                    self.assertTrue(client.is_closed())
        self.assert_serves()

    def test_a_request_arrives_taken_apart(self):
        with self.client() as client:
            answer = client.get("/show/a%2Fb/%C3%B1?limit=3&q=a+b", "x-TEST:  value  ")
        self.assertEqual(answer.status, 404)
        with self.client() as client:
            client.send(b"GET /show?limit=3 HTTP/1.1\r\nHost: localhost\r\nx-TEST:  value \t\r\n\r\n")
            self.assertEqual(client.response().body, b"GET show limit=3 value")

    def test_a_proxys_form_of_the_target_means_its_path(self):
        with self.client() as client:
            client.send(b"GET http://localhost/show HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertEqual(client.response().body, b"GET show  ")

    def test_a_body_of_chunks_may_come_byte_by_byte(self):
        with self.client() as client:
            for byte in post("/echo", b"0\r\n\r\n", "Transfer-Encoding: chunked") + \
                    post("/echo", b"2\r\nab\r\n1\r\nc\r\n0\r\nX: y\r\n\r\n", "Transfer-Encoding: chunked"):
                client.send(bytes([byte]))
                time.sleep(0.002)
            self.assertEqual([client.response().body for _ in range(2)], [b"", b"abc"])

    def test_a_trailer_says_nothing_about_the_request(self):
        with self.client() as client:
            client.send(post("/show", b"2;name=value\r\nab\r\n0\r\nX-Test: forged\r\n\r\n", "Transfer-Encoding: chunked"))
            self.assertEqual(client.response().body, b"POST show  ")

    def test_pipelined_requests_are_answered_in_their_order(self):
        with self.client() as client:
            client.send(b"".join(f"GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
                                 for path in ("slow?n=200", "big?n=300000", "health", "nowhere", "big?n=7")))
            answers = [client.response() for _ in range(5)]
        self.assertEqual([answer.status for answer in answers], [200, 200, 200, 404, 200])
        self.assertEqual([len(answer.body) for answer in answers], [4, 300000, 2, 2, 7])

    def test_pipelined_bodies_are_told_apart(self):
        bodies = [bytes([65 + i]) * (i * 40_000) for i in range(1, 6)]
        data = b"".join(post("/echo", body, f"Content-Length: {len(body)}") for body in bodies)
        chunked = b"".join(b"%x\r\n%s\r\n" % (len(body), body) for body in bodies) + b"0\r\n\r\n"
        with self.client() as client:
            client.send(data + post("/size", chunked, "Transfer-Encoding: chunked"))
            for body in bodies:
                self.assertEqual(client.response().body, body)
            self.assertEqual(client.response().body, str(sum(map(len, bodies))).encode())

    def test_a_thousand_pipelined_requests_of_one_write(self):
        with self.client() as client:
            client.send(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n" * 1000)
            self.assertEqual({client.response().status for _ in range(1000)}, {200})

    def test_head_is_answered_without_a_body(self):
        with self.client() as client:
            client.send(b"HEAD /big?n=500 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            answer = client.response("HEAD")
            self.assertEqual((answer.status, answer.headers["content-length"]), (200, "500"))
            self.assertEqual(client.get("/health").body, b"ok")  # nothing of a body stood in between
            client.send(b"HEAD /stream?n=2 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertEqual(client.response("HEAD").status, 200)
            self.assertEqual(client.get("/health").body, b"ok")

    def test_connections_live_as_long_as_the_client_says(self):
        with self.client() as client:
            self.assertEqual(client.get("/health").headers["connection"], "keep-alive")
            answer = client.get("/health", "Connection: close")
            self.assertEqual((answer.status, answer.headers["connection"]), (200, "close"))
            self.assertTrue(client.is_closed())
        with self.client() as client:
            answer = client.send(b"GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n").response()
            self.assertEqual(answer.headers["connection"], "close")
            self.assertTrue(client.is_closed())
        with self.client() as client:
            client.send(b"GET /health HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
            self.assertEqual(client.response().headers["connection"], "keep-alive")
            self.assertEqual(client.get("/health").status, 200)

    def test_a_client_of_http_1_0_gets_a_stream_until_the_connection_ends(self):
        with self.client() as client:
            answer = client.send(b"GET /stream?n=2 HTTP/1.0\r\nHost: localhost\r\n\r\n").response()
        self.assertEqual(len(answer.body), 6 + 2 * 65536)
        self.assertNotIn("transfer-encoding", answer.headers)

    def test_a_client_that_waits_for_100_gets_it_before_the_body(self):
        with self.client() as client:
            client.send(post("/echo", b"", "Content-Length: 3", "Expect: 100-continue"))
            self.assertEqual(client.response().status, 100)
            client.send(b"abc")
            self.assertEqual(client.response().body, b"abc")

    def test_a_client_that_waits_for_100_sends_no_body_that_is_too_large(self):
        with self.client() as client:
            client.send(post("/echo", b"", f"Content-Length: {2**40}", "Expect: 100-continue"))
            self.assertEqual(client.response().status, 413)
            self.assertTrue(client.is_closed())

    def test_curl_uploads_and_downloads(self):
        body = bytes(range(256)) * 20_000
        for options in ((), ("-H", "Transfer-Encoding: chunked"), ("-0",)):
            done = subprocess.run(["curl", "-sS", "--fail", *options, "--data-binary", "@-",
                                   f"http://127.0.0.1:{self.port}/echo"], input=body, capture_output=True, check=True)
            self.assertEqual(done.stdout, body)
        done = subprocess.run(["curl", "-sS", "--fail", f"http://127.0.0.1:{self.port}/big?n=50000000"],
                              capture_output=True, check=True)
        self.assertEqual(len(done.stdout), 50_000_000)


if __name__ == "__main__":
    unittest.main()
