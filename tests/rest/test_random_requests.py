#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random requests made from the OpenAPI document: of each parameter and field something that fits its schema or does
not, and bodies that are damaged. No answer is the server's fault (5xx but 503), each is as described, what is taken
is what the schema lets pass, and the server ends well, without a leak where a sanitizer looks.

    test_random_requests.py [--requests N] [--seed N]
"""
import argparse
import http.client
import json
import os
import random
import sys
import threading
import time
import unittest
import urllib.parse

from openapi import Document
from service import UNKNOWN, ServiceTest

CONNECTIONS = 4
MOST_KNOWN = 60  # processes; older ones are forgotten
JUNK = [None, True, False, 0, -1, 1, 1.5, 1e300, 10**20, "", "x", "\u0000", "\ud800", "\U0001f600", "__proto__", "../../etc/passwd",
        "' OR 1=1 --", "x" * 5000, [], [[]], {}, {"name": {}}, "2026-01-31T12:00:00Z", "2026-13-41T00:00:00Z", "en", "true",
        "1769860800000_" + UNKNOWN, UNKNOWN, UNKNOWN.upper(), "{" + UNKNOWN + "}"]
METHODS = ["GET", "POST", "DELETE", "HEAD", "PUT", "PATCH", "OPTIONS", "TRACE", "get", "X"]
FOLLOWING = "/process/events"  # without an end, but for HEAD


class Maker:
    """Makes values and requests; the same for the same seed and processes."""

    def __init__(self, document, seed, processes):
        self.document = document
        self.operations = list(document.operations())
        self.chance = random.Random(seed)
        self.processes = processes
        self.etags = ['W/"0"', "*", ""]

    def often(self, share):
        return self.chance.random() < share

    def fitting(self, schema):
        schema = self.document.resolved(schema)
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        kind = schema.get("type", "string")
        if isinstance(kind, list):
            kind = self.chance.choice(kind)
        return getattr(self, f"fitting_{kind}")(schema)

    def fitting_null(self, _):
        return None

    def fitting_boolean(self, _):
        return self.often(0.5)

    def fitting_integer(self, schema):
        least, most = schema.get("minimum", 0), schema.get("maximum", 100)
        return self.chance.choice([least, most, *(self.chance.randint(least, min(least + 30, most)) for _ in range(5))])

    def fitting_string(self, schema):
        if schema.get("format") == "uuid":
            return self.chance.choice([UNKNOWN, *self.processes])
        if schema.get("format") == "date-time":
            return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.chance.randint(0, 2**31)))
        if "pattern" in schema:
            return self.chance.choice(["", "en", "es", "xyz"])
        length = self.chance.choice([schema.get("minLength", 0), 1, 5, 50, min(schema.get("maxLength", 300), 1000)])
        letters = self.chance.choice(["ab c.", "\"\\/\n\t\x7f", "éñ漢\U0001f600\u2028"])
        return "".join(self.chance.choice(letters) for _ in range(length))

    def fitting_array(self, schema):
        return [self.value(schema["items"]) for _ in range(self.chance.choice([0, 1, 1, 2, 2, 3, 9]))]

    def fitting_object(self, schema):
        required = schema.get("required", [])
        return {name: self.value(part) for name, part in schema["properties"].items() if name in required or self.often(0.15)}

    def value(self, schema):
        return self.chance.choice(JUNK) if self.often(0.03) else self.fitting(schema)

    def body(self, schema):
        made = self.fitting(schema)
        if self.often(0.1) and made:
            made.pop(self.chance.choice(list(made)))
        if self.often(0.1):
            made[self.chance.choice(["x", "files ", "NAME", "__proto__"])] = self.chance.choice(JUNK)
        if self.often(0.03):
            made = self.chance.choice(JUNK)
        body = bytearray(json.dumps(made, ensure_ascii=self.often(0.5)).encode(errors="surrogatepass"))
        for _ in range(self.chance.choice([0, 0, 0, 0, 0, 1, 3])):
            self.damage(body)
        return bytes(body)

    def damage(self, body):
        at = self.chance.randint(0, len(body))
        scrap = self.chance.choice([b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\", b"\\ud800", b"\x00", b"\xff", b"1e9", b"nul", b" "])
        if self.often(0.4):
            body[at:at] = scrap
        elif self.often(0.5):
            del body[at:at + self.chance.randint(1, 8)]
        else:
            body[at:at + len(scrap)] = scrap

    def text(self, schema):
        made = self.chance.choice(JUNK) if self.often(0.15) else self.fitting(schema)
        return made if isinstance(made, str) else json.dumps(made)

    def request(self):
        """Method, path as the document has it (None: it has not), target, headers, body."""
        method, path, operation = self.chance.choice(self.operations)
        if self.often(0.03):
            method = self.chance.choice(METHODS)
        if method == "GET" and (path == FOLLOWING or self.often(0.02)):
            method = "HEAD"
        target, query, headers = path, [], {}
        for parameter in operation.get("parameters", []):
            text = self.text(parameter["schema"])
            if parameter["in"] == "path":
                target = target.replace("{" + parameter["name"] + "}", self.quoted(text))
            elif parameter["in"] == "query" and self.often(0.4):
                query += [f"{parameter['name']}={self.quoted(text)}"] * (2 if self.often(0.02) else 1)
            elif parameter["in"] == "header" and self.often(0.3):
                headers[parameter["name"]] = self.header(parameter["name"], text)
        if self.often(0.03):
            query.append(self.chance.choice(["x=1", "limit", "=", "&&", "%00=%ff", "a;b"]))
        if self.often(0.02):
            target += self.chance.choice(["/", "/x", "%2f", "//", "/%2e%2e/health"])
            path = None  # which none of ours is
        body = self.body(next(iter(operation["requestBody"]["content"].values()))["schema"]) if "requestBody" in operation else b""
        if body:
            headers["Content-Type"] = self.chance.choice(["application/json"] * 9 + ["text/html", "application/json; charset=utf-8"])
        return method, path, target + ("?" + "&".join(query) if query else ""), headers, body

    def quoted(self, text):
        return urllib.parse.quote(text.encode(errors="replace")[:3000], safe="")

    def header(self, name, text):
        if name == "If-None-Match" and self.often(0.7):
            return self.chance.choice(self.etags)
        return "".join(c for c in text if " " <= c <= "~")[:2000].strip()


class RandomRequestsTest(ServiceTest):
    requests = 3000
    seed = 20261127

    def test_random_requests_are_answered_as_described(self):
        self.serve()
        self.document = Document(self.get("/openapi.json").json())
        self.processes = [self.start([("a.txt", "The quick brown fox.")])]
        self.settled(self.processes[0])
        self.faults = []
        self.statuses = {}
        print(f"{self.requests} requests, seed {self.seed}", file=sys.stderr)
        threads = [threading.Thread(target=self.run_requests, args=(number,)) for number in range(CONNECTIONS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.faults, [])
        print("answers:", dict(sorted(self.statuses.items())), file=sys.stderr)
        self.assertEqual(self.get("/health").status, 200)
        self.assert_ends_well()

    def assert_ends_well(self):
        self.server.terminate()
        self.server.communicate(timeout=120)
        log = (self.root / "serve.log").read_text(errors="replace")
        for trouble in ("AddressSanitizer", "LeakSanitizer", "runtime error"):
            self.assertNotIn(trouble, log)
        self.assertEqual(self.server.returncode, 0, log[-2000:])

    def run_requests(self, number):
        maker = Maker(self.document, self.seed + number, self.processes)
        connection = http.client.HTTPConnection(self.url.removeprefix("http://"), timeout=120)
        for _ in range(self.requests // CONNECTIONS):
            request = maker.request()
            try:
                connection.request(request[0], request[2], request[4] or None, request[3])
                answer = connection.getresponse()
                self.look_at(maker, request, answer, answer.read())
            except Exception as error:  # noqa: BLE001: whatever it is, the request is told with it
                self.faults.append((repr(error), request))
                break
            if len(self.faults) > 5:
                break
        connection.close()

    def look_at(self, maker, request, answer, body):
        method, path, _, _, sent = request
        self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
        headers = {name.lower(): value for name, value in answer.getheaders()}
        faults = self.faults_of(method, path, answer.status, headers, body)
        if answer.status == 201 and path.startswith("/process/start"):
            faults += self.document.check({"$ref": "#/components/schemas/StartRequest"}, json.loads(sent))
            self.processes.append(json.loads(body)["process_id"])
            del self.processes[:-MOST_KNOWN]
        if "etag" in headers:
            maker.etags[0] = headers["etag"]
        if faults:
            self.faults.append((faults, request))

    def faults_of(self, method, path, status, headers, body):
        if status >= 500 and status != 503 and not (status == 501 and method not in METHODS[:4]):
            return [f"the server's fault: {status} {body[:300]}"]
        if "x-request-id" not in headers:
            return ["no request id"]
        if method in METHODS[:4] and self.document.operation(method, path):
            return self.document.faults(method, path, status, headers, body)
        if method == "HEAD":
            return []
        return self.document.check({"$ref": "#/components/schemas/Error"}, json.loads(body)) if status >= 400 else [f"{status}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=int(os.environ.get("GEMMARY_RANDOM_REQUESTS", RandomRequestsTest.requests)))
    parser.add_argument("--seed", type=int, default=RandomRequestsTest.seed)
    options, rest = parser.parse_known_args()
    RandomRequestsTest.requests, RandomRequestsTest.seed = options.requests, options.seed
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
