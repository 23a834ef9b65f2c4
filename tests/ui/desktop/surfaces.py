# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a user can open in the window, one after the other, in any language, as a screen reader sees it.

Nothing here is found by its words: they are what the tests are about.
"""
import contextlib
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from session import CLI, TimedOut, Window, click, wait_until

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
MENUS = ("menu bar", "menu item", "popup menu")
ROWS = ("table cell", "list item", "tree item")
TABS = ("overview", "files", "words", "summary", "log")


@dataclass(eq=False)
class Seen:
    """What there is to know of one object; `node` answers to what may change."""
    node: object
    role: str
    name: str
    description: str
    path: str
    parent: "Seen | None"
    states: object

    def __eq__(self, other):
        return self.node == other.node

    def __hash__(self):
        return hash(self.node)

    def has(self, *states):
        from gi.repository import Atspi
        return all(self.states.contains(getattr(Atspi.StateType, state)) for state in states)

    def within(self, *roles):
        above = self.parent
        while above and above.role not in roles:
            above = above.parent
        return above

    def size(self):
        from gi.repository import Atspi
        box = self.node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return box.width, box.height


def look(root, parent=None, rows=400):
    """What shows below `root`, itself first, and all menus: they show when they are opened."""
    from gi.repository import Atspi, GLib
    found = []
    with contextlib.suppress(GLib.Error):
        states = root.get_state_set()
        role = root.get_role_name()
        if role not in (*MENUS, "application") and not states.contains(Atspi.StateType.SHOWING):
            return found
        name = root.get_name() or ""
        path = f"{parent.path} / {role} {name!r}" if parent else f"{role} {name!r}"
        seen = Seen(root, role, name, root.get_description() or "", path, parent, states)
        found.append(seen)
        if role == "combo box": # its list is a window of its own that does not show
            return found
        for index in range(min(root.get_child_count(), rows)):
            child = root.get_child_at_index(index)
            if child is not None:
                found += look(child, seen, rows)
    return found


def top_levels(window, role=None):
    from gi.repository import Atspi
    application = window.application
    children = [application.get_child_at_index(i) for i in range(application.get_child_count())]
    return [child for child in children if child is not None and role in (None, child.get_role_name())
            and child.get_state_set().contains(Atspi.StateType.SHOWING)]


def dialog(window):
    """The dialog in front; it has the keys."""
    from gi.repository import Atspi

    def find():
        return next((box for box in top_levels(window, "dialog")
                     if box.get_state_set().contains(Atspi.StateType.ACTIVE)), None)

    return wait_until(find, "a dialog has the keys")


def main_frame(window):
    def find():
        return next((frame for frame in top_levels(window, "frame")
                     if any(child.get_role_name() == "menu bar" for child in children(frame))), None)

    return wait_until(find, "the main window")


def children(node):
    return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child]


def menus(window):
    """The menus of the bar: items with a popup each."""
    bar = next(child for child in children(main_frame(window)) if child.get_role_name() == "menu bar")
    return children(bar)


def choose(window, menu, entry):
    """Triggers the entry at that place of the menu at that place."""
    popup = children(menus(window)[menu])[0]
    items = [item for item in children(popup) if item.get_role_name() == "menu item"]
    items[entry].get_action_iface().do_action(0)


def escape_dialog(window):
    window.keys("Escape")
    wait_until(lambda: not top_levels(window, "dialog"), "the dialog is closed")
    window.activate()


class Finished:
    """The window with the sample library, read to its end."""

    def __init__(self, home, welcomed=True, **environment):
        self.home = Path(home)
        self.home.mkdir(exist_ok=True)
        if welcomed:
            (self.home / "window.ini").write_text("[answers]\nwelcomed=yes\n")
        self.window = Window(home, **environment)
        self.environment = environment

    def __enter__(self):
        main_frame(self.window)
        return self

    def __exit__(self, *_):
        self.window.__exit__()

    def read_samples(self):
        """As a second start does it, which needs no words."""
        self.window.activate()
        assert Window(self.home, SAMPLES, **self.environment).process.wait(20) == 0
        wait_until(lambda: any(process["status"] == "COMPLETED" for process in self.processes()),
                   "the samples are read", 60)
        wait_until(lambda: self.charts(), "the charts are drawn")

    def processes(self):
        done = subprocess.run([CLI, "list", "--json"], capture_output=True, text=True, check=False, timeout=60,
                              env={**os.environ, "GEMMARY_HOME": str(self.home), **self.environment})
        return json.loads(done.stdout or "[]")

    def main(self):
        return look(main_frame(self.window))

    def charts(self):
        """What is drawn from data: it has a name, takes the focus and shows nothing but itself."""
        return [seen for seen in self.main() if seen.role == "filler" and seen.has("FOCUSABLE") and seen.name
                and seen.within("frame") and seen.description and not seen.within("tool bar")]

    def pages(self):
        return [seen for seen in self.main() if seen.role == "page tab"]

    def page(self, number):
        """Opens a page of the details; what it shows."""
        self.window.keys(f"ctrl+{number + 1}")
        wait_until(lambda: self.is_open(number), f"the page {TABS[number]}")
        return self.details()

    def is_open(self, number):
        tabs = next(seen for seen in self.main() if seen.role == "page tab list")
        return tabs.name == children(tabs.node)[number].get_name()

    def details(self):
        """The open page: the only child of the tabs' pages that shows."""
        tabs = next(seen for seen in self.main() if seen.role == "page tab list")
        return look(tabs.parent.node)

    def details_with(self, condition, what):
        def find():
            seen = self.details()
            return seen if condition(seen) else None

        return wait_until(find, what)


def cells(seen):
    return [one for one in seen if one.role == "table cell"]


def tour(finished):
    """(title, what is seen) of each thing in turn."""
    window = finished.window
    yield "welcome", look(dialog(window))
    escape_dialog(window)
    yield "start page", finished.main()
    finished.read_samples()
    yield "overview", finished.main()
    yield from pages(finished)
    yield from reader(finished)
    yield from dialogs(finished)
    window.keys("ctrl+1", "shift+F6", "Delete")
    yield "notice of a removal", wait_until(
        lambda: next((seen for seen in [finished.main()] if any(one.role == "image" for one in seen)), None),
        "the notice shows")


def pages(finished):
    window = finished.window
    finished.page(1)
    yield "files", finished.details_with(lambda seen: len(cells(seen)) > 20, "the documents are listed")
    finished.page(2)
    words = finished.details_with(lambda seen: len(cells(seen)) > 20, "the words are listed")
    yield "words", words
    views = [one for one in words if one.role == "check box"][-3:]
    for view, title in ((views[2], "cloud"), (views[0], "bars"), (views[1], "table")):
        view.node.get_action_iface().do_action(0)
        wait_until(lambda: has_state(view.node, "CHECKED"), title)
        if title != "table":
            yield title, finished.details()
    to_the_rows(finished)
    window.keys("Home", "Return")
    yield "word in context", finished.details_with(
        lambda seen: len(cells(seen)) > 3 and not any(one.role == "spin button" for one in seen),
        "the places of the word")
    window.keys("Escape")
    finished.page(3)
    yield "summary", finished.details_with(lambda seen: sum(one.role == "push button" for one in seen) > 20,
                                           "the cards")
    finished.page(4)
    yield "log", finished.details_with(cells, "the log")


def to_the_rows(finished):
    """Gives the keys to the first row of the open page."""
    first = cells(finished.details())[0]
    click(first.node)
    wait_until(lambda: is_focused(first.node), "the first row has the keys")


def has_state(node, state):
    from gi.repository import Atspi
    return node.get_state_set().contains(getattr(Atspi.StateType, state))


def is_focused(node):
    return has_state(node, "FOCUSED")


def reader(finished):
    window = finished.window
    finished.page(1)
    to_the_rows(finished)
    window.keys("Home", "Return")

    def shown():
        main = main_frame(window)
        others = [other for other in top_levels(window) if other != main]
        seen = look(others[0]) if others else []
        return seen if any(one.role == "text" for one in seen) else None

    yield "reader", wait_until(shown, "the reader shows a document")
    window.keys("ctrl+f")
    yield "reader's find bar", wait_until(
        lambda: next((seen for seen in [shown() or []] if sum(one.role == "text" for one in seen) > 1), None),
        "the find bar")
    window.keys("Escape", "Escape")
    wait_until(lambda: not shown(), "the reader is closed")
    window.activate()


def dialogs(finished, roots=False):
    """With `roots`, the dialogs themselves instead of what is seen of them."""
    window = finished.window
    seen = (lambda root: root) if roots else look
    window.keys("ctrl+comma")
    preferences = dialog(window)
    pages_of = next(one for one in look(preferences) if one.role == "list")
    for number, page in enumerate(children(pages_of.node)):
        to_the_page(window, pages_of.node, number)
        yield f"preferences: {page.get_name()}", seen(preferences)
    escape_dialog(window)
    for title, act in (("export", lambda: window.keys("ctrl+e")), ("shortcuts", lambda: window.keys("F1")),
                       ("about", lambda: choose(window, -1, -1))):
        act()
        yield title, seen(dialog(window))
        escape_dialog(window)


def to_the_page(window, pages_list, number):
    """By Tab to the list, where the keys may have left it, and by arrow to the page."""
    press_until(window, "Tab", lambda: is_focused(pages_list), "the list of pages")
    if number:
        wanted = children(pages_list)[number]
        press_until(window, "Down", lambda: is_focused(wanted), "the next page")


def press_until(window, key, condition, what, most=80):
    """Presses the key until it is so; each press gets its time."""
    for _ in range(most):
        with contextlib.suppress(TimedOut):
            return wait_until(condition, what, 0.3)
        window.keys(key)
    raise TimedOut(f"not by {most} times {key}: {what}")


class Listener:
    """What takes the keys from now on, by name; for menus of their own, which no tree holds."""

    def __init__(self, window):
        from gi.repository import Atspi
        self._heard = []
        self._pid = window.process.pid
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:focused")
        self._listener.register("object:state-changed:selected")

    def _hear(self, event):
        from gi.repository import GLib
        with contextlib.suppress(GLib.Error):
            if event.detail1 and event.source.get_process_id() == self._pid:
                self._heard.append((event.source.get_role_name(), event.source.get_name() or ""))

    def names(self, role):
        from gi.repository import GLib
        while GLib.MainContext.default().iteration(False):
            pass
        return [name for what, name in self._heard if what == role]
