# SPDX-License-Identifier: GPL-3.0-or-later
"""DESIGN §7 over real sockets, by curl: the original's endpoints and those beyond, in our key form."""
import json
import subprocess
import threading
import time
import unittest

from service import SETTLED, UNKNOWN, ServiceTest

TEXTS = [("a.txt", "The quick brown fox runs over the hill."), ("b.txt", "The dog sleeps under the tree all day.")]


class TestContract(ServiceTest):
    def test_from_upload_to_results(self):
        self.serve()
        answer = self.post("/process/start", {"files": [{"name": name, "content": text} for name, text in TEXTS]})
        self.assertEqual(answer.status, 201)
        process = answer.json()["process_id"]
        self.assertEqual(answer.headers["location"], f"/process/status/{process}")
        status = self.settled(process)
        self.assertEqual(status["status"], "COMPLETED")
        self.assertEqual(status["progress"]["percentage"], 100)
        self.assertEqual(status["results"]["total_words"], 16)
        results = self.get(f"/process/results/{process}").json()
        self.assertEqual(results["total_words"], 16)
        self.assertEqual(results["most_frequent_words"][0], "the")
        self.assertEqual(results["files_processed"], ["a.txt", "b.txt"])
        self.assertEqual([entry["name"] for entry in results["file_summaries"]], ["a.txt", "b.txt"])
        self.assertEqual([entry["bytes"] for entry in results["documents"]], [len(text) for _, text in TEXTS])
        listed = self.get("/process/list").json()
        self.assertEqual(listed, [self.get(f"/process/status/{process}").json()])

    def test_every_kind_of_failure_is_json_with_the_requests_id(self):
        self.serve("--no-worker")
        process = self.start(TEXTS)
        finished = [
            (404, "no_such_endpoint", self.get("/nothing")),
            (404, "not_found", self.get(f"/process/status/{UNKNOWN}")),
            (404, "not_found", self.get("/process/results/abc")),
            (404, "not_found", self.post(f"/process/stop/{UNKNOWN}")),
            (405, "method_not_allowed", self.get("/process/start")),
            (400, "invalid_json", self.post("/process/start", b"{")),
            (400, "not_ready", self.get(f"/process/results/{process}")),
            (400, "invalid_parameter", self.get("/process/list?limit=no")),
            (413, "too_large", self.post("/process/start", b'{"files":[{"name":"a","content":"' + b"x" * 33 * 1024 * 1024 + b'"}]}')),
            (415, "unsupported_media_type",
             self.ask("POST", "/process/start", None, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 0")),
            (422, "no_files", self.post("/process/start", {"files": []})),
            (421, None, self.get("/process/list", "Host: evil.example")),
            (403, None, self.get("/process/list", "Origin: http://evil.example")),
        ]
        for status, code, answer in finished:
            with self.subTest(status=status, code=code):
                self.assertEqual(answer.status, status, answer.body)
                error = answer.json()
                self.assertEqual(error["request_id"], answer.headers["x-request-id"])
                self.assertTrue(error["error"])
                if code:
                    self.assertEqual(error["code"], code)
        conflict = self.post(f"/process/retry/{process}")
        self.assertEqual((conflict.status, conflict.json()["code"]), (409, "conflict"))

    def test_head_answers_like_get_without_a_body(self):
        self.serve("--no-worker")
        for path in ("/health", "/process/list", "/openapi.json"):
            head, get = self.ask("HEAD", path), self.get(path)
            self.assertEqual((head.status, head.body), (200, b""))
            self.assertEqual(head.headers["content-length"], get.headers["content-length"])

    def test_a_stop_holds_under_load(self):
        """Of the original's 30 stops of running processes none held."""
        # So slow that nobody reaches its end, however long the twenty uploads take.
        self.serve(TEST_WORKER_DELAY_SECONDS="0.05")
        processes = [self.start([(f"{n}.txt", f"Text {n} of process {p} is here.") for n in range(1000)], batch_size=5,
                                summarizer="none") for p in range(20)]
        self.wait_until(lambda: self.get(f"/process/status/{processes[0]}").json()["progress"]["processed_files"] > 0)
        for process in processes:
            answer = self.post(f"/process/stop/{process}")
            self.assertEqual((answer.status, answer.json()["status"]), (200, "STOPPED"))
        time.sleep(2)
        for process in processes:
            status = self.get(f"/process/status/{process}").json()
            self.assertEqual(status["status"], "STOPPED")
            self.assertLess(status["progress"]["processed_files"], 1000)

    def test_what_is_stopped_goes_on_where_it_was(self):
        self.serve(TEST_WORKER_DELAY_SECONDS="0.02")
        process = self.start([(f"{n}.txt", f"Text {n} is here.") for n in range(60)], batch_size=5, summarizer="none")
        self.wait_until(lambda: self.get(f"/process/status/{process}").json()["progress"]["processed_files"] >= 10)
        self.post(f"/process/stop/{process}")
        before = self.get(f"/process/status/{process}").json()["progress"]["processed_files"]
        self.assertEqual(self.post(f"/process/resume/{process}").status, 200)
        seen = [before]
        while True:
            status = self.get(f"/process/status/{process}").json()
            seen.append(status["progress"]["processed_files"])
            if status["status"] in SETTLED:
                break
        self.assertEqual(seen, sorted(seen), "progress went back")
        self.assertEqual(status["status"], "COMPLETED")

    def test_a_finished_process_cannot_lose_its_results(self):
        self.serve()
        process = self.start(TEXTS)
        self.settled(process)
        before = self.get(f"/process/results/{process}").json()
        for act in ("stop", "resume", "retry", "pause"):
            self.assertEqual(self.post(f"/process/{act}/{process}").status, 409)
        self.assertEqual(self.get(f"/process/results/{process}").json(), before)

    def test_two_starts_with_one_key_at_once_are_one_process(self):
        self.serve("--no-worker")
        ids = []
        def start():
            answer = self.post("/process/start", {"files": [{"name": "a", "content": "b"}]}, "Idempotency-Key: one")
            ids.append((answer.status, answer.json().get("process_id")))
        threads = [threading.Thread(target=start) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(set(ids)), 1, ids)
        self.assertEqual(ids[0][0], 201)
        self.assertEqual(len(self.get("/process/list").json()), 1)

    def test_nothing_is_stored_of_a_refused_upload(self):
        self.serve("--no-worker")
        secret = "never stored " * 1000
        body = {"files": [{"name": "a", "content": secret}] * 5 + [{"name": "b", "content": None}]}
        answer = self.post("/process/start", body)
        self.assertEqual((answer.status, answer.json()["field"]), (422, "files[5].content"))
        import sqlite3
        with sqlite3.connect(self.root / "home" / "gemmary.db") as database:
            self.assertEqual(database.execute("SELECT COUNT(*) FROM blobs").fetchone(), (0,))
            self.assertEqual(database.execute("SELECT COUNT(*) FROM processes").fetchone(), (0,))

    def test_failed_work_is_told_with_its_reason_and_can_be_tried_again(self):
        """The original's FAILED had no reason, and its PENDING rows stayed for ever."""
        self.serve(TEST_WORKER_FORCE_FAILURE="true")
        process = self.start(TEXTS, batch_size=1, summarizer="none")
        status = self.settled(process)
        self.assertEqual(status["status"], "FAILED")
        self.assertTrue(status["error"])
        self.assertIsNotNone(status["completed_at"])
        self.assertEqual(self.get(f"/process/results/{process}").json()["status"], "FAILED")
        self.assertEqual(self.post(f"/process/retry/{process}").status, 200)

    def test_unicode_is_counted_not_stripped(self):
        self.serve()
        text = "Привет мир Привет 日本 naïve naïve Straße naïve nai\u0308ve"
        process = self.start([("ünlü 日本語.txt", text)], top_words=2)
        self.settled(process)
        results = self.get(f"/process/results/{process}").json()
        self.assertEqual(results["most_frequent_words"], ["naïve", "привет"])
        self.assertEqual(results["files_processed"], ["ünlü 日本語.txt"])

    def test_a_quick_question_is_answered_while_a_large_upload_is_read(self):
        self.serve("--no-worker")
        body = b'{"files":[{"name":"a","content":"' + b"word \\u00e9 " * 2_700_000 + b'"}]}'
        answers = []
        upload = threading.Thread(target=lambda: answers.append(self.post("/process/start", body)))
        upload.start()
        slowest = 0
        while upload.is_alive():
            begun = time.monotonic()
            self.assertEqual(self.get("/process/list").status, 200)
            slowest = max(slowest, time.monotonic() - begun)
        upload.join()
        self.assertEqual(answers[0].status, 201, answers[0].body[:200])
        self.assertLess(slowest, 2)  # a busy machine; alone it is milliseconds

    def test_events_are_told_as_they_happen_and_resumed(self):
        self.serve()
        first = self.start(TEXTS, paused=True)
        stream = subprocess.Popen(["curl", "-sSN", f"{self.url}/process/events"], stdout=subprocess.PIPE)
        self.addCleanup(lambda: (stream.kill(), stream.communicate()))
        events = []
        def read():
            event = {}
            for line in stream.stdout:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name:
                    event[name] = value
                elif event:
                    events.append(event)
                    event = {}
        threading.Thread(target=read, daemon=True).start()
        states = lambda of: [json.loads(event["data"]).get("status") for event in list(events) if of in event.get("data", "")]
        self.wait_until(lambda: states(first))
        second = self.start(TEXTS)
        self.wait_until(lambda: "COMPLETED" in states(second))
        self.assertNotIn("COMPLETED", states(first))
        last = [event["id"] for event in events if "id" in event][-1]
        self.post(f"/process/stop/{first}")
        done = subprocess.run(["curl", "-sSN", "--max-time", "2", "-H", f"Last-Event-ID: {last}", f"{self.url}/process/events"],
                              capture_output=True, check=False)
        self.assertIn(first, done.stdout.decode())
        self.assertNotIn(second, done.stdout.decode())


if __name__ == "__main__":
    unittest.main()
