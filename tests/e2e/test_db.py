#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`gemmary-cli db` on a SQLite store, and the password of a shared database."""
import sqlite3
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from support import CliTest  # noqa: E402


class DbTest(CliTest):
    def sentence(self, *arguments, expect, **environment):
        """The one line that an error says."""
        done = self.cli(*arguments, expect=expect, **environment)
        lines = done.stderr.decode().strip().splitlines()
        self.assertEqual(len(lines), 1, lines)
        return lines[0]

    def test_check_of_no_store_says_so_and_makes_none(self):
        self.assertIn("There is no store", self.sentence("db", "check", expect=4))
        self.assertFalse((self.root / "home/gemmary.db").exists())

    def test_check_says_what_the_store_is(self):
        self.cli("db", "migrate")
        facts = self.cli_json("db", "check")
        self.assertTrue(facts["product"].startswith("SQLite 3."))
        self.assertEqual(facts["schema"], facts["newest_schema"])
        self.assertFalse(facts["server"])

    def test_check_of_an_older_schema_asks_for_migrate_and_changes_nothing(self):
        self.cli("db", "migrate")
        store = self.root / "home/gemmary.db"
        with sqlite3.connect(store) as database:
            newest, = database.execute("SELECT max(version) FROM schema_migrations").fetchone()
            database.execute("DELETE FROM schema_migrations WHERE version = ?", (newest,))
        self.assertIn("db migrate", self.sentence("db", "check", expect=8))
        with sqlite3.connect(store) as database:
            self.assertEqual(database.execute("SELECT max(version) FROM schema_migrations").fetchone(), (newest - 1,))

    def test_check_of_a_newer_schema_says_which_gemmary_is_needed(self):
        self.cli("db", "migrate")
        with sqlite3.connect(self.root / "home/gemmary.db") as database:
            database.execute("INSERT INTO schema_migrations VALUES (999, 'new', 'x', 1)")
        self.assertIn("newer Gemmary", self.sentence("db", "check", expect=8))

    def test_backup_is_a_whole_store_of_its_own(self):
        self.write("a.txt", "one two two\n")
        self.cli("run", self.folder)
        backup = self.root / "copy.db"
        self.cli("db", "backup", backup)
        self.assertEqual(backup.stat().st_mode & 0o777, 0o600)
        self.assertIn("COMPLETED", self.cli("list", "--store", backup).stdout.decode())
        self.assertIn("is there already", self.sentence("db", "backup", backup, expect=8))
        self.assertIn("COMPLETED", self.cli("list", "--store", backup).stdout.decode())

    def test_backup_to_nowhere_is_refused(self):
        self.cli("db", "migrate")
        self.assertIn("cannot be written", self.sentence("db", "backup", self.root / "no/such/copy.db", expect=8))
        self.assertIn("Say where", self.sentence("db", "backup", expect=2))
        self.assertIn("Only db backup", self.sentence("db", "check", "file", expect=2))

    def test_password_file_that_cannot_be_read_is_named(self):
        said = self.sentence("list", expect=2, DATABASE_URL="postgresql://host/name",
                             DATABASE_PASSWORD_FILE=str(self.root / "nothing"))
        self.assertIn("DATABASE_PASSWORD_FILE", said)
        self.assertIn(str(self.root / "nothing"), said)

    def test_password_is_in_no_message_and_no_log(self):
        secret = self.root / "password"
        secret.write_text("s3cr&t=?x\n")
        done = self.cli("list", "--verbose", "--debug", expect=7, DATABASE_URL="postgresql://127.0.0.1:1/name",
                        DATABASE_PASSWORD_FILE=str(secret))
        said = done.stdout + done.stderr + b"".join(path.read_bytes() for path in (self.root / "home").glob("*.log"))
        for form in (b"s3cr&t", b"s3cr%26t"):
            self.assertNotIn(form, said)


if __name__ == "__main__":
    unittest.main(verbosity=2)
