# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the OpenAPI document's examples, and what the server really answers, to its schemas."""
import unittest

from jsonschema import Draft202012Validator

from openapi import Document
from service import UNKNOWN, ServiceTest


class TestOpenApi(ServiceTest):
    def setUp(self):
        super().setUp()
        self.serve()
        self.document = Document(self.get("/openapi.json").json())

    def assert_described(self, method, path, answer):
        self.assertEqual(self.document.faults(method, path, answer.status, answer.headers, answer.body), [], path)

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


if __name__ == "__main__":
    unittest.main()
