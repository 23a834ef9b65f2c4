#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says of the real window, what the keyboard reaches, and in which language it speaks."""
import contextlib
import os
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import surfaces  # noqa: E402
from session import Session, TimedOut, Window, wait_until  # noqa: E402
from surfaces import (Finished, cells, dialog, escape_dialog, has_state, is_focused, look, press_until,  # noqa: E402
                      tour)

INTERACTIVE = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
               "password text", "spin button", "slider", "page tab", "menu item", "check menu item",
               "radio menu item", "list", "list item", "table", "tree", "tree table", "link"}
TOGGLES = {"check box", "radio button"}
CELLS = {"table cell", "tree item"} # of a row, its first one speaks for all
TRANSLATIONS = Path(__file__).resolve().parents[3] / "translations"


class AccessTest(unittest.TestCase):
    def setUp(self):
        self._directory = tempfile.TemporaryDirectory(prefix="gemmary-access-")
        self.addCleanup(self._directory.cleanup)
        self.home = Path(self._directory.name) / "home"

    def open(self, **how):
        finished = Finished(self.home, **how)
        self.addCleanup(finished.__exit__)
        self.addCleanup(self.keep_screenshot, finished.window)
        return finished.__enter__()

    def keep_screenshot(self, window):
        """Of a failure, where the environment says so."""
        folder = os.environ.get("GEMMARY_SCREENSHOTS")
        result = self._outcome.result
        if folder and any(test is self for test, _ in (*result.failures, *result.errors)):
            window.screenshot(Path(folder) / f"{self.id()}.png")


# ---- names

def is_only_an_icon(name):
    return not re.search(r"\w", name)


def first_cells(seen):
    """The first cell of each row; rows are told apart by their height."""
    from gi.repository import Atspi

    def top(one):
        return one.node.get_component_iface().get_extents(Atspi.CoordType.SCREEN).y

    for table in (one for one in seen if one.role in ("tree", "table", "tree table")):
        rows = [one for one in cells(seen) if one.parent is table]
        if not rows:
            continue
        first = top(rows[0])
        stride = next((i for i, one in enumerate(rows) if i and top(one) != first), len(rows))
        yield from rows[::stride]


def faults(seen):
    for one in seen:
        is_stop = one.has("FOCUSABLE") and one.role not in CELLS
        if (one.role in INTERACTIVE or is_stop) and not one.name.strip():
            yield f"without a name: {one.path}"
        elif one.role in INTERACTIVE and is_only_an_icon(one.name):
            yield f"its name says nothing: {one.path}"
        elif is_stop and one.has("SHOWING") and not one.within("menu bar") and 0 in one.size():
            yield f"takes the keys without being seen: {one.path}"
        elif one.role == "combo box" and not (one.description or one.node.get_relation_set()):
            yield f"only its value has words: {one.path}"
    for cell in first_cells(seen):
        if not re.search(r"\w.*[,:] .*\w", cell.name):
            yield f"a row that is no sentence: {cell.path}"


class Names(AccessTest):
    def test_everything_that_opens_has_names_sizes_and_rows_that_are_sentences(self):
        finished = self.open(welcomed=False)
        found = []
        for title, seen in tour(finished):
            self.assertGreater(len(seen), 4, title)
            found += [f"{title}: {fault}" for fault in faults(seen)]
        self.assertEqual(found, [])

    def test_charts_say_their_data(self):
        finished = self.open()
        finished.read_samples()
        self.assertTrue(finished.charts())
        # Said again every few seconds.
        wait_until(lambda: all(any(map(str.isdigit, chart.description)) for chart in finished.charts()),
                   "every chart says its data")
        words = finished.page(2)
        [one for one in words if one.role == "check box"][-1].node.get_action_iface().do_action(0)
        cloud = wait_until(lambda: next((one for one in finished.details() if one.name == "Word cloud"), None),
                           "the cloud")
        self.assertRegex(cloud.description, r"\d")

    def test_menu_of_a_process_says_its_entries(self):
        finished = self.open()
        finished.read_samples()
        surfaces.click(finished.window.find("table cell", contains="samples, "))
        heard = surfaces.Listener(finished.window)
        finished.window.keys("Menu", "Down", "Down", "Down")
        names = wait_until(lambda: heard.names("menu item") if len(heard.names("menu item")) > 1 else None,
                           "entries are said")
        self.assertFalse([name for name in names if is_only_an_icon(name)])
        finished.window.keys("Escape")


# ---- keys

def stops(seen):
    """Where Tab may come by; rows and tabs are for arrows."""
    return [one for one in seen if one.has("FOCUSABLE", "SENSITIVE") and not one.within("menu bar")
            and one.role not in CELLS | {"list item", "page tab"}]


class Keyboard(AccessTest):
    def walk(self, window, see, title):
        """Tab until it comes round; fails on what it does not reach or does not leave."""
        candidates = stops(see())
        reached = []
        current = self.focused(candidates)
        for _ in range(3 * len(candidates)):
            if current and all(one in current or one.role == "label" for one in candidates):
                break # a dialog with one button, and labels to copy from
            try:
                current = self.next_stop(window, see, candidates, current)
            except TimedOut:
                self.fail(f"{title}: Tab does not leave {[one.path for one in current] or 'the beginning'}")
            if current[0] in reached:
                break
            reached += current
        self.assertFalse(self.unreached(window, candidates, reached + current), f"{title}: Tab does not reach them")

    def next_stop(self, window, see, candidates, current):
        for _ in range(20):
            window.keys("Tab")
            if not any(one.role == "label" for one in current):
                return wait_until(lambda: self.moved(see, candidates, current), "the focus moves", 8)
            with contextlib.suppress(TimedOut): # from link to link of the same text
                return wait_until(lambda: self.moved(see, candidates, current), "the focus moves", 0.5)
        raise TimedOut("the links have no end")

    @staticmethod
    def focused(candidates):
        """Several, where one stands for another: a bar of tabs and what it belongs to."""
        return [one for one in candidates if is_focused(one.node)]

    def moved(self, see, candidates, before):
        now = self.focused(candidates)
        if not now: # something new: a chart is drawn when it is scrolled into view
            candidates[:] = stops(see())
            now = self.focused(candidates)
        return now if now and now != before else None

    def unreached(self, window, candidates, reached):
        # Some labels take the keys for the mouse alone, to copy from.
        missing = [one for one in candidates if one not in reached and one.role != "label"]
        for role in TOGGLES: # one of a group is a stop; arrows go on from there
            for parent in {id(one.parent): one.parent for one in missing if one.role == role}.values():
                group = [one for one in candidates if one.parent is parent and one.role == role]
                entrance = next((one for one in group if one in reached), None)
                if entrance and (role != "check box" or self.arrows_reach(window, group, entrance)):
                    missing = [one for one in missing if one not in group]
        return [one.path for one in missing]

    def arrows_reach(self, window, group, entrance):
        press_until(window, "Tab", lambda: is_focused(entrance.node), "back to the entrance")
        left = [one for one in group if one is not entrance]
        for key in ("Right", "Left"):
            for _ in group:
                window.keys(key)
                left = [one for one in left if not is_focused(one.node)]
        return not left

    def test_tab_reaches_everything_before_the_first_process(self):
        finished = self.open(welcomed=False)
        window = finished.window
        window.activate()
        self.walk(window, lambda: look(dialog(window)), "welcome")
        escape_dialog(window)
        self.walk(window, finished.main, "start page")

    def test_tab_reaches_everything_of_the_pages(self):
        finished = self.open()
        finished.read_samples()
        for number, title in enumerate(surfaces.TABS):
            finished.page(number)
            if number in (1, 2, 4):
                finished.details_with(cells, title)
            self.walk(finished.window, finished.main, title)

    def test_tab_reaches_everything_of_the_dialogs_and_the_reader(self):
        finished = self.open()
        finished.read_samples()
        window = finished.window
        for title, root in surfaces.dialogs(finished, roots=True):
            self.walk(window, lambda root=root: look(root), title)
        for title, seen in surfaces.reader(finished):
            self.walk(window, lambda seen=seen: look(seen[0].node), title)

    def test_whole_work_without_a_mouse(self):
        finished = self.open()
        window = finished.window
        window.activate()
        samples = next(one for one in finished.main() if one.role == "push button"
                       and one.name == "Try the sample library")
        press_until(window, "Tab", lambda: is_focused(samples.node), "Tab comes to the samples")
        window.keys("space")
        row = window.find("table cell", contains="Sample library, Completed", timeout=60)
        self.assertTrue(row)
        self.panes(finished)
        self.tabs(finished)
        self.reader_by_keys(finished)
        self.menus_by_keys(finished)
        self.setting_by_keys(finished)
        window.keys("F1")
        self.assertEqual(dialog(window).get_name(), "Keyboard shortcuts")
        escape_dialog(window)

    def panes(self, finished):
        window = finished.window
        panes = [next(one for one in finished.main() if one.name == name and one.role == role)
                 for role, name in (("list", "Categories"), ("tree", "Processes"))]
        press_until(window, "F6", lambda: is_focused(panes[0].node), "F6 comes to the categories")
        window.keys("F6")
        wait_until(lambda: is_focused(panes[1].node), "F6 goes on to the list")
        window.keys("shift+F6")
        wait_until(lambda: is_focused(panes[0].node), "Shift+F6 goes back")
        window.keys("Down")
        items = [one for one in finished.main() if one.role == "list item" and one.parent.name == "Categories"]
        wait_until(lambda: is_focused(items[1].node), "an arrow goes to the next category")
        window.keys("Up")
        wait_until(lambda: is_focused(items[0].node), "and back")

    def tabs(self, finished):
        for number in (*range(len(surfaces.TABS)), 0):
            finished.window.keys(f"ctrl+{number + 1}")
            wait_until(lambda: finished.is_open(number), f"Ctrl+{number + 1}")

    def reader_by_keys(self, finished):
        window = finished.window
        finished.page(1)
        first = finished.details_with(cells, "the documents")
        rows = list(first_cells(first))
        press_until(window, "Tab", lambda: is_focused(rows[0].node), "Tab comes to the documents")
        window.keys("Down")
        wait_until(lambda: is_focused(rows[1].node), "an arrow goes to the next document")
        window.keys("Return")
        wait_until(lambda: len(surfaces.top_levels(window)) > 1, "Enter opens the reader")
        window.keys("Escape")
        wait_until(lambda: len(surfaces.top_levels(window)) == 1, "Escape closes it")
        window.activate()

    def menus_by_keys(self, finished):
        window = finished.window
        for number, item in enumerate(surfaces.menus(window)):
            popup = surfaces.children(item)[0]
            window.keys(f"alt+{'fpvh'[number]}")
            wait_until(lambda: has_state(popup, "SHOWING"), f"the menu {item.get_name()} is open")
            window.keys("Escape", "Escape")
            wait_until(lambda: not has_state(popup, "SHOWING"), f"the menu {item.get_name()} is shut")

    def setting_by_keys(self, finished):
        window = finished.window
        window.keys("ctrl+comma")
        box = next(one for one in look(dialog(window)) if one.role == "check box")
        before = has_state(box.node, "CHECKED")
        press_until(window, "Tab", lambda: is_focused(box.node), "Tab comes to the first setting")
        window.keys("space")
        wait_until(lambda: has_state(box.node, "CHECKED") != before, "Space changes it")
        escape_dialog(window)

    def test_space_pauses_in_the_list_only(self):
        folder = Path(self._directory.name) / "slow"
        folder.mkdir()
        for number in range(400):
            (folder / f"{number:03}.txt").write_text(f"Some words of the document {number}.\n")
        finished = self.open(TEST_WORKER_DELAY_SECONDS="0.3")
        window = finished.window
        window.activate()
        assert Window(self.home, folder).process.wait(20) == 0
        window.find("table cell", contains="slow, ")

        def is_paused():
            return finished.processes()[0]["paused"]

        finished.page(1)
        window.keys("space")
        self.assertFalse(is_paused(), "Space in another pane pauses nothing")
        processes = window.find("tree", "Processes")
        press_until(window, "shift+F6", lambda: is_focused(processes), "Shift+F6 comes to the list")
        window.keys("space")
        wait_until(is_paused, "Space in the list pauses")


# ---- languages

DATA = re.compile(r"UTF-8|windows-1252|[kM]B\b|bytes?\b|English|Spanish|(english|spanish)(/[\w.-]+)?|samples|pseudo"
                  r"|/\S+")
WORDS_OF_DOCUMENTS = {"words", "bars", "word in context", "log"} # their cells, but for what rows say
KEYS = re.compile(r"\b(Ctrl|Shift|Alt|Space|Del|Return|F\d+)\b")


def is_of_a_document(title, one):
    if one.role in CELLS and title in WORDS_OF_DOCUMENTS:
        return True
    return one.role == "list item" and title.startswith("reader")


def texts(title, seen):
    for one in seen:
        if not is_of_a_document(title, one):
            for text in (one.name, one.description):
                if text:
                    yield text, one


def spanish():
    """English source texts with the Spanish ones for them, as they show."""
    table = {}
    for message in ElementTree.parse(TRANSLATIONS / "gemmary_es.ts").iter("message"):
        translation = message.find("translation")
        if message.get("numerus") != "yes":
            table.setdefault(message.findtext("source").replace("&", ""), set()).add(
                (translation.text or "").replace("&", ""))
    return table


class Languages(AccessTest):
    def test_spanish_file_lacks_nothing(self):
        for message in ElementTree.parse(TRANSLATIONS / "gemmary_es.ts").iter("message"):
            translation = message.find("translation")
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            self.assertIsNone(translation.get("type"), message.findtext("source"))
            self.assertTrue(all(forms), message.findtext("source"))

    def test_spanish_window_shows_no_english(self):
        table = spanish()
        english = {source for source, translations in table.items() if source not in translations}
        finished = self.open(welcomed=False, GEMMARY_LANGUAGE="es")
        found = [f"{title}: {one.path}" for title, seen in tour(finished) for text, one in texts(title, seen)
                 if text in english]
        self.assertEqual(found, [])

    def test_every_text_is_translated(self):
        finished = self.open(welcomed=False, GEMMARY_LANGUAGE="pseudo")
        found = []
        for title, seen in tour(finished):
            for text, one in texts(title, seen):
                rest = re.sub("\u2068[^\u2068\u2069]*\u2069", "", text)
                while rest != (rest := re.sub(r"\[[^\[\]]*\]", "", rest)):
                    pass
                rest = KEYS.sub("", DATA.sub("", rest))
                if re.search(r"[^\W\d_]{2}", rest):
                    found.append(f"{title}: {rest!r} of {one.path}")
        self.assertEqual(found, [])

    def test_right_to_left_puts_the_categories_at_the_right(self):
        from gi.repository import Atspi
        finished = self.open(welcomed=False, GEMMARY_LANGUAGE="system", LC_ALL="ar_EG.UTF-8")
        sides = None
        for title, seen in tour(finished):
            if title != "overview":
                continue
            left = {one.role: one.node.get_component_iface().get_extents(Atspi.CoordType.SCREEN).x
                    for one in seen if one.name in ("Categories", "Processes")}
            sides = left["tree"] < left["list"]
        self.assertTrue(sides)
        self.assertIsNone(finished.window.process.poll())


def main():
    with Session():
        unittest.main(verbosity=2)


if __name__ == "__main__":
    main()
