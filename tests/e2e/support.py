# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real gemmary-cli on real folders for the end-to-end tests."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.request
import uuid
from pathlib import Path

FAKE_PROVIDER = Path(__file__).resolve().parent.parent / "support" / "fakeprovider.py"
CLI = os.environ.get("GEMMARY_CLI", "gemmary-cli")
SERVER = Path(os.environ.get("GEMMARY_TEST_SERVER", "/nonexistent/url")).parent


class FakeProvider:
    """A provider of models on this computer, for one test: tests/support/fakeprovider.py."""

    def __init__(self, test):
        program = subprocess.Popen([sys.executable, FAKE_PROVIDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        test.addCleanup(program.communicate)
        self.url = f"http://127.0.0.1:{int(program.stdout.readline().split()[0])}"

    def count(self):
        return self._answer("__count")

    def last(self, model):
        """The last question to a model: its path, headers and body."""
        return self._answer(f"__last/{model}")

    def _answer(self, page):
        with urllib.request.urlopen(f"{self.url}/{page}") as answer:
            return json.load(answer)


class CliTest(unittest.TestCase):
    """A test with a home and a folder of its own."""

    def setUp(self):
        self._directory = tempfile.TemporaryDirectory(prefix="gemmary-e2e-")
        self.addCleanup(self._directory.cleanup)
        self.root = Path(self._directory.name)
        self.folder = self.root / "documents"
        self.folder.mkdir()
        self.environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("GEMMARY_", "GEMINI_", "TEST_WORKER", "DATABASE_URL", "NO_COLOR", "FORCE_COLOR",
                                   "DBUS_SESSION", "XDG_", "DISPLAY", "API_"))  # nor the keyring of who runs the tests
        }
        self.environment["GEMMARY_HOME"] = str(self.root / "home")
        self.environment["LC_ALL"] = "C.UTF-8"
        self.environment["XDG_CONFIG_HOME"] = str(self.root / "config")  # not the preferences of who runs the tests

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def start_cli(self, *arguments, **environment):
        return subprocess.Popen(
            [CLI, *map(os.fsencode, map(os.fspath, arguments))],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**self.environment, **environment},
            cwd=self.root,
        )

    def cli(self, *arguments, expect=0, stdin=b"", timeout=120, **environment):
        done = subprocess.run(
            [CLI, *map(os.fsencode, map(os.fspath, arguments))],
            input=stdin,
            capture_output=True,
            env={**self.environment, **environment},
            cwd=self.root,
            timeout=timeout,
            check=False,
        )
        if expect is not None:
            self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout.decode()}\n{done.stderr.decode()}")
        return done

    def cli_json(self, *arguments, **options):
        return json.loads(self.cli(*arguments, "--json", **options).stdout)

    def words(self, process="@last"):
        lines = self.cli("words", process).stdout.decode().splitlines()
        return {word: int(count) for count, word in (line.split("\t", 1) for line in lines)}


class ServerTest(CliTest):
    """Several machines on a database of their own: each with a home of its own."""

    def setUp(self):
        super().setUp()
        server = (SERVER / "url").read_text()
        database = f"e2e_{uuid.uuid4().hex[:12]}"
        subprocess.run(["psql", "--quiet", f"{server}postgres", "-c", f"CREATE DATABASE {database}"], check=True)
        self.environment["DATABASE_URL"] = server + database

    def on(self, machine):
        """The environment of a machine."""
        return {"GEMMARY_HOME": str(self.root / machine), "GEMMARY_MACHINE": machine}

    def sql(self, statement):
        """What the database itself says, or is told by its owner's hand, beside programs that it must not fail by."""
        isolation = {"PGOPTIONS": r"-c default_transaction_isolation=read\ committed"}
        return subprocess.run(["psql", "--quiet", "--tuples-only", "--no-align", self.environment["DATABASE_URL"], "-c",
                               statement], check=True, capture_output=True,
                              env={**os.environ, **isolation}).stdout.decode().strip()
