// SPDX-License-Identifier: GPL-3.0-or-later
// Holds tests/support/fakeprovider.py to what the providers' own clients make of it: what Gemmary's tests take
// for Gemini, OpenAI's protocol and Ollama has to be that for others as well.
//
//     node clients.mjs PYTHON FAKEPROVIDER
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { GoogleGenAI } from "@google/genai";
import { Ollama } from "ollama";
import OpenAI from "openai";

const TEXT = "Hola ñ — 世界";
const QUESTION = "A text.";
const MESSAGES = [{ role: "user", content: QUESTION }];

const server = spawn(process.argv[2], [process.argv[3]], { stdio: ["pipe", "pipe", "inherit"] });
const [line] = await once(server.stdout, "data");
const address = `http://127.0.0.1:${String(line).split(" ")[0]}`;

const gemini = (key = "k") => new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: address } }).models;
const openai = (path = "/v1", key = "k") => new OpenAI({ apiKey: key, baseURL: address + path, maxRetries: 0 });
const ollama = new Ollama({ host: address });

async function all(stream, textOf) {
    let text = "";
    let last;
    for await (const piece of await stream) {
        text += textOf(piece) ?? "";
        last = piece;
    }
    return { text, last };
}

async function names(models, nameOf) {
    const found = [];
    for await (const model of await models)
        found.push(nameOf(model));
    return found;
}

const ask = (model, client = gemini()) => client.generateContent({ model, contents: QUESTION });
const stream = (model) => all(gemini().generateContentStream({ model, contents: QUESTION }), (piece) => piece.text);
const complete = (model, client = openai()) => client.chat.completions.create({ model, messages: MESSAGES });
const completed = (model) =>
    all(openai().chat.completions.create({ model, messages: MESSAGES, stream: true, stream_options: { include_usage: true } }),
        (piece) => piece.choices[0]?.delta?.content);
const chat = (model) => ollama.chat({ model, messages: MESSAGES });
const chatted = (model) => all(ollama.chat({ model, messages: MESSAGES, stream: true }), (piece) => piece.message.content);

const fails = (promise, status, words) =>
    assert.rejects(promise, (error) => {
        assert.equal(error.status ?? error.status_code, status, String(error));
        assert.match(String(error.message), words);
        return true;
    });

const cases = {
    "gemini lists two pages": async () =>
        assert.deepEqual(await names(gemini().list(), (model) => model.name),
            ["models/gemma-4-31b-it", "models/embedding-001", "models/gemma-4-26b-a4b-it"]),
    "gemini knows a model": async () =>
        assert.equal((await gemini().get({ model: "gemma-4-31b-it" })).inputTokenLimit, 262144),
    "gemini answers": async () => assert.equal((await ask("gemma-4-31b-it")).text, TEXT),
    "gemini streams": async () => {
        const { text, last } = await stream("gemma-4-31b-it");
        assert.equal(text, TEXT);
        assert.equal(last.candidates[0].finishReason, "STOP");
        assert.equal(last.usageMetadata.promptTokenCount, 12);
    },
    "gemini's thoughts are no text": async () => assert.equal((await stream("gemma-4-thinks")).text, TEXT),
    "gemini is cut off": async () =>
        assert.equal((await stream("cut-off")).last.candidates[0].finishReason, "MAX_TOKENS"),
    "gemini blocks a prompt": async () =>
        assert.equal((await stream("blocked")).last.promptFeedback.blockReason, "PROHIBITED_CONTENT"),
    "gemini blocks an answer": async () => assert.equal((await ask("safety-empty")).candidates[0].finishReason, "SAFETY"),
    "gemini only thinks": async () => assert.equal((await ask("only-thoughts")).text ?? "", ""),
    "gemini says nothing": async () => assert.equal((await ask("empty-object")).text, undefined),
    "gemini's minute": () => fails(ask("quota-minute"), 429, /retryDelay":"53\.150361113s/),
    "gemini's day": () => fails(ask("quota-day"), 429, /PerDay/),
    "gemini refuses a key": () => fails(ask("gemma-4-31b-it", gemini("bad-key")), 400, /API_KEY_INVALID/),
    "gemini withdrew a model": () => fails(stream("gemma-3-27b-it"), 404, /not found/),
    "gemini behind a broken gateway": () => assert.rejects(ask("html")),
    "gemini fails in its stream": () => assert.rejects(stream("error-later")),
    "gemini's stream is cut": () => assert.rejects(stream("cut-json")),

    "openai lists": async () =>
        assert.equal((await names(openai().models.list(), (model) => model.id))[0], "gemma-3-tiny-test-it"),
    "openai answers": async () => assert.equal((await complete("m")).choices[0].message.content, TEXT),
    "openai streams": async () => {
        const { text, last } = await completed("m");
        assert.equal(text, TEXT);
        assert.equal(last.usage.prompt_tokens, 12);
    },
    "openai is cut off": async () => assert.equal((await complete("cut-off")).choices[0].finish_reason, "length"),
    "openai refuses a key": () => fails(complete("m", openai("/v1", "bad-key")), 401, /Invalid API Key/),
    "openai's text is too long": () => fails(complete("too-long"), 400, /exceed/),
    "openai has no such model": () => fails(complete("gemma-3-27b-it"), 404, /model/),
    "openai is busy": () => fails(complete("quota-minute"), 429, /quota/),
    "openai loads": () => fails(complete("m", openai("/loading/v1")), 503, /Loading/),
    "openai fails in its stream": () => assert.rejects(completed("error-later"), /out of memory/),

    "ollama lists": async () => {
        const { models } = await ollama.list();
        assert.deepEqual(models.map((model) => model.name), ["gemma3:4b", "gemma3:27b-cloud", "llama3:8b"]);
        assert.match(models[1].remote_host, /ollama\.com/);
    },
    "ollama knows a model": async () =>
        assert.equal((await ollama.show({ model: "gemma3:4b" })).model_info["gemma3.context_length"], 131072),
    "ollama answers": async () => assert.equal((await chat("gemma3:4b")).message.content, TEXT),
    "ollama streams": async () => {
        const { text, last } = await chatted("gemma3:4b");
        assert.equal(text, TEXT);
        assert.deepEqual([last.done, last.done_reason, last.prompt_eval_count], [true, "stop", 12]);
    },
    "ollama is cut off": async () => assert.equal((await chatted("cut-off")).last.done_reason, "length"),
    "ollama has no such model": () => fails(chat("gemma-3-27b-it"), 404, /not found/),
    "ollama's text is too long": () => fails(chat("too-long"), 400, /context length/),
    "ollama fails in its stream": () => assert.rejects(chatted("error-later"), /error was encountered/),
    "ollama's stream is cut": () => assert.rejects(chatted("cut-stream"), /did not receive done/i),
};

let failed = 0;
for (const [name, run] of Object.entries(cases)) {
    try {
        await run();
        console.log(`ok      ${name}`);
    } catch (error) {
        failed += 1;
        console.log(`FAILED  ${name}: ${error.message}`);
    }
}
server.stdin.end();
console.log(`Totals: ${Object.keys(cases).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
