#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The REST listener beside Fastify (Node) under wrk, interleaved, both on copies of one SQLite store with a thousand
finished processes, with the same statements and answers. Prints a Markdown table of medians and ratios.

    mkdir NODE && cd NODE && npm install fastify@4 better-sqlite3@11
    tests/benchmarks/rest/rest.py --node NODE [--cli PROGRAM] [--rounds N] [--seconds N]

Needs wrk. Both and wrk share the machine's cores: compare ratios of one run. CPU is what the server itself used.
"""
import argparse
import collections
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PROCESSES = 1000
CONNECTIONS = (1, 16, 64)
ROUTES = {"status": "`GET /process/status/{id}`", "list": "`GET /process/list`, 1,000 processes",
          "start": "`POST /process/start`, 1 KB"}
WARM_SECONDS = 2


class Server:
    """A server of one kind on a copy of the store."""

    def __init__(self, bench, kind, store):
        home = Path(tempfile.mkdtemp(dir=bench.folder))
        copy = home / "store.db"
        shutil.copyfile(store, copy)
        self.program = subprocess.Popen(bench.command(kind, copy), env=bench.environment(home), stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        self.home = home
        self.url = self.program.stdout.readline().strip()
        if not self.url:
            sys.exit(f"{kind} did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.kill()
        self.program.wait()
        self.program.stdout.close()
        shutil.rmtree(self.home)

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.program.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def get(self, path):
        with urllib.request.urlopen(self.url + path) as answer:
            return answer.read()


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.ids = folder / "ids"
        self.figures = collections.defaultdict(list)

    def command(self, kind, store):
        if kind == "gemmary":
            return [self.options.cli, "serve", "--port", "0", "--no-worker", "--store", str(store)]
        return ["node", str(HERE / "server.js"), str(store), str(ROOT / "engine/store/sql")]

    def environment(self, home):
        plain = {key: value for key, value in os.environ.items() if not key.startswith(("GEMMARY_", "DATABASE_URL"))}
        return {**plain, "GEMMARY_HOME": str(home), "NODE_ENV": "production",
                "NODE_PATH": str(self.options.node / "node_modules")}

    def fill(self):
        """A store with finished processes, one document each, made by the program itself."""
        store = self.folder / "store.db"
        server = subprocess.Popen([self.options.cli, "serve", "--port", "0", "--store", str(store)],
                                  env=self.environment(self.folder / "home"), stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, text=True)
        url = server.stdout.readline().strip()
        ids = []
        for number in range(PROCESSES):
            body = json.dumps({"name": f"Letters {number}", "files": [
                {"name": "letter.txt", "content": f"Letter {number}. The quick brown fox runs over the hill."}]})
            request = urllib.request.Request(url + "/process/start", body.encode(), {"Content-Type": "application/json"})
            ids.append(json.load(urllib.request.urlopen(request))["process_id"])
        while json.load(urllib.request.urlopen(f"{url}/process/list?limit=1&status=PENDING")) or \
                json.load(urllib.request.urlopen(f"{url}/process/list?limit=1&status=RUNNING")):
            time.sleep(0.2)
        server.terminate()
        server.communicate()
        assert not Path(f"{store}-wal").exists(), "the last to leave puts all into the one file"
        self.ids.write_text("\n".join(ids) + "\n")
        return store

    def check_alike(self, store):
        """Both must answer the same, to the last key and value."""
        one = self.ids.read_text().split()[0]
        answers = []
        for kind in ("gemmary", "fastify"):
            with Server(self, kind, store) as server:
                answers.append([server.get(path) for path in (f"/process/status/{one}", "/process/list?limit=1000")])
        for ours, theirs in zip(*answers):
            if json.loads(ours) != json.loads(theirs):
                sys.exit(f"The answers differ:\n{ours[:600]}\n{theirs[:600]}")
            print(f"same answer, {len(ours):,} and {len(theirs):,} bytes", file=sys.stderr)

    def load(self, server, route, connections, seconds):
        said = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", str(HERE / "load.lua"), server.url,
             "--", route, str(self.ids)], check=True, capture_output=True, text=True).stdout
        figures = json.loads(said.strip().splitlines()[-1])
        if figures["failed"]:
            sys.exit(f"{figures['failed']} requests failed:\n{said}")
        return figures

    def measure(self, kind, route, connections, store):
        with Server(self, kind, store) as server:
            self.load(server, route, connections, WARM_SECONDS)
            before = server.cpu_seconds()
            figures = self.load(server, route, connections, self.options.seconds)
            cpu = server.cpu_seconds() - before
        rate = figures["requests"] / figures["seconds"]
        taken = {"rate": rate, "cpu": 1e6 * cpu / figures["requests"], "p50": figures["p50"], "p99": figures["p99"]}
        for name, figure in taken.items():
            self.figures[kind, route, connections, name].append(figure)
        print(f"    {route} x{connections} {kind}: {rate:,.0f}/s, {taken['cpu']:.0f} us CPU, p99 {taken['p99']:.2f} ms",
              file=sys.stderr)

    def round(self, store):
        for route in self.options.routes:
            for connections in CONNECTIONS:
                for kind in ("gemmary",) if self.options.only_ours else ("gemmary", "fastify"):
                    self.measure(kind, route, connections, store)

    def median(self, kind, route, connections, name):
        found = self.figures[kind, route, connections, name]
        return statistics.median(found) if found else float("nan")


def print_table(bench):
    print("| request | connections | requests/s: ours, Fastify | ratio | CPU µs a request | ratio | p50 / p99 ms |\n"
          "|---|---|---|---|---|---|---|")
    for route in bench.options.routes:
        for connections in CONNECTIONS:
            def both(name):
                return [bench.median(kind, route, connections, name) for kind in ("gemmary", "fastify")]
            rates, cpus, p50s, p99s = (both(name) for name in ("rate", "cpu", "p50", "p99"))
            print(f"| {ROUTES[route]} | {connections} | {rates[0]:,.0f} : {rates[1]:,.0f} | {rates[0] / rates[1]:.2f} | "
                  f"{cpus[0]:,.0f} : {cpus[1]:,.0f} | {cpus[1] / cpus[0]:.2f} | "
                  f"{p50s[0]:.1f} / {p99s[0]:.1f} : {p50s[1]:.1f} / {p99s[1]:.1f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--node", type=Path, required=True, help="folder with node_modules")
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/gemmary-cli"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--routes", nargs="+", choices=ROUTES, default=list(ROUTES))
    parser.add_argument("--only-ours", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gemmary-rest-") as directory:
        bench = Bench(options, Path(directory))
        store = bench.fill()
        bench.check_alike(store)
        for _ in range(options.rounds):
            bench.round(store)
        print_table(bench)


if __name__ == "__main__":
    main()
