# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person or a script sees of `gemmary-cli run`."""
import csv
import io
import os
import signal
import socket
import time
import unittest

from support import CliTest

TEXT = "The quick brown fox jumps over the lazy dog. It runs away over the hills and never comes back again.\n"


class RunTest(CliTest):
    def test_folder_with_every_kind_of_trouble_adds_up_and_the_rest_is_read(self):
        self.write("a.txt", TEXT)
        self.write("sub/b.md", "Another document, with words of its own.\n")
        self.write("copy.txt", TEXT)
        self.write("empty.txt", b"")
        self.write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
        self.write(".git/config", "[core]\n")
        self.write(".hidden.txt", "hidden\n")
        self.write("Thumbs.db", "litter\n")
        os.symlink("a.txt", self.folder / "link.txt")
        os.mkfifo(self.folder / "pipe")
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(self.folder / "socket"))
        self.addCleanup(listener.close)

        results = self.cli_json("run", self.folder)
        states = [document["state"] for document in results["documents"]]
        reasons = {document["name"]: document.get("reason") for document in results["documents"]}
        self.assertEqual(states.count("done"), 2)
        self.assertEqual(states.count("done") + states.count("skipped") + states.count("failed"), len(states))
        self.assertEqual(reasons["copy.txt"], "duplicate")
        self.assertEqual(reasons["empty.txt"], "empty")
        self.assertEqual(reasons["picture.txt"], "not_text")
        self.assertEqual(reasons[".git/"], "version_control")
        self.assertEqual(reasons[".hidden.txt"], "hidden")
        self.assertEqual(reasons["Thumbs.db"], "system_litter")
        self.assertEqual(reasons["link.txt"], "symbolic_link")
        self.assertEqual(reasons["pipe"], "special_file")
        self.assertEqual(reasons["socket"], "special_file")
        self.assertEqual(results["total_words"], 20 + 7)
        for problem in results["problems"]:
            self.assertTrue(problem["message"].endswith("."), problem)

    def test_duplicates_counted_on_request(self):
        self.write("a.txt", TEXT)
        self.write("b.txt", TEXT)
        self.assertEqual(self.cli_json("run", self.folder)["total_words"], 20)
        self.assertEqual(self.cli_json("run", self.folder, "--duplicates", "count")["total_words"], 40)

    def test_report_names_totals_words_sentences_and_problems(self):
        self.write("a.txt", TEXT * 3)
        self.write("empty.txt", b"")
        report = self.cli("run", self.folder).stdout.decode()
        for expected in ("Found 2: 1 analysed, 1 skipped, 0 failed", "60 words", "Most frequent words", "Keywords",
                         "Key sentences — copied from the documents, no AI", "a.txt", "empty.txt", "Empty"):
            self.assertIn(expected, report)
        self.assertNotIn("\x1b[", report)

    def test_csv_has_a_line_a_document_and_guards_formulas(self):
        self.write("=cmd().txt", TEXT)
        self.write("quote\"comma,.txt", "two words\n")
        rows = list(csv.DictReader(io.StringIO(self.cli("run", self.folder, "--csv").stdout.decode())))
        self.assertEqual([row["name"] for row in rows], ["'=cmd().txt", 'quote"comma,.txt'])
        self.assertEqual(rows[1]["words"], "2")

    def test_standard_input_is_read(self):
        results = self.cli_json("run", "-", stdin=TEXT.encode())
        self.assertEqual(results["total_words"], 20)
        self.assertEqual(len(results["files_processed"]), 1)

    def test_hostile_names_reach_neither_terminal_nor_json_unescaped(self):
        for name in (b"new\nline.txt", b"\x1b[31mred.txt", b"\xff\xfe.txt", "\u202egnp.txt".encode(), b"--json", b"n" * 250):
            (self.folder / os.fsdecode(name)).write_bytes(b"some words here " + name[:3].hex().encode() + b"\n")
        results = self.cli_json("run", self.folder)
        self.assertEqual(len(results["files_processed"]), 6)
        report = self.cli("run", self.folder).stdout
        self.assertNotIn(b"\x1b", report)
        self.assertNotIn("\u202e".encode(), report)

    def test_nothing_readable_is_said_and_ends_well(self):
        results = self.cli_json("run", self.folder)
        self.assertEqual(results["documents"], [])
        self.assertEqual(results["total_words"], 0)

    def test_wrong_usage_is_exit_2_with_a_suggestion(self):
        for arguments, said in ((("rn", self.folder), 'Did you mean "run"?'),
                                (("run", self.folder, "--jsn"), 'Did you mean "--json"?'),
                                (("run", self.folder / "missing"), "There is no file or folder"),
                                (("run", self.folder, "--summarizer", "magic"), "Choose extractive, gemini"),
                                (("run", self.folder, "--max-size", "huge"), "is no size"),
                                (("run", self.folder, "--top", "0"), "See: gemmary-cli run --help"),
                                (("run",), "See: gemmary-cli run --help"),
                                ((), "See: gemmary-cli --help")):
            done = self.cli(*arguments, expect=2)
            self.assertIn(said, done.stderr.decode())
            self.assertEqual(done.stdout, b"")

    def test_store_that_cannot_be_used_is_exit_8_with_a_sentence(self):
        self.write("a.txt", TEXT)
        broken = self.root / "broken.db"
        broken.write_bytes(b"this is no database at all, only text" * 100)
        done = self.cli("run", self.folder, "--store", broken, expect=8)
        self.assertIn("broken.db", done.stderr.decode())
        self.assertEqual(len(done.stderr.decode().strip().splitlines()), 1)

    def test_shared_database_that_cannot_be_used_is_one_sentence_and_its_exit_code(self):
        for url, code, said in [("nonsense", 2, "postgresql://"), ("postgresql://host", 2, "no database"),
                                ("postgresql://127.0.0.1:1/store", 7, "does not answer")]:
            by_environment = self.cli("list", expect=code, DATABASE_URL=url)
            by_option = self.cli("list", "--db", url, expect=code)
            for done in (by_environment, by_option):
                self.assertIn(said, done.stderr.decode())
                self.assertEqual(len(done.stderr.decode().strip().splitlines()), 1)
                self.assertEqual(done.stdout, b"")
        self.cli("list", "--local", DATABASE_URL="postgresql://127.0.0.1:1/store")
        self.assertFalse((self.root / "nonsense").exists())

    def test_interrupt_stops_cleanly_and_resume_finishes_without_repeating(self):
        for number in range(12):
            self.write(f"{number:02}.txt", f"{TEXT}number{number} unique{number}\n")
        running = self.start_cli("run", self.folder, "--batch-size", "1", "--workers", "1",
                                 TEST_WORKER_DELAY_SECONDS="0.3")
        time.sleep(1.5)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=20)
        self.assertEqual(running.returncode, 130, said.decode())
        self.assertIn("gemmary-cli resume", said.decode())
        status = self.cli_json("status", "@last")
        self.assertEqual(status["status"], "STOPPED")
        kept = status["progress"]["processed_files"]
        self.assertGreater(kept, 0)
        self.assertLess(kept, 12)
        results = self.cli_json("resume", "@last", "--wait")
        self.assertEqual(len(results["files_processed"]), 12)
        self.assertEqual(results["total_words"], 12 * 22)

    def test_forced_failures_park_the_batches_and_retry_heals(self):
        self.write("a.txt", TEXT)
        done = self.cli("run", self.folder, "--timeout", "60", expect=None, TEST_WORKER_FORCE_FAILURE="true",
                        GEMMARY_PROFILE="prod")
        self.assertEqual(done.returncode, 0, "the profile prod ignores the hooks")


if __name__ == "__main__":
    unittest.main(verbosity=1)
