#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Five minutes of mixed requests, as many as the server answers, while its worker does what they start: no error, and
memory and descriptors flat at the end.

    tests/benchmarks/rest/soak.py [--cli PROGRAM] [--seconds N] [--connections N]

Needs wrk. Ends with 1 when a figure is not flat or an answer was not expected.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FIRST = 20  # processes to ask about at the beginning
WARM_SHARE = 0.6  # of the time: page caches grow with the store, up to 16 MB a connection
MOST_GROWTH = 1.10  # of memory after that
MOST_DESCRIPTORS = 8  # more than then


class Soak:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.samples = []  # seconds, resident bytes, descriptors

    def serve(self):
        plain = {key: value for key, value in os.environ.items() if not key.startswith(("GEMMARY_", "DATABASE_URL"))}
        self.server = subprocess.Popen([self.options.cli, "serve", "--port", "0"], stdout=subprocess.PIPE,
                                       stderr=open(self.folder / "log", "wb"), text=True,
                                       env={**plain, "GEMMARY_HOME": str(self.folder / "home")})
        self.url = self.server.stdout.readline().strip()

    def start_first(self):
        ids = []
        for number in range(FIRST):
            body = json.dumps({"files": [{"name": "a.txt", "content": f"Letter {number}. The quick brown fox runs."}]})
            request = urllib.request.Request(self.url + "/process/start", body.encode(), {"Content-Type": "application/json"})
            ids.append(json.load(urllib.request.urlopen(request))["process_id"])
        (self.folder / "ids").write_text("\n".join(ids) + "\n")

    def sample(self, seconds):
        process = Path(f"/proc/{self.server.pid}")
        resident = int(re.search(r"RssAnon:\s+(\d+)", (process / "status").read_text()).group(1)) * 1024
        self.samples.append((seconds, resident, len(os.listdir(process / "fd"))))

    def load(self):
        wrk = subprocess.Popen(["wrk", "-t1", f"-c{self.options.connections}", f"-d{self.options.seconds}s", "--timeout", "30s",
                                "-s", str(HERE / "soak.lua"), self.url, "--", str(self.folder / "ids")],
                               stdout=subprocess.PIPE, text=True)
        begin = time.monotonic()
        while wrk.poll() is None:
            self.sample(time.monotonic() - begin)
            time.sleep(1)
        said = wrk.communicate()[0].strip()
        figures = json.loads(said.splitlines()[-1])
        if figures["unexpected"] or figures["broken"]:
            print(said, file=sys.stderr)
        return figures

    def part(self, begin, end):
        """Medians of memory and descriptors between two shares of the time."""
        whole = self.options.seconds
        found = [sample for sample in self.samples if begin * whole <= sample[0] < end * whole]
        return statistics.median(s[1] for s in found), statistics.median(s[2] for s in found)

    def end(self):
        self.server.terminate()
        self.server.communicate(timeout=120)
        return self.server.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/gemmary-cli"))
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--connections", type=int, default=16)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gemmary-soak-") as directory:
        soak = Soak(options, Path(directory))
        soak.serve()
        soak.start_first()
        figures = soak.load()
        code = soak.end()
        store = (soak.folder / "home/gemmary.db").stat().st_size
    parts = [soak.part(begin / 10, (begin + 1) / 10) for begin in range(10)]
    print("memory by tenths of the time, MiB: " + ", ".join(f"{memory / 2**20:.1f}" for memory, _ in parts))
    print("descriptors: " + ", ".join(f"{count:.0f}" for _, count in parts))
    print(f"{figures['requests']:,} requests, {figures['requests'] / figures['seconds']:,.0f}/s, p50 {figures['p50']:.1f} ms, "
          f"p99 {figures['p99']:.1f} ms, {figures['unexpected']} unexpected, {figures['broken']} broken; "
          f"store {store / 2**20:.0f} MiB; exit {code}")
    warm, last = soak.part(WARM_SHARE, WARM_SHARE + 0.1), soak.part(0.9, 1.01)
    is_flat = last[0] <= MOST_GROWTH * warm[0] and last[1] <= warm[1] + MOST_DESCRIPTORS
    if figures["unexpected"] or figures["broken"] or code or not is_flat:
        sys.exit("not as it should be")


if __name__ == "__main__":
    main()
