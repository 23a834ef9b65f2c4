#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window asks of the desktop over the session bus, heard by python-dbusmock's stand-ins."""
import contextlib
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import dbus

sys.path.insert(0, str(Path(__file__).parent))
from session import Session, wait_until, xdotool  # noqa: E402
from test_window import SLOW, WindowTest  # noqa: E402

MOCK = "org.freedesktop.DBus.Mock"
GNOME = ("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
XFCE = ("org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit")


class Service:
    """A service of the desktop that answers by its interface's rules and writes down what it was asked."""

    def __init__(self, *place, name=None):
        self._log = tempfile.NamedTemporaryFile(prefix="gemmary-service-", suffix=".log")
        self._process = subprocess.Popen([sys.executable, "-m", "dbusmock", "--session", "--logfile", self._log.name,
                                          *place], stdout=subprocess.DEVNULL)
        name = name or place[0]
        self._bus = dbus.SessionBus()
        wait_until(lambda: self._bus.name_has_owner(name), f"{name} is on the bus")

    def object(self, name, path):
        return self._bus.get_object(name, path)

    def calls(self, method):
        return [line for line in Path(self._log.name).read_text().splitlines() if f" {method} " in f"{line} "]

    def end(self):
        self._process.terminate()
        self._process.wait()
        self._log.close()


class DesktopTest(WindowTest):
    def service(self, *place, **options):
        service = Service(*place, **options)
        self.addCleanup(service.end)
        return service

    def inhibiting(self, place, arguments, release):
        service = self.service(*place)
        mock = dbus.Interface(service.object(place[0], place[1]), MOCK)
        mock.AddMethod(place[2], "Inhibit", arguments, "u", "ret = 7")
        mock.AddMethod(place[2], release, "u", "", "")
        return service


class Notifications(DesktopTest):
    def setUp(self):
        super().setUp()
        self.daemon = self.service("--template", "notification_daemon", name="org.freedesktop.Notifications")

    def test_finished_process_is_told_once_when_nobody_looks(self):
        window = self.open(self.folder("a & b", 40), **SLOW)
        xdotool("windowminimize", window.window_id())
        self.wait_for("a & b", "COMPLETED")
        told = wait_until(lambda: self.daemon.calls("Notify"), "it is told")
        self.assertIn('"a & b" "40 documents"', told[0])
        self.wait_for("a & b", "COMPLETED")
        self.assertEqual(len(self.daemon.calls("Notify")), 1)

    def test_following_a_notification_brings_the_window_back(self):
        window = self.open(self.folder("followed", 40), **SLOW)
        xdotool("windowminimize", window.window_id())
        self.assertFalse(subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(window.process.pid),
                                         "--name", "."], capture_output=True, check=False).stdout)
        wait_until(lambda: self.daemon.calls("Notify"), "it is told")
        path = "/org/freedesktop/Notifications"
        self.daemon.object("org.freedesktop.Notifications", path).EmitSignal(
            "org.freedesktop.Notifications", "ActionInvoked", "us", [dbus.UInt32(1), "default"], dbus_interface=MOCK)
        wait_until(lambda: self.is_active(window), "the window is back")

    @staticmethod
    def is_active(window):
        active = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=False)
        return active.stdout.strip() == window.window_id()

    def test_who_looks_is_not_told(self):
        window = self.open(self.folder("seen", 20), **SLOW)
        window.activate()
        self.wait_for("seen", "COMPLETED")
        self.assertEqual(self.daemon.calls("Notify"), [])


class Sleep(DesktopTest):
    def keeps_awake(self, service, release):
        self.open(self.folder("long", 60), **SLOW)
        wait_until(lambda: service.calls("Inhibit"), "sleep is held off")
        self.assertEqual(service.calls(release), [])
        self.wait_for("long", "COMPLETED")
        self.assertIn(" 7", wait_until(lambda: service.calls(release), "sleep is let go")[0])
        self.assertEqual(len(service.calls("Inhibit")), 1)

    def test_no_sleep_while_there_is_work_with_xfce_and_kde(self):
        self.keeps_awake(self.inhibiting(XFCE, "ss", "UnInhibit"), "UnInhibit")

    def test_no_sleep_while_there_is_work_with_gnome(self):
        self.keeps_awake(self.inhibiting(GNOME, "susu", "Uninhibit"), "Uninhibit")


class Taskbar(DesktopTest):
    def test_progress_is_shown_and_goes_away(self):
        with self.monitor() as updates:
            self.open(self.folder("bar", 60), **SLOW)
            self.wait_for("bar", "COMPLETED")
            wait_until(lambda: "progress-visible=True" in updates() and updates()[-1] == "progress-visible=False",
                       "the bar comes and goes")

    @contextlib.contextmanager
    def monitor(self):
        """What dbus-monitor, another program, sees of the signal: whether the bar is visible, one a signal."""
        log = self.root / "signals"
        with log.open("w") as out:
            seen = subprocess.Popen(["dbus-monitor", "--session", "interface='com.canonical.Unity.LauncherEntry'"],
                                    stdout=out)
            wait_until(lambda: log.stat().st_size, "it listens")
            yield lambda: self.visible(log.read_text())
            seen.terminate()
            seen.wait()

    @staticmethod
    def visible(text):
        parts = text.split('string "progress-visible"')[1:]
        return [f"progress-visible={'boolean true' in part.split('dict entry')[0]}" for part in parts]


if __name__ == "__main__":
    with Session():
        unittest.main(verbosity=2)
