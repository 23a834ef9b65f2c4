#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs use the window's Gemmary: switched on in the preferences, asked by curl."""
import json
import os
import socket
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from session import CLI, Session, click, wait_until  # noqa: E402
from test_window import WindowTest  # noqa: E402

SWITCH = "Let other programs on this computer use Gemmary"
UPLOAD = json.dumps({"name": "from a script", "files": [{"name": "a.txt", "content": "one two two"}]})


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Automation(WindowTest):
    def setUp(self):
        super().setUp()
        self.port = free_port()
        folder = self.home / "config" / "gemmary"
        folder.mkdir(parents=True)
        (folder / "gemmary.conf").write_text(f"GEMMARY_LISTEN_PORT={self.port}\n")

    def curl(self, path, *options):
        """The status, or 0 where nobody answers; and the body."""
        done = subprocess.run(["curl", "-sS", "-w", "\n%{http_code}", *options, f"http://127.0.0.1:{self.port}{path}"],
                              capture_output=True, text=True, check=False, timeout=60)
        body, _, status = done.stdout.rpartition("\n")
        return int(status or 0), body

    def page(self, window):
        window.keys("ctrl+comma")
        click(window.find("list item", "Automation"))
        window.find("check box", SWITCH)

    def test_switched_on_it_answers_what_is_started_is_in_the_list_and_off_it_refuses(self):
        window = self.open()
        self.page(window)
        self.assertEqual(self.curl("/health")[0], 0)
        window.press("check box", SWITCH)
        window.find("label", contains=f"Listening at http://127.0.0.1:{self.port}")
        status, body = self.curl("/process/start", "-H", "Content-Type: application/json", "-d", UPLOAD)
        self.assertEqual(status, 201, body)
        window.find("table cell", contains="from a script", showing=False)
        self.wait_for("from a script", "COMPLETED")
        window.press("check box", SWITCH)
        wait_until(lambda: self.curl("/health")[0] == 0, "nobody answers")
        window.press("check box", SWITCH)
        wait_until(lambda: self.curl("/health")[0] == 200, "it answers again")
        stream = subprocess.Popen(["curl", "-sSN", f"http://127.0.0.1:{self.port}/process/events"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(stream.communicate)
        self.assertTrue(stream.stdout.readline())
        self.assertEqual(window.close(), 0)  # who listens does not hold it up
        stream.wait(30)

        again = self.open()  # as it was left
        wait_until(lambda: self.curl("/health")[0] == 200, "it listens from the start")
        self.assertEqual(again.close(), 0)
        self.assertEqual(self.curl("/health")[0], 0)

    def test_the_command_on_the_page_works_as_it_is_pasted_with_and_without_a_token(self):
        window = self.open()
        self.page(window)
        window.press("check box", SWITCH)
        plain = window.find("label", contains="curl -sS", showing=False).get_name()
        self.assertIn("process_id", self.paste(plain))
        token = self.cli("token", "add", "script").strip()
        command = window.find("label", contains="$API_TOKEN\"", showing=False).get_name()
        self.assertNotIn(token, command)
        self.assertIn("unauthorized", self.paste(command))
        self.assertIn("process_id", self.paste(command, API_TOKEN=token))
        window.find("label", contains="last used", showing=False)
        self.cli("token", "revoke", "script")
        self.assertIn("unauthorized", self.paste(command, API_TOKEN=token))

    def test_beyond_this_computer_the_page_says_what_lacks_until_it_listens_with_tls(self):
        certificate, key = self.home / "crt.pem", self.home / "key.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out",
                        certificate, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
                       check=True, capture_output=True)
        with (self.home / "config" / "gemmary" / "gemmary.conf").open("a") as settings:
            settings.write("GEMMARY_LISTEN=true\nGEMMARY_LISTEN_HOST=0.0.0.0\nGEMMARY_LISTEN_NAMES=localhost\n"
                           f"GEMMARY_TLS_CERTIFICATE={certificate}\nGEMMARY_TLS_KEY={key}\n")
        window = self.open()
        self.page(window)
        window.find("label", contains="Make one below")
        token = self.cli("token", "add", "script").strip()
        window.press("push button", "Try again")
        window.find("label", contains=f"Listening at https://localhost:{self.port}")
        command = window.find("label", contains="curl -sS", showing=False).get_name()
        self.assertIn("unauthorized", self.paste(command))
        self.assertIn("process_id", self.paste(command, API_TOKEN=token))

    @staticmethod
    def paste(command, **environment):
        return subprocess.run(["bash", "-c", command], env={**os.environ, **environment}, capture_output=True, text=True,
                              check=True, timeout=60).stdout

    def test_a_port_that_serve_has_is_said_on_the_page(self):
        serve = subprocess.Popen([CLI, "serve", "--no-worker", "--port", str(self.port)],
                                 env={**os.environ, "GEMMARY_HOME": str(self.home)}, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(serve.communicate)
        self.addCleanup(serve.terminate)
        self.assertTrue(serve.stdout.readline())
        window = self.open()
        self.page(window)
        window.press("check box", SWITCH)
        window.find("label", contains=f"Port {self.port} of 127.0.0.1 is taken")
        serve.terminate()
        serve.wait(30)
        window.press("push button", "Try again")
        window.find("label", contains="Listening at")


if __name__ == "__main__":
    with Session():
        unittest.main(verbosity=2)
