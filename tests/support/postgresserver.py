#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL server of the tests' own, thrown away afterwards.

    postgresserver.py start FOLDER [NAME=VALUE…]    its address is then in FOLDER/url; settings as in postgresql.conf
    postgresserver.py stop FOLDER

With GEMMARY_CRDB_URL set, the contract tests (ctest -L contract) run on that cluster instead.
Transactions are serializable, as CockroachDB's are. It does not wait for the disk: it is killed, never unplugged. What
it refuses is in its log, behind the SQLSTATE.
"""
import glob
import os
import pwd
import shutil
import socket
import subprocess
import sys
from pathlib import Path

SETTINGS = {"listen_addresses": "'127.0.0.1'", "fsync": "off", "max_connections": 200,
            "default_transaction_isolation": "serializable", "shared_buffers": "128MB", "log_min_messages": "error",
            "log_min_error_statement": "panic", "log_line_prefix": "'%e '", "lc_messages": "C"}


def program(name):
    found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"))
    return found[-1] if found else name


def run(folder, name, *arguments):
    """Runs a program of PostgreSQL's, which refuses to run as root."""
    command = [program(name), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    with open(folder / "server.log", "a", encoding="utf-8") as log:
        subprocess.run(command, check=True, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def use_cluster(folder, url):
    """A CockroachDB that somebody else runs: its address around the name of a database."""
    place, _, parameters = url.partition("?")
    folder.mkdir(parents=True)
    (folder / "url").write_text(place.rpartition("/")[0] + "/" + (f" ?{parameters}" if parameters else ""))


def start(folder, settings=None, address=None):
    """With an `address` of this computer it also serves the network around that, without passwords."""
    stop(folder)
    shutil.rmtree(folder, ignore_errors=True)
    if "GEMMARY_CRDB_URL" in os.environ:
        return use_cluster(folder, os.environ["GEMMARY_CRDB_URL"])
    # Below /tmp, because the server's account may not be allowed to reach a build folder.
    data = Path(subprocess.check_output(["mktemp", "-d", "/tmp/gemmary-postgres-XXXXXX"], text=True).strip())
    folder.mkdir(parents=True)
    (folder / "data").symlink_to(data)
    if os.geteuid() == 0:
        os.chown(data, pwd.getpwnam("postgres").pw_uid, -1)
    run(folder, "initdb", "--auth=trust", "--username=gemmary", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
        "-D", data / "cluster")
    port = free_port()
    chosen = {**SETTINGS, "port": port, "unix_socket_directories": f"'{data}'", **(settings or {})}
    if address:
        chosen["listen_addresses"] = f"'127.0.0.1,{address}'"
        run(folder, "sh", "-c", f"echo host all all samenet trust >> {data}/cluster/pg_hba.conf")
    lines = "".join(f"{name} = {value}\n" for name, value in chosen.items())
    run(folder, "sh", "-c", f"printf %s \"$0\" >> {data}/cluster/postgresql.conf", lines)
    run(folder, "pg_ctl", "start", "--wait", "-D", data / "cluster", "-l", data / "log")
    (folder / "url").write_text(f"postgresql://gemmary@127.0.0.1:{port}/")


def restart(folder):
    """As after a crash: whatever was not committed is gone."""
    data = (folder / "data").resolve()
    run(folder, "pg_ctl", "restart", "--wait", "-m", "immediate", "-D", data / "cluster", "-l", data / "log")


def stop(folder):
    data = folder / "data"
    if (data / "cluster/postmaster.pid").exists():
        run(folder, "pg_ctl", "stop", "--wait", "-m", "immediate", "-D", data.resolve() / "cluster")
    if data.is_symlink():
        shutil.rmtree(data.resolve(), ignore_errors=True)


if __name__ == "__main__":
    place = Path(sys.argv[2]).absolute()
    if sys.argv[1] == "start":
        start(place, dict(setting.split("=", 1) for setting in sys.argv[3:]))
    else:
        stop(place)
