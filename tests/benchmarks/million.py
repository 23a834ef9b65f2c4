#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A process of very many documents, planned, counted and merged: time, peak memory of the program, size of the store,
and whether every document and word was counted. Prints a Markdown table.

    tests/benchmarks/million.py FOLDER [--documents N] [--db URL] [--summarizer extractive] [--cli PROGRAM]

FOLDER gets the documents, some 200 bytes each in folders of a thousand, and keeps them for the next run.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = ["river", "mill", "bridge", "boat", "child", "stone", "lamp", "field", "letter", "morning", "bread", "window"]
WORDS_A_DOCUMENT = 32  # and its number


def make_documents(folder, count):
    for thousand in range((count + 999) // 1000):
        target = folder / f"{thousand:05}"
        if target.is_dir():
            continue
        target.mkdir(parents=True)
        for number in range(thousand * 1000, min(count, thousand * 1000 + 1000)):
            words = [WORDS[(number * 7 + i * i) % len(WORDS)] for i in range(WORDS_A_DOCUMENT)]
            (target / f"{number:07}.txt").write_text(f"{' '.join(words)}.\n{number}\n")


def resident(pid):
    """MiB now; the peak that the kernel keeps counts shared pages of a mapped store, too."""
    try:
        fields = Path(f"/proc/{pid}/status").read_text().splitlines()
    except FileNotFoundError:
        return 0, 0
    values = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in fields if line.startswith(("VmRSS", "RssAnon"))}
    return values.get("VmRSS", 0), values.get("RssAnon", 0)


class MemoryWatch(threading.Thread):
    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.own_peak, self.ended = pid, 0, 0, threading.Event()
        self.start()

    def run(self):
        while not self.ended.wait(0.25):
            both, own = resident(self.pid)
            self.peak, self.own_peak = max(self.peak, both), max(self.own_peak, own)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--db", help="a shared database instead of a SQLite file; files are read where they are")
    parser.add_argument("--summarizer", default="none")
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/gemmary-cli"))
    options = parser.parse_args()
    documents = options.folder / "documents"
    make_documents(documents, options.documents)
    home = options.folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    environment = {**os.environ, "GEMMARY_HOME": str(home)}
    if options.db:
        environment.update(DATABASE_URL=options.db, GEMMARY_CONTENT="path")

    def ask(*arguments):
        return subprocess.run([options.cli, *arguments], env=environment, check=True, stdout=subprocess.PIPE).stdout

    begin = time.monotonic()
    started = ask("start", documents, "--summarizer", options.summarizer, "--duplicates", "count")
    process = started.decode().strip()
    with open(options.folder / "log.txt", "wb") as log:
        worker = subprocess.Popen([options.cli, "worker", "--drain"], stdout=log, stderr=log, env=environment)
        watch = MemoryWatch(worker.pid)
        _, status, usage = os.wait4(worker.pid, 0)
    seconds = time.monotonic() - begin
    watch.ended.set()
    if status != 0:
        sys.exit(f"ended with {os.waitstatus_to_exitcode(status)}: {(options.folder / 'log.txt').read_text()[-2000:]}")
    state = json.loads(ask("status", process, "--json"))
    assert state["status"] == "COMPLETED" and state["progress"]["processed_files"] == options.documents, state
    table = [int(line.split(b"\t", 1)[0]) for line in ask("words", process).splitlines()]
    assert sum(table) == options.documents * (WORDS_A_DOCUMENT + 1), f"{sum(table)} words"
    assert len(table) == options.documents + len(WORDS), f"{len(table)} different words"
    size = sum(path.stat().st_size for path in home.iterdir() if path.is_file())
    print("| documents | different words | wall s | CPU s | documents/s | memory, of its own | with mapped files | store, log |")
    print("|---|---|---|---|---|---|---|---|")
    print(f"| {options.documents:,} | {len(table):,} | {seconds:.0f} | {usage.ru_utime + usage.ru_stime:.0f} "
          f"| {options.documents / seconds:,.0f} | {watch.own_peak} MB | {watch.peak} MB | {size / 1e9:.2f} GB |")


if __name__ == "__main__":
    main()
