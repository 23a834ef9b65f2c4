# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is let in: names, origins, tokens, TLS."""
import hashlib
import json
import os
import secrets
import socket
import ssl
import subprocess
import time
import unittest

from support import Client, RestTest


def bearer(token, scheme="Bearer"):
    return f"Authorization: {scheme} {token}"


class TestNames(RestTest):
    def status(self, *headers, path="/health", source=None):
        with Client(self.port, source=source) as client:
            lines = [f"GET {path} HTTP/1.1", *headers, "", ""]
            return client.send("\r\n".join(lines).encode("latin-1")).response().status

    def test_on_loopback_only_its_names_are_answered_to(self):
        self.serve(allowed="gemmary.example")
        for host in ("localhost", "LOCALHOST", "localhost.", f"localhost:{self.port}", "127.0.0.1", "127.0.0.1:1",
                     "[::1]", "[::1]:8787", "127.1.2.3", "gemmary.example", "Gemmary.Example:443"):
            with self.subTest(host):
                self.assertEqual(self.status(f"Host: {host}"), 200)
        for host in ("", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.5", "[::2]",
                     "localhost:port", "localhost:123456", "user@localhost", "localhost/", "localhost, evil.example",
                     "[localhost]", "::1", "evil.example#localhost", "localh\xf6st"):
            with self.subTest(host):
                self.assertEqual(self.status(f"Host: {host}"), 421)

    def test_no_web_page_is_answered(self):
        self.serve()
        for origin in ("https://evil.example", "null", f"http://localhost:{self.port}", ""):
            with self.subTest(origin):
                self.assertEqual(self.status("Host: localhost", f"Origin: {origin}"), 403)

    def test_beyond_loopback_addresses_and_given_names_are_answered_to(self):
        token = secrets.token_hex(32)
        (self.root / "tokens").write_text(token)
        self.serve(host="0.0.0.0", plain_tokens=self.root / "tokens", insecure="yes", allowed="gemmary.example")
        for host in ("192.168.1.5:8787", "[2001:db8::1]", "gemmary.example", socket.gethostname()):
            self.assertEqual(self.status(f"Host: {host}", bearer(token)), 200, host)
        self.assertEqual(self.status("Host: evil.example", bearer(token)), 421)


class TestTokens(RestTest):
    def setUp(self):
        super().setUp()
        self.token = "gemmary_" + secrets.token_urlsafe(32)
        self.file = self.root / "tokens.json"

    def keep(self, *tokens):
        """Puts the file of digests in place, as the program does: in one step."""
        rows = [{"name": token[-4:], "sha256": hashlib.sha256(token.encode()).hexdigest()} for token in tokens]
        new = self.root / "new"
        new.write_text(json.dumps({"tokens": rows}))
        os.rename(new, self.file)

    def status(self, *headers, source=None):
        with Client(self.port, source=source) as client:
            return client.get("/health", *headers).status

    def test_on_loopback_a_token_is_needed_once_there_is_one_and_from_then_on(self):
        self.serve(tokens=self.file)
        self.assertEqual(self.status(), 200)
        self.keep(self.token)
        self.assertEqual(self.status(), 401)
        self.assertEqual(self.status(bearer(self.token)), 200)
        self.keep()  # the last one is revoked: nobody is let in with it, and nobody without
        self.assertEqual(self.status(bearer(self.token)), 401)
        self.assertEqual(self.status(), 401)

    def test_a_token_is_shown_as_a_bearer_token(self):
        self.keep(self.token, secrets.token_hex(32))
        self.serve(tokens=self.file)
        for header in (bearer(self.token), bearer(self.token, "bearer"), bearer(" " + self.token)):
            self.assertEqual(self.status(header), 200, header)
        with Client(self.port) as client:
            answer = client.get("/health")
            self.assertEqual(answer.status, 401)
            self.assertIn("Bearer", answer.headers["www-authenticate"])
            self.assertEqual(answer.headers["connection"], "keep-alive")
            self.assertEqual(client.get("/health", bearer(self.token)).status, 200)

    def test_what_is_nearly_a_token_is_none(self):
        self.keep(self.token)
        self.serve(tokens=self.file)
        digest = hashlib.sha256(self.token.encode()).hexdigest()
        for number, header in enumerate((
                bearer(self.token[:-1]), bearer(self.token + "x"), bearer(self.token.swapcase()), bearer(""),
                bearer(digest), bearer(self.token, "Basic"), f"Authorization: {self.token}", "Authorization: ",
                f"X-Token: {self.token}", f"Authorization: Bearer{self.token}")):
            self.assertEqual(self.status(header, source=f"127.0.0.{10 + number}"), 401, header)

    def test_a_damaged_file_lets_nobody_in(self):
        self.keep(self.token)
        self.serve(tokens=self.file)
        self.assertEqual(self.status(bearer(self.token)), 200)
        self.file.write_text("{")
        self.assertEqual(self.status(bearer(self.token)), 401)
        self.assertEqual(self.status(), 401)
        self.keep(self.token)
        self.assertEqual(self.status(bearer(self.token)), 200)

    def test_who_guesses_is_told_to_wait_and_nobody_else(self):
        self.keep(self.token)
        self.serve(tokens=self.file)
        wrong = bearer(secrets.token_hex(32))
        statuses = [self.status(wrong, source="127.0.0.2") for _ in range(20)]
        self.assertEqual(statuses, [401] * 5 + [429] * 15)
        with Client(self.port, source="127.0.0.2") as client:
            self.assertIn(int(client.get("/health", wrong).headers["retry-after"]), range(1, 61))
        self.assertEqual(self.status(wrong, source="127.0.0.3"), 401)
        self.assertEqual(self.status(bearer(self.token), source="127.0.0.2"), 200)  # he may sit behind the same door

    def test_plain_tokens_are_read_from_a_file_of_lines(self):
        others = [secrets.token_hex(16), secrets.token_hex(32)]
        (self.root / "plain").write_text("# of the cluster\n\n" + "\n  ".join(others) + "\n")
        self.keep(self.token)
        self.serve(tokens=self.file, plain_tokens=self.root / "plain")
        for token in (self.token, *others):
            self.assertEqual(self.status(bearer(token)), 200)
        self.assertEqual(self.status(bearer("# of the cluster")), 401)

    def test_a_start_that_would_let_strangers_in_is_refused_with_advice(self):
        (self.root / "short").write_text("password\n")
        (self.root / "none").write_text("# nobody\n")
        (self.root / "good").write_text(secrets.token_hex(32))
        self.file.write_text("[]")
        for options, advice in (
                ({"host": "0.0.0.0"}, "token add"),
                ({"host": "0.0.0.0", "tokens": self.root / "no file", "insecure": "yes"}, "token add"),
                ({"host": "0.0.0.0", "plain_tokens": self.root / "good"}, "--insecure"),
                ({"plain_tokens": self.root / "short"}, "32 characters"),
                ({"plain_tokens": self.root / "none"}, "no token"),
                ({"plain_tokens": self.root / "no file"}, "cannot be read"),
                ({"tokens": self.file}, "cannot be read")):
            with self.subTest(options):
                host = self.launch(**options)
                self.assertEqual(host.wait(10), 1)
                said = host.stderr.read().decode()
                self.assertIn(advice, said)
                self.assertNotIn("password", said)


class TestTls(RestTest):
    def setUp(self):
        super().setUp()
        self.make("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")

    def make(self, name, *options):
        subprocess.run(["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1", *options, "-keyout", self.root / f"{name}.key",
                        "-out", self.root / f"{name}.crt"], check=True, capture_output=True)

    def files(self, certificate, key=None):
        return {"certificate": self.root / f"{certificate}.crt", "key": self.root / f"{key or certificate}.key"}

    def curl(self, *options, name="ec"):
        return subprocess.run(["curl", "-sS", "--cacert", self.root / f"{name}.crt", *options], capture_output=True,
                              check=False, timeout=30)

    def test_curl_trusts_both_kinds_of_keys(self):
        self.make("rsa", "-newkey", "rsa:2048")
        for name in ("ec", "rsa"):
            self.serve(**self.files(name))
            body = os.urandom(500_000)
            (self.root / "body").write_bytes(body)
            done = self.curl("--data-binary", f"@{self.root / 'body'}", f"https://localhost:{self.port}/echo", name=name)
            self.assertEqual(done.stdout, body, done.stderr)
            done = self.curl(f"https://localhost:{self.port}/big?n=20000000", name=name)
            self.assertEqual(len(done.stdout), 20_000_000)

    def test_old_versions_and_plain_http_are_not_spoken(self):
        self.serve(**self.files("ec"))
        url = f"https://localhost:{self.port}/health"
        self.assertEqual(self.curl("--tlsv1.3", url).stdout, b"ok")
        self.assertEqual(self.curl("--tls-max", "1.2", url).stdout, b"ok")
        self.assertNotEqual(self.curl("--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0", url).returncode, 0)
        with Client(self.port) as client:
            client.send(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertNotIn(b"HTTP/1.1 200", client.rest())
        self.assertEqual(self.curl(url).stdout, b"ok")

    def test_keep_alive_pipelining_and_large_streams(self):
        self.serve(**self.files("ec"))
        with Client(self.port) as client:
            context = ssl.create_default_context(cafile=self.root / "ec.crt")
            client.socket = context.wrap_socket(client.socket, server_hostname="localhost")
            client.send(b"GET /big?n=3000000 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        b"GET /stream?n=20 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            self.assertEqual(len(client.response().body), 3_000_000)
            self.assertEqual(len(client.response().body), 6 + 20 * 65536)
            self.assertEqual(client.response().body, b"ok")
            self.assertTrue(client.is_closed())

    def test_clients_that_do_not_finish_the_handshake_leave_and_keep_nobody_out(self):
        self.serve(head_time=600, connections=20, **self.files("ec"))
        crowd = [self.client() for _ in range(60)]
        self.assertEqual(self.curl(f"https://localhost:{self.port}/health").stdout, b"ok")
        start = time.monotonic()
        for client in crowd:
            self.assertTrue(client.is_closed())
        self.assertLess(time.monotonic() - start, 3)

    def test_beyond_loopback_tls_needs_no_word_for_it(self):
        (self.root / "good").write_text(secrets.token_hex(32))
        self.serve(host="0.0.0.0", plain_tokens=self.root / "good", **self.files("ec"))
        self.assertIn(b"token", self.curl(f"https://localhost:{self.port}/health").stdout)

    def test_files_that_do_not_fit_are_named_at_the_start(self):
        self.make("other", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
        subprocess.run(["openssl", "ec", "-in", self.root / "ec.key", "-aes128", "-passout", "pass:secret", "-out",
                        self.root / "locked.key"], check=True, capture_output=True)
        (self.root / "text.key").write_text("no key")
        (self.root / "text.crt").write_text("no certificate")
        for certificate, key, said in (("ec", "other", "not that of the certificate"), ("ec", "locked", "passphrase"),
                                       ("ec", "text", "text.key holds no"), ("text", "ec", "text.crt holds no"),
                                       ("none", "ec", "none.crt cannot be read"), ("ec", "none", "none.key cannot be read")):
            with self.subTest(certificate=certificate, key=key):
                host = self.launch(**self.files(certificate, key))
                self.assertEqual(host.wait(10), 1)
                self.assertIn(said, host.stderr.read().decode())


if __name__ == "__main__":
    unittest.main()
