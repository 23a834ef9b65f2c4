#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three hosts with addresses of their own and a database on the network between them; one host's cable is pulled.

The hosts are network namespaces, joined by a bridge; that takes root's rights, and without them the test is skipped.
"""
import json
import os
import subprocess
import sys
import time
import unittest
from contextlib import closing
from pathlib import Path

import psycopg2

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import postgresserver  # noqa: E402
from support import CLI, CliTest  # noqa: E402

WORKER = os.environ.get("GEMMARY_CHAOS_WORKER", "chaosworker")
HOSTS = 3
NETWORK = "10.93.7"
NAME = f"gm{os.getpid()}"  # of the bridge, and how the hosts' names begin
DOCUMENTS = 150
LEASE_MS = 2000
CUT_SECONDS = 8
SLOW = {"TEST_WORKER_DELAY_SECONDS": "0.4"}


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)


def host(number):
    return f"{NAME}h{number}"


def make_host(number):
    cable = f"{NAME}c{number}"
    ip("netns", "add", host(number))
    ip("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", host(number))
    ip("link", "set", cable, "master", NAME, "up")
    ip("-n", host(number), "address", "add", f"{NETWORK}.{number + 10}/24", "dev", "eth0")
    ip("-n", host(number), "link", "set", "eth0", "up")


def remove_network():
    for number in range(HOSTS):
        subprocess.run(["ip", "netns", "delete", host(number)], check=False, capture_output=True)
    subprocess.run(["ip", "link", "delete", NAME], check=False, capture_output=True)


class HostsTest(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(remove_network)
        try:
            ip("link", "add", NAME, "type", "bridge")
            ip("address", "add", f"{NETWORK}.1/24", "dev", NAME)
            ip("link", "set", NAME, "up")
            for number in range(HOSTS):
                make_host(number)
        except (OSError, subprocess.CalledProcessError) as error:
            raise unittest.SkipTest(f"no network of its own is permitted here: {getattr(error, 'stderr', error)}")

    def setUp(self):
        super().setUp()
        server = self.root / "server"
        postgresserver.start(server, address=f"{NETWORK}.1")
        self.addCleanup(postgresserver.stop, server)
        self.local = (server / "url").read_text() + "postgres"
        self.url = self.local.replace("127.0.0.1", f"{NETWORK}.1") + "?sslmode=disable"
        for number in range(DOCUMENTS):
            self.write(f"{number:03}.txt", f"Every document has seven words, number{number}.\n")

    def ask(self, sql):
        with closing(psycopg2.connect(self.local)) as connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone()[0]

    def work_on(self, number):
        """A worker on a host."""
        worker = subprocess.Popen(
            ["ip", "netns", "exec", host(number), CLI, "worker", "--workers", "2"], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, cwd=self.root,
            env={**self.environment, **SLOW, "DATABASE_URL": self.url, "GEMMARY_HOME": str(self.root / host(number))})
        self.addCleanup(worker.wait)
        self.addCleanup(worker.kill)
        return worker

    def done(self):
        return self.ask("SELECT count(*) FROM jobs WHERE state = 'DONE'")

    def wait(self, condition, what, seconds=90):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, what)
            time.sleep(0.1)

    def check(self, process):
        environment = {"DATABASE_URL": self.local}
        results = json.loads(self.cli("results", process, "--json", **environment).stdout)
        self.assertEqual(results["total_words"], DOCUMENTS * 6)
        words = {entry["word"]: entry["count"]
                 for entry in json.loads(self.cli("words", process, "--json", **environment).stdout)}
        self.assertEqual((words["document"], words["number0"]), (DOCUMENTS, 1))

    def test_host_that_is_cut_off_for_longer_than_its_lease_comes_back_and_nothing_counts_twice(self):
        start = [WORKER, "start", self.url, self.folder, "key", "3", "4", str(LEASE_MS), "1000"]
        process = subprocess.run(start, check=True, capture_output=True, text=True).stdout.strip()
        workers = [self.work_on(number) for number in range(HOSTS)]
        self.wait(lambda: self.done() > 10, "work has begun")
        ip("link", "set", f"{NAME}c0", "down")
        before = self.done()
        time.sleep(CUT_SECONDS)
        self.assertGreater(self.done(), before, "the others go on")
        self.wait(lambda: self.ask("SELECT max(deliveries) FROM jobs") > 1, "they take over what the lost host held")
        for worker in workers[1:]:
            worker.kill()
            worker.wait()
        ip("link", "set", f"{NAME}c0", "up")
        self.assertEqual(self.ask("SELECT state FROM processes"), "RUNNING", "there is work left")
        before = self.done()
        self.wait(lambda: self.done() > before + 2, "the lost host has come back and works")
        self.work_on(1)
        self.work_on(2)
        self.wait(lambda: self.ask("SELECT state FROM processes") == "COMPLETED", "finished")
        self.check(process)


if __name__ == "__main__":
    unittest.main(verbosity=2)
