#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Eight programs meet an empty database at once, three of them are killed in the middle of making its tables."""
import os
import random
import signal
import subprocess
import sys
import time
import unittest
import uuid
from contextlib import closing
from pathlib import Path

import psycopg2

sys.path.insert(0, str(Path(__file__).parent))
from support import CliTest  # noqa: E402

ROOT = Path(__file__).parents[2]
SERVER = Path(os.environ.get("GEMMARY_TEST_SERVER", "/nonexistent/url"))
VERSIONS = len(list((ROOT / "engine/store/sql/migrations").glob("*.sql")))
PROGRAMS, KILLED, ROUNDS = 8, 3, 3
SLOW = ["--delay", "0.4"]  # so that there is a middle
SCHEMA = """SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
            WHERE table_schema = 'public'
            UNION ALL SELECT tablename, indexname, indexdef, '', '' FROM pg_indexes WHERE schemaname = 'public'
            ORDER BY 1, 2"""


class MigrationTest(CliTest):
    def setUp(self):
        super().setUp()
        self.server = SERVER.read_text()
        port = self.server.rstrip("/").rpartition(":")[2]
        proxy = subprocess.Popen([sys.executable, ROOT / "tests/support/faultproxy.py", port, *SLOW],
                                 stdout=subprocess.PIPE, text=True)
        self.addCleanup(proxy.communicate)
        self.addCleanup(proxy.kill)
        self.slow = self.server.replace(port, proxy.stdout.readline().strip())

    def new_database(self):
        name = f"migration_{uuid.uuid4().hex[:12]}"
        subprocess.run(["psql", "--quiet", f"{self.server}postgres", "-c", f"CREATE DATABASE {name}"], check=True)
        return name

    def ask(self, database, sql):
        with closing(psycopg2.connect(self.server + database)) as connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()

    def tables(self, database):
        return self.ask(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")[0][0]

    def kill_in_the_middle(self, programs, database, tables):
        """Each as soon as there are so many tables."""
        for program, count in zip(programs, tables):
            while self.tables(database) < count:
                time.sleep(0.01)
            self.assertIsNone(program.poll(), "it was still at it")
            program.send_signal(signal.SIGKILL)

    def test_eight_programs_of_which_three_are_killed_make_one_schema(self):
        alone = self.new_database()
        self.cli("list", "--json", "--db", self.server + alone)
        expected = self.ask(alone, SCHEMA)
        dice = random.Random(6)
        for _ in range(ROUNDS):
            database = self.new_database()
            programs = [self.start_cli("list", "--json", "--db", self.slow + database, GEMMARY_HOME=str(self.root / f"home{number}"))
                        for number in range(PROGRAMS)]
            self.kill_in_the_middle(programs, database, sorted(dice.sample(range(1, self.tables(alone)), KILLED)))
            said = [program.communicate(timeout=120) for program in programs]
            for program, (_, errors) in list(zip(programs, said))[KILLED:]:
                self.assertEqual((program.returncode, errors), (0, b""))
            self.assertEqual(self.ask(database, SCHEMA), expected)
            versions = self.ask(database, "SELECT version FROM schema_migrations ORDER BY version")
            self.assertEqual(versions, [(number,) for number in range(1, VERSIONS + 1)])


if __name__ == "__main__":
    unittest.main(verbosity=2)
