# SPDX-License-Identifier: GPL-3.0-or-later
"""export, log, config, doctor and the list's filters, by the real program."""
import csv
import io
import json
import signal
import socket
import subprocess
import time
import unittest

from support import CLI, CliTest

HOSTILE = '=cmd|" /C calc"!A0 <script>alert(1)</script>\x1b[31m.txt'


class ExportTest(CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", "The river carried the boats past the mill.\n")
        self.write(HOSTILE.replace("/", "_"), "Words of a document with a bad name.\n")
        self.cli("run", self.folder, "--name", "Letters")

    def test_each_format_is_what_it_says(self):
        report = json.loads(self.cli("export", "@last").stdout)
        self.assertEqual(len(report["files"] if "files" in report else report["documents"]), 2)
        rows = list(csv.reader(io.StringIO(self.cli("export", "@last", "--format", "csv").stdout.decode())))
        self.assertEqual(len(rows), 3)
        self.assertFalse([cell for row in rows for cell in row if cell.startswith("=")])
        page = self.cli("export", "@last", "--format", "html").stdout.decode()
        self.assertTrue(page.lstrip().lower().startswith("<!doctype html"))
        self.assertNotIn("<script", page)
        text = self.cli("export", "@last", "--format", "md").stdout.decode()
        self.assertIn("Letters", text)
        self.assertNotRegex(text, r"(?<!\\)<script")

    def test_format_follows_the_file_and_the_file_is_whole_or_not_there(self):
        target = self.root / "report.html"
        done = self.cli("export", "@last", "-o", target)
        self.assertEqual(done.stdout, b"")
        self.assertIn("<html", target.read_text())
        self.cli("export", "@last", "-o", self.root / "report.xyz", expect=2)
        self.assertFalse((self.root / "report.xyz").exists())
        done = self.cli("export", "@last", "-o", self.root / "nowhere" / "report.md", expect=8)
        self.assertIn("cannot be written", done.stderr.decode())

    def test_tables_are_the_ones_asked_for(self):
        words = self.cli("export", "@last", "--format", "csv", "--table", "words").stdout.decode()
        rows = list(csv.reader(io.StringIO(words)))
        self.assertEqual(len(rows) - 1, len(self.words()))
        self.cli("export", "@last", "--table", "words", expect=2)
        self.cli("export", "nothing", expect=4)

    def test_unfinished_process_has_a_report_that_says_so(self):
        self.cli("start", self.folder)
        self.assertIn("<html", self.cli("export", "@last", "--format", "html").stdout.decode())


class LogTest(CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", "Some words.\n")
        self.environment["GEMMARY_LOG_LEVEL"] = "debug"

    def test_lines_of_one_process_are_told_from_others(self):
        first = self.cli("start", self.folder).stdout.decode().strip()
        second = self.cli("start", self.folder).stdout.decode().strip()
        self.cli("worker", "--drain")
        lines = [json.loads(line) for line in self.cli("log", first[:8], "--jsonl").stdout.splitlines()]
        self.assertTrue(lines)
        self.assertEqual({line["process_id"] for line in lines}, {first})
        everything = self.cli("log").stdout.decode()
        self.assertIn(first, everything)
        self.assertIn(second, everything)
        self.assertEqual(len(self.cli("log", "--lines", "1").stdout.splitlines()), 1)
        self.assertEqual(self.cli("log", "--level", "error").stdout, b"")

    def test_older_files_and_what_is_no_event_are_no_trouble(self):
        home = self.root / "home"
        home.mkdir()
        event = '{"timestamp":"2026-01-31T12:00:00.000Z","level":"info","message":"%s"}\n'
        (home / "gemmary.log.1").write_text(event % "older")
        (home / "gemmary.log").write_text("no JSON\n" + event % "evil\\u001b[2J" + '{"cut')
        lines = self.cli("log").stdout.decode().splitlines()
        self.assertEqual(["older" in line for line in lines], [True, False])
        self.assertNotIn("\x1b", lines[1])

    def test_follow_shows_what_is_written_also_after_the_file_was_replaced(self):
        home = self.root / "home"
        home.mkdir()
        log = home / "gemmary.log"
        event = '{"timestamp":"2026-01-31T12:00:00.000Z","level":"info","message":"%s"}\n'
        log.write_text(event % "first")
        program = subprocess.Popen([CLI, "log", "--follow"], stdout=subprocess.PIPE, env=self.environment)
        self.assertIn(b"first", program.stdout.readline())
        with log.open("a") as file:
            file.write(event % "second")
        self.assertIn(b"second", program.stdout.readline())
        log.rename(home / "gemmary.log.1")
        log.write_text(event % "third")
        self.assertIn(b"third", program.stdout.readline())
        program.send_signal(signal.SIGINT)
        self.assertEqual(program.wait(timeout=20), 0)
        program.stdout.close()


class ConfigTest(CliTest):
    def file(self):
        return self.root / "config" / "gemmary" / "gemmary.conf"

    def test_value_is_set_found_said_where_from_and_taken_out(self):
        self.assertEqual(self.cli("config", "path").stdout.decode().strip(), str(self.file()))
        self.assertEqual(self.cli("config", "get", "GEMMARY_TOP_WORDS").stdout, b"5\n")
        self.cli("config", "set", "GEMMARY_TOP_WORDS", "7")
        self.assertEqual(self.file().read_text(), "GEMMARY_TOP_WORDS=7\n")
        self.assertEqual(self.cli("config", "get", "GEMMARY_TOP_WORDS", "--sources").stdout.decode(), f"7\t{self.file()}\n")
        done = self.cli("config", "set", "GEMMARY_TOP_WORDS", "9", GEMMARY_TOP_WORDS="8")
        self.assertIn("wins over it", done.stderr.decode())
        row, = (row for row in self.cli_json("config", "list", GEMMARY_TOP_WORDS="8") if row["key"] == "GEMMARY_TOP_WORDS")
        self.assertEqual((row["value"], row["source"]), ("8", "the environment"))
        self.cli("config", "unset", "GEMMARY_TOP_WORDS")
        self.assertEqual(self.file().read_text(), "")

    def test_what_cannot_be_is_refused_and_nothing_is_written(self):
        for arguments, code in ((("set", "GEMMARY_TOP_WORDS", "many"), 2), (("set", "NO_SUCH", "1"), 4),
                                (("get", "NO_SUCH"), 4), (("get",), 2), (("list", "GEMMARY_TOP_WORDS"), 2),
                                (("set", "GEMMARY_TOP_WORDS"), 2), (("set", "GEMMARY_TOP_WORDS", "1\n2"), 2)):
            self.cli("config", *arguments, expect=code)
        self.assertFalse(self.file().exists())

    def test_secrets_are_neither_taken_nor_shown(self):
        self.cli("config", "set", "GEMINI_API_KEY", "a-secret", expect=2)
        self.assertFalse(self.file().exists())
        said = self.cli("config", "list", "--sources", GEMINI_API_KEY="a-secret",
                        DATABASE_URL="postgresql://somebody:pass-word@host/name?password=pass-word").stdout.decode()
        self.assertNotIn("a-secret", said)
        self.assertNotIn("pass-word", said)
        self.assertIn("host/name", said)

    def test_broken_file_can_still_be_found_and_doctor_names_it(self):
        self.file().parent.mkdir(parents=True)
        self.file().write_text("GEMMARY_TOP_WORDS=many\n")
        self.cli("list", expect=2)
        self.cli("config", "set", "GEMMARY_TOP_WORDS", "5")
        self.cli("list")
        self.file().write_text("nonsense\n")
        self.assertEqual(self.cli("config", "path").stdout.decode().strip(), str(self.file()))
        done = self.cli("doctor", expect=1)
        self.assertIn(str(self.file()), done.stdout.decode())


class DoctorTest(CliTest):
    def findings(self, expect=0, **environment):
        done = self.cli("doctor", "--json", expect=expect, **environment)
        return {row["check"]: row for row in json.loads(done.stdout)}

    def test_healthy_machine_has_no_problem_and_no_store_is_made(self):
        found = self.findings()
        self.assertEqual([row for row in found.values() if not row["ok"]], [])
        self.assertLessEqual({"version", "settings", "disk", "store", "keyring", "gemini", "ollama", "openai"}, set(found))
        self.assertFalse((self.root / "home" / "gemmary.db").exists())

    def test_each_problem_has_its_remedy(self):
        home = self.root / "home"
        home.mkdir()
        (home / "gemmary.db").write_bytes(b"no database at all" * 100)
        with socket.socket() as nobody:
            nobody.bind(("127.0.0.1", 0))  # and does not listen
            url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
            found = self.findings(expect=1, GEMINI_API_KEY="some-key", GEMMARY_BASE_URL=url)
        for check in ("store", "gemini"):
            self.assertFalse(found[check]["ok"], found[check])
            self.assertTrue(found[check]["remedy"])


class ListTest(CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", "One document.\n")
        self.cli("run", self.folder, "--name", "Beta letters")
        self.write("b.txt", "Another document.\n")
        self.cli("run", self.folder, "--name", "alpha Letters")
        self.cli("start", self.folder, "--name", "Gamma")

    def names(self, *options):
        return [row["name"] for row in self.cli_json("list", *options)]

    def test_filters_and_order(self):
        self.assertEqual(self.names(), ["Gamma", "alpha Letters", "Beta letters"])
        self.assertEqual(self.names("--state", "completed"), ["alpha Letters", "Beta letters"])
        self.assertEqual(len(self.names("--state", "pending,completed")), 3)
        self.assertEqual(self.names("--name", "LETTERS", "--sort", "name"), ["alpha Letters", "Beta letters"])
        self.assertEqual(self.names("--sort", "oldest", "--limit", "1"), ["Beta letters"])
        self.assertEqual(self.names("--since", "2999-01-01"), [])
        self.assertEqual(len(self.names("--since", time.strftime("%Y-%m-%d"))), 3)
        self.cli("list", "--since", "yesterday", expect=2)
        self.cli("list", "--state", "asleep", expect=2)

    def test_lines_are_one_object_each(self):
        lines = self.cli("list", "--jsonl").stdout.splitlines()
        self.assertEqual([json.loads(line)["name"] for line in lines], self.names())
        words = [json.loads(line) for line in self.cli("words", self.cli("list", "--ids", "--state", "completed",
                 "--limit", "1").stdout.decode().strip(), "--jsonl").stdout.splitlines()]
        self.assertIn({"word": "document", "count": 2}, words)


if __name__ == "__main__":
    unittest.main()
