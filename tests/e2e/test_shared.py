#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several machines on one database, one of them with a folder."""
import json
import random
import signal
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import postgresserver  # noqa: E402
from support import SERVER, ServerTest  # noqa: E402

DOCUMENTS = 60
SLOW = {"TEST_WORKER_DELAY_SECONDS": "0.15"}


class SharedTest(ServerTest):
    def setUp(self):
        super().setUp()
        for number in range(DOCUMENTS):
            self.write(f"{number:03}.txt", f"Every document has seven words, number{number}.\n")

    def worker(self, machine, *options):
        process = self.start_cli("worker", "--workers", "2", *options, **self.on(machine), **SLOW)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def start(self):
        return self.cli("start", self.folder, "--batch-size", "2", **self.on("office")).stdout.decode().strip()

    def status(self, process):
        return json.loads(self.cli("status", process, "--json", **self.on("office")).stdout)["status"]

    def wait(self, process, timeout=120):
        end = time.monotonic() + timeout
        while self.status(process) != "COMPLETED":
            self.assertLess(time.monotonic(), end, "not finished in time")
            time.sleep(0.2)

    def check(self, process):
        results = json.loads(self.cli("results", process, "--json", **self.on("office")).stdout)
        self.assertEqual(results["total_words"], DOCUMENTS * 6)
        words = self.words(process)
        self.assertEqual(words["document"], DOCUMENTS)
        self.assertEqual(words["number0"], 1)

    def test_what_one_machine_starts_another_works_on_and_all_see(self):
        process = self.start()
        self.cli("worker", "--drain", **self.on("attic"))
        self.check(process)
        self.assertIn(process[:8], self.cli("list", **self.on("cellar")).stdout.decode())

    def test_killed_machines_lose_and_repeat_nothing(self):
        process = self.start()
        workers = [self.worker(f"machine{number}") for number in range(3)]
        randomness = random.Random(4)
        for _ in range(4):
            time.sleep(randomness.uniform(0.2, 0.6))
            victim = randomness.randrange(len(workers))
            workers[victim].send_signal(signal.SIGKILL)
            workers[victim].wait()
            self.release()
            workers[victim] = self.worker(f"machine{victim}")
        self.wait(process)
        self.check(process)

    def release(self):
        """What a killed machine held comes free with its leases of a minute; here at once, by the owner's hand."""
        self.sql("UPDATE jobs SET visible_ms = 0 WHERE state = 'OPEN'; UPDATE processes SET plan_expires_ms = 0")

    def test_database_that_crashes_pauses_the_work_and_loses_nothing(self):
        process = self.start()
        worker = self.worker("machine")
        for _ in range(3):
            time.sleep(0.5)
            postgresserver.restart(SERVER)
        self.assertEqual(self.status(process), "RUNNING", "it crashed while there was work")
        self.wait(process)
        self.check(process)
        self.assertIsNone(worker.poll(), "the worker is still there")


if __name__ == "__main__":
    unittest.main(verbosity=2)
