# SPDX-License-Identifier: GPL-3.0-or-later
"""Completion in real shells, and manual pages: both say what the program's own help says."""
import os
import pty
import re
import select
import shutil
import subprocess
import time
import unittest
from pathlib import Path

from support import CLI, CliTest

SHELLS = {
    # What Tab would offer for the words that are given; the last one is being typed.
    "bash": """source "$SCRIPT"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_POINT=0
               compopt() { [[ $* != '-o default' ]] || echo ':files'; }
               _gemmary_cli "$1"; for word in "${COMPREPLY[@]}"; do [[ $word != "${@: -1}"* ]] || echo "$word"; done""",
    "zsh": """compdef() { :; }; _files() { print -r -- ':files'; }
              _describe() { local one; for one in ${(P)3}; do print -r -- "${one%%:*}"; done }
              source "$SCRIPT"; words=("$@"); CURRENT=$#; _gemmary_cli""",
    "fish": """source $SCRIPT; set -l typed (string join ' ' -- (string escape -- $argv[1..-2])) $argv[-1]
               complete -C (string join ' ' -- $typed) | string replace -r '\\t.*' ''""",
}

# How one is started in which somebody types: options, the file that it reads first and what stands in it. zsh finds
# its script by itself, too, where it is installed.
ZSH = "autoload -Uz compinit; compinit -u -D"
TYPED = {
    "bash": (["--noprofile", "--rcfile", "{root}/rc", "-i"], "rc", "source {root}/completion.bash"),
    "zsh": (["-d", "-i"], ".zshrc", ZSH + "; source {root}/completion.zsh"),
    "zsh-installed": (["-d", "-i"], ".zshrc", "fpath=({root}/site $fpath); " + ZSH),
}


class CompletionTest(CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", "A word.\n")
        bin_folder = self.root / "bin"
        bin_folder.mkdir()
        (bin_folder / "gemmary-cli").symlink_to(shutil.which(CLI) or CLI)
        self.environment["PATH"] = f"{bin_folder}:{self.environment['PATH']}"
        self.environment["HOME"] = str(self.root)

    def offered(self, shell, *words):
        script = self.root / f"completion.{shell}"
        script.write_bytes(self.cli("completion", shell).stdout)
        options = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
        arguments = {"bash": ["shell"], "zsh": ["shell"], "fish": []}[shell]
        done = subprocess.run([shell, *options, "-c", SHELLS[shell], *arguments, "gemmary-cli", *words],
                              env={**self.environment, "SCRIPT": str(script)}, cwd=self.folder, capture_output=True,
                              timeout=60, check=False)
        self.assertEqual(done.stderr, b"", shell)
        return done.stdout.decode().split()

    def test_every_shell_offers_commands_options_choices_and_ids(self):
        process = self.cli("start", self.folder).stdout.decode().strip()
        for shell in SHELLS:
            with self.subTest(shell):
                self.assertEqual(set(self.offered(shell, "re")) & {"results", "resume", "retry", "remove", "list"},
                                 {"results", "resume", "retry", "remove"})
                self.assertIn("--summarizer", self.offered(shell, "run", "--summ"))
                self.assertEqual(self.offered(shell, "list", "--state", "fa"), ["failed"])
                self.assertEqual(self.offered(shell, "key", "s"), ["set"])
                self.assertEqual(self.offered(shell, "status", process[:3]), [process[:8]])
                self.assertEqual(self.offered(shell, "status", "zz"), [])
                files = self.offered(shell, "run", "a")
                self.assertIn(files, ([":files"], ["a.txt"]))

    def test_completion_makes_no_store_and_bears_no_broken_settings(self):
        self.assertEqual(self.cli("__complete", "--", "status", "").stdout, b":\n")
        self.assertFalse((self.root / "home").exists())
        (self.root / ".env").write_text("nonsense\n")
        self.assertEqual(self.cli("__complete", "--", "status", "").stdout, b":\n")
        self.cli("completion", "bash")

    def test_words_are_completed_where_they_stand(self):
        def complete(*words):
            return [line.split("\t")[0] for line in self.cli("__complete", "--", *words).stdout.decode().splitlines()]
        self.assertEqual(complete("list", "--state=fa"), ["--state=failed", ":"])
        self.assertEqual(complete("list", "--state", "=", "fa"), ["failed", ":"])
        self.assertEqual(complete("run", "--", "--su"), [":files"])
        self.assertEqual(complete("run", "--key-file", ""), [":files"])
        self.assertEqual(complete("nothing", ""), [":"])
        self.assertEqual(complete("config", "get", ""), [":"])


    def test_tab_in_shells_that_somebody_types_in(self):
        self.write("letters.txt", "A word.\n")
        for shell in ("bash", "zsh"):
            (self.root / f"completion.{shell}").write_bytes(self.cli("completion", shell).stdout)
        site = self.root / "site"
        site.mkdir()
        (site / "_gemmary-cli").write_bytes(self.cli("completion", "zsh").stdout)
        for shell, (options, start_file, start) in TYPED.items():
            file = self.root / start_file
            file.write_text(f"PS1='ready> '; {start.format(root=self.root)}; cd {self.folder}\n")
            for typed, line in (("gemmary-cli resul\t", "gemmary-cli results "),
                                ("gemmary-cli list --state=fa\t", "--state=failed "),
                                ("gemmary-cli run let\t", "run letters.txt ")):
                with self.subTest(shell, typed=typed):
                    command = [shell.split("-")[0], *(option.format(root=self.root) for option in options)]
                    self.assertIn(line, self.typed_in(command, typed, line))

    def typed_in(self, command, keys, wanted):
        ours, theirs = pty.openpty()
        shell = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
                                 env={**self.environment, "TERM": "dumb", "INPUTRC": "/dev/null",
                                      "ZDOTDIR": str(self.root)})
        os.close(theirs)
        shown = ""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and "ready> " not in shown:
            shown += os.read(ours, 4096).decode()
        os.write(ours, keys.encode())
        shown = ""
        while time.monotonic() < deadline and wanted not in shown:
            if select.select([ours], [], [], 1)[0]:
                shown += os.read(ours, 4096).decode()
        shell.kill()
        shell.wait()
        os.close(ours)
        return shown


class ManPageTest(CliTest):
    """What a page says is what --help says, command by command."""

    def plain(self, page):
        return re.sub(r"\\f[BR]", "", page).replace(r"\-", "-").replace(r"\e", "\\")

    def commands(self):
        table = self.cli("--help").stdout.decode().split("Subcommands:")[1]
        return re.findall(r"^  ([a-z]+) ", table, re.MULTILINE)

    def test_page_has_every_command_with_every_option(self):
        page = self.plain(self.cli("__man", "gemmary-cli.1").stdout.decode())
        sections = dict(re.findall(r'^\.SS "([a-z]+)[^\n]*\n(.*?)(?=^\.S[SH])', page, re.MULTILINE | re.DOTALL))
        common = page.split(".SH \"OPTIONS OF EVERY COMMAND\"")[1].split(".SH")[0]
        commands = self.commands()
        self.assertEqual(list(sections), commands)
        self.assertGreater(len(commands), 20)
        for command in commands:
            helped = self.cli(command, "--help").stdout.decode().split("Options:")[1]
            options = set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", helped, re.MULTILINE))
            offered = self.cli("__complete", "--", command, "--").stdout.decode()
            self.assertEqual(set(re.findall(r"^--[a-z-]+", offered, re.MULTILINE)), options, command)
            for option in options:
                self.assertRegex(sections[command] + common, rf"(?<![\w-]){option}(?![\w-])", command)
            self.assertNotIn("--json\n", sections[command])

    def test_settings_page_has_every_setting(self):
        page = self.plain(self.cli("__man", "gemmary.conf.5").stdout.decode())
        for row in self.cli_json("config", "list"):
            self.assertIn(f"\n{row['key']}\n", page)

    def test_pages_are_read_without_complaint(self):
        for name in ("gemmary-cli.1", "gemmary.1", "gemmary.conf.5"):
            path = self.root / name
            path.write_bytes(self.cli("__man", name).stdout)
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", path], capture_output=True, check=False)
            # A page without a date is the same in every build.
            complaints = [line for line in done.stdout.decode().splitlines() if "missing date" not in line]
            self.assertEqual(complaints, [], name)
            text = subprocess.run(["mandoc", "-T", "utf8", path], capture_output=True, check=True).stdout.decode()
            self.assertIn(Path(name).stem, text)
        self.cli("__man", "other.1", expect=2)

    def test_pages_and_completion_are_installed_where_shells_and_man_look(self):
        subprocess.run(["cmake", "--install", os.environ["GEMMARY_BUILD"], "--component", "manual", "--prefix", self.root /
                        "usr"], check=True, capture_output=True)
        share = self.root / "usr" / "share"
        self.assertEqual((share / "man/man1/gemmary-cli.1").read_bytes(), self.cli("__man", "gemmary-cli.1").stdout)
        self.assertEqual((share / "man/man5/gemmary.conf.5").read_bytes(), self.cli("__man", "gemmary.conf.5").stdout)
        for shell, place in (("bash", "bash-completion/completions/gemmary-cli"), ("zsh", "zsh/site-functions/_gemmary-cli"),
                             ("fish", "fish/vendor_completions.d/gemmary-cli.fish")):
            self.assertEqual((share / place).read_bytes(), self.cli("completion", shell).stdout)


if __name__ == "__main__":
    unittest.main()
