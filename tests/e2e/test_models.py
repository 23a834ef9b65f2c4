# SPDX-License-Identifier: GPL-3.0-or-later
"""Summaries by models, from the command line to a provider's socket and back."""
import contextlib
import json
import sqlite3
import time
import unittest

from support import CliTest, FakeProvider

ANSWER = "Hola ñ — 世界"
UNPACED = {"GEMINI_REQUESTS_PER_MINUTE": "0", "GEMINI_TOKENS_PER_MINUTE": "0"}
KEY = "not-a-real-key-7f3a"
ENGINES = {"gemini": "gemma-4-31b-it", "ollama": "gemma3:4b", "openai": "gemma-3-tiny-test-it"}
SENTENCE = "The river carried the boats past the mill and the children counted them from the bridge. "


class ModelsTest(CliTest):
    def setUp(self):
        super().setUp()
        self.environment.update(UNPACED)
        self.provider = FakeProvider(self)
        self.url = self.provider.url
        for number in range(3):
            self.write(f"{number}.txt", SENTENCE * 3 + f"It was day {number}.\n")

    def asked(self):
        return self.provider.count()

    def run_model(self, engine, model=None, *options, **more):
        return self.cli("run", self.folder, "--summarizer", engine, "--model", model or ENGINES[engine], "--base-url",
                        self.url, "--timeout", "60", *options, GEMINI_API_KEY=KEY, **more)

    def test_each_engine_lists_its_models_and_summarises_every_document(self):
        for engine, model in ENGINES.items():
            listed = self.cli_json("models", "--summarizer", engine, "--base-url", self.url, GEMINI_API_KEY=KEY)
            self.assertIn(model, [row["name"] for row in listed])
            self.run_model(engine)
            results = self.cli_json("results", "@last")
            summaries = results["file_summaries"]
            self.assertEqual([(summary["summary"], summary["engine"]) for summary in summaries],
                             [(ANSWER, engine)] * 3, engine)

    def test_what_was_answered_once_is_not_asked_again(self):
        self.run_model("ollama")
        before = self.asked()["asked"]
        self.run_model("ollama")
        self.assertEqual(self.asked()["asked"], before)

    def test_killed_worker_costs_no_more_than_the_requests_it_had_sent(self):
        for number in range(40):
            self.write(f"more/{number}.txt", SENTENCE * 3 + f"It was day {number} of many.\n")
        model = ENGINES["openai"]
        self.run_model("openai", None, "--batch-size", "10", GEMMARY_HOME=str(self.root / "undisturbed"))
        undisturbed = self.asked()["asked"][model]
        process = self.cli("start", self.folder, "--summarizer", "openai", "--model", model, "--batch-size", "10")
        with contextlib.closing(sqlite3.connect(self.root / "home" / "gemmary.db")) as store, store:
            store.execute("UPDATE processes SET lease_ms = 3000, max_deliveries = 20")
        environment = {"GEMMARY_BASE_URL": self.url, "TEST_WORKER_DELAY_SECONDS": "0.05"}
        kills = 3
        for _ in range(kills):
            before = self.asked()["asked"][model]
            worker = self.start_cli("worker", "--workers", "1", **environment)
            while self.asked()["asked"][model] < before + 8:
                time.sleep(0.02)
            worker.kill()
            worker.communicate()
        self.cli("worker", "--drain", **environment)
        results = self.cli_json("results", process.stdout.decode().strip())
        self.assertEqual(len(results["file_summaries"]), 43)
        self.assertLessEqual(self.asked()["asked"][model] - 2 * undisturbed, kills)

    def test_refused_documents_are_problems_and_no_error_is_ever_a_summary(self):
        done = self.run_model("openai", "safety", expect=3)
        self.assertIn("could not be summarised", done.stdout.decode())
        self.assertEqual(self.cli_json("results", "@last")["file_summaries"], [])
        self.cli("retry", "@last", "--key-sentences", "--wait", "--timeout", "60")
        results = self.cli_json("results", "@last")
        self.assertEqual([summary["engine"] for summary in results["file_summaries"]], ["extractive"] * 3)

    def test_withdrawn_model_says_so_and_ends_soon(self):
        process = self.cli("start", self.folder, "--summarizer", "gemini", "--model", "gemma-3-27b-it", "--base-url",
                           self.url, GEMINI_API_KEY=KEY).stdout.decode().strip()
        self.cli("worker", "--drain", GEMINI_API_KEY=KEY, GEMMARY_BASE_URL=self.url, timeout=120)
        status = self.cli_json("status", process)
        self.assertEqual(status["status"], "FAILED")
        self.assertIn("gemma-3-27b-it", status["parked"][0]["error"])
        self.assertIn("1 job failed 3 times and is parked.", self.cli("status", process).stdout.decode())
        self.assertLessEqual(self.asked()["asked"].get("gemma-3-27b-it", 0), 3)

    def test_google_is_asked_no_faster_than_allowed(self):
        self.environment["GEMINI_REQUESTS_PER_MINUTE"] = "30"
        begin = time.monotonic()
        self.run_model("gemini")
        asked = self.asked()["asked"][ENGINES["gemini"]]
        self.assertGreater(asked, 3)
        self.assertGreater(time.monotonic() - begin, (asked - 1) * 2 - 0.5)

    def test_provider_that_says_later_is_waited_for_and_nothing_fails(self):
        self.environment.update(GEMINI_API_KEY=KEY, GEMMARY_BASE_URL=self.url)
        self.cli("start", self.folder, "--summarizer", "gemini", "--model", "quota-minute")
        done = self.cli("resume", "@last", "--wait", "--timeout", "6", expect=124)
        said = done.stderr.decode()
        self.assertEqual(said.count("Waiting: "), 1, said)
        self.assertRegex(said, r"\d\d:\d\d")
        status = self.cli_json("status", "@last")
        self.assertEqual((status["status"], status["progress"]["failed_files"], status["parked"]), ("STOPPED", 0, []))

    def test_redirect_is_never_followed(self):
        self.run_model("openai", "redirect-307", expect=None)
        self.assertEqual(self.asked()["elsewhere"], 0)

    def test_what_stays_here_goes_to_no_model_elsewhere_whoever_asks(self):
        self.environment["GEMMARY_ONLY_HERE"] = "true"
        for engine, model in (("gemini", "gemma-4-31b-it"), ("ollama", "gemma3:27b-cloud")):
            before = self.asked()["asked"]
            done = self.run_model(engine, model, expect=None)
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("stays on this computer", done.stderr.decode())
            self.assertEqual(self.asked()["asked"], before)
        self.run_model("ollama")

    def test_key_is_in_no_file_and_in_no_output(self):
        self.run_model("gemini")
        self.cli("start", self.folder, "--summarizer", "gemini", "--model", "blocked", GEMINI_API_KEY=KEY)
        self.cli("start", self.folder, "--summarizer", "gemini", "--model", "gemma-3-27b-it", GEMINI_API_KEY=KEY)
        done = self.cli("worker", "--drain", GEMINI_API_KEY=KEY, GEMMARY_BASE_URL=self.url)
        self.assertNotIn(KEY.encode(), done.stdout + done.stderr)
        self.assertGreater(self.asked()["asked"]["blocked"], 0)
        for path in (self.root / "home").iterdir():
            self.assertNotIn(KEY.encode(), path.read_bytes(), path)

    def test_what_is_missing_is_said_before_anything_is_started(self):
        for options, sentence in ((("--summarizer", "ollama"), "--model"),
                                  (("--summarizer", "gemini", "--model", "m"), "GEMINI_API_KEY"),
                                  (("--summarizer", "ollama", "--model", "m", "--base-url", "nonsense"), "nonsense"),
                                  (("--summarizer", "oracle"), "oracle")):
            done = self.cli("start", self.folder, *options, expect=2)
            self.assertIn(sentence, done.stderr.decode())
        self.assertEqual(self.cli_json("list"), [])

    def test_run_ends_at_once_when_its_model_is_not_to_be_had(self):
        done = self.run_model("ollama", "gemma9:1t", expect=2)
        self.assertIn("gemma3:4b", done.stderr.decode())
        self.url = "http://127.0.0.1:1"
        done = self.run_model("ollama", expect=7)
        self.assertIn("check that it runs", done.stderr.decode())
        self.assertEqual(self.cli_json("list"), [])

    def test_options_reach_the_model(self):
        self.run_model("openai", None, "--summary-style", "bullets", "--summary-language", "es", "--prompt",
                       "Name every boat in it.")
        self.assertIn("Spanish", json.dumps(self.provider.last(ENGINES["openai"])["body"]))
        self.cli("run", self.folder, "--summary-length", "endless", expect=2)
        self.cli("run", self.folder, "--summary-style", "verse", expect=2)
        self.cli("run", self.folder, "--summary-language", "Spanish!", expect=2)

    def test_texts_that_leave_the_computer_are_announced(self):
        done = self.cli("start", self.folder, "--summarizer", "gemini", "--model", "m", GEMINI_API_KEY=KEY)
        self.assertIn("sent to Google", done.stderr.decode())
        done = self.cli("start", self.folder, "--summarizer", "ollama", "--model", "m")
        self.assertNotIn("sent", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
