#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands between programs and a server, and does to their connections what networks do.

    faultproxy.py PORT [--seed N] [--drop-request P] [--lose-reply P] [--delay P] [--half-open P] [--reset P]
                       [--lose-commits N] [--stall-commits N]

Relays to PORT of this computer and prints its own port. P is how likely a request meets that fault. --lose-commits
does COMMIT and loses the answer, N times; --stall-commits then keeps such a connection open for ever.
"""
import argparse
import asyncio
import random

HALF_OPEN_SECONDS = 3
LONGEST_DELAY = 0.2


class Proxy:
    def __init__(self, options):
        self.options = options
        self.dice = random.Random(options.seed)
        self.lose_commits = options.lose_commits
        self.stall_commits = options.stall_commits

    def fate_of(self, request):
        if b"COMMIT" in request and self.lose_commits > 0:
            self.lose_commits -= 1
            return "lose-reply"
        if b"COMMIT" in request and self.stall_commits > 0:
            self.stall_commits -= 1
            return "stall"
        throw = self.dice.random()
        for fate in ("drop-request", "lose-reply", "delay", "half-open", "reset"):
            throw -= getattr(self.options, fate.replace("-", "_"))
            if throw < 0:
                return fate
        return None

    async def serve(self, reader, writer):
        try:
            server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self.options.port)
        except OSError:
            writer.transport.abort()
            return
        link = Link(self, reader, writer, server_reader, server_writer)
        await asyncio.gather(link.requests(), link.replies())


class Link:
    """One connection, both ways."""

    def __init__(self, proxy, reader, writer, server_reader, server_writer):
        self.proxy = proxy
        self.reader, self.writer = reader, writer
        self.server_reader, self.server_writer = server_reader, server_writer
        self.losing = False
        self.stalled = False

    def abort(self):
        self.writer.transport.abort()
        self.server_writer.transport.abort()

    async def requests(self):
        try:
            while request := await self.reader.read(65536):
                fate = self.proxy.fate_of(request)
                if fate in ("drop-request", "reset"):
                    break
                if fate == "delay":
                    await asyncio.sleep(self.proxy.dice.uniform(0, LONGEST_DELAY))
                if fate == "half-open":
                    await asyncio.sleep(HALF_OPEN_SECONDS)
                    break
                self.losing = self.losing or fate == "lose-reply"
                self.stalled = self.stalled or fate == "stall"
                self.server_writer.write(request)
                await self.server_writer.drain()
        except OSError:
            pass
        if not self.stalled:
            self.abort()

    async def replies(self):
        try:
            while reply := await self.server_reader.read(65536):
                if self.losing:
                    break
                if not self.stalled:
                    self.writer.write(reply)
                    await self.writer.drain()
        except OSError:
            pass
        if not self.stalled:
            self.abort()


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("port", type=int)
    parser.add_argument("--seed", type=int, default=None)
    for fate in ("drop-request", "lose-reply", "delay", "half-open", "reset"):
        parser.add_argument(f"--{fate}", type=float, default=0)
    parser.add_argument("--lose-commits", type=int, default=0)
    parser.add_argument("--stall-commits", type=int, default=0)
    server = await asyncio.start_server(Proxy(parser.parse_args()).serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
