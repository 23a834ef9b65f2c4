# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, a session bus and a window manager of their own, and the real window on them.

Everything is driven from outside: by the accessibility bus, as a screen reader does, and by mouse and keys.
"""
import contextlib
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")

GEMMARY = os.environ.get("GEMMARY_WINDOW", "gemmary")
CLI = os.environ.get("GEMMARY_CLI", "gemmary-cli")
DRAG_SOURCE = os.environ.get("GEMMARY_DRAG_SOURCE", "dragsource")


# The same font everywhere, so that pictures can be compared.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>sans-serif</family><prefer><family>Inter</family></prefer></alias>
<alias binding="same"><family>Sans Serif</family><prefer><family>Inter</family></prefer></alias>
</fontconfig>"""


class TimedOut(AssertionError):
    pass


def wait_until(condition, what, timeout=30):
    """The first truthy answer of `condition`."""
    end = time.monotonic() + timeout
    while True:
        with contextlib.suppress(LookupError):
            if answer := condition():
                return answer
        if time.monotonic() > end:
            raise TimedOut(f"not within {timeout} s: {what}")
        time.sleep(0.05)


class Session:
    """The desktop: begun once a test program, before anything asks the accessibility bus."""

    def __init__(self, width=1500, height=950):
        self._size = f"{width}x{height}x24"
        self._processes = []

    def __enter__(self):
        for key in [key for key in os.environ if key.startswith(("GEMMARY_", "TEST_WORKER", "DATABASE_URL"))]:
            if key not in ("GEMMARY_WINDOW", "GEMMARY_CLI", "GEMMARY_DRAG_SOURCE"):
                del os.environ[key]  # the caller's own settings
        self._folder = tempfile.TemporaryDirectory(prefix="gemmary-session-")
        runtime = Path(self._folder.name, "runtime")
        runtime.mkdir(mode=0o700)
        fonts = Path(self._folder.name, "fonts.conf")
        fonts.write_text(FONTS)
        read, write = os.pipe()
        self._run(["Xvfb", "-displayfd", str(write), "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
                  pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as numbers: # to the end of the line: Xvfb ends when nobody reads it
            display = numbers.readline().strip()
        if not display:
            raise RuntimeError("Xvfb did not start")
        os.environ.update(DISPLAY=f":{display}", XDG_RUNTIME_DIR=str(runtime), QT_QPA_PLATFORM="xcb",
                          QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", HOME=self._folder.name, NO_AT_BRIDGE="0",
                          FONTCONFIG_FILE=str(fonts), LC_ALL="C.UTF-8")
        read, write = os.pipe()
        self._run(["dbus-daemon", "--session", "--nofork", f"--print-address={write}"], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as addresses:
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = addresses.readline().strip()
        self._run(["openbox", "--sm-disable"])
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        with contextlib.suppress(OSError):
            self._folder.cleanup()

    def _run(self, command, **options):
        self._processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                                **options))


def tree(node, depth=0):
    """All accessible objects below `node`, itself first; what vanishes meanwhile is passed over."""
    from gi.repository import GLib
    try:
        yield node, depth
        count = node.get_child_count()
        for index in range(min(count, 400)):
            child = node.get_child_at_index(index)
            if child is not None:
                yield from tree(child, depth + 1)
    except GLib.Error:
        return


class Window:
    """One run of the real program."""

    def __init__(self, home, *paths, program=GEMMARY, **environment):
        self.home = Path(home)
        self.process = subprocess.Popen([program, *map(str, paths)],
                                        env={**os.environ, "GEMMARY_HOME": str(home),
                                             "XDG_CONFIG_HOME": str(self.home / "config"), **environment})

    # ---- its life
    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self, timeout=15):
        """As a session end does; answers the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()

    # ---- what a screen reader sees
    @property
    def application(self):
        from gi.repository import Atspi, GLib

        def find():
            if self.process.poll() is not None:
                raise AssertionError(f"the window's program ended with {self.process.returncode}")
            desktop = Atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                with contextlib.suppress(GLib.Error):
                    child = desktop.get_child_at_index(index)
                    if child is not None and child.get_process_id() == self.process.pid and child.get_child_count():
                        return child
            return None

        return wait_until(find, "the window is on the accessibility bus")

    def find(self, role=None, name=None, contains=None, showing=True, within=None, timeout=20):
        """The first object of that role and name; role as in "push button"."""
        from gi.repository import Atspi, GLib

        def matches(node):
            try:
                return ((role is None or node.get_role_name() == role)
                        and (name is None or node.get_name() == name)
                        and (contains is None or contains in (node.get_name() or ""))
                        and (not showing or node.get_state_set().contains(Atspi.StateType.SHOWING)))
            except GLib.Error:
                return False

        def search():
            return next((node for node, _ in tree(within or self.application) if matches(node)), None)

        return wait_until(search, f"role {role!r}, name {name or contains!r}", timeout)

    def has(self, **what):
        try:
            return self.find(timeout=0, **what)
        except TimedOut:
            return None

    def press(self, role, name=None, **what):
        """Does what a click on it does."""
        node = self.find(role, name, **what)
        action = node.get_action_iface()
        names = [action.get_action_name(i) for i in range(action.get_n_actions())]
        for wanted in ("Press", "Toggle", "ShowMenu", "SetFocus"):
            if wanted in names:
                action.do_action(names.index(wanted))
                return node
        raise AssertionError(f"{name!r} can only {names}")

    def texts(self, role=None):
        from gi.repository import GLib
        found = []
        for node, _ in tree(self.application):
            with contextlib.suppress(GLib.Error):
                if role is None or node.get_role_name() == role:
                    found.append(node.get_name())
        return found

    # ---- mouse, keys and eyes
    def window_id(self):
        def find():
            done = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."],
                                  capture_output=True, text=True, check=False)
            ids = done.stdout.split()
            return ids[-1] if ids else None

        return wait_until(find, "the window is on the screen")

    def activate(self):
        xdotool("windowactivate", "--sync", self.window_id())

    def keys(self, *combinations):
        for combination in combinations:
            xdotool("key", "--clearmodifiers", combination)

    def type(self, text):
        xdotool("type", "--delay", "12", text)

    @staticmethod
    def screenshot(path):
        subprocess.run(["import", "-window", "root", str(path)], check=True)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def middle_of(node):
    from gi.repository import Atspi
    box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    return box.x + box.width // 2, box.y + box.height // 2


def click(node, button=1, repeat=1):
    x, y = middle_of(node)
    xdotool("mousemove", x, y, "click", "--repeat", repeat, "--delay", 60, button)


def drag(source, target, is_offered=lambda: True):
    """From one place of the screen to another, as slowly as a hand: XDND needs the moves between.

    Lets go once `is_offered`.
    """
    xdotool("mousemove", *source)
    xdotool("mousedown", 1)
    steps = 15
    for step in range(1, steps + 1):
        xdotool("mousemove", *(int(a + (b - a) * step / steps) for a, b in zip(source, target)))
        time.sleep(0.03)
    wait_until(is_offered, "the drop is offered")
    for move in (3, 0):
        xdotool("mousemove", target[0] + move, target[1])
        time.sleep(0.3)
    xdotool("mouseup", 1)
