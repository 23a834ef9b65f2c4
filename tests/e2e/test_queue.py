# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes queued for workers: any number of them, killed at any time."""
import json
import os
import signal
import time
import unittest

from support import CliTest

TEXT = "Seven words make up this short line.\n"


class QueueTest(CliTest):
    def fill(self, count):
        for number in range(count):
            self.write(f"{number % 7}/{number:04}.txt", TEXT + f"word{number}\n")

    def start(self, *options):
        return self.cli("start", self.folder, *options).stdout.decode().strip()

    def wait_for(self, process, state, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            status = self.cli_json("status", process)
            if status["status"] == state:
                return status
            time.sleep(0.2)
        self.fail(f"{process} is {status['status']}, not {state}")

    def test_queued_processes_are_done_by_a_draining_worker(self):
        self.fill(30)
        first = self.start()
        second = self.start("--summarizer", "none")
        self.assertEqual(self.cli_json("status", first)["status"], "PENDING")
        self.cli("worker", "--drain")
        for process in (first, second):
            self.assertEqual(self.cli_json("results", process)["total_words"], 30 * 8)
        listed = [entry["process_id"] for entry in self.cli_json("list")]
        self.assertEqual(listed, [second, first])

    def test_worker_without_a_terminal_logs_json_lines(self):
        self.fill(3)
        process = self.start()
        lines = self.cli("worker", "--drain").stderr.decode().splitlines()
        events = [json.loads(line) for line in lines]
        self.assertIn(("settled", process, "COMPLETED"),
                      [(event["message"], event.get("process_id"), event.get("state")) for event in events])
        for event in events:
            self.assertLessEqual({"timestamp", "level", "category", "message", "instance"}, set(event))
        kept = (self.root / "home" / "gemmary.log").read_text().splitlines()
        self.assertTrue(set(lines) <= set(kept))

    def test_same_idempotency_key_starts_one_process(self):
        self.fill(1)
        self.assertEqual(self.start("--idempotency-key", "k"), self.start("--idempotency-key", "k"))
        self.assertEqual(len(self.cli_json("list")), 1)

    def test_two_workers_killed_again_and_again_lose_and_repeat_nothing(self):
        self.fill(200)
        process = self.start("--batch-size", "5")
        workers = []
        for round_number in range(6):
            while len(workers) < 2:
                workers.append(self.start_cli("worker", TEST_WORKER_DELAY_SECONDS="0.002"))
            time.sleep(0.25 + 0.1 * round_number)
            victim = workers.pop(0)
            victim.kill()
            victim.communicate()
        for worker in workers:
            worker.send_signal(signal.SIGTERM)
            worker.communicate(timeout=30)
            self.assertEqual(worker.returncode, 0)
        # Leases of the killed ones last a minute; a resume is no way round them, time is.
        self.cli("worker", "--drain", timeout=180)
        results = self.cli_json("results", process)
        self.assertEqual(results["total_words"], 200 * 8)
        self.assertEqual(self.words(process)["seven"], 200)

    def test_stop_holds_and_resume_goes_on(self):
        self.fill(20)
        process = self.start("--batch-size", "1")
        worker = self.start_cli("worker", "--workers", "1", TEST_WORKER_DELAY_SECONDS="0.2")
        time.sleep(1.2)
        self.cli("stop", process)
        stopped = self.cli_json("status", process)
        self.assertEqual(stopped["status"], "STOPPED")
        time.sleep(2)
        later = self.cli_json("status", process)
        self.assertEqual(later["status"], "STOPPED")
        self.assertLessEqual(later["progress"]["processed_files"] - stopped["progress"]["processed_files"], 1)
        self.cli("stop", process)
        self.cli("results", process, expect=5)
        self.cli("resume", process)
        self.assertEqual(self.wait_for(process, "COMPLETED")["progress"]["processed_files"], 20)
        self.cli("stop", process, expect=5)
        worker.send_signal(signal.SIGTERM)
        worker.communicate(timeout=30)

    def test_forced_failure_parks_every_batch_and_retry_heals(self):
        self.fill(3)
        process = self.start("--summarizer", "none", "--batch-size", "2")
        # Three deliveries with back-off between them.
        worker = self.start_cli("worker", TEST_WORKER_FORCE_FAILURE="true")
        failed = self.wait_for(process, "FAILED", seconds=90)
        worker.send_signal(signal.SIGTERM)
        worker.communicate(timeout=30)
        self.assertIsNotNone(failed["error"])
        self.assertIn("Parked after 3 tries: analyse/0/0", self.cli("status", process).stdout.decode())
        self.assertIn("2 jobs failed 3 times each and are parked.", self.cli("status", process).stdout.decode())
        parked = self.cli_json("status", process)["parked"]
        self.assertEqual(sorted((job["batch"], job["tries"]) for job in parked),
                         [("analyse/0/0", 3), ("analyse/0/1", 3)])
        for wrong, code in (("analyse/0/7", 4), ("analyse", 2), ("analyse/0/-1", 2), ("nonsense/0/0", 2)):
            self.cli("retry", process, "--only", wrong, expect=code)
        self.cli("retry", process, "--only", "analyse/0/1")
        self.assertEqual([job["batch"] for job in self.cli_json("status", process)["parked"]], ["analyse/0/0"])
        self.assertEqual(self.cli_json("retry", process, "--wait")["total_words"], 3 * 8)

    def test_document_that_could_not_be_read_is_retried_alone(self):
        self.fill(150)
        gone = self.folder / "0/0000.txt"
        process = self.start("--batch-size", "2", "--duplicates", "count", "--summarizer", "none")
        worker = self.start_cli("worker", "--workers", "1", TEST_WORKER_DELAY_SECONDS="0.05")
        time.sleep(0.6)
        late = self.folder / "6/0146.txt"
        text = late.read_bytes()
        late.unlink()
        status = self.wait_for(process, "COMPLETED")
        self.assertEqual(status["progress"]["failed_files"], 1)
        self.assertTrue(gone.exists())
        late.write_bytes(text)
        self.cli("retry", process)
        status = self.wait_for(process, "COMPLETED")
        worker.send_signal(signal.SIGTERM)
        worker.communicate(timeout=30)
        self.assertEqual(status["progress"]["failed_files"], 0)
        self.assertEqual(self.cli_json("results", process)["total_words"], 150 * 8)
        self.assertEqual(self.words(process)["seven"], 150)
        self.cli("retry", process, expect=5)

    def test_remove_hides_and_restore_brings_back(self):
        self.fill(2)
        process = self.start()
        self.cli("worker", "--drain")
        self.cli("remove", process[:8])
        self.assertEqual(self.cli_json("list"), [])
        self.cli("status", process, expect=4)
        self.cli("restore", process)
        self.assertEqual(self.cli_json("results", "@last")["total_words"], 2 * 8)

    def test_unknown_and_ambiguous_ids_are_told_apart(self):
        self.fill(1)
        self.cli("status", "ffffffff", expect=4)
        self.start()
        self.start()
        ids = [entry["process_id"] for entry in self.cli_json("list")]
        self.cli("status", os.path.commonprefix(ids), expect=2)


if __name__ == "__main__":
    unittest.main(verbosity=1)
