# SPDX-License-Identifier: GPL-3.0-or-later
"""Every SQL statement that the store sends to a server, as the server reads it.

What the dialect makes of a file is read out of its source, so that this cannot differ from it unnoticed.
"""
import hashlib
import re
from pathlib import Path

STORE = Path("engine/store")
FOLDER = STORE / "sql"
LIST = Path("tests/lint/cockroach_statements.txt")

CONSTANT = re.compile(r'QLatin1String ServersNow\("([^"]*)"\)')
EXPANSION = re.compile(r'replace\(QLatin1String\("(\{\w+\})"\), QLatin1String\("([^"]*)"\)\)')
HARMLESS = re.compile(r'Replacement\{"([^"]*)", "([^"]*)"\}')
ADDED = re.compile(r'replace\(QLatin1String\("( ADD COLUMN )"\), QLatin1String\("([^"]*)"\)\)')
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*')
FIXED = re.compile(r"(?:BEGIN|COMMIT|ROLLBACK|SET [a-z_]+ =|SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP)(?!\w)")


class Dialect:
    """What PostgresDialect::expand does, by what is written in it."""

    def __init__(self, source):
        self.expansions = [("{now}", CONSTANT.search(source).group(1)), *EXPANSION.findall(source)]
        self.harmless = HARMLESS.findall(source)
        self.added = ADDED.findall(source)
        if not (self.harmless and self.added and {"{blob}", "{clustered}"} <= {name for name, _ in self.expansions}):
            raise ValueError(f"{STORE}/postgresdialect.cpp reads otherwise now; teach tests/lint/storestatements.py")

    def expand(self, sql):
        for name, text in self.expansions:
            sql = sql.replace(name, text)
        for begin, harmless in self.harmless:
            if sql.startswith(begin) and not sql.startswith(harmless):
                sql = harmless + sql[len(begin):]
        for plain, harmless in self.added:
            sql = sql.replace(plain, harmless)
        parts = sql.split("?")
        return parts[0] + "".join(f"${number}{part}" for number, part in enumerate(parts[1:], 1))


def split_script(sql):
    """As Statements and splitScript in the store do it."""
    lines = [line for line in sql.split("\n") if not line.strip().startswith("--")]
    return [text for part in "\n".join(lines).strip().split(";\n") if (text := part.strip().removesuffix(";"))]


def fixed_statements(source):
    """What C++ code has in literals of its own and sends as it is; a %1 in it is filled in tests only."""
    for match in LITERAL.finditer(source):
        text = "".join(part[1:-1] for part in re.findall(r'"(?:[^"\\\n]|\\.)*"', match.group()))
        if FIXED.match(text) and not text.endswith(" "):  # that is the beginning of one
            yield from (part.strip() for part in text.split(";") if part.strip())


def normalised(sql):
    return " ".join(sql.split())


def statements(root):
    """(file, normalised text) of each, in the order of the files."""
    root = Path(root)
    dialect = Dialect((root / STORE / "postgresdialect.cpp").read_text("utf-8"))
    for path in sorted((root / FOLDER).rglob("*.sql")):
        for sql in split_script(path.read_text("utf-8")):
            yield path.relative_to(root / STORE).as_posix(), normalised(dialect.expand(sql))
    for path in sorted((root / STORE).glob("*.cpp")):
        if not path.name.startswith("sqlite"):
            for sql in fixed_statements(path.read_text("utf-8")):
                yield path.name, normalised(sql)


def fingerprint(sql):
    return hashlib.sha256(sql.encode()).hexdigest()
