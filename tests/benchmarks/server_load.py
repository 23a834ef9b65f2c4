#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a document costs a shared database, and what idle workers do: the figures of packaging/cluster/README.md.

    tests/benchmarks/server_load.py GEMMARY_CLI [--documents 20000] [--seconds 40]

Starts a PostgreSQL of its own, with pg_stat_statements, which makes it a little slower.
"""
import argparse
import itertools
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import postgresserver  # noqa: E402

SIZES = """
    SELECT relname, n_live_tup, pg_relation_size(relid), pg_indexes_size(relid),
           pg_total_relation_size(relid) - pg_relation_size(relid) - pg_indexes_size(relid)
    FROM pg_stat_user_tables WHERE n_live_tup > 0 ORDER BY pg_total_relation_size(relid) DESC"""
CALLS = """
    SELECT COALESCE(SUM(calls), 0), COALESCE(SUM(calls) FILTER (WHERE query = 'COMMIT'), 0) FROM pg_stat_statements
    WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT LIKE '%pg\\_%'"""
# As if others worked on these: each has one job, and its lease does not end.
OPEN_PROCESSES = """
    INSERT INTO processes (process_id, name, state, settings, inputs, has_summary, fan_in, max_deliveries, lease_ms,
                           planned, n_documents, n_leaves, created_ms, started_ms)
    SELECT gen_random_uuid()::text, 'open', 'RUNNING', '{}', '[]', 1, 64, 3, 60000, 1, 100, 1,
           extract(epoch FROM now()) * 1000, 1 FROM generate_series(1, %s);
    INSERT INTO jobs (process_id, level, stage, node_no, parent_no, state, visible_ms, epoch, owner, deliveries)
    SELECT process_id, 0, 'analyse', 0, 0, 'OPEN', 99999999999999, 4294967297, 'another', 1 FROM processes"""


def write_documents(folder, count, size=4000):
    """English-like frequencies: the commonest of 40,000 words is as common as “the”."""
    chance = random.Random(7)
    words = ["".join(chance.choice("bcdfghlmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))
             for _ in range(40_000)]
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for number in range(count):
        path = folder / f"{number // 1000:03d}" / f"letter-{number:06d}.txt"
        path.parent.mkdir(exist_ok=True)
        sentences = []
        while sum(map(len, sentences)) < size:
            sentences.append(" ".join(chance.choices(words, cum_weights=weights, k=chance.randint(6, 24))) + ". ")
        path.write_text("".join(sentences), "utf-8")


class Server:
    def __init__(self, folder):
        self.folder = folder / "server"
        postgresserver.SETTINGS["shared_preload_libraries"] = "pg_stat_statements"
        postgresserver.start(self.folder)
        self.base = (self.folder / "url").read_text()

    def database(self, name):
        for sql in (f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name}"):
            self.ask("postgres", sql)
        self.ask(name, "CREATE EXTENSION pg_stat_statements")
        return self.base + name

    def ask(self, name, sql, values=None):
        connection = psycopg2.connect(self.base + name)
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            rows = cursor.fetchall() if cursor.description else []
        connection.close()
        return rows

    def processor_seconds(self):
        """Of this server's own processes, which are those that are at home in its folder."""
        ticks, home = 0, str((self.folder / "data").resolve() / "cluster")
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if os.readlink(process / "cwd") == home:
                    ticks += sum(map(int, (process / "stat").read_text().rsplit(")", 1)[1].split()[11:13]))
            except OSError:  # it has just ended
                continue
        return ticks / os.sysconf("SC_CLK_TCK")


def per_document(server, program, home, documents, count):
    url = server.database("documents")
    before, = server.ask("documents", "SELECT pg_current_wal_lsn()")[0]
    begin = time.monotonic()
    subprocess.run([program, "run", "--db", url, "--quiet", documents], env=home, check=True, stdout=subprocess.DEVNULL)
    took = time.monotonic() - begin
    wal, = server.ask("documents", "SELECT pg_current_wal_lsn() - %s::pg_lsn", (before,))[0]
    calls, commits = server.ask("documents", CALLS)[0]
    print(f"{count} documents in {took:.1f} s: {calls / count:.2f} statements and {commits / count:.3f} transactions "
          f"a document, {wal / count:.0f} bytes of log a document")
    server.ask("documents", "VACUUM FULL")
    server.ask("documents", "ANALYZE")
    print(f"{'table':18} {'rows':>8} {'heap':>10} {'indexes':>10} {'toast':>10} {'bytes a row':>12} {'a document':>11}")
    for name, rows, *sizes in server.ask("documents", SIZES):
        print(f"{name:18} {rows:8} {sizes[0]:10} {sizes[1]:10} {sizes[2]:10} {sum(sizes) / rows:12.0f} {sum(sizes) / count:11.1f}")


def idle(server, program, home, workers, open_processes, seconds):
    url = server.database("idle")
    subprocess.run([program, "list", "--db", url, "--quiet"], env=home, check=True, stdout=subprocess.DEVNULL)
    if open_processes:
        server.ask("idle", OPEN_PROCESSES, (open_processes,))
    running = [subprocess.Popen([program, "worker", "--workers", "2", "--db", url, "--quiet"], env=home,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(workers)]
    try:
        time.sleep(20)
        connections, = server.ask("idle", "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'gemmary'")[0]
        server.ask("idle", "SELECT pg_stat_statements_reset()")
        begin = server.processor_seconds()
        time.sleep(seconds)
        calls, commits = server.ask("idle", CALLS)[0]
        used = server.processor_seconds() - begin
    finally:
        for worker in running:
            worker.send_signal(signal.SIGTERM)
        for worker in running:
            worker.wait(30)
    print(f"{workers:7} {open_processes:5} {commits / seconds:15.1f} {calls / seconds:13.1f} {used / seconds:12.4f} {connections:12}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=40)
    options = parser.parse_args()
    program = options.program.resolve()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o755)
        home = {**os.environ, "GEMMARY_HOME": str(folder / "home")}
        (folder / "documents").mkdir()
        write_documents(folder / "documents", options.documents)
        server = Server(folder)
        try:
            per_document(server, program, home, folder / "documents", options.documents)
            print("workers  open  transactions/s  statements/s  server cores  connections")
            for workers, open_processes in itertools.product((1, 10), (0, 1, 100)):
                idle(server, program, home, workers, open_processes, options.seconds)
        finally:
            postgresserver.stop(server.folder)


if __name__ == "__main__":
    main()
