#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every window: light and dark, English and Spanish, single and double size.

    screenshots.py FOLDER [SCENE…]      GEMMARY_WINDOW names the program

They are for looking at, and three of them are in the README.
"""
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from session import Session, Window, wait_until  # noqa: E402

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
TABS = ("overview", "files", "words", "summary", "log")
# name | environment
VARIANTS = {
    "light-en": {"GEMMARY_APPEARANCE": "light", "GEMMARY_LANGUAGE": "en"},
    "dark-es": {"GEMMARY_APPEARANCE": "dark", "GEMMARY_LANGUAGE": "es"},
    "contrast-en": {"GEMMARY_APPEARANCE": "high-contrast", "GEMMARY_LANGUAGE": "en"},
    "dark-en-2x": {"GEMMARY_APPEARANCE": "dark", "GEMMARY_LANGUAGE": "en", "QT_SCALE_FACTOR": "2"},
}


class Scenes:
    def __init__(self, folder, variant, environment):
        self._folder = folder
        self._variant = variant
        self._environment = environment
        self.home = Path(tempfile.mkdtemp(prefix="gemmary-shots-"))
        (self.home / "window.ini").write_text("[answers]\nwelcomed=yes\n")

    def open(self, *paths, **environment):
        window = Window(self.home, *paths, **{**self._environment, **environment})
        window.find("frame", contains="Gemmary")
        window.activate()
        window.keys("super+Up")
        time.sleep(1)
        return window

    def shoot(self, window, name, wait=0.8):
        time.sleep(wait)
        window.screenshot(self._folder / f"{self._variant}-{name}.png")

    def first_run(self):
        (self.home / "window.ini").unlink()
        with self.open() as window:
            self.shoot(window, "welcome")
            window.keys("Escape")
            self.shoot(window, "empty")
            window.close()

    def finished(self):
        with self.open(SAMPLES) as window:
            wait_until(lambda: window.has(role="table cell", contains="samples"), "the samples are listed")
            time.sleep(3)
            for number, tab in enumerate(TABS, 1):
                window.keys(f"ctrl+{number}")
                self.shoot(window, tab)
            window.keys("ctrl+comma")
            self.shoot(window, "preferences")
            window.keys(*["Down"] * 6)
            self.shoot(window, "automation")
            window.keys("Escape", "F1")
            self.shoot(window, "shortcuts")
            window.keys("Escape", "ctrl+e")
            self.shoot(window, "export")
            window.keys("Escape")
            window.close()

    def running(self):
        folder = self.home / "Letters 1923"
        folder.mkdir()
        texts = [path for path in sorted(SAMPLES.rglob("*")) if path.is_file() and path.suffix != ".png"]
        for number in range(900):
            source = texts[number % len(texts)]
            (folder / f"{number:04} {source.name}").write_bytes(source.read_bytes() + f"\nPage {number}.\n".encode())
        with self.open(folder, TEST_WORKER_DELAY_SECONDS="0.03") as window:
            window.keys("ctrl+1")
            self.shoot(window, "running", 9)
            window.close()


def take(folder, variant):
    double = "QT_SCALE_FACTOR" in VARIANTS[variant]
    with Session(*((2800, 1800) if double else (1400, 900))):
        scenes = Scenes(folder, variant, VARIANTS[variant])
        for scene in (scenes.first_run, scenes.finished, scenes.running):
            scene()
        shutil.rmtree(scenes.home, ignore_errors=True)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[2:] or list(VARIANTS)
    if len(wanted) == 1:
        take(folder, wanted[0])
        return
    for variant in wanted:  # the accessibility bus can be met once a program
        subprocess.run([sys.executable, __file__, str(folder), variant], check=True)


if __name__ == "__main__":
    main()
