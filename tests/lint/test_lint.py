#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks themselves: each must find what it is there to find, and leave good trees alone."""
import subprocess
import sys
import tempfile
import unittest
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

sys.dont_write_bytecode = True
LINT = Path(__file__).resolve().parent


def load(name):
    loader = SourceFileLoader(name, str(LINT / name))
    module = module_from_spec(spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


layers, sizes, text, sql, cockroach, cluster = (
    load(f"check_{name}") for name in ("layers", "sizes", "text", "sql", "cockroach", "cluster"))


class TreeCase(unittest.TestCase):
    def tree(self, files):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for name, content in files.items():
            path = Path(folder.name) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        return folder.name


class Layers(TreeCase):
    HEADERS = {
        "engine/base/error.h": "", "engine/domain/job.h": "", "engine/ports/store.h": "", "engine/ports/source.h": "",
        "engine/text/decoder.h": "", "engine/summary/ranker.h": "", "engine/store/sqlstore.h": "",
        "engine/pipeline/worker.h": "", "engine/engine.h": "", "engine/pool.h": "",
        "app/composition.h": "", "app/cli/verb.h": "", "app/wire/json.h": "", "app/rest/server.h": "",
        "app/settings/settings.h": "", "report/csv.h": "", "ui/mainwindow.h": "",
    }

    def found(self, name, *includes):
        lines = [f"#include {include if include[0] == '<' else chr(34) + include + chr(34)}\n" for include in includes]
        return list(layers.violations(self.tree({**self.HEADERS, name: "".join(lines)})))

    def test_allowedIncludes_anyRoom_areNotReported(self):
        for name, includes in {
            "engine/domain/a.cpp": ["base/error.h", "domain/job.h", "job.h"],
            "engine/ports/a.h": ["ports/source.h", "domain/job.h", "base/error.h"],
            "engine/text/a.cpp": ["text/decoder.h", "ports/store.h", "<QString>", "<vector>"],
            "engine/pipeline/a.cpp": ["ports/store.h", "pipeline/worker.h"],
            "engine/engine.cpp": ["engine.h", "pool.h", "store/sqlstore.h", "pipeline/worker.h"],
            "app/cli/a.cpp": ["engine.h", "cli/verb.h", "wire/json.h", "settings/settings.h", "base/error.h", "a.moc"],
            "app/cli/main.cpp": ["composition.h", "store/sqlstore.h"],
            "app/composition.cpp": ["store/sqlstore.h", "text/decoder.h", "settings/settings.h"],
            "report/a.cpp": ["report/csv.h", "domain/job.h", "wire/json.h"],
            "ui/a.cpp": ["engine.h", "domain/job.h", "report/csv.h", "<QWidget>"],
            "app/rest/a.cpp": ["engine.h", "wire/json.h", "<QTcpServer>"],
        }.items():
            with self.subTest(name):
                self.assertEqual(self.found(name, *includes), [])

    def test_forbiddenInclude_anyRoom_isReportedOnce(self):
        for name, include in [
            ("engine/base/a.cpp", "domain/job.h"), ("engine/domain/a.h", "ports/store.h"),
            ("engine/ports/a.h", "text/decoder.h"), ("engine/text/a.cpp", "summary/ranker.h"),
            ("engine/summary/a.cpp", "text/decoder.h"), ("engine/summary/a.cpp", "../text/decoder.h"),
            ("engine/store/a.cpp", "pipeline/worker.h"), ("engine/pipeline/a.cpp", "store/sqlstore.h"),
            ("engine/pipeline/a.cpp", "engine.h"), ("engine/engine.cpp", "wire/json.h"),
            ("app/cli/a.cpp", "rest/server.h"), ("app/cli/a.cpp", "store/sqlstore.h"), ("app/cli/a.cpp", "pool.h"),
            ("app/cli/a.cpp", "mainwindow.h"), ("app/rest/a.cpp", "cli/verb.h"), ("ui/a.cpp", "pipeline/worker.h"),
            ("ui/a.cpp", "settings/settings.h"), ("app/wire/a.cpp", "engine.h"), ("app/cli/a.cpp", "composition.h"),
            ("report/a.cpp", "engine.h"), ("report/a.cpp", "<QWidget>"), ("app/wire/a.cpp", "report/csv.h"),
            ("engine/text/a.cpp", "<QtWidgets>"), ("app/cli/a.cpp", "<QGuiApplication>"),
            ("engine/store/a.cpp", "<QTcpServer>"), ("engine/text/a.cpp", "nowhere/a.h"),
            ("engine/text/a.cpp", "summary/notyetwritten.h"),
        ]:
            with self.subTest(f"{name} {include}"):
                self.assertEqual(len(self.found(name, include)), 1)

    def test_unknownRoom_isReported(self):
        self.assertEqual(len(self.found("engine/utils/a.cpp")), 1)
        self.assertEqual(len(self.found("app/extras/a.cpp")), 1)

    def test_includeInAComment_isNotReported(self):
        tree = self.tree({"engine/base/a.cpp": '// #include "engine.h"\n/*\n#include "engine.h"\n*/\n'})
        self.assertEqual(list(layers.violations(tree)), [])

    def test_violation_namesFileAndLine(self):
        self.assertTrue(self.found("engine/base/a.cpp", "<vector>", "domain/job.h")[0].startswith("engine/base/a.cpp:2:"))


class Sizes(TreeCase):
    @staticmethod
    def body(lines, head="int f(int a)"):
        return head + "\n{\n" + "    call();\n" * (lines - 3) + "}\n"

    def found(self, content, name="engine/base/a.cpp"):
        return list(sizes.violations(self.tree({name: content})))

    def test_function_atEachLimit_isJudged(self):
        for lines, reason, count in [(60, "", 0), (61, "", 1), (61, "// Size: a table\n", 0), (61, "// Size:\n", 1),
                                     (100, "// Size: a table of rows\n", 0), (101, "// Size: a table of rows\n", 1)]:
            with self.subTest(f"{lines} {reason}"):
                self.assertEqual(len(self.found(reason + self.body(lines))), count)

    def test_longFunction_ofEachShape_isFound(self):
        for head in ["int A::f() const noexcept", "A::A(int a) : m_a(a), m_b{1}", "auto f() -> std::vector<int>",
                     "bool operator==(const A &a, const A &b)", "template <typename T>\nT f(T value)",
                     "enum Kind f(struct Row row)", "static void f(int a = 3)", "A::~A()"]:
            with self.subTest(head):
                self.assertEqual(len(self.found("namespace N {\n" + self.body(70, head) + "}\n")), 1)
                self.assertEqual(len(self.found("class A\n{\npublic:\n" + self.body(70, head) + "};\n")), 1)

    def test_longThingsThatAreNoFunctions_areNotReported(self):
        rows = "    {row(1), 2},\n" * 90
        for content in ["constexpr Row Rows[] = {\n" + rows + "};\n", "class A : public B\n{\n" + "    int m_a;\n" * 90 + "};\n",
                        "enum class Kind {\n" + "    A,\n" * 90 + "};\n", "namespace {\n" + "int f();\n" * 90 + "}\n",
                        "const auto rows = make({\n" + rows + "});\n"]:
            with self.subTest(content[:30]):
                self.assertEqual(self.found(content), [])

    def test_bracesInTextAndComments_openNothing(self):
        noisy = 'const char *a = "{ \\" {"; // {\n/* { */ char b = \'{\'; auto c = R"x({ " {)x"; int d = 1\'000;\n#define E {\n'
        self.assertEqual(self.found(noisy + self.body(20) + self.body(20)), [])
        self.assertEqual(len(self.found(noisy + self.body(61))), 1)

    def test_lambdaInFunction_countsToIt(self):
        content = "void f()\n{\n    auto g = [](int a) {\n" + "        h();\n" * 58 + "    };\n}\n"
        self.assertEqual(len(self.found(content)), 1)

    def test_file_atEachLimit_isJudged(self):
        for name, lines, reason, count in [("a.cpp", 500, "", 0), ("a.cpp", 501, "", 1), ("a.cpp", 501, "// Size: one table\n", 0),
                                           ("a.cpp", 801, "// Size: one table\n", 1), ("a.h", 200, "", 0), ("a.h", 201, "", 1),
                                           ("a.h", 300, "// Size: a wide port\n", 0), ("a.h", 301, "// Size: a wide port\n", 1)]:
            with self.subTest(f"{name} {lines} {reason}"):
                content = reason + "int a;\n" * (lines - reason.count("\n"))
                self.assertEqual(len(self.found(content, f"engine/base/{name}")), count)


class Text(TreeCase):
    GOOD = f"// {text.LICENCE}\nint a;\n"

    def test_goodSource_isNotReported(self):
        self.assertEqual(list(text.file_violations("engine/a.cpp", self.GOOD.encode())), [])

    def test_badLine_isReportedOnce(self):
        for line in ["// see /home/" "ann/notes", "open(\"/root" "/x\");", "// TO" "DO later", "int\tb;", "int b; ",
                     "// https://mirror.example.inter" "nal/x", "cd /wor" "k/main"]:
            with self.subTest(line):
                self.assertEqual(len(list(text.file_violations("engine/a.cpp", (self.GOOD + line + "\n").encode()))), 1)

    def test_harmlessLine_isNotReported(self):
        for line in ["// ~/.config/gemmary", "// POST /process/start", "$HOME/work/x", "QTODOS = 1", "app/home/x",
                     "// http://localhost:11434"]:
            with self.subTest(line):
                self.assertEqual(list(text.file_violations("engine/a.cpp", (self.GOOD + line + "\n").encode())), [])

    def test_badFile_isReportedOnce(self):
        for name, data in [("a.cpp", b"int a;\n"), ("a.py", b"pass\n"), ("run", b"#!/bin/sh\n"),
                           ("a.h", self.GOOD.encode().rstrip()), ("a.md", b"one\r\n"), ("a.md", b"\xff\n")]:
            with self.subTest(name):
                self.assertEqual(len(list(text.file_violations(name, data))), 1)

    def test_tree_newFilesAreSeen_ignoredOnesAndContentAreNot(self):
        tree = self.tree({"engine/a.cpp": "int a;\n", "build/b.cpp": "int b;\n", ".gitignore": "/build/\n",
                          "tests/data/c.txt": "\r", "tests/data/d.cpp": ""})
        subprocess.run(["git", "init", "-q", tree], check=True)
        found = list(text.violations(tree))
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].startswith("engine/a.cpp"))


class Sql(TreeCase):
    def test_portableStatement_isNotReported(self):
        for statement in ["SELECT a || 'b' FROM t WHERE id = :id ORDER BY a LIMIT 5",
                          "UPDATE t SET a = 1 WHERE id IN (SELECT id FROM t LIMIT 5) RETURNING id",
                          "INSERT INTO t (a) VALUES (:a) ON CONFLICT (a) DO NOTHING",
                          "SELECT 1 -- 1/2, now(), SKIP LOCKED\n", "SELECT ' a/b | SERIAL ' AS x",
                          "SELECT COUNT(*) /* a::b */ FROM jobs", "ALTER TABLE t ADD COLUMN a INT8 NOT NULL DEFAULT 0",
                          "ALTER TABLE t ADD COLUMN a INT8; CREATE TABLE u (a INT8 NOT NULL)", "DELETE FROM t WHERE a = 1; SELECT a FROM t LIMIT 1"]:
            with self.subTest(statement):
                self.assertEqual(list(sql.text_violations(statement)), [])

    def test_unportableStatement_isReported(self):
        for statement in ["SELECT 1 FROM t FOR UPDATE SKIP LOCKED", "SELECT pg_advisory_lock(1)", "LISTEN x", "NOTIFY x",
                          "CREATE TABLE t (a BIGSERIAL)", "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)",
                          "INSERT OR IGNORE INTO t VALUES (1)", "SELECT lastval()", "SELECT a / 2 FROM t", "SELECT a & 1 FROM t",
                          "UPDATE t SET a = 1 WHERE b = 2 LIMIT 5", "DELETE FROM t ORDER BY a LIMIT 1",
                          "SELECT a::int FROM t", "SELECT a->>'b' FROM t", "SELECT now()", "SELECT rowid FROM t",
                          "-- name: a\nSELECT 1\n-- name: b\nDELETE FROM t LIMIT 1",
                          "WITH d AS (DELETE FROM t RETURNING a) SELECT a FROM d", "SELECT CURRENT_TIMESTAMP",
                          "SELECT a FROM t WHERE a = ANY(:b)", "REPLACE INTO t VALUES (1)",
                          "SELECT a FROM t FOR KEY SHARE", "SELECT pg_table_size('t')", "SELECT name FROM sqlite_master",
                          "SELECT a FROM t AS OF SYSTEM TIME '-1s'", "SAVEPOINT a", "ROLLBACK TO a",
                          "INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT k DO NOTHING", "DELETE FROM t WHERE a LIKE ?",
                          "CREATE TABLE t (a INT8 REFERENCES u (a) DEFERRABLE)", "SELECT a FROM t, LATERAL (SELECT b) u",
                          "SELECT DISTINCT ON (a) b FROM t", "TRUNCATE t", "CREATE INDEX CONCURRENTLY i ON t (a)",
                          "CREATE TEMP TABLE t (a INT8)", "SELECT a FROM t ORDER BY a COLLATE \"C\"", "CREATE TABLE t (a INT)",
                          "SELECT CAST(a AS INTEGER) FROM t", "SELECT random()", "SELECT * FROM t", "SELECT t.* FROM t",
                          "DELETE FROM t RETURNING *", "ALTER TABLE t RENAME COLUMN a TO b",
                          "ALTER TABLE t ALTER COLUMN a SET NOT NULL", "ALTER TABLE t ADD COLUMN a INT8 NOT NULL"]:
            with self.subTest(statement):
                self.assertTrue(list(sql.text_violations(statement)))

    def test_tree_violation_namesFileAndLine(self):
        tree = self.tree({"engine/store/sql/take_job.sql": "SELECT 1\nFROM t WHERE a / b > 1;\n",
                          "engine/store/sql/Bad Name.sql": "SELECT 1;\n",
                          "engine/store/sql/migrations/001_base.sql": "CREATE TABLE t (a TEXT);\n"})
        found = list(sql.violations(tree))
        self.assertEqual(len(found), 2)
        self.assertTrue(found[1].startswith("engine/store/sql/take_job.sql:2:"))


class Cockroach(TreeCase):
    STORE = {
        "engine/store/postgresdialect.cpp": (
            'constexpr QLatin1String ServersNow("CAST(now() AS INT8)");\n'
            'Replacement{"CREATE TABLE ", "CREATE TABLE IF NOT EXISTS "},\n'
            '.replace(QLatin1String("{blob}"), QLatin1String("BYTEA")).replace(QLatin1String("{clustered}"), QLatin1String(""))\n'
            'return sql.replace(QLatin1String(" ADD COLUMN "), QLatin1String(" ADD COLUMN IF NOT EXISTS "));\n'),
        "engine/store/connection.cpp": 'control("COMMIT"); say("BEGINNING"); send("SET a = 1; "\n "SET b = 2"); arg("%1; SELECT 1");\n',
        "engine/store/sqlitedialect.cpp": 'control("BEGIN IMMEDIATE");\n',
        "engine/store/sql/take_job.sql": "-- why?\nUPDATE t SET a = ?\nWHERE b = ? AND c < {now}\n",
        "engine/store/sql/migrations/001_t.sql": "CREATE TABLE t (\n  a {blob}) {clustered};\n-- b\nALTER TABLE t ADD COLUMN b TEXT;\n",
    }

    def test_statements_areReadAsTheServerReadsThem(self):
        self.assertEqual(list(cockroach.store.statements(self.tree(self.STORE))), [
            ("sql/migrations/001_t.sql", "CREATE TABLE IF NOT EXISTS t ( a BYTEA)"),
            ("sql/migrations/001_t.sql", "ALTER TABLE t ADD COLUMN IF NOT EXISTS b TEXT"),
            ("sql/take_job.sql", "UPDATE t SET a = $1 WHERE b = $2 AND c < CAST(now() AS INT8)"),
            ("connection.cpp", "COMMIT"), ("connection.cpp", "SET a = 1"), ("connection.cpp", "SET b = 2")])

    def test_statement_thatTheGrammarHasNotRead_isReported(self):
        for changed, count in [({}, 0), ({"engine/store/sql/take_job.sql": "SELECT a FROM t\n"}, 1),
                               ({"engine/store/connection.cpp": 'control("ROLLBACK");\n'}, 1),
                               ({"engine/store/sql/take_job.sql": "UPDATE t  SET a = ? WHERE b = ?\n  AND c < {now}\n"}, 0)]:
            with self.subTest(changed):
                known = "".join(f"{name}  {cockroach.store.fingerprint(text)}\n"
                                for name, text in cockroach.store.statements(self.tree(self.STORE)))
                tree = self.tree({**self.STORE, **changed, "tests/lint/cockroach_statements.txt": known})
                self.assertEqual(len(list(cockroach.violations(tree))), count)

    def test_grammar_itsActionsGo_andWhatItOnlyNamesIsRefused(self):
        grammar = load("cockroach_grammar")
        rules = """a:\n  B '{' C // help {\n  { x := "}"; if y { z('}') } }\n| D { return unimplemented(sqllex, "d") }\n| E /* { */\n"""
        self.assertEqual(grammar.without_actions(rules).split(),
                         ["a:", "B", "'{'", "C", "|", "D", "{", "YYABORT;", "}", "|", "E"])


class Cluster(TreeCase):
    """The project's own files, with one thing changed in them."""
    ROOT = LINT.parents[1]

    def found(self, name="", before="", after=""):
        paths = [path for place in ("packaging/cluster", "packaging/lib", "app/cli")
                 for path in (self.ROOT / place).rglob("*") if path.is_file()]
        files = {path.relative_to(self.ROOT).as_posix(): path.read_text("utf-8") for path in paths}
        if name:
            name = f"packaging/cluster/{name}"
            self.assertIn(before, files[name])
            files[name] = files[name].replace(before, after)
        return list(cluster.violations(self.tree(files)))

    def test_ownFiles_areNotReported(self):
        self.assertEqual(self.found(), [])

    def test_oneThingWrong_isReported(self):
        for name, before, after in [
            ("compose.yaml", "sslmode=verify-full", "sslmode=require"), ("compose.yaml", "gemmary@", "gemmary:secret@"),
            ("compose.yaml", "[worker, --workers", "[serves, --workers"), ("compose.yaml", "--workers", "--threads"),
            ("compose.yaml", '"10001:10001"', "root"), ("compose.yaml", "mem_limit: 1g", "cpuset: '1'"),
            ("compose.yaml", "gemmary-cli:0.1.0", "gemmary-cli:latest"), ("compose.yaml", "cockroach:v25.4.6", "cockroach"),
            ("compose.yaml", "cap_drop: [ALL]", "cap_drop: []"), ("compose.yaml", "read_only: true", "init: true"),
            ("compose.yaml", "gemmary-cli, list", "gemmary-cli, health"),
            ("kubernetes/worker.yaml", "sslmode=verify-full", "sslmode=disable"),
            ("kubernetes/worker.yaml", "args: [worker", "args: [serves"), ("kubernetes/worker.yaml", "--workers", "--ports"),
            ("kubernetes/worker.yaml", "runAsNonRoot: true", "runAsNonRoot: false"),
            ("kubernetes/worker.yaml", "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"),
            ("kubernetes/worker.yaml", "RuntimeDefault", "Unconfined"), ("kubernetes/worker.yaml", "drop: [ALL]", "drop: []"),
            ("kubernetes/worker.yaml", "limits: {cpu: \"2\", memory: 1Gi}", "limits: {cpu: \"2\"}"),
            ("kubernetes/cockroach.yaml", "cockroach:v25.4.6", "cockroach:latest"),
            ("kubernetes/kustomization.yaml", "newTag: 0.1.0", "newTag: latest"),
            ("kubernetes/kustomization.yaml", "  - network.yaml\n", ""), ("Containerfile", "cmake ninja", "cmake make ninja"),
        ]:
            with self.subTest(f"{name}: {after}"):
                self.assertTrue(self.found(name, before, after))


class ExitCodes(TreeCase):
    def test_everyCheck_onBadTree_failsAndOnGoodTree_passes(self):
        bad = self.tree({"engine/base/a.cpp": 'int a; // /ho' 'me/me\n#include "engine.h"\n' + Sizes.body(101),
                         "engine/engine.h": "", "engine/store/sql/a.sql": "SELECT 1 / 2;\n"})
        good = self.tree({"engine/base/a.cpp": Text.GOOD, "engine/store/sql/a.sql": "SELECT 1;\n"})
        for tree, code in [(bad, 1), (good, 0)]:
            subprocess.run(["git", "init", "-q", tree], check=True)
            for check in ("layers", "sizes", "text", "sql"):
                with self.subTest(check=check, code=code):
                    self.assertEqual(subprocess.run([sys.executable, LINT / f"check_{check}", tree],
                                                    capture_output=True).returncode, code)


if __name__ == "__main__":
    unittest.main()
