# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs of gemmary-cli against a running listener: the same answers as at its store, and what a network does."""
import base64
import contextlib
import hashlib
import http.server
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import unittest

from support import CliTest

# What differs by the moment of asking.
PASSING = ("estimated_completion", "generated_at")


class RemoteTest(CliTest):
    """A listener with a home of its own ("there"), and a client with another one ("here")."""

    def setUp(self):
        super().setUp()
        self.there = {"GEMMARY_HOME": str(self.root / "there")}

    def serve(self, *options, port="0", **environment):
        self.server = self.start_cli("serve", "--port", port, *options, **{**self.there, **environment})
        self.addCleanup(self.end, self.server)
        self.url = self.server.stdout.readline().decode().strip()
        self.assertTrue(self.url)
        self.environment["API_URL"] = self.url

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.communicate()

    def remote(self, *arguments, **options):
        return self.cli(*arguments, **options)

    def local(self, *arguments, **options):
        """The same verb at the listener's own store."""
        return self.cli(*arguments, "--local", **self.there, **options)

    def start(self, *options, paths=None):
        return self.remote("start", *(paths or [self.folder]), *options).stdout.decode().strip()

    def finish(self, process):
        self.remote("status", process, "--watch")
        return json.loads(self.remote("status", process, "--json").stdout)

    def said(self, *arguments, expect, **options):
        return self.cli(*arguments, expect=expect, **options).stderr.decode()


class TestVerbs(RemoteTest):
    def fill(self):
        self.write("a.txt", "The cat sat on the mat. The dog ran away from the cat.")
        self.write("sub/b.md", "El perro duerme debajo del árbol todo el día. La casa es grande.")
        self.write("latin.txt", "El niño comió una piña en la montaña.".encode("latin-1"))
        self.write("wide.txt", "Ein kurzer Satz über Bäume.".encode("utf-16"))
        self.write("marked.txt", b"\xef\xbb\xbfWith a mark in front.")
        self.write("odd.txt", "Quotes \" and \\ and\ttabs\r\nand \x7f controls \x01 here.")
        self.write("nothing.txt", b"")
        self.write("copy.txt", "The cat sat on the mat. The dog ran away from the cat.")
        self.write("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64))

    def assert_same(self, *arguments):
        there = self.local(*arguments)
        here = self.remote(*arguments)
        texts = [re.sub(r'"(%s)": [^\n]*' % "|".join(PASSING), "", done.stdout.decode()) for done in (here, there)]
        self.assertEqual(*texts, arguments)
        self.assertEqual(here.returncode, there.returncode)

    def test_answers_are_the_stores_own(self):
        self.fill()
        self.serve()
        process = self.start("--top", "7", "--name", "Kept")
        self.assertEqual(self.finish(process)["status"], "COMPLETED")
        for arguments in (["list", "--json"], ["list"], ["list", "--jsonl", "--state", "completed"], ["list", "--ids"],
                          ["status", process, "--json"], ["status", process], ["results", process, "--json"],
                          ["results", process], ["results", process, "--csv"], ["words", process, "--json"], ["words", "@last"],
                          ["words", process[:8], "--top", "3", "--jsonl"], ["export", process, "--format", "json"],
                          ["export", process, "--format", "csv", "--table", "words"],
                          ["export", process, "--format", "csv", "--table", "problems"]):
            with self.subTest(arguments=arguments):
                self.assert_same(*arguments)
        for form in ("md", "html"):
            self.assertIn(b"Kept", self.remote("export", process, "--format", form).stdout)

    def test_what_is_sent_is_counted_as_it_is_here(self):
        self.fill()
        self.serve()
        self.finish(self.start())
        there = json.loads(self.remote("results", "@last", "--json").stdout)
        here = self.cli_json("run", self.folder, "--local")
        there.pop("process_id"), here.pop("process_id")
        self.assertEqual(there, here)

    def test_acts(self):
        self.fill()
        self.serve("--no-worker")
        process = self.start()
        for verb, key, value in (("pause", "paused", True), ("resume", "paused", False), ("stop", "status", "STOPPED"),
                                 ("resume", "status", "PENDING")):
            answer = json.loads(self.remote(verb, process, "--json").stdout)
            self.assertEqual(answer[key], value, verb)
            self.assert_same("status", process, "--json")
        self.said("retry", process, expect=5)
        for arguments in (["export", process, "--format", "json"], ["export", process, "--format", "csv"]):
            self.assert_same(*arguments)
        for verb in ("results", "words"):
            self.said(verb, process, expect=5)
            self.cli(verb, process, "--local", expect=5, **self.there)
        self.remote("remove", process)
        self.said("status", process, expect=4)
        self.assertEqual(json.loads(self.local("list", "--removed", "--json").stdout)[0]["process_id"], process)

    def test_a_wait_prints_the_results_and_its_exit_code_tells_of_problems(self):
        self.fill()
        self.serve()
        results = json.loads(self.remote("start", self.folder, "--wait", "--json").stdout)
        self.assertEqual(results["total_words"], self.cli_json("run", self.folder, "--local")["total_words"])

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_what_cannot_be_read_is_named_and_the_others_go(self):
        self.fill()
        self.write("locked.txt", "not for everybody").chmod(0)
        self.serve()
        self.assertIn("locked.txt", self.said("start", self.folder, "--wait", expect=3))

    def test_doctor_looks_for_the_listener(self):
        def finding(expect, **environment):
            done = self.cli("doctor", "--json", expect=expect, **environment)
            return next(row for row in json.loads(done.stdout) if row["check"] == "listener")

        self.assertIn("none", finding(0)["text"])
        self.serve("--no-worker")
        self.assertIn(self.url, finding(0)["text"])
        self.assertIn("serve", finding(1, API_URL="http://127.0.0.1:1")["text"])
        self.cli("doctor", expect=1, API_URL="http://192.0.2.1", API_TOKEN="t" * 40)

    def test_completion_asks_the_listener(self):
        self.fill()
        self.serve("--no-worker")
        process = self.start("--name", "Kept there")
        for arguments in (["status"], ["status", "--api-url", self.url]):
            self.assertIn(process[:8], self.cli("__complete", "--", *arguments, "").stdout.decode())
        self.assertNotIn(process[:8], self.cli("__complete", "--", "status", "--local", "").stdout.decode())

    def test_standard_input_is_sent(self):
        self.serve()
        done = json.loads(self.remote("start", "-", "--wait", "--json", stdin="one two two".encode()).stdout)
        self.assertEqual((done["total_words"], done["documents"][0]["name"]), (3, "standard input"))

    def test_settings_that_are_given_go_along_and_the_listeners_hold_for_the_rest(self):
        self.write("a.txt", "one two three four five six seven")
        self.serve(GEMMARY_TOP_WORDS="2", GEMMARY_SUMMARIZER="none")
        first = json.loads(self.remote("start", self.folder, "--wait", "--json").stdout)
        second = json.loads(self.remote("start", self.folder, "--wait", "--json", "--top", "4", "--summarizer",
                                        "extractive").stdout)
        self.assertEqual([len(one["most_frequent_words"]) for one in (first, second)], [2, 4])
        self.assertEqual([one["summary_engine"] for one in (first, second)], [None, "extractive"])

    def test_what_a_listener_cannot_do_is_said_with_what_helps(self):
        self.fill()
        self.serve("--no-worker")
        process = self.start()
        for arguments in (["machines"], ["list", "--removed"], ["restore", process], ["resume", process, "--token-budget", "5"],
                          ["retry", process, "--only", "analyse/0/0"], ["resume", process, "--wait", "--workers", "2"],
                          ["start", self.folder, "--content", "path"], ["start", self.folder, "--base-url", "http://127.0.0.1:1"]):
            with self.subTest(arguments=arguments):
                self.assertIn("listener", self.said(*arguments, expect=2))

    def test_flags_say_who_is_asked(self):
        self.fill()
        self.serve("--no-worker")
        self.start()
        self.assertEqual(self.cli_json("list", "--local"), [])
        self.assertEqual(len(self.cli_json("list", "--api-url", self.url, API_URL="http://127.0.0.1:1")), 1)
        self.assertEqual(self.cli_json("list", "--store", self.root / "other.db"), [])
        for other in (["--local"], ["--db", "postgresql://x/y"], ["--store", "f"]):
            self.said("list", "--api-url", self.url, *other, expect=2)
        (self.root / ".env").write_text(f"export API_URL={self.url}/\n")
        del self.environment["API_URL"]
        self.assertEqual(len(self.cli_json("list")), 1)


class TestAccess(RemoteTest):
    def test_nobody_there(self):
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{one.getsockname()[1]}"
        self.assertIn("gemmary-cli serve", self.said("list", "--api-url", url, expect=7))

    def test_tokens(self):
        self.write("a.txt", "one")
        token = self.cli("token", "add", "ci", **self.there).stdout.decode().split()[-1]
        self.serve("--no-worker")
        self.assertIn("wants a token", self.said("list", expect=6))
        self.assertIn("token add", self.said("start", self.folder, expect=6))
        self.assertIn("does not know", self.said("list", expect=6, API_TOKEN="0123456789" * 4))
        self.cli("list", API_TOKEN=token)
        (self.root / "token").write_text(token + "\n")
        self.cli("start", self.folder, "--token-file", "token")
        self.said("list", "--token-file", "nowhere", expect=2)

    def test_a_token_is_no_setting_that_is_shown(self):
        for arguments in (["list"], ["get", "API_TOKEN"], ["list", "--json"]):
            self.assertNotIn("t" * 40, self.cli("config", *arguments, API_TOKEN="t" * 40).stdout.decode())
        self.said("config", "set", "API_TOKEN", "t" * 40, expect=2)

    def test_one_that_speaks_as_the_original_did_is_told_apart(self):
        self.write("a.txt", "one")
        self.serve("--no-worker", "--compat", "camel")
        process = self.start()
        self.assertIn("--compat camel", self.said("status", process, expect=7))
        self.assertIn("--compat camel", self.said("list", expect=7))

    def test_a_token_is_not_shown_to_whom_a_folder_names(self):
        (self.root / ".env").write_text("API_URL=http://127.0.0.1:1\n")
        self.assertIn("--api-url", self.said("list", expect=6, API_TOKEN="t" * 40))

    def test_a_certificate_that_nobody_trusts_gets_nothing(self):
        subprocess.run(["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                        "subjectAltName=IP:127.0.0.1", "-newkey", "rsa:2048", "-keyout", self.root / "key.pem", "-out",
                        self.root / "crt.pem"], check=True, capture_output=True)
        self.write("a.txt", "one")
        self.serve("--no-worker", "--tls-certificate", "crt.pem", "--tls-key", "key.pem")
        for arguments in (["list"], ["start", self.folder]):
            self.assertIn("not trusted", self.said(*arguments, expect=6))

    def test_a_token_goes_nowhere_unencrypted(self):
        self.assertIn("https", self.said("list", "--api-url", "http://192.0.2.1", expect=6, API_TOKEN="t" * 40))
        for url in ("ftp://x", "http://me:secret@127.0.0.1", "http://127.0.0.1/?q", "nonsense"):
            said = self.said("list", "--api-url", url, expect=2)
            self.assertNotIn("secret", said)

    def test_a_redirect_is_not_followed(self):
        seen = []

        class Answers(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                seen.append((self.path, self.headers.get("Authorization")))
                self.send_response(307)
                self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/stolen\x1b[31m")
                self.end_headers()

            do_POST = do_GET

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.write("a.txt", "one")
        url = f"http://127.0.0.1:{server.server_port}"
        for arguments in (["list"], ["start", self.folder]):
            said = self.said(*arguments, "--api-url", url, expect=7, API_TOKEN="t" * 40)
            self.assertIn("not followed", said)
            self.assertNotIn("\x1b[31m", said)
        self.assertEqual([path for path, _ in seen if "stolen" in path], [])


class TestLarge(RemoteTest):
    """Folders beyond one request. The listener's limits are its usual ones: 32 MiB, of which a part takes 16."""

    def fill(self, files=48, size=1_000_000):
        self.words = 0
        for number in range(files):
            text = f"w{number} " * (size // len(f"w{number} "))
            self.words += text.count(" ")
            self.write(f"{number:03}.txt", text)

    def test_a_folder_above_the_limit_is_one_process_with_every_document_once(self):
        self.fill()
        self.serve()
        results = json.loads(self.remote("start", self.folder, "--wait", "--json", "--summarizer", "none", timeout=300).stdout)
        self.assertEqual(results["total_words"], self.words)
        self.assertEqual(results["files_processed"], [f"{number:03}.txt" for number in range(48)])
        self.assertEqual(len(self.cli_json("list")), 1)

    def test_the_same_key_again_is_the_same_process(self):
        self.fill()
        self.serve("--no-worker")
        ids = {self.start("--idempotency-key", "once") for _ in range(2)}
        self.assertEqual(len(ids), 1)
        self.assertEqual(len(self.cli_json("list")), 1)

    def test_a_client_that_is_killed_at_any_moment_leaves_no_part_of_a_process(self):
        self.fill()
        self.serve("--no-worker")
        for delay in (0.05, 0.1, 0.2, 0.3, 0.5, 0.8):
            client = self.start_cli("start", self.folder)
            time.sleep(delay)
            client.send_signal(signal.SIGKILL)
            client.communicate()
        self.start()
        self.end(self.server)
        self.serve()
        for process in self.cli_json("list"):  # one, and whole ones of clients that were quick
            self.assertEqual(self.finish(process["process_id"])["progress"]["total_files"], 48)

    def test_what_a_killed_client_had_handed_over_goes_away(self):
        self.serve("--no-worker")
        for content in ("nobody asks for it", "nor for this"):
            subprocess.run(["curl", "-sSf", "-H", "Content-Type: application/json", "-d",
                            json.dumps({"files": [{"content": content}]}), f"{self.url}/content"], check=True,
                           capture_output=True)
        self.end(self.server)
        with contextlib.closing(sqlite3.connect(self.root / "there" / "gemmary.db")) as store:
            self.assertEqual(store.execute("SELECT count(*) FROM blobs").fetchone(), (2,))
            store.execute("UPDATE blobs SET kept_ms = kept_ms - 2 * 3600 * 1000")
            store.commit()
            self.local("worker", "--drain")
            self.assertEqual(store.execute("SELECT count(*) FROM blobs").fetchone(), (0,))

    def test_a_document_above_the_limit_is_named_and_the_others_go(self):
        self.write("small.txt", "one two")
        with open(self.folder / "huge.txt", "wb") as huge:
            huge.truncate(40_000_000)
        self.serve()
        self.assertIn("huge.txt", self.said("start", self.folder, "--wait", expect=3))
        (self.folder / "small.txt").unlink()
        self.assertIn("huge.txt", self.said("start", self.folder, expect=2))

    def test_an_upload_outlives_a_listener_that_is_killed(self):
        self.fill()
        self.serve("--no-worker")
        port = self.url.rpartition(":")[2]
        client = self.start_cli("start", self.folder)
        time.sleep(0.3)
        self.server.kill()
        self.server.communicate()
        self.serve("--no-worker", port=port)
        out, err = client.communicate(timeout=120)
        self.assertEqual(client.returncode, 0, err.decode())
        self.assertEqual([one["process_id"] for one in self.cli_json("list")], [out.decode().strip()])


class StandIn(http.server.ThreadingHTTPServer):
    """Something that takes uploads as a listener does, but smaller ones, and not always."""

    def __init__(self, said_limit, real_limit, missing=(), busy=0):
        self.said_limit, self.real_limit, self.missing, self.busy = said_limit, real_limit, list(missing), busy
        self.contents, self.started, self.sizes, self.keys = {}, None, [], set()
        super().__init__(("127.0.0.1", 0), self.Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self, status, value, **headers):
            body = json.dumps(value).encode()
            self.send_response(status)
            for name, one in {"Content-Length": len(body), **headers}.items():
                self.send_header(name.replace("_", "-"), str(one))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self):
            self.answer(200, {"status": "ok", "upload_limits": {"bytes": self.server.said_limit, "contents": 7, "files": 1000}})

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.sizes.append(len(body))
            if self.server.busy:
                self.server.busy -= 1
                self.answer(503, {"error": "Busy.", "code": "unavailable"}, Retry_After=1)
            elif len(body) > self.server.real_limit:
                self.answer(413, {"error": "Too large.", "code": "too_large"})
            elif self.path == "/content":
                self.answer(201, {"sha256": [self.keep(one) for one in json.loads(body)["files"]]})
            else:
                self.start(json.loads(body))

        def keep(self, file):
            content = file["content"].encode() if "content" in file else base64.b64decode(file["content_base64"])
            digest = hashlib.sha256(content).hexdigest()
            self.server.contents[digest] = content
            return digest

        def start(self, value):
            self.server.keys.add(self.headers["Idempotency-Key"])
            if self.server.missing:
                numbers = self.server.missing.pop(0)
                for number in numbers:
                    self.server.contents.pop(value["files"][number]["sha256"], None)
                self.answer(422, {"error": "Gone.", "code": "content_missing", "missing": numbers})
                return
            self.server.started = value
            self.answer(201, {"process_id": "7d9c1f0e-5d1f-4d53-9a55-d5a0e6b53c11"})

        def log_message(self, *_):
            pass


class TestSending(RemoteTest):
    def stand_in(self, *arguments, **options):
        server = StandIn(*arguments, **options)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.environment["API_URL"] = f"http://127.0.0.1:{server.server_port}/"
        return server

    def fill(self):
        self.expected = {}
        for number in range(40):
            content = (f"Document {number} has \"quotes\", tabs\t and caf\u00e9s. " * (number + 1)).encode(
                "latin-1" if number % 3 == 0 else "utf-8")
            self.write(f"{number:02}.txt", content)
            self.expected[f"{number:02}.txt"] = content

    def assert_all_arrived(self, server):
        arrived = {one["name"]: server.contents[one["sha256"]] for one in server.started["files"]}
        self.assertEqual(arrived, self.expected)
        self.assertEqual(list(arrived), sorted(self.expected))
        self.assertEqual(len(server.keys), 1)

    def test_parts_stay_below_the_limit_that_is_said(self):
        self.fill()
        server = self.stand_in(16384, 16384)
        self.start()
        self.assert_all_arrived(server)
        self.assertGreater(len(server.sizes), 40 / 7)

    def test_parts_get_smaller_where_something_between_takes_less(self):
        self.fill()
        server = self.stand_in(1_000_000, 9000)
        self.start()
        self.assert_all_arrived(server)

    def test_one_that_does_not_pass_is_named_and_the_others_go(self):
        self.fill()
        self.write("large.txt", "word " * 4000)
        server = self.stand_in(1_000_000, 9000)
        self.assertIn("large.txt", self.said("start", self.folder, expect=3))
        self.assert_all_arrived(server)

    def test_what_is_missing_goes_again(self):
        self.fill()
        server = self.stand_in(16384, 16384, missing=[[0, 1, 39], list(range(40)), [7]])
        self.start()
        self.assert_all_arrived(server)

    def test_what_is_missing_for_ever_ends(self):
        self.fill()
        server = self.stand_in(16384, 16384, missing=[[0]] * 50)
        self.assertIn("Gone.", self.said("start", self.folder, expect=2))
        self.assertIsNone(server.started)

    def test_who_is_busy_is_waited_for(self):
        self.fill()
        server = self.stand_in(16384, 16384, busy=2)
        self.start()
        self.assert_all_arrived(server)

    def test_more_documents_than_a_process_takes_are_said_before_anything_begins(self):
        for number in range(1001):
            self.write(f"{number}.txt", f"{number}")
        server = self.stand_in(16384, 16384)
        self.assertIn("--db", self.said("start", self.folder, expect=2))
        self.assertIsNone(server.started)

    def test_nonsense_is_no_listener(self):
        self.write("a.txt", "one")
        for answer in (b"", b"{}", b"[1]", b"\xff", b"{\"status\": 1}", b"null"):
            class Answers(StandIn.Handler):
                def do_GET(self, answer=answer):
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(answer)))
                    self.end_headers()
                    self.wfile.write(answer)

            server = self.stand_in(1, 1)
            server.RequestHandlerClass = Answers
            for arguments in (["start", self.folder], ["status", "7d9c1f0e-5d1f-4d53-9a55-d5a0e6b53c11"],
                              ["results", "7d9c1f0e-5d1f-4d53-9a55-d5a0e6b53c11"]):
                with self.subTest(answer=answer, arguments=arguments):
                    self.assertIn("no listener of Gemmary", self.said(*arguments, expect=7))


class TestWatch(RemoteTest):
    def test_a_watch_outlives_a_restart_of_the_listener(self):
        for number in range(4):
            self.write(f"{number}.txt", "one two three")
        self.serve(TEST_WORKER_DELAY_SECONDS="1")
        port = self.url.rpartition(":")[2]
        process = self.start()
        watch = self.start_cli("status", process, "--watch", "--json")
        time.sleep(1)
        self.server.send_signal(signal.SIGTERM)
        self.server.communicate()
        self.serve(port=port)
        out, err = watch.communicate(timeout=120)
        self.assertEqual(watch.returncode, 0, err.decode())
        self.assertEqual(json.loads(out)["status"], "COMPLETED")

    def test_who_leaves_leaves_it_alone(self):
        self.write("a.txt", "one two three")
        self.serve(TEST_WORKER_DELAY_SECONDS="60")
        process = self.start()
        for leave, expected in (("--timeout", 124), (None, 130)):
            options = ["--timeout", "1"] if leave else []
            waiting = self.start_cli("start", self.folder, "--wait", *options)
            if not leave:
                time.sleep(4)  # until it watches
                waiting.send_signal(signal.SIGINT)
            _, err = waiting.communicate(timeout=60)
            self.assertEqual(waiting.returncode, expected, err.decode())
            self.assertIn("--watch", err.decode())
        self.assertIn(json.loads(self.remote("status", process, "--json").stdout)["status"], ("PENDING", "RUNNING", "COMPLETED"))


if __name__ == "__main__":
    unittest.main()
