#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Summaries by models in the real window, with a provider on this computer: key, consent, labels, refusals."""
import json
import subprocess
import sys
import time
import unittest
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from session import Session, click, middle_of, tree, wait_until  # noqa: E402
from test_window import WindowTest  # noqa: E402

FAKE = Path(__file__).resolve().parents[2] / "support" / "fakeprovider.py"
KEY = "not-a-real-key-7f3a"
MODEL = "gemma-4-31b-it"
ANSWER = "Hola ñ — 世界"
QUESTION = "Texts leave this computer"


class ModelsTest(WindowTest):
    def setUp(self):
        super().setUp()
        self.provider = subprocess.Popen([sys.executable, FAKE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(self.provider.communicate)
        port, _ = self.provider.stdout.readline().split()
        self.url = f"http://127.0.0.1:{int(port)}"

    def asked(self):
        with urllib.request.urlopen(f"{self.url}/__count") as answer:
            return json.load(answer)["asked"]

    def open_at(self, **environment):
        return self.open(GEMMARY_BASE_URL=self.url, GEMINI_REQUESTS_PER_MINUTE="0", GEMINI_TOKENS_PER_MINUTE="0",
                         **environment)

    def drop(self, window, folder):
        self.drag_onto(window, middle_of(window.find("label", "Drop folders or documents here")), folder)

    def documents(self):
        folder = self.root / "letters"
        folder.mkdir()
        for number in range(3):
            (folder / f"{number}.txt").write_text(
                f"The river carried the boats past the mill on day {number}. The children counted them.\n")
        return folder

    def summaries(self):
        return json.loads(self.cli("results", "@last", "--json"))["file_summaries"]

    def choose_google(self, window):
        window.press("menu item", contains="Preferences", showing=False)
        click(window.find("list item", contains="Summaries"))

        def box():
            return next((node for node, _ in tree(window.application) if node.get_role_name() == "combo box"
                         and "Google Gemini" in [item.get_name() for item, _ in tree(node)]), None)

        click(wait_until(box, "a list of summarisers"))
        window.type("Google")
        window.keys("Return")
        field = window.find(name="Key for Google", role="password text")
        field.get_editable_text_iface().set_text_contents(KEY)
        window.press("push button", "Only for this run")


class Google(ModelsTest):
    def test_key_and_consent_then_summaries_carry_the_models_name(self):
        window = self.open_at()
        self.choose_google(window)
        window.find("dialog", QUESTION)
        self.assertEqual(self.asked(), {}, "nothing is sent before the answer")
        window.press("push button", "Send texts to Google")
        window.find("label", contains="· Google (leaves this computer)")
        window.press("push button", "Test the model")
        window.find("label", contains="Answer with the word OK.")
        window.find("label", contains=ANSWER)
        window.press("push button", "Close")
        self.drop(window, self.documents())
        self.wait_for("letters", "COMPLETED")
        self.assertEqual([(row["summary"], row["engine"]) for row in self.summaries()], [(ANSWER, "gemini")] * 3)
        window.activate()
        window.keys("ctrl+4")
        window.find("label", contains="via Google Gemini")
        self.assertEqual(window.close(), 0)
        for path in self.home.rglob("*"):
            if path.is_file():
                self.assertNotIn(KEY.encode(), path.read_bytes(), path)
        config = (self.home / "config" / "gemmary" / "gemmary.conf").read_text()
        self.assertIn(f"GEMMARY_MODEL={MODEL}", config)

    def test_refused_consent_chooses_nothing_and_sends_nothing(self):
        window = self.open_at()
        self.choose_google(window)
        window.find("dialog", QUESTION)
        window.press("push button", "Cancel")
        window.find("label", contains="New processes use: Key sentences")
        window.press("push button", "Close")
        self.drop(window, self.documents())
        self.wait_for("letters", "COMPLETED")
        self.assertEqual({row["engine"] for row in self.summaries()}, {"extractive"})
        self.assertEqual(self.asked(), {})

    def test_choice_of_the_environment_starts_nothing_without_consent(self):
        window = self.open_at(GEMMARY_SUMMARIZER="gemini", GEMMARY_MODEL=MODEL, GEMINI_API_KEY=KEY)
        self.drop(window, self.documents())
        window.find("dialog", QUESTION)
        window.keys("Return")  # the default
        window.find("label", contains="nothing was sent to Google")
        self.assertEqual(self.processes(), [])
        window.press("push button", "Use key sentences")
        self.wait_for("letters", "COMPLETED")
        self.assertEqual(self.asked(), {})

    def test_refused_key_is_said_with_ways_out(self):
        (self.home / "window.ini").write_text("[answers]\nwelcomed=yes\nconsent-google=yes\n")
        window = self.open_at(GEMMARY_SUMMARIZER="gemini", GEMMARY_MODEL=MODEL, GEMINI_API_KEY="bad-key",
                              GEMMARY_MAX_DELIVERIES="1")
        self.drop(window, self.documents())
        self.wait_for("letters", "FAILED")
        window.find("label", contains="does not accept the API key")
        window.find("push button", "Choose another model")
        window.press("push button", "Use key sentences for these")
        self.wait_for("letters", "COMPLETED")
        self.assertEqual(self.asked(), {})

    def test_days_limit_shows_until_when_it_waits(self):
        (self.home / "window.ini").write_text("[answers]\nwelcomed=yes\nconsent-google=yes\n")
        window = self.open_at(GEMMARY_SUMMARIZER="gemini", GEMMARY_MODEL="quota-day", GEMINI_API_KEY=KEY)
        self.drop(window, self.documents())
        window.find("label", contains="The day's requests to Google Gemini are used up; it goes on at", timeout=40)
        window.find("push button", "Run again with key sentences")
        window.find("table cell", contains="Waiting for Gemini")


class Local(ModelsTest):
    def test_server_at_an_address_is_chosen_in_the_toolbar(self):
        window = self.open_at()
        click(window.find("push button", contains="Summaries of new processes"))
        time.sleep(2)  # until the server is found: the menu is on the screen, but not on the bus
        window.keys("Down", "Down", "Return")  # behind the key sentences
        window.find("push button", contains="gemma3:4b")
        self.drop(window, self.documents())
        self.wait_for("letters", "COMPLETED")
        self.assertEqual({row["engine"] for row in self.summaries()}, {"ollama"})


def main():
    with Session():
        unittest.main(verbosity=2)


if __name__ == "__main__":
    main()
