# SPDX-License-Identifier: GPL-3.0-or-later
"""The stores that chaos.py torments: where its programs find them, and how it looks into them past their code."""
import contextlib
import sqlite3
import subprocess
import sys
import uuid
from pathlib import Path

SUPPORT = Path(__file__).parents[1] / "support"
sys.path.insert(0, str(SUPPORT))
import postgresserver  # noqa: E402

FAULTS = {"--drop-request": 0.002, "--lose-reply": 0.004, "--delay": 0.01, "--half-open": 0.0005, "--reset": 0.001}


class SqliteStore:
    patience = 30  # seconds for everything to settle once the faults have ended

    def __init__(self, folder):
        self.place = folder / "store.db"
        self.option = ["--store", str(self.place)]

    def snapshot(self):
        database = sqlite3.connect(f"file:{self.place}?mode=ro", uri=True, timeout=30, isolation_level=None)
        database.execute("BEGIN")
        return database

    def crash(self):
        return False

    def end(self):
        pass


class Snapshot:
    """One instant of a database on a server, with the face of sqlite3's connections."""

    def __init__(self, url):
        import psycopg2
        self._connection = psycopg2.connect(url)
        self._connection.set_session(isolation_level="REPEATABLE READ", readonly=True)

    def execute(self, sql, values=()):
        cursor = self._connection.cursor()
        cursor.execute(sql.replace("?", "%s"), values)
        return cursor

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._connection.close()


class ServerStore:
    """A new database on the server. Programs reach it through a proxy with faults; looking goes past that."""

    patience = 90

    def __init__(self, server, dice):
        self._server = server
        self._address = (server / "url").read_text()
        self._name = f"chaos_{uuid.uuid4().hex[:12]}"
        subprocess.run(["psql", "--quiet", f"{self._address}postgres", "-c", f"CREATE DATABASE {self._name}"], check=True)
        port = self._address.rstrip("/").rpartition(":")[2]
        faults = [str(part) for fault in FAULTS.items() for part in fault]
        self._proxy = subprocess.Popen(
            [sys.executable, str(SUPPORT / "faultproxy.py"), port, "--seed", str(dice.getrandbits(31)), *faults],
            stdout=subprocess.PIPE, text=True)
        proxy_port = self._proxy.stdout.readline().strip()
        self.place = f"{self._address.replace(port, proxy_port)}{self._name}"
        self.option = ["--db", self.place]

    def snapshot(self):
        return Snapshot(self._address + self._name)

    def crash(self):
        postgresserver.restart(self._server)
        return True

    def end(self):
        self._proxy.kill()
        self._proxy.wait()
        with contextlib.suppress(subprocess.CalledProcessError):
            subprocess.run(["psql", "--quiet", f"{self._address}postgres", "-c",
                            f"DROP DATABASE {self._name} WITH (FORCE)"], check=True)
