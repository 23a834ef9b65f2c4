#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What sharing a store costs, beside two job queues on PostgreSQL, interleaved on one server that waits for its disk
(fsync on). Prints a Markdown table of medians, ratios first.

    mkdir NODE && cd NODE && npm install graphile-worker@0.17.3 pg-boss@10.4.2
    tests/benchmarks/queue/queue.py --node NODE [--rounds N] [--bench PROGRAM] [--only-ours]

A job of Gemmary's is a row of a document, one of the plan, and when it is done a result and counters; of the others, one
row. Shared machines are noisy: compare ratios of one run.
"""
import argparse
import collections
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg2

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import postgresserver  # noqa: E402

ENQUEUED = 20_000  # and the backlog of those who work
WORKED = {1: 800, 4: 1600, 8: 1600}  # jobs, by programs
WORKED_SQLITE = 4000
PGBOSS_WORKED = 200
PICKUPS = 25
POLL_MS = 500
SETTINGS = {"fsync": "on", "shared_buffers": "256MB", "log_min_messages": "fatal",
            "default_transaction_isolation": "'read committed'"}  # theirs; Gemmary asks for SERIALIZABLE itself


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.server = folder / "server"
        postgresserver.start(self.server, SETTINGS)
        self.url = (self.server / "url").read_text()
        self.databases = 0
        self.figures = collections.defaultdict(list)

    def database(self):
        self.databases += 1
        name = f"bench{self.databases}"
        connection = psycopg2.connect(f"{self.url}postgres")
        connection.autocommit = True
        connection.cursor().execute(f"CREATE DATABASE {name}")
        connection.close()
        return self.url + name

    def analyse(self, url):
        """As autovacuum would in a while: fresh tables have no statistics, which none of the three likes."""
        connection = psycopg2.connect(url)
        connection.autocommit = True
        connection.cursor().execute("VACUUM ANALYZE")
        connection.close()

    def ours(self, *arguments, programs=1):
        command = [self.options.bench, *map(str, arguments)]
        return self.outputs([command] * programs)

    def node(self, queue, *arguments):
        command = ["node", str(HERE / "queues.js"), queue, *map(str, arguments)]
        return self.outputs([command], env={**os.environ, "NODE_PATH": str(self.options.node / "node_modules")})[0]

    @staticmethod
    def outputs(commands, env=None):
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) for command in commands]
        said = [program.communicate()[0] for program in running]
        if any(program.returncode for program in running):
            sys.exit(f"{commands[0]} failed")
        return said

    def note(self, name, figure):
        self.figures[name].append(figure)
        print(f"    {name}: {figure:.5g}", file=sys.stderr)

    # ---- Ours

    def our_enqueue(self):
        _, seconds = self.ours("enqueue", self.database(), ENQUEUED)[0].split()
        self.note("enqueue", ENQUEUED / float(seconds))

    def our_work(self, programs):
        url = self.database()
        process, _ = self.ours("enqueue", url, ENQUEUED)[0].split()
        self.analyse(url)
        share = WORKED[programs] // programs
        self.note(f"work {programs}", self.rate(self.ours("work", url, process, share, programs=programs)))

    def our_sqlite(self):
        place = tempfile.mkdtemp(dir=self.folder) + "/store.db"
        process, _ = self.ours("enqueue", place, ENQUEUED)[0].split()
        self.note("work sqlite", self.rate(self.ours("work", place, process, WORKED_SQLITE)))

    def our_pickup(self):
        rows = [line.split() for line in self.ours("pickup", self.database(), PICKUPS, POLL_MS)[0].splitlines()]
        self.figures["pickup"] += [float(planned) for planned, _ in rows]
        self.figures["pickup job"] += [float(claimed) for _, claimed in rows]

    # ---- Theirs

    def their_enqueue(self, queue):
        self.note(f"{queue} enqueue", ENQUEUED / float(self.node(queue, "enqueue", self.database(), ENQUEUED)))

    def their_work(self, queue, jobs):
        url = self.database()
        self.node(queue, "enqueue", url, ENQUEUED)
        self.analyse(url)
        self.note(f"{queue} work", self.rate([self.node(queue, "work", url, jobs)]))

    def their_pickup(self, queue):
        url = self.database()
        self.node(queue, "enqueue", url, 0)
        self.figures[f"{queue} pickup"] += [float(line) for line in self.node(queue, "pickup", url, PICKUPS).split()]

    @staticmethod
    def rate(said):
        rows = [line.split() for line in said]
        return sum(int(jobs) for jobs, _ in rows) / max(float(seconds) for _, seconds in rows)

    # ---- All

    def round(self):
        self.our_enqueue()
        for programs in WORKED:
            self.our_work(programs)
        self.our_sqlite()
        self.our_pickup()
        if self.options.only_ours:
            return
        for queue, jobs in (("graphile", WORKED[4]), ("pgboss", PGBOSS_WORKED)):
            self.their_enqueue(queue)
            self.their_work(queue, jobs)
            self.their_pickup(queue)

    def median(self, name):
        return statistics.median(self.figures[name]) if self.figures[name] else float("nan")

    def percentile(self, name, part):
        figures = sorted(self.figures[name])
        return 1000 * figures[min(len(figures) - 1, int(part * len(figures)))] if figures else float("nan")


def ratios(bench):
    """What is compared, by how much, the goal, and the figures behind it."""
    value = bench.median
    pairs = [
        ("enqueue in bulk : graphile-worker", "enqueue", "graphile enqueue", 3),
        ("enqueue in bulk : pg-boss", "enqueue", "pgboss enqueue", 2),
        ("claim and complete, 4 programs : graphile-worker, concurrency 8", "work 4", "graphile work", 1),
        ("claim and complete, 4 programs : pg-boss, fetch 8", "work 4", "pgboss work", 5),
        ("claim and complete, 8 programs : 1 program", "work 8", "work 1", 1.5),
        ("claim and complete, SQLite, 1 program : server, 1 program", "work sqlite", "work 1", 3),
    ]
    for name, ours, theirs, goal in pairs:
        yield name, value(ours) / value(theirs), f"≥ {goal}", f"{value(ours):,.0f} : {value(theirs):,.0f} jobs/s"


def print_tables(bench):
    print("| ratio | measured | goal | figures |\n|---|---|---|---|")
    for name, ratio, goal, figures in ratios(bench):
        print(f"| {name} | {ratio:.2f} | {goal} | {figures} |")
    late = bench.percentile("pickup", 0.99)
    print(f"| start to pickup, p99 : the interval of asking | {late / POLL_MS:.2f} | ≤ 1.2 | {late:.0f} : {POLL_MS} ms |")
    print("\n| start to pickup | p50 | p99 |\n|---|---|---|")
    for name, key in ((f"Gemmary, asks each {POLL_MS} ms: planned", "pickup"), ("Gemmary: first job claimed", "pickup job"),
                      ("graphile-worker, LISTEN/NOTIFY", "graphile pickup"), ("pg-boss, asks each 500 ms", "pgboss pickup")):
        print(f"| {name} | {bench.percentile(key, 0.5):.0f} ms | {bench.percentile(key, 0.99):.0f} ms |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--node", type=Path, help="folder with node_modules of both queues")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bench", default=str(ROOT / "build/release/bin/bench_queue"))
    parser.add_argument("--only-ours", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gemmary-queue-") as directory:
        bench = Bench(options, Path(directory))
        try:
            for _ in range(options.rounds):
                bench.round()
        finally:
            postgresserver.stop(bench.server)
        print_tables(bench)


if __name__ == "__main__":
    main()
