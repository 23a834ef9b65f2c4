// SPDX-License-Identifier: GPL-3.0-or-later
// A client that does what the original system's scripts and its end-to-end test did, with Node's own fetch:
// node original_client.mjs URL. Ends with 0 when each answer is what those need.
import assert from "node:assert/strict";

const url = process.argv[2];
const headers = { "Content-Type": "application/json" }; // with every request, body or none

async function ask(method, path, body) {
  const response = await fetch(url + path, { method, headers, body });
  return [response.status, await response.json()]; // read before the status is looked at, as the scripts did
}

const files = [{ name: "e2e_test.txt", content: "This is a test document. It is made to test the whole way through the system." }];
const [started, { process_id: id }] = await ask("POST", "/process/start", JSON.stringify({ files }));
assert.equal(started, 201);
assert.match(id, /^[0-9a-f-]{36}$/);

const end = Date.now() + 3000; // what the original's test left it
let status;
do {
  await new Promise((resolve) => setTimeout(resolve, 100));
  [, status] = await ask("GET", `/process/status/${id}`);
  assert.ok(!Object.values(status).includes(null), "absent facts are left out");
} while (status.status !== "COMPLETED" && Date.now() < end);
assert.equal(status.status, "COMPLETED");
assert.equal(status.progress.percentage, 100);
assert.ok(Date.parse(status.completedAt) >= Date.parse(status.startedAt));

const [ready, results] = await ask("GET", `/process/results/${id}`);
assert.equal(ready, 200);
for (const key of ["totalWords", "totalLines", "totalCharacters"]) assert.ok(results[key] > 0, key);
assert.ok(results.filesProcessed.includes("e2e_test.txt"));
assert.ok(results.fileSummaries["e2e_test.txt"].length > 10);
assert.ok(results.mostFrequentWords.includes("test"));

const [listed, list] = await ask("GET", "/process/list");
assert.equal(listed, 200);
assert.ok(Array.isArray(list) && list.some((entry) => entry.process_id === id));

// The original took a finished process's results away here.
const [stopped, after] = await ask("POST", `/process/stop/${id}`);
assert.equal(stopped, 200);
assert.equal(after.process_id, id);
assert.equal((await ask("GET", `/process/results/${id}`))[0], 200);

for (const [body, sentence] of [
  ["{", "Invalid JSON payload"],
  ["{}", "Invalid request structure. Expected: { files: [{ name: string, content: string }] }"],
]) {
  const [code, error] = await ask("POST", "/process/start", body);
  assert.equal(code, 400);
  assert.equal(error.error, sentence);
}
const [missing, unknown] = await ask("GET", "/process/status/7d9c1f0e-5d1f-4d53-9a55-d5a0e6b53c11");
assert.equal(missing, 404);
assert.equal(typeof unknown.error, "string");
