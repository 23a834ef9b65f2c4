# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys for models: in a real keyring on a bus of its own, in files, in the environment, and nowhere else."""
import os
import pty
import select
import subprocess
import time
import unittest
from pathlib import Path

from support import CLI, CliTest, FakeProvider

KEY = f"not-a-real-key-{os.urandom(4).hex()}"  # no other test's
OTHER = "another-key-that-is-not-real"
PASSWORD = b"of-the-keyring"
# A bus on which nothing starts by itself.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""
SENTENCE = "The river carried the boats past the mill and the children counted them from the bridge. "


class KeyTest(CliTest):
    """A test with a provider that knows which key it was given."""

    def setUp(self):
        super().setUp()
        self.environment.update(GEMINI_REQUESTS_PER_MINUTE="0", GEMINI_TOKENS_PER_MINUTE="0")
        self.provider = FakeProvider(self)
        self.environment["GEMMARY_BASE_URL"] = self.provider.url
        self.model = ("--summarizer", "gemini", "--model", "gemma-4-31b-it")

    def key_sent(self):
        return self.provider.last("gemma-4-31b-it")["headers"]["x-goog-api-key"]

    def start_bus(self):
        config = self.root / "bus.conf"
        config.write_text(BUS.format(folder=self.root))
        bus = subprocess.Popen(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, env=self.environment)
        self.addCleanup(bus.communicate)
        self.addCleanup(bus.kill)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def start_keyring(self, *options):
        run = self.root / "run"
        run.mkdir(mode=0o700, exist_ok=True)
        self.environment.update(XDG_RUNTIME_DIR=str(run), XDG_DATA_HOME=str(self.root / "data"))
        keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--components=secrets", *options],
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=self.environment)
        self.addCleanup(keyring.wait)
        self.addCleanup(keyring.kill)
        keyring.stdin.write(PASSWORD)
        keyring.stdin.close()
        deadline = time.monotonic() + 20
        while "org.freedesktop.secrets" not in self.names_on_bus():
            self.assertLess(time.monotonic(), deadline, "the keyring did not come up")
            time.sleep(0.02)
        return keyring

    def names_on_bus(self):
        return subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus",
                               "/org/freedesktop/DBus", "org.freedesktop.DBus.ListNames"], capture_output=True,
                              check=True, env=self.environment).stdout.decode()


class KeyringTest(KeyTest):
    def setUp(self):
        super().setUp()
        self.start_bus()
        self.keyring = self.start_keyring("--unlock")

    def test_key_is_kept_found_used_and_deleted(self):
        self.cli("key", "set", "--key-file", "-", stdin=KEY.encode() + b"\n")
        listed = self.cli_json("key", "list")
        self.assertEqual(listed, [{"key": "gemini", "place": "keyring"}, {"key": "server", "place": None}])
        tested = self.cli_json("key", "test")
        self.assertEqual((tested["key"], tested["model"]), ("gemini", "gemma-4-31b-it"))
        self.assertEqual(self.key_sent(), KEY)
        self.cli("key", "delete", "gemini")
        self.assertEqual(self.cli_json("key", "list")[0]["place"], None)
        self.assertIn("no such key", self.cli("key", "delete", "gemini", expect=4).stderr.decode())

    def test_keys_of_google_and_of_a_server_are_two(self):
        self.cli("key", "set", "gemini", stdin=KEY.encode())
        self.cli("key", "set", "server", stdin=OTHER.encode())
        self.cli("key", "test", "server")
        self.assertEqual(self.provider.last("gemma-3-tiny-test-it")["headers"]["authorization"], f"Bearer {OTHER}")
        self.cli("key", "delete", "server")
        self.assertEqual([row["place"] for row in self.cli_json("key", "list")], ["keyring", None])

    def test_run_worker_and_models_take_it_from_the_keyring(self):
        self.write("a.txt", SENTENCE * 3)
        self.cli("key", "set", stdin=KEY.encode())
        self.cli("models", "--summarizer", "gemini")
        self.cli("run", self.folder, *self.model)
        self.assertEqual(self.key_sent(), KEY)
        self.write("a.txt", SENTENCE * 4)
        self.cli("start", self.folder, *self.model)
        self.cli("worker", "--drain")
        self.assertEqual(len(self.cli_json("results", "@last")["file_summaries"]), 1)

    def test_places_win_in_their_order(self):
        self.cli("key", "set", stdin=b"of-the-keyring")
        conf = self.root / "config" / "gemmary" / "gemmary.conf"
        conf.parent.mkdir(parents=True)
        file = self.root / "key"
        file.write_text("of-the-file\n")
        file.chmod(0o600)
        self.cli("key", "test")
        self.assertEqual(self.key_sent(), "of-the-keyring")
        conf.write_text("GEMINI_API_KEY=of-the-user\n")
        self.cli("key", "test")
        self.assertEqual(self.key_sent(), "of-the-user")
        (self.root / ".env").write_text("GEMINI_API_KEY=of-the-folder\n")
        self.assertEqual(self.cli_json("key", "list")[0]["place"], "folder_file")
        done = self.cli("key", "test")
        self.assertEqual(self.key_sent(), "of-the-folder")
        self.assertNotIn("environment", done.stderr.decode())
        done = self.cli("key", "test", GEMINI_API_KEY="of-the-environment")
        self.assertEqual(self.key_sent(), "of-the-environment")
        self.assertEqual(done.stderr.decode().count("key set gemini"), 1)
        self.cli("key", "test", "--key-file", file, GEMINI_API_KEY="of-the-environment")
        self.assertEqual(self.key_sent(), "of-the-file")
        self.assertIn("wins over it", self.cli("key", "set", stdin=KEY.encode()).stderr.decode())

    def test_locked_keyring_says_so_soon(self):
        self.cli("key", "set", stdin=KEY.encode())
        self.keyring.kill()
        self.keyring.wait()
        self.start_keyring()
        begin = time.monotonic()
        for action in (("set", "gemini"), ("list",)):
            done = self.cli("key", *action, stdin=KEY.encode(), expect=None)
            self.assertIn("locked", done.stderr.decode(), action)
        self.assertLess(time.monotonic() - begin, 20)

    def test_key_typed_on_a_terminal_is_not_shown(self):
        shown, code = self.type_key(f"{KEY}x\x7f\r".encode())
        self.assertEqual(code, 0, shown)
        self.assertNotIn(KEY.encode(), shown)
        self.cli("key", "test")
        self.assertEqual(self.key_sent(), KEY)

    def test_typing_is_ended_by_ctrl_c_and_nothing_is_kept(self):
        shown, code = self.type_key(f"{KEY}\x03".encode())
        self.assertEqual(code, 130, shown)
        self.assertEqual(self.cli_json("key", "list")[0]["place"], None)

    def type_key(self, keys):
        ours, theirs = pty.openpty()
        program = subprocess.Popen([CLI, "key", "set"], stdin=theirs, stdout=theirs, stderr=theirs,
                                   env=self.environment, cwd=self.root)
        os.close(theirs)
        shown = b""
        asked = False
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    part = os.read(ours, 4096)
                except OSError:  # how a pseudo-terminal says that nobody is there any more
                    break
                if not part:
                    break
                shown += part
            if not asked and b"not shown" in shown:
                asked = True
                os.write(ours, keys)
        os.close(ours)
        return shown, program.wait(timeout=30)


class NoKeyringTest(KeyTest):
    def test_without_a_bus_or_a_keyring_it_says_so_at_once(self):
        begin = time.monotonic()
        done = self.cli("key", "set", stdin=KEY.encode(), expect=7)
        self.assertIn("--key-file", done.stderr.decode())
        self.start_bus()
        for action in ("set", "delete"):
            self.cli("key", action, stdin=KEY.encode(), expect=7)
        self.assertLess(time.monotonic() - begin, 10)

    def test_models_without_keys_are_asked_without_a_word_about_keyrings(self):
        done = self.cli("models", "--summarizer", "ollama")
        self.assertEqual(done.stderr, b"")

    def test_what_is_missing_names_the_ways_to_give_a_key(self):
        said = self.cli("models", "--summarizer", "gemini", expect=2).stderr.decode()
        self.assertIn("gemmary-cli key set", said)
        self.assertIn("GEMINI_API_KEY", said)

    def test_dot_env_works_as_the_original_had_it(self):
        (self.root / ".env").write_text(f'GEMINI_API_KEY="{KEY}"\n')
        self.cli("key", "test")
        self.assertEqual(self.key_sent(), KEY)

    def test_key_file_that_is_none_is_refused_and_one_for_all_to_read_is_noted(self):
        file = self.root / "key"
        for content in (b"", b"two words\n", b"\x00\x01\n", b"k" * 9000):
            file.write_bytes(content)
            self.cli("models", "--summarizer", "gemini", "--key-file", file, expect=2)
        self.cli("models", "--summarizer", "gemini", "--key-file", self.root / "nowhere", expect=2)
        file.write_text(KEY)
        file.chmod(0o644)
        done = self.cli("models", "--summarizer", "gemini", "--key-file", file)
        self.assertIn("chmod 600", done.stderr.decode())
        self.assertNotIn(KEY.encode(), done.stdout + done.stderr)

    def test_refused_key_and_withdrawn_model_are_told_apart(self):
        done = self.cli("key", "test", GEMINI_API_KEY="bad-key", expect=6)
        self.assertIn("key", done.stderr.decode())
        self.cli("key", "test", "--model", "gemma-3-27b-it", GEMINI_API_KEY=KEY, expect=2)

    def test_key_is_never_an_argument_nor_in_a_list_of_processes_file_or_output(self):
        self.cli("key", "set", "gemini", KEY, expect=2)
        file = self.root / "key"
        file.write_text(KEY)
        file.chmod(0o600)
        for number in range(20):
            self.write(f"{number}.txt", SENTENCE * 3 + f"It was day {number}.\n")
        run = self.start_cli("run", self.folder, *self.model, "--key-file", file, "--debug", "--batch-size", "2",
                             TEST_WORKER_DELAY_SECONDS="0.05")
        looks = 0
        while run.poll() is None:
            for process in Path("/proc").glob("[0-9]*"):
                for name in ("cmdline", "environ"):
                    try:
                        content = (process / name).read_bytes()
                    except OSError:
                        continue
                    self.assertNotIn(KEY.encode(), content, process)
            looks += 1
            time.sleep(0.05)
        said = b"".join(run.communicate())
        self.assertEqual(run.returncode, 0, said.decode())
        self.assertGreater(looks, 3)
        self.assertEqual(self.key_sent(), KEY)
        self.assertNotIn(KEY.encode(), said)
        for form in ("--json", "--csv", "--all"):
            self.assertNotIn(KEY.encode(), self.cli("results", "@last", form).stdout)
        for form in ("json", "csv", "md", "html"):
            self.cli("export", "@last", "-o", self.root / f"report.{form}")
        searched = [path for path in self.root.rglob("*") if path.is_file() and path != file]
        self.assertLessEqual({self.root / "home" / "gemmary.db", self.root / "home" / "gemmary.log",
                              self.root / "report.html"}, set(searched))
        for path in searched:
            self.assertNotIn(KEY.encode(), path.read_bytes(), path)


if __name__ == "__main__":
    unittest.main()
