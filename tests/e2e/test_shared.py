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
SLOWER = {"TEST_WORKER_DELAY_SECONDS": "1"}  # than machines tell what they do


class SharedTest(ServerTest):
    def setUp(self):
        super().setUp()
        for number in range(DOCUMENTS):
            self.write(f"{number:03}.txt", f"Every document has seven words, number{number}.\n")

    def worker(self, machine, delay=SLOW):
        process = self.start_cli("worker", "--workers", "2", **self.on(machine), **delay)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def start(self, **settings):
        done = self.cli("start", self.folder, "--batch-size", "2", **self.on("office"), **settings)
        return done.stdout.decode().strip()

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
        process = self.start(GEMMARY_MAX_DELIVERIES="20")  # the same batch may be in the hands of each that is killed
        workers = [self.worker(f"machine{number}") for number in range(3)]
        randomness = random.Random(4)
        for _ in range(4):
            time.sleep(randomness.uniform(0.2, 0.6))
            victim = randomness.randrange(len(workers))
            workers[victim].send_signal(signal.SIGKILL)
            workers[victim].wait()
            self.release(f"machine{victim}")
            workers[victim] = self.worker(f"machine{victim}")
        self.wait(process)
        self.check(process)

    def machines(self):
        return json.loads(self.cli("machines", "--json", **self.on("office")).stdout)

    def test_machines_shows_who_works_who_ends_and_who_is_lost(self):
        self.start()
        worker = self.worker("attic", SLOWER)
        lost = self.worker("cellar", SLOWER)
        self.until(lambda: len(self.machines()) == 2, "both have told")
        self.until(lambda: {machine["state"] for machine in self.machines()} == {"working"}, "both say what they do")
        activity = self.machines()[0]["activities"][0]
        self.assertRegex(activity["document"], r"\d+\.txt")
        lost.send_signal(signal.SIGKILL)
        worker.send_signal(signal.SIGTERM)
        worker.wait(timeout=60)
        left = self.machines()
        self.assertEqual([machine["machine"] for machine in left], ["cellar"], "one has signed off, one has not")
        self.age_instances()
        self.assertEqual(self.machines()[0]["state"], "lost")

    def test_work_taken_over_from_a_lost_machine_is_counted(self):
        process = self.start()
        lost = self.worker("cellar", SLOWER)
        self.until(lambda: any(machine["state"] == "working" for machine in self.machines()), "it works")
        lost.send_signal(signal.SIGKILL)
        lost.wait()
        self.release("cellar")
        self.worker("attic", SLOWER)
        self.until(lambda: sum(machine["jobs_taken_over"] for machine in self.machines()) > 0, "it says so")

    def age_instances(self):
        self.sql("UPDATE instances SET seen_ms = seen_ms - 60000")

    def until(self, holds, what, timeout=60):
        end = time.monotonic() + timeout
        while not holds():
            self.assertLess(time.monotonic(), end, what)
            time.sleep(0.2)

    def test_db_says_what_the_server_is_and_leaves_backups_to_it(self):
        self.assertIn("db migrate", self.cli("db", "check", expect=8).stderr.decode())
        self.cli("db", "migrate")
        facts = json.loads(self.cli("db", "check", "--json").stdout)
        self.assertTrue(facts["product"].startswith(("PostgreSQL", "CockroachDB")))
        self.assertTrue(facts["server"])
        self.assertIn("pg_dump", self.cli("db", "backup", self.root / "copy.db", expect=5).stderr.decode())

    def test_database_that_may_only_be_read_is_said_by_check(self):
        self.cli("db", "migrate")
        self.sql(f"ALTER DATABASE {self.environment['DATABASE_URL'].rpartition('/')[2]} "
                 "SET default_transaction_read_only = on")
        self.assertIn("only be read", self.cli("db", "check", expect=8).stderr.decode())

    def release(self, machine):
        """What a killed machine held comes free with its leases of a minute; here at once, by the owner's hand."""
        gone = f"(SELECT instance_id FROM instances WHERE machine = '{machine}')"
        self.sql(f"UPDATE jobs SET visible_ms = 0 WHERE state = 'OPEN' AND owner IN {gone}; "
                 f"UPDATE processes SET plan_expires_ms = 0 WHERE plan_owner IN {gone}")

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
