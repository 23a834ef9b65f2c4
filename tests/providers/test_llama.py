# SPDX-License-Identifier: GPL-3.0-or-later
"""A real llama.cpp server with a tiny Gemma of no sense: what the provider's room and the command line make of it."""
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "e2e"), str(HERE.parent / "support")]
import tinymodel  # noqa: E402
from support import CliTest  # noqa: E402

REAL_PROVIDER_TEST = os.environ["GEMMARY_REAL_PROVIDER_TEST"]
KEY = "a-key-of-no-worth"


def setUpModule():
    global server_program
    server_program = subprocess.run([HERE / "llamaserver.sh"], check=True, stdout=subprocess.PIPE,
                                    text=True).stdout.strip()


class Server:
    """llama-server with the model that answers tinymodel.REPLY, or never stops."""

    def __init__(self, folder, *options, loops=False, ready=True):
        model = Path(folder) / ("loop.gguf" if loops else "tiny.gguf")
        model.write_bytes(tinymodel.model(loops))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = Path(folder) / "llama.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [server_program, "-m", model, "--alias", "gemma-3-tiny", "--host", "127.0.0.1", "--port", str(port),
                 *options], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        if ready:
            self.wait_ready()

    def wait_ready(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError, urllib.error.URLError):
                with urllib.request.urlopen(f"{self.url}/health", timeout=5) as answer:
                    if answer.status == 200:
                        return
            time.sleep(0.2)
        raise RuntimeError(self.log.read_text(errors="replace")[-4000:])

    def stop(self):
        self.process.kill()
        self.process.wait()


class LlamaTest(CliTest):
    def serve(self, *options, **more):
        folder = tempfile.mkdtemp(dir=self.root)
        server = Server(folder, *options, **more)
        self.addCleanup(server.stop)
        return server

    def run_model(self, server, *options, **more):
        return self.cli("run", self.folder, "--summarizer", "openai", "--model", "gemma-3-tiny", "--base-url", server.url,
                        "--timeout", "100", *options, **more)

    def fill(self, count):
        for number in range(count):
            self.write(f"{number:02}.txt", f"The boats of day {number} went down the river past the mill. " * 3)

    def summaries(self):
        return self.cli_json("results", "@last")["file_summaries"]

    def test_lists_streams_stops_at_the_length_overflows_and_frees_the_slot_when_cancelled(self):
        server = self.serve("-c", "4096", "-np", "2")
        subprocess.run([REAL_PROVIDER_TEST], check=True, timeout=200,
                       env={**os.environ, "GEMMARY_PROVIDER_URL": server.url, "GEMMARY_PROVIDER": "openai"})

    def test_twenty_documents_are_summarised_once_each(self):
        self.fill(20)
        server = self.serve("-c", "8192", "-np", "2")
        self.run_model(server)
        self.assertEqual([(summary["summary"], summary["engine"], summary["coverage"]) for summary in self.summaries()],
                         [(tinymodel.REPLY, "openai", 1)] * 20)
        tasks = server.log.read_text(errors="replace").count("stop processing")
        self.run_model(server)
        self.assertEqual(server.log.read_text(errors="replace").count("stop processing"), tasks)

    def test_document_longer_than_the_context_is_read_in_parts_to_its_end(self):
        self.write("long.txt", "".join(f"On day {day} the boats went down the river. " for day in range(400)))
        server = self.serve("-c", "4096", "-np", "1")
        self.run_model(server)
        (summary,) = self.summaries()
        self.assertEqual((summary["summary"], summary["coverage"]), (tinymodel.REPLY, 1))
        self.assertGreater(server.log.read_text(errors="replace").count("stop processing"), 5)

    def test_model_that_never_stops_is_cut_off(self):
        self.fill(1)
        server = self.serve("-c", "4096", "-np", "1", loops=True)
        self.run_model(server, expect=None)
        for summary in self.summaries():
            self.assertLess(len(summary["summary"]), 20_000)
        self.assertEqual(self.cli_json("status", "@last")["status"], "COMPLETED")

    def test_server_that_is_still_loading_is_waited_for(self):
        self.fill(2)
        server = self.serve("-c", "4096", "-np", "1", ready=False)
        self.cli("start", self.folder, "--summarizer", "openai", "--model", "gemma-3-tiny")
        self.cli("worker", "--drain", GEMMARY_BASE_URL=server.url)
        self.assertEqual(len(self.summaries()), 2)

    def test_wrong_key_is_said_and_the_right_one_is_taken(self):
        self.fill(1)
        server = self.serve("-c", "4096", "-np", "1", "--api-key", KEY)
        done = self.run_model(server, expect=2, GEMMARY_BASE_URL_KEY="wrong")
        self.assertIn("key", done.stderr.decode())
        self.run_model(server, GEMMARY_BASE_URL_KEY=KEY)
        self.assertEqual(len(self.summaries()), 1)


if __name__ == "__main__":
    unittest.main()
