# SPDX-License-Identifier: GPL-3.0-or-later
"""The stores that chaos.py torments: where its programs find them, and how it looks into them past their code."""
import contextlib
import glob
import sqlite3
import subprocess
import sys
import uuid
from pathlib import Path

SUPPORT = Path(__file__).parents[1] / "support"
FAULTS = {"--drop-request": 0.002, "--lose-reply": 0.004, "--delay": 0.01, "--half-open": 0.0005, "--reset": 0.001}
FAKE_CLOCK = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)


class SqliteStore:
    patience = 30  # seconds for everything to settle once the faults have ended

    def __init__(self, folder):
        self.place = folder / "store.db"
        self.option = ["--store", str(self.place)]

    def snapshot(self):
        database = sqlite3.connect(f"file:{self.place}?mode=ro", uri=True, timeout=30, isolation_level=None)
        database.execute("BEGIN")
        return database

    settled_snapshot = snapshot  # writers take turns

    def strike(self, _):
        return None

    def wrong_clock(self, _):
        return {}  # the programs of one computer share its clock

    def end(self):
        pass


class Snapshot:
    """One instant of a database on a server, with the face of sqlite3's connections."""

    def __init__(self, url, isolation="REPEATABLE READ", deferrable=False):
        import psycopg2
        self._connection = psycopg2.connect(url)
        self._connection.set_session(isolation_level=isolation, readonly=True, deferrable=deferrable)

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
        from serverfaults import ROLE, ServerFaults, ask
        self._ask = ask
        self._server = server
        self._name = f"chaos_{uuid.uuid4().hex[:12]}"
        where = " TABLESPACE small" if server.disk.mounted else ""
        ask(f"{server.url}postgres", f"CREATE DATABASE {self._name} OWNER {ROLE}{where}")
        port = server.url.rstrip("/").rpartition(":")[2]
        faults = [str(part) for fault in FAULTS.items() for part in fault]
        self._proxy = subprocess.Popen(
            [sys.executable, str(SUPPORT / "faultproxy.py"), port, "--seed", str(dice.getrandbits(31)), *faults],
            stdout=subprocess.PIPE, text=True)
        self.place = f"postgresql://{ROLE}@127.0.0.1:{self._proxy.stdout.readline().strip()}/{self._name}"
        self.option = ["--db", self.place]
        self.strike = ServerFaults(server, self._name, dice).strike

    def snapshot(self):
        return Snapshot(self._server.url + self._name)

    def settled_snapshot(self):
        """Waits for what has begun: a claim that saw the process before it was stopped may commit after the stop did."""
        return Snapshot(self._server.url + self._name, "SERIALIZABLE", deferrable=True)

    def wrong_clock(self, dice):
        """The environment of a machine whose clock is an hour off, for some."""
        if FAKE_CLOCK is None or dice.random() < 0.7:
            return {}
        return {"LD_PRELOAD": FAKE_CLOCK, "FAKETIME": dice.choice(["+1h", "-1h"]), "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

    def end(self):
        self._proxy.kill()
        self._proxy.wait()
        with contextlib.suppress(Exception):
            self._ask(f"{self._server.url}postgres", f"DROP DATABASE {self._name} WITH (FORCE)")
