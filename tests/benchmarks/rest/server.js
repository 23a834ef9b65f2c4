// SPDX-License-Identifier: GPL-3.0-or-later
// Three routes of the REST contract by Fastify and better-sqlite3, on a store that Gemmary has made, by its own
// statements. What makes it fast is used: schemas for serialising, prepared statements, raw rows, no logger.
//
//   node server.js STORE STATEMENTS      prints its address when it listens
'use strict';
const { createHash, randomUUID } = require('node:crypto');
const { readFileSync } = require('node:fs');
const Database = require('better-sqlite3');
const fastify = require('fastify');

const [store, statements] = process.argv.slice(2);
const db = new Database(store);
for (const pragma of ['journal_mode=WAL', 'synchronous=NORMAL', 'wal_autocheckpoint=2000', 'cache_size=-16000'])
  db.pragma(pragma);
db.function('gemmary_now', () => Date.now());
const prepare = (name) =>
  db.prepare(readFileSync(`${statements}/${name}.sql`, 'utf8').replaceAll('{now}', 'gemmary_now()'));
const [snapshot, list] = ['select_snapshot', 'list_snapshots'].map((name) => prepare(name).raw());
const [insertProcess, insertProcessBlob, insertBlob, insertChunk, completeBlob] =
  ['insert_process', 'insert_process_blob', 'insert_blob', 'insert_blob_chunk', 'complete_blob'].map(prepare);
const selectBlob = prepare('select_blob').raw();
const keepBlob = prepare('keep_blob');

const integer = { type: 'integer' };
const text = { type: 'string' };
const optional = { type: 'string', nullable: true };
const object = (properties) => ({ type: 'object', properties });
const processSchema = object({
  process_id: text, name: text, status: text,
  progress: object({ total_files: integer, processed_files: integer, percentage: integer, summarized_files: integer,
                     failed_files: integer, skipped_files: integer }),
  paused: { type: 'boolean' }, created_at: optional, started_at: optional, estimated_completion: optional,
  completed_at: optional, error: optional,
  results: object({ total_words: integer, total_lines: integer, total_characters: integer }) });
const startSchema = { ...object({
  name: text,
  files: { type: 'array', minItems: 1, items: { ...object({ name: { type: 'string', minLength: 1 }, content: text }),
                                               required: ['name', 'content'], additionalProperties: false } } }),
  required: ['files'] };

const time = (ms) => (ms === 0 ? null : new Date(ms).toISOString());
const estimated = (row) => {
  if (row[15] !== 0 || row[2] !== 'RUNNING' || !row[4] || row[28] <= 0) return row[15];
  return Math.round(row[14] + (Date.now() - row[14]) / Math.min(Math.max(row[28] / row[10], 0.001), 1));
};
const present = (row) => {
  const failed = row[8] + row[25];
  const skipped = row[9] + row[26];
  const processed = row[23] + row[24] + failed + skipped;
  return {
    process_id: row[0], name: row[1], status: row[2],
    progress: { total_files: row[6], processed_files: processed,
                percentage: row[6] === 0 ? 0 : Math.round((100 * processed) / row[6]), summarized_files: row[27],
                failed_files: failed, skipped_files: skipped },
    paused: row[3] === 1, created_at: time(row[13]), started_at: time(row[14]), estimated_completion: time(estimated(row)),
    completed_at: time(row[15]), error: row[12] === '' ? null : row[12],
    results: { total_words: row[30], total_lines: row[31], total_characters: row[32] } };
};
const etag = (rows) => {
  const versions = rows.map((row) => row[0] + (row[16] + row[35]) + row[2] + row[3] + row[1]).join();
  return `W/"${createHash('sha1').update(versions).digest('hex').slice(0, 24)}"`;
};

const app = fastify({ bodyLimit: 32 * 1024 * 1024, keepAliveTimeout: 60_000 });
const tell = (request, reply, tag) => {
  reply.header('X-Request-Id', request.id).header('Cache-Control', tag ? 'no-cache' : 'no-store');
  if (tag) reply.header('ETag', tag);
};

app.get('/process/status/:id', { schema: { response: { 200: processSchema } } }, (request, reply) => {
  const row = snapshot.get(request.params.id);
  if (!row) return reply.code(404).send({ error: `There is no process ${request.params.id}.`, code: 'not_found' });
  const tag = etag([row]);
  tell(request, reply, tag);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  reply.send(present(row));
});

app.get('/process/list', {
  schema: { querystring: object({ limit: { type: 'integer', minimum: 1, maximum: 1000, default: 100 } }),
            response: { 200: { type: 'array', items: processSchema } } },
}, (request, reply) => {
  const { limit } = request.query;
  const rows = list.all(0, '', '', 0, '', 0, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, '', limit + 1, 0);
  if (rows.length > limit) {
    rows.length = limit;
    const last = rows[limit - 1];
    reply.header('Link', `</process/list?limit=${limit}&cursor=${last[13]}_${last[0]}>; rel="next"`);
  }
  const tag = etag(rows);
  tell(request, reply, tag);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  reply.send(rows.map(present));
});

// What Gemmary keeps with each process; the content is not compressed here.
const settings = db.prepare('SELECT settings FROM processes LIMIT 1').pluck().get();
const keep = (content) => {
  const bytes = Buffer.from(content);
  const digest = createHash('sha256').update(bytes).digest();
  const known = selectBlob.get(digest);
  if (known) {
    keepBlob.run(known[0]);
    return digest;
  }
  const id = randomUUID();
  insertBlob.run(id);
  if (bytes.length > 0) insertChunk.run(id, 0, bytes);
  completeBlob.run(digest, bytes.length, bytes.length > 0 ? 1 : 0, id);
  return digest;
};
const start = db.transaction(({ name, files }) => {
  const digests = files.map((file) => keep(file.content));
  const id = randomUUID();
  const inputs = JSON.stringify({ inputs: digests.map((digest) => ({ kind: 'blob', value: digest.toString('base64') })),
                                  names: files.map((file) => file.name) });
  insertProcess.run(id, null, name ?? files[0].name, 0, settings, inputs, 1, 64, 3, 60_000, '');
  for (const digest of digests) insertProcessBlob.run(id, digest);
  return id;
});

app.post('/process/start', { schema: { body: startSchema, response: { 201: object({ process_id: text }) } } },
         (request, reply) => {
           const id = start.immediate(request.body);
           tell(request, reply);
           reply.code(201).header('Location', `/process/status/${id}`).send({ process_id: id });
         });

app.listen({ host: '127.0.0.1', port: 0 }).then((address) => console.log(address));
