#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a real screen, used as people use it: mouse, keys, drag and drop, kill -9."""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from session import CLI, DRAG_SOURCE, Session, TimedOut, Window, click, drag, middle_of, tree, wait_until, xdotool  # noqa: E402

SLOW = {"TEST_WORKER_DELAY_SECONDS": "0.05"}


class WindowTest(unittest.TestCase):
    def setUp(self):
        self._directory = tempfile.TemporaryDirectory(prefix="gemmary-window-")
        self.addCleanup(self._directory.cleanup)
        self.root = Path(self._directory.name)
        self.home = self.root / "home"
        self.home.mkdir()
        # The first run's page is a test of its own.
        (self.home / "window.ini").write_text("[answers]\nwelcomed=yes\n")

    def open(self, *paths, **environment):
        window = Window(self.home, *paths, **environment)
        self.addCleanup(window.__exit__)
        window.find("frame", contains="Gemmary")
        return window

    def folder(self, name, count=3, words=20):
        folder = self.root / name
        folder.mkdir()
        for number in range(count):
            text = " ".join(f"{name}{number}" if word == 0 else "word" for word in range(words))
            (folder / f"{number:04}.txt").write_text(text + ".\n")
        return folder

    def cli(self, *arguments):
        done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, check=False,
                              env={**os.environ, "GEMMARY_HOME": str(self.home)}, timeout=60)
        return done.stdout

    def processes(self):
        return json.loads(self.cli("list", "--json"))

    def process(self, name):
        return next((process for process in self.processes() if process["name"] == name), None)

    def wait_for(self, name, status, timeout=30):
        def settled():
            process = self.process(name)
            return process if process and process["status"] == status else None

        return wait_until(settled, f"{name} is {status}", timeout)

    def drag_onto(self, window, target, *arguments):
        """Drags from another program's window to a place of ours."""
        source = subprocess.Popen([DRAG_SOURCE, *map(str, arguments)])
        self.addCleanup(source.wait)
        self.addCleanup(source.kill)
        ids = wait_until(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(source.pid)],
                                                capture_output=True, text=True, check=False).stdout.split(),
                         "the other program's window")
        xdotool("windowactivate", "--sync", ids[-1])
        xdotool("windowmove", "--sync", ids[-1], 2, 2)
        drag((40, 30), target, lambda: window.has(name="Drop area"))  # then it is asked for what it gave


class Begin(WindowTest):
    def test_first_run_explains_itself_and_lets_go(self):
        (self.home / "window.ini").unlink()
        window = self.open()
        window.find(contains="Key sentences")
        window.keys("Escape")
        window.find("label", "Drop folders or documents here")

    def test_sample_library_is_one_click_and_shows_skips(self):
        window = self.open()
        window.press("push button", "Try the sample library")
        process = self.wait_for("Sample library", "COMPLETED")
        self.assertEqual(process["progress"]["total_files"], 17)
        self.assertEqual(process["progress"]["skipped_files"], 3)
        window.find("table cell", contains="Sample library")

    def test_arguments_become_a_process(self):
        self.open(self.folder("letters"))
        self.wait_for("letters", "COMPLETED")

    def test_second_start_hands_its_folder_to_the_first(self):
        first = self.open()
        second = Window(self.home, self.folder("later"))
        self.assertEqual(second.process.wait(15), 0)
        self.wait_for("later", "COMPLETED")
        self.assertIsNone(first.process.poll())


class Drop(WindowTest):
    def test_folder_dragged_from_another_program_is_processed(self):
        window = self.open()
        self.drag_onto(window, middle_of(window.find("label", "Drop folders or documents here")),
                       self.folder("dragged", 5))
        process = self.wait_for("dragged", "COMPLETED")
        self.assertEqual(process["progress"]["total_files"], 5)

    def test_sources_are_never_moved_or_changed(self):
        folder = self.folder("kept", 2)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        window = self.open()
        self.drag_onto(window, middle_of(window.find("label", "Drop folders or documents here")), folder)
        self.wait_for("kept", "COMPLETED")
        self.assertEqual(before, {path.name: path.read_bytes() for path in folder.iterdir()})

    def test_two_folders_on_the_right_half_become_two_processes(self):
        window = self.open()
        frame = window.find("frame", contains="Gemmary")
        from gi.repository import Atspi
        box = frame.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        self.drag_onto(window, (box.x + box.width * 3 // 4, box.y + box.height // 2),
                       self.folder("one"), self.folder("two"))
        self.wait_for("one", "COMPLETED")
        self.wait_for("two", "COMPLETED")

    def test_folder_on_a_process_adds_to_it(self):
        window = self.open(self.folder("first", 3))
        self.wait_for("first", "COMPLETED")
        row = window.find("table cell", contains="first")
        self.drag_onto(window, middle_of(row), self.folder("second", 4))
        wait_until(lambda: self.process("first")["progress"]["total_files"] == 7, "both folders in one process")
        process = self.wait_for("first", "COMPLETED")
        self.assertEqual(len(self.processes()), 1)
        self.assertEqual(process["progress"]["processed_files"], 7)

    def test_text_becomes_a_document(self):
        window = self.open()
        self.drag_onto(window, middle_of(window.find("label", "Drop folders or documents here")),
                       "--text", "three small words")
        wait_until(lambda: [p for p in self.processes() if p["status"] == "COMPLETED"], "the text is counted")
        results = json.loads(self.cli("results", "@last", "--json"))
        self.assertEqual(results["total_words"], 3)


class Work(WindowTest):
    def test_pause_begins_nothing_new_and_start_goes_on(self):
        window = self.open(self.folder("slow", 200), **SLOW)
        window.find("table cell", contains="slow")
        window.press("push button", "Pause")
        wait_until(lambda: self.process("slow")["paused"], "it is paused")
        window.press("push button", "Start")
        wait_until(lambda: not self.process("slow")["paused"], "it goes on")
        self.wait_for("slow", "COMPLETED", 60)

    def test_stop_keeps_what_is_done_and_start_goes_on(self):
        folder = self.folder("halves", 300)
        window = self.open(folder, **SLOW)
        window.find("table cell", contains="halves")
        window.press("push button", "Stop")
        self.wait_for("halves", "STOPPED")
        window.press("push button", "Start")
        self.wait_for("halves", "COMPLETED", 60)
        results = json.loads(self.cli("results", "@last", "--json"))
        self.assertEqual(results["total_words"], 300 * 20)

    def test_charts_move_while_it_works(self):
        window = self.open(self.folder("moving", 400), **SLOW)
        window.find("table cell", contains="moving")

        def described():
            return [node.get_description() for node, _ in tree(window.application)
                    if node.get_name() == "Documents per second" and node.get_description()]

        first = wait_until(described, "the chart says what it shows")
        wait_until(lambda: described() != first, "the chart says something new", 20)

    def test_kill_loses_nothing_and_the_next_start_says_so(self):
        window = self.open(self.folder("killed", 250), **SLOW)
        window.find("table cell", contains="killed")
        time.sleep(1.5)
        window.kill()
        again = self.open(**SLOW)
        again.find("label", contains="Gemmary closed unexpectedly", timeout=20)
        time.sleep(1)
        self.assertTrue(self.process("killed")["paused"], "nothing goes on before it was asked for")
        again.press("push button", "Resume")
        self.wait_for("killed", "COMPLETED", 60)
        results = json.loads(self.cli("results", "@last", "--json"))
        self.assertEqual(results["total_words"], 250 * 20)

    def test_closing_while_it_works_keeps_it_for_the_next_time(self):
        window = self.open(self.folder("kept", 200), **SLOW)
        window.find("table cell", contains="kept")
        self.assertEqual(window.close(), 0)
        again = self.open()
        self.wait_for("kept", "COMPLETED", 60)
        self.assertIsNone(again.has(contains="closed unexpectedly"))


class Closing(WindowTest):
    ROUNDS = int(os.environ.get("CLOSING_ROUNDS", "6"))

    def test_closing_during_work_never_crashes_nor_loses(self):
        folder = self.folder("many", 600)
        randomness = random.Random(1923)
        window = self.open(folder, **SLOW)
        window.find("table cell", contains="many")
        for number in range(self.ROUNDS):
            time.sleep(randomness.uniform(0, 1.2))
            # A program that is asked to end before it has begun simply ends.
            self.assertIn(window.close(), (0, -signal.SIGTERM), f"round {number}")
            window = Window(self.home, **SLOW)
            self.addCleanup(window.__exit__)
            if number % 3 == 0:
                window.find("frame", contains="Gemmary")
        self.assertIn(window.close(), (0, -signal.SIGTERM))
        self.open()
        self.wait_for("many", "COMPLETED", 120)
        results = json.loads(self.cli("results", "@last", "--json"))
        self.assertEqual(results["total_words"], 600 * 20)


class Results(WindowTest):
    def export(self, kind, name):
        window = self.open(self.folder("letters", 4))
        self.wait_for("letters", "COMPLETED")
        window.find("table cell", contains="letters")
        window.activate()
        window.keys("ctrl+e")
        window.press("radio button", contains=kind)
        target = self.root / name
        field = window.find("text", contains="Save as")
        field.get_editable_text_iface().set_text_contents(str(target))
        window.press("push button", "Save")
        wait_until(target.exists, f"{name} is written")
        return target

    def test_report_is_one_file_of_html(self):
        page = self.export("HTML", "letters.html").read_text()
        self.assertIn("<svg", page)
        self.assertIn("letters", page)
        self.assertNotIn("<script", page)

    def test_report_is_printed_to_pdf(self):
        target = self.export("PDF", "letters.pdf")
        text = subprocess.run(["pdftotext", "-layout", str(target), "-"], capture_output=True, text=True, check=True)
        self.assertIn("letters", text.stdout)
        self.assertIn("80", text.stdout)  # words

    def test_print_shows_a_preview(self):
        window = self.open(self.folder("letters", 4))
        self.wait_for("letters", "COMPLETED")
        window.find("table cell", contains="letters")
        window.activate()
        window.keys("ctrl+p")
        window.find("dialog", contains="rint")


class Looks(WindowTest):
    def choose(self, window, page, option):
        """Chooses in a preference's list by typing, as from the keyboard."""
        window.press("menu item", contains="Preferences", showing=False)
        click(window.find("list item", contains=page))

        def box():
            return next((node for node, _ in tree(window.application) if node.get_role_name() == "combo box"
                         and option in [item.get_name() for item, _ in tree(node)]), None)

        click(wait_until(box, f"a list with {option}"))
        window.type(option)
        window.keys("Return")

    def test_language_changes_at_once_and_is_kept(self):
        window = self.open(self.folder("letters"))
        self.wait_for("letters", "COMPLETED")
        self.choose(window, "Appearance", "Español")
        window.find("menu item", "Archivo")
        window.find("dialog", "Preferencias")  # where the user still is
        self.assertEqual(window.close(), 0)
        again = self.open()
        again.find("menu item", "Archivo")
        again.find("push button", "Detener", showing=False)

    def test_theme_changes_at_once(self):
        window = self.open(self.folder("letters"))
        self.wait_for("letters", "COMPLETED")

        def brightness():
            shot = self.root / "shot.png"
            window.screenshot(shot)
            mean = subprocess.run(["convert", str(shot), "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"],
                                  capture_output=True, text=True, check=True)
            return float(mean.stdout)

        light = brightness()
        self.choose(window, "Appearance", "Dark")
        wait_until(lambda: brightness() < light / 2, "the window is dark")


class Lists(WindowTest):
    def test_filter_hides_and_clears(self):
        window = self.open(self.folder("alpha"))
        self.wait_for("alpha", "COMPLETED")
        Window(self.home, self.folder("beta")).process.wait(15)
        window.find("table cell", contains="beta")
        window.activate()
        window.keys("ctrl+f")
        window.type("alp")
        wait_until(lambda: window.has(role="table cell", contains="alpha")
                   and not window.has(role="table cell", contains="beta, "), "only alpha is listed")
        window.keys("ctrl+a", "Delete")
        window.find("table cell", contains="beta")

    def test_removal_is_undone(self):
        window = self.open(self.folder("gone"))
        self.wait_for("gone", "COMPLETED")
        click(window.find("table cell", contains="gone"))
        window.keys("Delete")
        wait_until(lambda: not self.processes(), "it is off the list")
        window.keys("ctrl+z")
        wait_until(self.processes, "it is back")

    def test_delete_in_another_pane_removes_nothing(self):
        window = self.open(self.folder("safe"))
        self.wait_for("safe", "COMPLETED")
        window.activate()
        window.keys("ctrl+2", "Delete")
        time.sleep(0.5)
        self.assertTrue(self.processes())


def main():
    with Session():
        unittest.main(verbosity=2)


if __name__ == "__main__":
    main()
