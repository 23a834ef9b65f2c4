#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Content travels: what one machine has the others work on, through the store or a folder that they share."""
import json
import shutil
import signal
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from support import ServerTest  # noqa: E402

DOCUMENTS = 40
WORDS = 6
AGED = 10 * 24 * 60 * 60 * 1000 * 10  # milliseconds; beyond every time that something is kept for


class TravelTest(ServerTest):
    def fill(self, documents=DOCUMENTS):
        for number in range(documents):
            self.write(f"{number:05}.txt", f"Every document has six words, number{number}.\n")

    def start(self, machine, *options):
        started = self.cli("start", self.folder, "--batch-size", "4", *options, **self.on(machine))
        return started.stdout.decode().strip(), started.stderr.decode()

    def check(self, process, documents=DOCUMENTS, machine="b"):
        results = json.loads(self.cli("results", process, "--json", **self.on(machine)).stdout)
        self.assertEqual(results["total_words"], documents * WORDS)
        self.assertEqual(len(results["files_processed"]), documents)

    def number(self, column):
        return int(self.sql(f"SELECT {column} FROM processes"))

    def test_folder_that_is_gone_is_worked_on_by_a_machine_that_never_had_it(self):
        self.fill()
        process, said = self.start("a")
        self.assertIn(f"{DOCUMENTS} documents stored.", said)
        shutil.rmtree(self.folder)
        self.cli("worker", "--drain", **self.on("b"))
        self.check(process)

    def test_content_ends_with_its_last_process(self):
        self.fill()
        first, _ = self.start("a")
        second, _ = self.start("a")
        self.assertEqual(int(self.sql("SELECT count(*) FROM blobs")), DOCUMENTS, "equal content is kept once")
        self.cli("worker", "--drain", **self.on("b"))
        for process, left in ((first, DOCUMENTS), (second, 0)):
            self.cli("remove", process, **self.on("b"))
            self.sql(f"UPDATE blobs SET kept_ms = kept_ms - {AGED}; "
                     f"UPDATE processes SET removed_ms = removed_ms - {AGED} WHERE removed_ms > 0")
            self.cli("worker", "--drain", **self.on("b"))
            self.assertEqual(int(self.sql("SELECT count(*) FROM blobs")), left)
            self.assertEqual(int(self.sql("SELECT count(*) FROM blob_chunks")), left)

    def test_interrupted_start_is_planned_by_its_own_machine_alone(self):
        documents = 3000
        self.fill(documents)
        starting = self.start_cli("start", self.folder, "--summarizer", "none", **self.on("a"))
        self.wait(lambda: int(self.sql("SELECT coalesce(max(n_documents), 0) FROM processes")) > 0, ready=self.is_made)
        starting.send_signal(signal.SIGINT)
        process, said = (text.decode() for text in starting.communicate(timeout=60))
        self.assertEqual(starting.returncode, 130, said)
        self.assertIn("worker on this machine (a)", said)
        self.assertEqual(self.number("planned"), 0, "it was interrupted in the middle")

        found = self.number("n_documents")
        other = self.start_cli("worker", **self.on("b"))
        self.addCleanup(other.communicate)
        self.addCleanup(other.kill)
        self.wait(lambda: int(self.sql("SELECT count(*) FROM documents WHERE state = 'done'")) == found)
        time.sleep(1)  # in which it would have planned
        self.assertEqual((self.number("n_documents"), self.number("planned")), (found, 0))
        other.send_signal(signal.SIGTERM)
        other.wait(timeout=60)

        self.cli("worker", "--drain", **self.on("a"))
        self.check(process.strip(), documents)

    def is_made(self):
        return self.sql("SELECT count(*) FROM information_schema.columns WHERE table_name = 'processes' "
                        "AND column_name = 'machine'") == "1"

    def wait(self, condition, ready=lambda: True, timeout=120):
        end = time.monotonic() + timeout
        while not (ready() and condition()):
            self.assertLess(time.monotonic(), end, "not in time")
            time.sleep(0.05)

    def test_folder_that_is_shared_under_another_name_is_planned_and_read_there(self):
        self.fill()
        process, _ = self.start("a", "--content", "path")
        self.assertEqual(self.number("n_documents"), 0, "any machine may plan it")
        elsewhere = self.root / "elsewhere"
        self.folder.rename(elsewhere)
        self.cli("worker", "--drain", **self.on("b"), GEMMARY_PATH_MAP=f"/nowhere=/x;{self.folder}={elsewhere}")
        self.check(process)
        self.assertEqual(int(self.sql("SELECT count(*) FROM blobs")), 0)
        self.assertEqual(self.sql("SELECT DISTINCT convert_from(locator, 'UTF8') LIKE "
                                  f"'{self.folder}/%' FROM documents"), "t", "the store has the shared names")

    def test_settings_that_cannot_be_are_refused(self):
        self.fill(1)
        for key, value in (("GEMMARY_CONTENT", "somewhere"), ("GEMMARY_PATH_MAP", "share=/a"),
                           ("GEMMARY_LARGEST_STORED", "big")):
            refused = self.cli("start", self.folder, expect=2, **{key: value})
            self.assertIn(key, refused.stderr.decode())

    def test_document_larger_than_what_is_kept_is_skipped(self):
        self.fill(2)
        self.write("large.txt", "word " * 1000)
        process, said = self.start("a")
        self.assertIn("3 documents stored.", said)
        limited = self.cli("start", self.folder, GEMMARY_LARGEST_STORED="1K", **self.on("a"))
        self.assertIn("2 documents stored.", limited.stderr.decode())
        self.assertNotEqual(process, limited.stdout.decode().strip())

    def test_documents_sent_to_a_listener_are_worked_on_by_another_machine(self):
        """More than one request takes: contents go first, and the process refers to them."""
        size = 1_000_000
        for number in range(40):
            self.write(f"{number:05}.txt", f"number{number} " * (size // 10))
        listener = self.start_cli("serve", "--no-worker", "--port", "0", **self.on("a"))
        self.addCleanup(listener.communicate)
        self.addCleanup(listener.kill)
        url = listener.stdout.readline().decode().strip()
        sent = self.cli("start", self.folder, "--api-url", url, "--summarizer", "none", **self.on("c"))
        shutil.rmtree(self.folder)
        self.cli("worker", "--drain", **self.on("b"))
        results = self.cli_json("results", sent.stdout.decode().strip(), "--api-url", url, **self.on("c"))
        self.assertEqual((results["total_words"], len(results["files_processed"])), (40 * (size // 10), 40))


if __name__ == "__main__":
    unittest.main(verbosity=2)
