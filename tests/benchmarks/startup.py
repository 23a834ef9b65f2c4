#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time from the start of the program until its window is painted, and until the picture stands still (its rows are
there), on a screen of its own: with an empty store, with the stores given, and beside a bare Qt Widgets program,
interleaved in one run, page cache warm. Prints a Markdown table of medians.

    tests/benchmarks/startup.py [--build build/dev] [--rounds N] [--home "10,000 processes=FOLDER" …]

The screen is looked at every few milliseconds through a column of its pixels that crosses menus, rows and figures.
"""
import argparse
import ctypes
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "ui/desktop"))
from session import Session  # noqa: E402

ROOT = HERE.parent.parent
WIDTH, HEIGHT = 1500, 950
PAINTED_COLOURS = 8  # letters have many; a bare window and its frame have fewer
WATCHED = 4          # seconds


class Image(ctypes.Structure):
    """The beginning of Xlib's XImage."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                ("format", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_char)), ("byte_order", ctypes.c_int),
                ("bitmap_unit", ctypes.c_int), ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int),
                ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int)]


class Screen:
    def __init__(self):
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *[ctypes.c_int] * 2, *[ctypes.c_uint] * 2,
                                      ctypes.c_ulong, ctypes.c_int]
        self._x.XGetImage.restype = ctypes.POINTER(Image)
        self._x.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
        self._display = self._x.XOpenDisplay(None)
        self._root = self._x.XDefaultRootWindow(self._display)

    def column(self, left, width=48):
        every_plane, z_pixmap = ctypes.c_ulong(-1).value, 2
        image = self._x.XGetImage(self._display, self._root, left, 0, width, HEIGHT, every_plane, z_pixmap)
        pixels = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * HEIGHT)
        self._x.XDestroyImage(image)
        return pixels


def colours(pixels):
    return len({pixels[at:at + 4] for at in range(0, len(pixels), 4)})


def processor_time(process):
    """Milliseconds that all its threads have had."""
    return sum(int(task.read_text().split()[0]) for task in Path(f"/proc/{process}/task").glob("*/schedstat")) / 1e6


def measure(screen, command, home, left):
    """Milliseconds until painted, processor milliseconds until then, milliseconds until the last change."""
    empty = last = screen.column(left)
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             env={**os.environ, "GEMMARY_HOME": home, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0"})
    painted = changed = None
    while time.monotonic() - begin < WATCHED:
        pixels = screen.column(left)
        now = time.monotonic()
        if pixels != last:
            changed, last = now, pixels
            if painted is None and pixels != empty and colours(pixels) >= PAINTED_COLOURS:
                painted, used = now, processor_time(child.pid)
        time.sleep(0.003)
    child.terminate()
    child.wait()
    end = time.monotonic() + 5
    while screen.column(left) != empty and time.monotonic() < end:
        time.sleep(0.02)
    if painted is None:
        sys.exit(f"{command[0]} painted no window")
    return (painted - begin) * 1000, used, (changed - begin) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build/dev")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--home", nargs="*", default=[], metavar="NAME=FOLDER")
    options = parser.parse_args()
    window = str(options.build / "bin/gemmary")
    with Session(WIDTH, HEIGHT), tempfile.TemporaryDirectory(prefix="gemmary-startup-") as empty:
        screen = Screen()
        middle = WIDTH // 2
        programs = {"a bare Qt Widgets program": ([str(options.build / "bin/dragsource")], empty, 40),
                    "Gemmary, empty store": ([window], empty, middle)}
        for home in options.home:
            name, folder = home.split("=", 1)
            programs[f"Gemmary, {name}"] = ([window], folder, WIDTH // 5)
        runs = {name: [] for name in programs}
        for warm in (True, *[False] * options.rounds):
            for name, (command, home, left) in programs.items():
                figures = measure(screen, command, home, left)
                if not warm:
                    runs[name].append(figures)
    print("| program | window painted | processor time until then | picture complete |\n|---|---|---|---|")
    for name, figures in runs.items():
        painted, used, complete = (statistics.median(column) for column in zip(*figures))
        print(f"| {name} | {painted:.0f} ms | {used:.0f} ms | {complete:.0f} ms |")


if __name__ == "__main__":
    main()
