# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong with a server itself, and how often it said so."""
import collections
import contextlib
import os
import pwd
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import postgresserver  # noqa: E402

ROLE = "chaos"  # of the programs: a superuser would pass over limits
CODES = {"40001": "conflicts", "40P01": "deadlocks", "53100": "disk full", "53300": "no connection left",
         "25006": "read-only", "57014": "statement cancelled", "57P01": "connection ended", "57P03": "not yet up"}


def ask(url, sql, *values):
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(sql, values)


class SmallDisk:
    """A disk that can be filled, with a tablespace on it; where mounting is not permitted there is none."""

    def __init__(self, url):
        self._url = url
        self._folder = Path(tempfile.mkdtemp(prefix="gemmary-disk-", dir="/tmp"))
        owner = pwd.getpwnam("postgres").pw_uid if os.geteuid() == 0 else os.geteuid()
        mount = ["mount", "-t", "tmpfs", "-o", f"size=96m,mode=700,uid={owner}", "tmpfs", self._folder]
        self.mounted = subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode == 0
        if self.mounted:
            ask(url, f"CREATE TABLESPACE small LOCATION '{self._folder}'")

    def fill(self, seconds):
        ballast = self._folder / "ballast"
        try:
            with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
                while True:
                    file.write(bytes(4096))
            time.sleep(seconds)
        finally:
            ballast.unlink()

    def end(self):
        if self.mounted:
            with contextlib.suppress(psycopg2.Error):
                ask(self._url, "DROP TABLESPACE small")
            subprocess.run(["umount", "--lazy", self._folder], check=False)
        self._folder.rmdir()


class Server:
    """The server of a whole run. Its log begins each line with the SQLSTATE."""

    def __init__(self, folder):
        self.folder = folder
        self.url = (folder / "url").read_text()
        with contextlib.suppress(psycopg2.errors.DuplicateObject):
            ask(f"{self.url}postgres", f"CREATE ROLE {ROLE} LOGIN")
        self.disk = SmallDisk(f"{self.url}postgres")
        self._log = (folder / "data").resolve() / "log"
        self._seen = self._log.stat().st_size

    def answers(self):
        """How often it refused something for each reason."""
        with self._log.open(errors="replace") as log:
            log.seek(self._seen)
            found = re.findall(r"^(\w{5}) (?:ERROR|FATAL):", log.read(), re.MULTILINE)
        return collections.Counter(f"answers {code} ({CODES[code]})" for code in found if code in CODES)


class ServerFaults:
    """The faults of one database, each for a moment; afterwards everything is as before."""

    def __init__(self, server, database, dice):
        self._server = server
        self._database = database
        self._dice = dice
        self._all = [self.crash, self.conflict, self.too_many_connections, self.read_only, self.cancel_statements]
        if server.disk.mounted:
            self._all.append(self.fill_disk)

    def strike(self, number):
        """Lets the fault happen whose turn it is; answers its name."""
        fault = self._all[number % len(self._all)]
        fault()
        return f"server: {fault.__name__}"

    def _ask(self, sql, *values):
        ask(f"{self._server.url}postgres", sql, *values)

    def _moment(self):
        time.sleep(self._dice.uniform(0.2, 0.9))

    def _each_connection(self, act):
        self._ask(f"SELECT {act}(pid) FROM pg_stat_activity WHERE usename = %s AND datname = %s", ROLE, self._database)

    def crash(self):
        postgresserver.restart(self._server.folder)

    def conflict(self):
        """Another session changes what all work on, and takes its time before it commits."""
        with contextlib.suppress(psycopg2.Error):  # it may be the one that loses
            ask(self._server.url + self._database,
                "BEGIN; UPDATE jobs SET last_error = last_error WHERE state = 'OPEN'; UPDATE progress SET done = done; "
                "SELECT pg_sleep(%s); COMMIT", self._dice.uniform(0.1, 0.4))

    def fill_disk(self):
        self._server.disk.fill(self._dice.uniform(0.3, 1))

    def too_many_connections(self):
        self._ask(f"ALTER DATABASE {self._database} CONNECTION LIMIT 1")
        self._each_connection("pg_terminate_backend")
        self._moment()
        self._ask(f"ALTER DATABASE {self._database} CONNECTION LIMIT -1")

    def read_only(self):
        """Those who connect meanwhile stay so until they connect anew."""
        self._ask(f"ALTER DATABASE {self._database} SET default_transaction_read_only = on")
        self._each_connection("pg_terminate_backend")
        self._moment()
        self._ask(f"ALTER DATABASE {self._database} RESET default_transaction_read_only")

    def cancel_statements(self):
        """As statement_timeout does, with the same code."""
        for _ in range(40):
            self._each_connection("pg_cancel_backend")
            time.sleep(0.01)
