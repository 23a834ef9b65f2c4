#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time, speed and peak memory of `gemmary-cli run` on 10,000 small files and on one of 400 MB, beside `wc -lw` and a
Node script of the original system's analysis, interleaved in one run. Prints a Markdown table of medians.

    tests/benchmarks/run.py [--text FILE…] [--rounds N] [--cli PROGRAM]

Shared machines are noisy: compare CPU seconds and ratios, not wall-clock figures of two runs.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SMALL_FILES = 10_000
SMALL_BYTES = 4096
LARGE_BYTES = 400_000_000


def make_data(folder, texts):
    small = folder / "small"
    for number in range(SMALL_FILES):
        text = texts[number % len(texts)]
        begin = (number * 397) % max(1, len(text) - SMALL_BYTES)
        target = small / f"{number // 100:03}"
        target.mkdir(parents=True, exist_ok=True)
        piece = text[begin:begin + SMALL_BYTES].decode("utf-8", "ignore")
        (target / f"{number:05}.txt").write_text(f"{piece}\n{number}\n", encoding="utf-8")
    large = folder / "large.txt"
    with large.open("wb") as file:
        while file.tell() < LARGE_BYTES:
            file.write(texts[0])
    return small, large


def measure(command, home):
    shutil.rmtree(home, ignore_errors=True)
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             env={**os.environ, "GEMMARY_HOME": str(home)})
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", nargs="+", type=Path, help="what the data is cut from; the samples otherwise")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/gemmary-cli"))
    options = parser.parse_args()
    sources = options.text or sorted((ROOT / "resources/samples").rglob("*.txt"))
    texts = [source.read_bytes() for source in sources if source.stat().st_size > 0]
    if not options.text:
        texts = [b"".join(text for text in texts if b"\xff" not in text)]
    with tempfile.TemporaryDirectory(prefix="gemmary-bench-") as directory:
        folder = Path(directory)
        small, large = make_data(folder, texts)
        files = [str(path) for path in small.rglob("*.txt")]
        programs = {
            "Gemmary, statistics and key sentences": [options.cli, "run"],
            "Gemmary, statistics only": [options.cli, "run", "--summarizer", "none"],
            "Node, the original's analysis": ["node", str(HERE / "original.js")],
            "wc -lw": ["wc", "-lw"],
        }
        print("| data | program | seconds | CPU seconds | MB/s of CPU | peak memory |\n|---|---|---|---|---|---|")
        for name, data in (("10,000 files of 4 KB", small), ("one file of 400 MB", large)):
            size = sum(os.path.getsize(file) for file in files) if data is small else os.path.getsize(large)
            runs = {program: [] for program in programs}
            for _ in range(options.rounds):
                for program, command in programs.items():
                    operands = files if program == "wc -lw" and data is small else [str(data)]
                    runs[program].append(measure([*command, *operands], folder / "home"))
            for program, figures in runs.items():
                wall, cpu, memory = (statistics.median(column) for column in zip(*figures))
                print(f"| {name} | {program} | {wall:.2f} | {cpu:.2f} | {size / 1e6 / cpu:.0f} | {memory:.0f} MB |")


if __name__ == "__main__":
    main()
