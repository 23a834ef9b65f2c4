#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a provider allows, kept to by programs that share its key; what a process may take of tokens."""
import contextlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import time
import unittest
import urllib.request
from pathlib import Path

from support import SERVER, CliTest, ServerTest

FAKE = Path(__file__).resolve().parent.parent / "support" / "fakeprovider.py"
KEY = "not-a-real-key-7f3a"
MODEL = "gemma-4-31b-it"
PER_MINUTE = 600
SLACK = 2  # seconds that a request may be late
LARGE = int(os.environ.get("GEMMARY_QUOTA_DOCUMENTS", "120"))  # of the slowest test
WORDS = "The river carried the boats past the mill and the children counted them from the bridge in the morning. "


class QuotaMixin:
    def begin(self):
        self.provider = subprocess.Popen([sys.executable, FAKE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(self.provider.communicate)
        port = int(self.provider.stdout.readline().split()[0])
        self.url = f"http://127.0.0.1:{port}"
        self.environment.update(GEMINI_API_KEY=KEY, GEMMARY_BASE_URL=self.url, GEMINI_REQUESTS_PER_MINUTE="0",
                                GEMINI_TOKENS_PER_MINUTE="0", GEMINI_REQUESTS_PER_DAY="0")

    def told(self, path):
        with urllib.request.urlopen(self.url + path) as answer:
            return json.load(answer)

    def asked(self, model):
        return self.told("/__count")["asked"].get(model, 0)

    def write_documents(self, count, mark=""):
        for number in range(count):
            self.write(f"{number:04}.txt", f"Day {number} at the river. {WORDS * (2 + number % 3)}{mark}\n")

    def start(self, model, *options, **more):
        done = self.cli("start", self.folder, "--summarizer", "gemini", "--model", model, *options, **more)
        return done.stdout.decode().strip()

    def wait_until(self, process, pattern, is_enough=lambda: True):
        """Works on a process until it says what it waits for, and more is as it should be; then stops it."""
        worker = self.start_cli("resume", process, "--wait", "--workers", "4", "--timeout", "90")
        said = ""
        for line in worker.stderr:
            said += line.decode()
            if re.search(pattern, said):
                break
        else:
            self.fail(f"it never waited: {said}")
        while not is_enough():
            self.assertIsNone(worker.poll(), "it is still at work")
            time.sleep(0.2)
        worker.terminate()
        worker.communicate(timeout=60)

    def assert_paced(self, times, per_minute):
        """As many as are promised in a minute, and what the same promise means for shorter times."""
        times = sorted(times)
        for seconds in (1, 2, 5, 10, 20, 60):
            most = (seconds + SLACK) * per_minute / (60 + SLACK) + 1
            end = 0
            for begin, first in enumerate(times):
                while end < len(times) and times[end] < first + seconds:
                    end += 1
                self.assertLessEqual(end - begin, most, f"requests in {seconds} s")

    def assert_settled(self, process, documents, **more):
        status = json.loads(self.cli("status", process, "--json", **more).stdout)
        self.assertEqual((status["status"], status["parked"]), ("COMPLETED", []))
        results = json.loads(self.cli("results", process, "--json", expect=None, **more).stdout)
        self.assertEqual(len(results["documents"]), documents)
        self.assertEqual({document["state"] for document in results["documents"]}, {"done"})
        summaries = [row["summary"] for row in results["file_summaries"]]
        self.assertEqual(len(summaries), documents)
        for summary in summaries:
            self.assertIn("short summary with the number", summary)
        self.assertEqual(len(set(summaries)), documents)
        return status


class QuotaTest(QuotaMixin, CliTest):
    def setUp(self):
        super().setUp()
        self.begin()

    def test_thousand_documents_with_faults_all_come_to_a_good_end_within_the_limits(self):
        self.write_documents(1000)
        self.environment["GEMINI_REQUESTS_PER_MINUTE"] = str(PER_MINUTE)
        process = self.start("faulty")
        self.cli("worker", "--drain", "--workers", "4", timeout=300)
        status = self.assert_settled(process, 1000)
        times = self.told("/__times/faulty")
        self.assertGreater(len(times), 120)
        self.assert_paced(times, PER_MINUTE)
        answered = len(times) - len(times) // 20
        self.assertEqual(status["usage"][0]["requests"], answered)

    def test_estimate_is_near_what_it_comes_to(self):
        self.write_documents(300)
        for number in range(3):
            self.write(f"long/{number}.txt", "".join(f"Line {line} of volume {number}. {WORDS}" for line in range(2500)))
        dry = json.loads(self.cli("run", self.folder, "--summarizer", "gemini", "--model", MODEL, "--dry-run", "--json",
                                  GEMINI_REQUESTS_PER_MINUTE="10").stdout)
        self.assertEqual(self.asked(MODEL), 0)
        self.assertEqual(self.cli_json("list"), [])
        process = self.start("attentive")
        self.cli("worker", "--drain", timeout=300)
        usage = self.assert_settled(process, 303)["usage"][0]
        self.assertEqual(dry["documents"], 303)
        for estimated, real in ((dry["requests"], self.asked("attentive")), (dry["input_tokens"], usage["input_tokens"])):
            self.assertLess(estimated, real * 1.5)
            self.assertGreater(estimated, real / 1.5)
        self.assertEqual(dry["minutes"], -(-dry["requests"] // 10))

    def test_start_says_what_it_will_take(self):
        self.write_documents(20)
        done = self.cli("start", self.folder, "--summarizer", "gemini", "--model", MODEL, GEMINI_REQUESTS_PER_MINUTE="10")
        self.assertRegex(done.stderr.decode(), r"About 20 documents, \d+ requests, [\d,]+ tokens to read: 1 min at 10 requests a minute")
        done = self.cli("run", self.folder, "--dry-run")
        self.assertIn("no model is asked", done.stdout.decode())

    def test_budget_stops_summaries_only_and_raising_it_goes_on(self):
        self.write_documents(40, "[[[")  # which keeps each in a request of its own
        each = 20  # tokens that the provider counts
        process = self.start(MODEL, "--token-budget", str(10 * each))
        self.wait_until(process, "Waiting: The budget of 200 tokens is used up",
                        lambda: self.cli_json("status", process)["progress"]["processed_files"] == 40)
        self.assertGreaterEqual(self.asked(MODEL), 10)
        self.assertLessEqual(self.asked(MODEL), 10 + 4)
        status = self.cli_json("status", process)
        self.assertEqual(status["progress"]["processed_files"], 40)
        self.assertEqual((status["progress"]["failed_files"], status["parked"], status["token_budget"]), (0, [], 200))
        with contextlib.closing(sqlite3.connect(self.root / "home" / "gemmary.db")) as store:
            tries = store.execute("SELECT MAX(deliveries) FROM jobs WHERE state = 'OPEN'").fetchone()[0]
        self.assertEqual(tries, 0)
        self.assertIn("of a budget of 200 tokens taken", self.cli("status", process).stdout.decode())
        before = self.asked(MODEL)
        self.cli("resume", process, "--token-budget", "0", "--wait", "--timeout", "100")
        self.assertEqual(self.cli_json("status", process)["status"], "COMPLETED")
        self.assertLessEqual(self.asked(MODEL), before + 40)

    def test_wait_that_the_provider_asks_for_holds_in_the_next_program(self):
        self.write_documents(1)
        for _ in range(2):
            process = self.start("quota-minute")
            self.wait_until(process, r"Waiting: .*\d\d:\d\d")
            self.cli("resume", process)
            self.assertRegex(self.cli_json("status", process)["waiting"], r"Google.*\d\d:\d\d")
        self.assertEqual(self.asked("quota-minute"), 1)

    def test_requests_of_the_day_are_counted_over_restarts(self):
        self.write_documents(6, "[[[")
        self.environment["GEMINI_REQUESTS_PER_DAY"] = "3"
        for _ in range(2):
            process = self.start(MODEL)
            self.wait_until(process, "Waiting: The day's requests")
        self.assertEqual(self.asked(MODEL), 3)


@unittest.skipUnless(SERVER, "no server")
class SharedQuotaTest(QuotaMixin, ServerTest):
    def setUp(self):
        super().setUp()
        self.begin()

    def test_programs_on_one_database_keep_to_one_limit_together(self):
        self.write_documents(LARGE, "[[[")
        self.environment["GEMINI_REQUESTS_PER_MINUTE"] = str(PER_MINUTE)
        process = self.start("faulty", "--batch-size", "10", **self.on("office"))
        workers = [self.start_cli("worker", "--drain", "--workers", "4", **self.on(machine))
                   for machine in ("attic", "cellar")]
        for worker in workers:
            worker.communicate(timeout=400)
        self.assert_settled(process, LARGE, **self.on("office"))
        times = self.told("/__times/faulty")
        self.assertGreater(len(times), LARGE)
        self.assert_paced(times, PER_MINUTE)
        middle = sorted(times)[: len(times) * 3 // 4]  # the end waits for the last faults
        rate = 60 * len(middle) / (middle[-1] - middle[0])
        self.assertGreater(rate, PER_MINUTE / 6, "the limit is used, not only kept")


if __name__ == "__main__":
    unittest.main()
