# SPDX-License-Identifier: GPL-3.0-or-later
"""A document that ends whoever reads it: it is found, named and left alone, and its batch is done."""
import contextlib
import signal
import sqlite3
import time
import unittest

from support import CliTest

TEXT = "Seven words make up this short line.\n"
LEASE_SECONDS = 3
POISON = {"TEST_WORKER_CRASH_ON": "poisonous"}


class PoisonTest(CliTest):
    def setUp(self):
        super().setUp()
        for number in range(20):
            self.write(f"{number:02}.txt", TEXT + f"word{number}\n")
        self.write("07.txt", TEXT + "poisonous\n")

    def start(self, *options):
        process = self.cli("start", self.folder, *options).stdout.decode().strip()
        with contextlib.closing(sqlite3.connect(self.root / "home" / "gemmary.db")) as store, store:
            store.execute("UPDATE processes SET lease_ms = ?", [LEASE_SECONDS * 1000])
        return process

    def lose_a_worker(self):
        self.assertEqual(self.cli("worker", "--drain", expect=None, **POISON).returncode, -signal.SIGABRT)
        time.sleep(LEASE_SECONDS)  # until it is known to be lost; the other stage may lose one meanwhile

    def problems(self, process):
        lines = self.cli("results", process, "--csv").stdout.decode().splitlines()
        return [line for line in lines if "reader_crashed" in line]

    def test_is_named_after_one_lost_worker_and_the_others_are_counted(self):
        process = self.start()
        self.lose_a_worker()
        self.cli("worker", "--drain", **POISON)
        status = self.cli_json("status", process)
        self.assertEqual((status["status"], status["progress"]["failed_files"]), ("COMPLETED", 1))
        self.assertEqual(self.cli_json("results", process)["total_words"], 19 * 8)
        self.assertEqual(self.words(process)["seven"], 19)
        problems = self.problems(process)
        self.assertEqual(len(problems), 1, problems)
        self.assertIn("07.txt", problems[0])

    def test_retry_of_it_loses_no_further_worker_and_heals_once_it_can_be_read(self):
        process = self.start("--summarizer", "none")
        self.lose_a_worker()
        self.cli("worker", "--drain", **POISON)
        self.cli("retry", process)
        self.cli("worker", "--drain", **POISON)
        self.assertEqual(len(self.problems(process)), 1)
        self.cli("retry", process, "--wait")
        self.assertEqual(self.problems(process), [])
        self.assertEqual(self.cli_json("results", process)["total_words"], 20 * 8)

    def test_batch_whose_worker_was_killed_without_poison_comes_to_the_same_results(self):
        process = self.start()
        self.lose_a_worker()
        self.cli("worker", "--drain")
        self.assertEqual(self.problems(process), [])
        self.assertEqual(self.cli_json("results", process)["total_words"], 20 * 8)


if __name__ == "__main__":
    unittest.main()
