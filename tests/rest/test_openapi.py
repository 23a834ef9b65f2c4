# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the OpenAPI document's examples, and what the server really answers, to its schemas."""
import json
import random
import unittest

from jsonschema import Draft202012Validator, FormatChecker

from service import UNKNOWN, ServiceTest


class Document:
    def __init__(self, document):
        self.document = document

    def check(self, schema, value):
        """The faults of a value under a schema, which may refer into the document."""
        whole = {**schema, "components": self.document["components"]}
        return [f"{error.json_path}: {error.message}"[:500]
                for error in Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(value)]

    def operations(self):
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                yield method.upper(), path, operation

    def response(self, operation, status):
        found = operation["responses"].get(str(status))
        if found and "$ref" in found:
            found = self.document["components"]["responses"][found["$ref"].rsplit("/", 1)[1]]
        return found


class TestOpenApi(ServiceTest):
    def setUp(self):
        super().setUp()
        self.serve()
        self.document = Document(self.get("/openapi.json").json())

    def assert_described(self, method, path, answer):
        operation = self.document.document["paths"][path][method.lower()]
        described = self.document.response(operation, answer.status)
        self.assertIsNotNone(described, f"{method} {path} answered {answer.status}: {answer.body[:300]}")
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if not described.get("content"):
            self.assertEqual(answer.body, b"")
            return
        self.assertIn(kind, described["content"])
        if kind == "application/json":
            self.assertEqual(self.document.check(described["content"][kind]["schema"], answer.json()), [], path)

    def test_schemas_are_schemas_and_their_examples_fit(self):
        schemas = self.document.document["components"]["schemas"]
        examples = 0
        for name, schema in schemas.items():
            Draft202012Validator.check_schema(schema)
            for example in schema.get("examples", []):
                self.assertEqual(self.document.check({"$ref": f"#/components/schemas/{name}"}, example), [], name)
                examples += 1
        self.assertGreater(examples, 8)

    def test_the_uploads_of_its_examples_are_taken(self):
        for example in self.document.document["components"]["schemas"]["StartRequest"]["examples"]:
            answer = self.post("/process/start", example)
            self.assertEqual(answer.status, 201, answer.body)
            self.assert_described("POST", "/process/start", answer)

    def test_answers_are_as_described(self):
        contents = [("a.txt", "The quick brown fox. It runs."), ("a.txt", "Los perros duermen todo el dia."), ("e", ""),
                    ("copy", "The quick brown fox. It runs.")]
        done = self.start(contents)
        self.settled(done)
        waiting = self.start(contents, paused=True)
        for method, path, _ in self.document.operations():
            if path == "/process/events":
                continue
            targets = [path.replace("{id}", process) for process in (UNKNOWN, done, waiting)] if "{id}" in path else [path]
            for target in targets if method != "DELETE" else targets[:1]:
                with self.subTest(method=method, target=target):
                    self.assert_described(method, path, self.ask(method, target))
        self.assert_described("DELETE", "/process/{id}", self.ask("DELETE", f"/process/{waiting}"))

    def test_random_requests_are_answered_as_described(self):
        """Of each parameter something fit or unfit, the same each time; nothing is the server's fault."""
        chance = random.Random(20261127)
        process = self.start([("a.txt", "The quick brown fox.")])
        self.settled(process)
        values = ["0", "1", "-1", "99999999999999999999", "x", "", "%00", "%ff", "COMPLETED", "done", "true", "en", "'", "%27%20OR%201=1",
                  "2026-01-31T12:00:00Z", "2026-13-41", "1769860800000_" + UNKNOWN]
        operations = [entry for entry in self.document.operations() if entry[1] != "/process/events" and entry[0] == "GET"]
        for _ in range(150):
            method, path, operation = chance.choice(operations)
            target = path.replace("{id}", chance.choice([process, UNKNOWN, "%2e%2e", "x" * 2000, "%F0%9F%98%80"]))
            names = [entry["name"] for entry in operation.get("parameters", []) if entry["in"] == "query"]
            query = "&".join(f"{name}={chance.choice(values)}" for name in names if chance.random() < 0.4)
            answer = self.ask(method, f"{target}?{query}" if query else target)
            with self.subTest(target=target, query=query):
                self.assertLess(answer.status, 500)
                self.assert_described(method, path, answer)


if __name__ == "__main__":
    unittest.main()
