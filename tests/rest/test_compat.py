# SPDX-License-Identifier: GPL-3.0-or-later
"""serve --compat camel, asked by a client in Node that needs what the original's clients needed."""
import shutil
import subprocess
import unittest
from pathlib import Path

from service import ServiceTest

CLIENT = Path(__file__).with_name("original_client.mjs")


class TestCompat(ServiceTest):
    @unittest.skipUnless(shutil.which("node"), "there is no Node here")
    def test_the_originals_clients_run_unchanged(self):
        self.serve("--compat", "camel")
        done = subprocess.run(["node", CLIENT, self.url], capture_output=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_results_that_are_not_ready_say_so(self):
        self.serve("--compat", "camel", "--no-worker")
        process = self.start([("a.txt", "Some words.")])
        answer = self.get(f"/process/results/{process}")
        self.assertEqual(answer.status, 400)
        self.assertEqual(answer.json(), {"error": "Results are not ready. Process status is: PENDING.", "status": "PENDING"})


if __name__ == "__main__":
    unittest.main()
