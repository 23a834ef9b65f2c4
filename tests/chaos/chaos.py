# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs processes through kills, freezes and storms, and holds the store to its invariants.

A round: a folder of documents whose counts this script knows, one process on it, 1, 2 or 4 worker programs on one
store. They are killed at named points of the protocol and at random instants, frozen past their leases, made to fail;
the process is started several times at once, stopped and resumed, and told contradicting things in storms. Then the
faults end, and everything has to come out exactly.

    chaos.py --seconds 60 [--seed N] [--naive] [--server FOLDER]

With --naive the workers use a wrong protocol, and the run succeeds only if that is noticed. With --server the store is
a database of its own on the server that postgresserver.py started in FOLDER. All programs reach it through a proxy that
loses requests and answers; some have a clock that is an hour off; and every round has one of the server's own faults in
its turn (serverfaults.py), which its log counts.
"""
import argparse
import collections
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from chaosstores import ServerStore, SqliteStore  # noqa: E402

CLI = os.environ["GEMMARY_CLI"]
WORKER = os.environ["GEMMARY_CHAOS_WORKER"]
VOCABULARY = [f"{stem}{ending}" for stem in ("ab", "cor", "del", "fin", "gar", "hol", "mun", "tal", "ver", "wil")
              for ending in ("a", "en", "is", "or", "um", "é", "ñi")]
LEASE_MS = 400
NAMED_POINTS = 10  # of engine/ports/protocolpoint.h
# What a database says to programs, and none of them to people (I11).
RAW = re.compile(r"serialize|deadlock detected|is ambiguous|restart transaction|canceling statement|SQLSTATE|\b4000[13]\b")


class Violation(Exception):
    pass


class Corpus:
    """Documents with known counts: some empty, some twice, some binary."""

    def __init__(self, folder, dice):
        self.words = self.lines = self.characters = self.read = self.skipped = 0
        self.table = collections.Counter()
        contents = []
        for number in range(dice.randint(25, 110)):
            name = folder / f"{number % 5}" / f"{number:04}.txt"
            name.parent.mkdir(parents=True, exist_ok=True)
            kind = dice.random()
            if kind < 0.04:
                name.write_bytes(b"")
                self.skipped += 1
            elif kind < 0.08:
                name.write_bytes(bytes([0, 1, 2, 3]) * dice.randint(5, 50) + bytes(str(number), "ascii"))
                self.skipped += 1
            elif kind < 0.14 and contents:
                name.write_text(dice.choice(contents), encoding="utf-8")
                self.skipped += 1
            else:
                text = self.text(dice, number)
                contents.append(text)
                name.write_text(text, encoding="utf-8")
                self.count(text)

    @staticmethod
    def text(dice, number):
        lines = [" ".join(dice.choices(VOCABULARY, k=dice.randint(1, 14))) for _ in range(dice.randint(1, 12))]
        return "\n".join([f"only{number}", *lines]) + dice.choice(["", "\n", "\n\n"])

    def count(self, text):
        words = text.split()
        self.words += len(words)
        self.lines += sum(1 for line in text.split("\n") if line.strip())
        self.characters += len(text)
        self.read += 1
        self.table.update(words)


class Round:
    def __init__(self, number, dice, naive, totals, server):
        self.number = number
        self.dice = dice
        self.naive = naive
        self.totals = totals
        self.directory = Path(tempfile.mkdtemp(prefix="gemmary-chaos-"))
        self.store = ServerStore(server, dice) if server else SqliteStore(self.directory)
        self.workers = []
        folder = self.directory / "documents"
        folder.mkdir()
        self.corpus = Corpus(folder, dice)
        self.key = str(dice.getrandbits(64))
        self.batch = dice.randint(2, 9)
        self.fan_in = dice.randint(2, 5)
        self.deliveries = 1_000_000 if dice.random() < 0.6 else 3
        self.process = self.start()
        self.epochs = {}
        self.done = {}
        self.generation = self.counted = -1

    def start(self):
        command = [WORKER, "start", self.store.place, self.directory / "documents", self.key, self.batch, self.fan_in,
                   LEASE_MS, self.deliveries]
        starts = [subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                  for _ in range(self.dice.randint(2, 5))]
        said = [start.communicate() for start in starts]
        ids = {out.strip() for out, _ in said}
        if len(ids) != 1 or not all(ids):
            raise Violation(f"I7: one key, started {len(starts)} times at once: {said}")
        self.totals["started at once with one key"] += len(starts)
        return ids.pop()

    def spawn(self, kill_chance, late_chance, error_chance):
        command = [WORKER, "work", self.store.place, self.dice.getrandbits(31), self.dice.choice([1, 2, 3]), kill_chance,
                   late_chance, error_chance, LEASE_MS * 2]
        if self.naive:
            command.append("naive")
        clock = self.store.wrong_clock(self.dice)
        self.totals["workers with a clock an hour off"] += bool(clock)
        return subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                env={**os.environ, **clock})

    def cli(self, *arguments, allowed=(0,)):
        return self.answer(self.start_cli(*arguments), allowed)

    def start_cli(self, *arguments):
        return subprocess.Popen([CLI, *arguments, *self.store.option, "--json"], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True,
                                env={**os.environ, "GEMMARY_HOME": str(self.directory)})

    @staticmethod
    def answer(command, allowed):
        out, errors = command.communicate()
        if command.returncode not in allowed:
            raise Violation(f"{command.args} ended with {command.returncode}: {errors}")
        if RAW.search(errors):
            raise Violation(f"I11: {command.args} said: {errors}")
        return json.loads(out) if out.strip() else None

    # ---- Faults

    def run(self):
        try:
            seconds = self.dice.uniform(0.3, 1.1)
            self.die_at_point()
            self.chaos(seconds)
            self.strike(self.number)
            self.chaos(seconds)
            self.drain()
            self.check_end()
        finally:
            for worker in self.workers:
                worker.send_signal(signal.SIGCONT)
                worker.kill()
                worker.wait()
            self.store.end()
            shutil.rmtree(self.directory, ignore_errors=True)

    def die_at_point(self):
        """Every round begins with a worker that dies at one of the named points, each in its turn."""
        first = self.spawn(f"@{self.number % NAMED_POINTS}", 0, 0)
        self.workers.append(first)
        try:
            first.wait(5)
            self.totals[f"killed at point {self.number % NAMED_POINTS}"] += 1
            self.workers.remove(first)
        except subprocess.TimeoutExpired:
            pass  # the point was not reached, such as the end of chunks in a set without words

    def chaos(self, seconds):
        width = self.dice.choice([1, 2, 4])
        kill_chance = self.dice.choice([0.002, 0.01, 0.05])
        error_chance = 0.0 if self.deliveries > 10 else 0.3
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for worker in [worker for worker in self.workers if worker.poll() is not None]:
                self.workers.remove(worker)
                self.totals["killed at a point"] += 1
            while len(self.workers) < width:
                self.workers.append(self.spawn(kill_chance, 0.05, error_chance))
            time.sleep(self.dice.uniform(0.01, 0.12))
            self.observe()
            self.disturb()

    def disturb(self):
        victim = self.dice.choice(self.workers)
        fate = self.dice.random()
        if fate < 0.25:
            victim.kill()
            victim.wait()
            self.workers.remove(victim)
            self.totals["killed at random"] += 1
        elif fate < 0.32:
            victim.send_signal(signal.SIGSTOP)
            time.sleep(LEASE_MS / 1000 * self.dice.uniform(0.5, 2))
            victim.send_signal(signal.SIGCONT)
            self.totals["frozen"] += 1
        elif fate < 0.37:
            self.stop_and_resume()
        elif fate < 0.39:
            self.storm()
        elif fate < 0.41:
            self.strike(self.dice.getrandbits(16))

    def strike(self, number):
        name = self.store.strike(number)
        if name:
            self.totals[name] += 1

    def storm(self):
        """Commands that contradict each other, at once; each is obeyed or found out of place."""
        verbs = self.dice.choices(["stop", "resume", "retry"], k=6)
        for command in [self.start_cli(verb, self.process) for verb in verbs]:
            self.answer(command, allowed=(0, 5))
        self.totals["storms of stop, resume and retry"] += 1

    def stop_and_resume(self):
        self.cli("stop", self.process, allowed=(0, 5))
        with self.store.settled_snapshot() as database:
            state = self.one(database, "SELECT state FROM processes WHERE process_id = ?", self.process)
            if state != "STOPPED":
                return  # it had finished
            claimed = self.deliveries_of(database)
            before = self.finished(database)
        time.sleep(self.dice.uniform(0, 0.3))
        with self.database() as database:
            if self.one(database, "SELECT state FROM processes WHERE process_id = ?", self.process) != "STOPPED":
                raise Violation("I6: a stop did not hold")
            for job, deliveries in self.deliveries_of(database).items():
                if deliveries > claimed.get(job, 0):
                    raise Violation(f"I6: {job} was claimed after the stop")
        self.cli("resume", self.process)
        self.done.update(before)
        self.totals["stopped and resumed"] += 1

    def drain(self):
        """The faults end: within leases and polls everything has to settle (I9)."""
        for worker in self.workers:
            worker.send_signal(signal.SIGCONT)
        self.workers.append(self.spawn(0, 0, 0))
        end = time.monotonic() + self.store.patience
        while time.monotonic() < end:
            self.observe()
            with self.database() as database:
                state = self.one(database, "SELECT state FROM processes WHERE process_id = ?", self.process)
            if state == "COMPLETED":
                return
            if state == "FAILED":
                with self.database() as database:
                    self.check_failed(database)
                self.totals["failed, then retried"] += 1
                self.cli("retry", self.process)
            if state == "STOPPED":
                self.cli("resume", self.process)
            time.sleep(0.05)
        raise Violation(f"I9: {state} {self.store.patience} s after the faults ended")

    # ---- Invariants

    def database(self):
        return self.store.snapshot()

    @staticmethod
    def one(database, sql, *values):
        return database.execute(sql, values).fetchone()[0]

    @staticmethod
    def deliveries_of(database):
        return {row[:3]: row[3] for row in database.execute("SELECT stage, level, node_no, deliveries FROM jobs")}

    @staticmethod
    def finished(database):
        return {row[:3]: row[3:] for row in database.execute(
            "SELECT stage, level, node_no, epoch, done_ms FROM results WHERE level = 0")}

    def observe(self):
        with self.database() as database:
            self.check_always(database)

    def check_always(self, database):
        for stage, level, node, epoch in database.execute("SELECT stage, level, node_no, epoch FROM jobs"):
            if epoch < self.epochs.get((stage, level, node), 0) and level == 0:
                raise Violation(f"I5: the epoch of {(stage, level, node)} went back")
            self.epochs[(stage, level, node)] = epoch
        self.check_progress(database)
        odd = database.execute(
            "SELECT j.stage, j.level, j.node_no, j.state, j.epoch, r.epoch FROM jobs j LEFT JOIN results r "
            "ON r.process_id = j.process_id AND r.stage = j.stage AND r.level = j.level AND r.node_no = j.node_no "
            "WHERE (j.state = 'DONE') <> (r.epoch IS NOT NULL) OR (j.state = 'DONE' AND j.epoch <> r.epoch)").fetchone()
        if odd:
            raise Violation(f"I2: job and result disagree: {odd}")
        greedy = database.execute("SELECT stage, level, node_no, deliveries FROM jobs WHERE deliveries > ?",
                                  (self.deliveries,)).fetchone()
        if greedy:
            raise Violation(f"I10: delivered too often: {greedy}")
        versions = database.execute("SELECT count(*), count(DISTINCT version) FROM schema_migrations").fetchone()
        if versions[0] != versions[1] or versions[0] == 0:
            raise Violation(f"I12: migrations {versions}")

    def check_progress(self, database):
        generation = self.one(database, "SELECT gen FROM processes WHERE process_id = ?", self.process)
        counted = database.execute(
            "SELECT coalesce(sum(analyse_leaves), 0), coalesce(sum(summarise_leaves), 0), coalesce(sum(analyse_merges), 0),"
            " coalesce(sum(summarise_merges), 0), coalesce(sum(done), 0), coalesce(sum(words), 0) FROM progress").fetchone()
        nodes = [self.one(database, f"SELECT count(*) FROM results WHERE stage = '{stage}' AND level {compare} 0")
                 for compare in ("=", ">") for stage in ("analyse", "summarise")]
        details = [json.loads(row[0]) for row in
                   database.execute("SELECT details FROM results WHERE stage = 'analyse' AND level = 0")]
        words = sum(entry["words"] for entry in details)
        done = sum(entry["documents"] for entry in details)
        if [*counted[:4]] != nodes or counted[5] != words or counted[4] != done:
            raise Violation(f"I1: counted {counted}, there are {nodes}, {done} documents, {words} words")
        if generation == self.generation and counted[4] < self.counted:
            raise Violation("I13: the count of documents went back")
        self.generation, self.counted = generation, counted[4]

    def check_failed(self, database):
        open_jobs = self.one(database, "SELECT count(*) FROM jobs WHERE state = 'OPEN'")
        dead = self.one(database, "SELECT count(*) FROM jobs WHERE state = 'DEAD'")
        letters = self.one(database, "SELECT count(*) FROM dead_letters WHERE redriven_ms = 0")
        if open_jobs or dead == 0 or dead != letters:
            raise Violation(f"I4: FAILED with {open_jobs} open, {dead} dead, {letters} letters")

    def check_end(self):
        with self.database() as database:
            self.check_always(database)
            if self.one(database, "SELECT count(*) FROM jobs WHERE state <> 'DONE'"):
                raise Violation("I3: COMPLETED with jobs that are not done")
            if self.one(database, "SELECT count(*) FROM documents WHERE state = 'waiting'"):
                raise Violation("I3: COMPLETED with documents waiting")
            for job, fact in self.done.items():
                now = database.execute("SELECT epoch, done_ms FROM results WHERE stage = ? AND level = ? AND node_no = ?",
                                       job).fetchone()
                if now != fact:
                    raise Violation(f"resume repeated the finished batch {job}")
            root = database.execute("SELECT stage, level, node_no, epoch, n_chunks FROM results "
                                    "WHERE stage = 'analyse' ORDER BY level DESC LIMIT 1").fetchone()
            if root:
                chunks = self.one(database, "SELECT count(*) FROM result_chunks WHERE stage = ? AND level = ? AND "
                                            "node_no = ? AND epoch = ?", *root[:4])
                if chunks != root[4]:
                    raise Violation(f"I8: the root has {chunks} of {root[4]} chunks")
            self.totals["jobs"] += self.one(database, "SELECT count(*) FROM jobs")
            self.totals["deliveries"] += self.one(database, "SELECT coalesce(sum(deliveries), 0) FROM jobs")
        self.check_results()

    def check_results(self):
        results = self.cli("results", self.process)
        table = {entry["word"]: entry["count"] for entry in self.cli("words", self.process)}
        truth = self.corpus
        facts = {
            "words": (results["total_words"], truth.words),
            "lines": (results["total_lines"], truth.lines),
            "characters": (results["total_characters"], truth.characters),
            "documents read": (len(results["files_processed"]), truth.read),
            "documents not read": (len(results["problems"]), truth.skipped),
            "summaries": (len(results["file_summaries"]), truth.read),
        }
        for name, (got, expected) in facts.items():
            if got != expected:
                raise Violation(f"I3, I14: {got} {name} instead of {expected}")
        if table != dict(truth.table):
            raise Violation("I3, I14: the word table is not exact")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--server", type=Path, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1 << 30)
    server = None
    if options.server:
        from serverfaults import Server
        server = Server(options.server)
    try:
        return run_rounds(options, seed, server)
    finally:
        if server:
            server.disk.end()


def run_rounds(options, seed, server):
    totals = collections.Counter()
    end = time.monotonic() + options.seconds
    number = 0
    while time.monotonic() < end:
        number += 1
        try:
            Round(number, random.Random(f"{seed}-{number}"), options.naive, totals, server).run()
        except Violation as violation:
            if options.naive:
                print(f"round {number}: noticed the naive protocol: {violation}")
                return 0
            print(f"round {number}, seed {seed}: {violation}")
            return 1
        totals["rounds"] += 1
    if server:
        totals += server.answers()
    print(", ".join(f"{count} {name}" for name, count in sorted(totals.items())), f"(seed {seed})")
    if server and not server.disk.mounted:
        print("No disk was filled: mounting one is not permitted here.")
    if options.naive:
        print("the naive protocol went unnoticed")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
