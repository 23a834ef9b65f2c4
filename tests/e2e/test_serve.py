# SPDX-License-Identifier: GPL-3.0-or-later
"""gemmary-cli serve and token: the real program, asked by curl."""
import json
import signal
import stat
import subprocess
import time
import unittest

from support import CliTest


class TestServe(CliTest):
    def serve(self, *options, expect=True, **environment):
        process = self.start_cli("serve", "--port", "0", *options, **environment)
        self.addCleanup(self.end, process)
        self.url = process.stdout.readline().decode().strip()
        if expect:
            self.assertTrue(self.url, process.stderr.read1().decode() if not self.url else "")
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.communicate()

    def curl(self, path, *options):
        done = subprocess.run(["curl", "-sS", "-w", "\n%{http_code}", *options, self.url + path], capture_output=True,
                              check=False, timeout=60)
        body, _, status = done.stdout.decode().rpartition("\n")
        return int(status), body

    def post(self, path, value, *options):
        return self.curl(path, "-H", "Content-Type: application/json", "--data-binary", json.dumps(value), *options)

    def wait_for(self, process_id, *options):
        end = time.monotonic() + 60
        while True:
            status, body = self.curl(f"/process/status/{process_id}", *options)
            self.assertEqual(status, 200, body)
            if json.loads(body)["status"] not in ("PENDING", "RUNNING"):
                return json.loads(body)
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)

    def test_documents_are_sent_counted_and_summarised(self):
        self.serve()
        self.assertRegex(self.url, r"^http://127\.0\.0\.1:\d+$")
        self.assertEqual(self.curl("/health")[0], 200)
        status, body = self.post("/process/start", {"files": [{"name": "a.txt", "content": "one two two"}]})
        self.assertEqual(status, 201, body)
        process = self.wait_for(json.loads(body)["process_id"])
        self.assertEqual(process["status"], "COMPLETED")
        status, body = self.curl(f"/process/results/{process['process_id']}")
        self.assertEqual((status, json.loads(body)["total_words"]), (200, 3), body)

    def test_a_large_upload_comes_through_and_a_larger_one_is_refused(self):
        self.serve("--no-worker")
        for size, expected in ((30_000_000, 201), (40_000_000, 413)):
            upload = self.root / "upload.json"
            upload.write_text(json.dumps({"files": [{"name": "a.txt", "content": "word " * (size // 5)}]}))
            self.assertEqual(self.curl("/process/start", "-H", "Content-Type: application/json", "--data-binary",
                                       f"@{upload}")[0], expected)

    def test_without_a_worker_nothing_is_worked_on(self):
        self.serve("--no-worker")
        _, body = self.post("/process/start", {"files": [{"name": "a.txt", "content": "one"}]})
        time.sleep(1)
        _, body = self.curl(f"/process/status/{json.loads(body)['process_id']}")
        self.assertIn(json.loads(body)["status"], ("PENDING", "RUNNING"))
        self.assertEqual(json.loads(body)["progress"]["processed_files"], 0)

    def test_tokens_are_made_listed_used_and_revoked(self):
        self.serve("--no-worker")
        self.assertEqual(self.curl("/process/list")[0], 200)
        token = self.cli("token", "add", "laptop").stdout.decode().strip()
        self.assertRegex(token, r"^gemmary_[A-Za-z0-9_-]{43}$")
        file = self.root / "home" / "tokens.json"
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertNotIn(token, file.read_text())
        self.assertEqual([row["name"] for row in self.cli_json("token", "list")], ["laptop"])
        bearer = ("-H", f"Authorization: Bearer {token}")
        self.assertEqual(self.curl("/process/list")[0], 401)
        self.assertEqual(self.curl("/process/list", *bearer)[0], 200)
        self.assertEqual(self.curl("/health")[0], 200)  # for who watches over it
        self.cli("token", "add", "laptop", expect=5)
        self.cli("token", "add", " ", expect=2)
        self.cli("token", "add", expect=2)
        self.cli("token", "revoke", "phone", expect=4)
        self.cli("token", "revoke", "laptop")
        self.assertEqual(self.curl("/process/list", *bearer)[0], 401)
        status, body = self.curl("/process/list")
        self.assertEqual((status, json.loads(body)["code"]), (401, "unauthorized"))

    def test_web_pages_and_strange_names_are_refused(self):
        self.serve("--no-worker", "--allowed-host", "gemmary.example")
        for header, expected in (("Host: evil.example", 421), ("Origin: https://evil.example", 403),
                                 ("Host: gemmary.example", 200)):
            status, body = self.curl("/process/list", "-H", header)
            self.assertEqual(status, expected, header)
            if expected != 200:
                self.assertIn("request_id", json.loads(body))

    def test_beyond_this_computer_token_and_tls_are_asked_for(self):
        said = self.cli("serve", "--port", "0", "--host", "0.0.0.0", expect=2).stderr.decode()
        self.assertIn("token add", said)
        self.cli("token", "add", "ci")
        said = self.cli("serve", "--port", "0", "--host", "0.0.0.0", expect=2).stderr.decode()
        self.assertIn("--insecure", said)
        self.serve("--no-worker", "--host", "0.0.0.0", "--insecure")
        self.url = self.url.replace("0.0.0.0", "127.0.0.1")
        self.assertEqual(self.curl("/process/list")[0], 401)

    def test_tls(self):
        subprocess.run(["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                        "subjectAltName=IP:127.0.0.1", "-newkey", "rsa:2048", "-keyout", self.root / "key.pem", "-out",
                        self.root / "crt.pem"], check=True, capture_output=True)
        self.serve("--no-worker", "--tls-certificate", "crt.pem", "--tls-key", "key.pem")
        self.assertTrue(self.url.startswith("https://127.0.0.1:"))
        self.assertEqual(self.curl("/health", "--cacert", self.root / "crt.pem")[0], 200)
        self.cli("serve", "--port", "0", "--tls-certificate", "crt.pem", expect=2)
        self.cli("serve", "--port", "0", "--tls-certificate", "crt.pem", "--tls-key", "crt.pem", expect=2)

    def test_settings_say_where_and_options_win_over_them(self):
        settings = {"GEMMARY_LISTEN_HOST": "0.0.0.0", "GEMMARY_LISTEN_NAMES": "gemmary.example"}
        self.assertIn("0.0.0.0", self.cli("serve", "--port", "0", expect=2, **settings).stderr.decode())
        self.serve("--no-worker", "--host", "127.0.0.1", **settings)
        self.assertEqual(self.curl("/process/list", "-H", "Host: gemmary.example")[0], 200)
        port = self.url.rpartition(":")[2]
        said = self.cli("serve", expect=5, GEMMARY_LISTEN_PORT=port).stderr.decode()
        self.assertIn(port, said)

    def test_a_second_listener_on_the_port_says_so(self):
        self.serve("--no-worker")
        port = self.url.rpartition(":")[2]
        said = self.cli("serve", "--port", port, expect=5).stderr.decode()
        self.assertIn("is taken", said)

    def test_a_host_that_is_no_address_here_is_named(self):
        self.assertIn("192.0.2.1", self.cli("serve", "--host", "192.0.2.1", "--port", "0", "--insecure", "--token-file",
                                            self.token_file(), expect=2).stderr.decode())
        self.assertIn("example.org", self.cli("serve", "--host", "example.org", expect=2).stderr.decode())

    def token_file(self):
        path = self.root / "plain"
        path.write_text("0123456789abcdef" * 4)
        return path

    def test_the_first_signal_gives_the_answers_in_hand_and_finishes_the_batch(self):
        process = self.serve(TEST_WORKER_DELAY_SECONDS="1")
        _, body = self.post("/process/start", {"files": [{"name": f"{i}.txt", "content": "a b"} for i in range(3)]})
        process_id = json.loads(body)["process_id"]
        stream = subprocess.Popen(["curl", "-sSN", self.url + "/process/events"], stdout=subprocess.PIPE)
        self.assertTrue(stream.stdout.readline())
        time.sleep(1.5)
        start = time.monotonic()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(25), 0)
        self.assertLess(time.monotonic() - start, 15)
        stream.communicate()
        self.assertEqual(stream.returncode, 0)  # ended whole
        self.assertEqual(self.cli_json("status", process_id)["progress"]["processed_files"], 3)

    def test_the_second_signal_ends_it_at_once(self):
        process = self.serve(TEST_WORKER_DELAY_SECONDS="30")
        self.post("/process/start", {"files": [{"name": "a.txt", "content": "a b"}]})
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        self.assertIsNone(process.poll())
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(5), 128 + signal.SIGTERM)


if __name__ == "__main__":
    unittest.main()
