# SPDX-License-Identifier: GPL-3.0-or-later
"""What the OpenAPI document says of an answer."""
import json

from jsonschema import Draft202012Validator, FormatChecker

LOOKED_AT = 20  # entries of a long list


class Document:
    def __init__(self, document):
        self.document = document
        self.validators = {}

    def resolved(self, schema):
        while "$ref" in schema:
            schema = self.document["components"][schema["$ref"].split("/")[2]][schema["$ref"].split("/")[3]]
        return schema

    def validator(self, schema):
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            whole = {**schema, "components": self.document["components"]}
            self.validators[key] = Draft202012Validator(whole, format_checker=FormatChecker())
        return self.validators[key]

    def check(self, schema, value):
        """The faults of a value under a schema, which may refer into the document."""
        return [f"{error.json_path}: {error.message}"[:500] for error in self.validator(schema).iter_errors(value)]

    def operations(self):
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                yield method.upper(), path, operation

    def operation(self, method, path):
        method = "get" if method == "HEAD" else method.lower()
        return self.document["paths"].get(path, {}).get(method)

    def response(self, operation, status):
        found = operation["responses"].get(str(status))
        return self.resolved(found) if found else None

    def faults(self, method, path, status, headers, body):
        """What is not as described of an answer to a request of that path, as the document writes it."""
        described = self.response(self.operation(method, path), status)
        if described is None:
            return [f"{method} {path} may not answer {status}: {body[:300]}"]
        if method == "HEAD" or not described.get("content"):
            return [f"a body: {body[:300]}"] if body else []
        kind = headers.get("content-type", "").partition(";")[0]
        if kind not in described["content"]:
            return [f"{method} {path} may not answer with {kind}"]
        if kind != "application/json":
            return []
        value = json.loads(body)
        return self.check(described["content"][kind]["schema"], value[:LOOKED_AT] if isinstance(value, list) else value)
