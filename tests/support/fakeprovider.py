#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A provider of models that is none: speaks Gemini's, OpenAI's and Ollama's protocols on this computer.

    fakeprovider.py [--tls CERTIFICATE KEY]       says "PORT OTHER_PORT" and serves until its input ends

What it does with a request depends on the model that the request names: see ERRORS and ENDINGS; any other model
answers TEXT. Streams are cut every seven bytes, inside of characters and line ends. A path may begin with the
kind of server it is at: /loading, /lmstudio, /vllm; else it is llama-server's.

    /__count      {"asked": {model: generations}, "closed": {model: hung up on}, "elsewhere": requests at OTHER_PORT,
                   "bad_key": requests of any kind with the key "bad-key"}
    /__last/NAME  the last generation of a model: {"path", "headers", "body"}
    /__times/NAME when generations of a model were asked for, in seconds
"""
import collections
import itertools
import json
import re
import select
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TEXT = ["Hola ", "ñ — ", "世界"]
CUT = 7  # bytes
GOOGLE = "type.googleapis.com/google.rpc."
USUAL = ["gemma-4-31b-it", "gemma-4-26b-a4b-it"]
JSON = "application/json; charset=UTF-8"


def quota(quota_id, value, delay):
    return [{"@type": GOOGLE + "Help", "links": []},
            {"@type": GOOGLE + "QuotaFailure", "violations": [
                {"quotaMetric": "generativelanguage.googleapis.com/generate_content_free_tier_requests",
                 "quotaId": quota_id, "quotaDimensions": {"location": "global"}, "quotaValue": value}]},
            {"@type": GOOGLE + "RetryInfo", "retryDelay": delay}]


# model | status, Google's word, message, Google's details, OpenAI's type, further members of OpenAI's error
ERRORS = {
    "quota-minute": (429, "RESOURCE_EXHAUSTED", "You exceeded your current quota. Please retry in 2.5s.",
                     quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "30", "53.150361113s"),
                     "rate_limit_error", {}),
    "quota-day": (429, "RESOURCE_EXHAUSTED", "You exceeded your current quota. Please retry in 10h17m5.7s.",
                  quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "1500", "37025s"), "rate_limit_error", {}),
    "plan-zero": (429, "RESOURCE_EXHAUSTED", "Quota exceeded for metric: requests, limit: 0. Please retry in 20s.",
                  quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "0", "20s"), "rate_limit_error", {}),
    "gemma-3-27b-it": (404, "NOT_FOUND", "models/gemma-3-27b-it is not found for API version v1beta.", [],
                       "not_found_error", {}),
    "listed-only": (404, "NOT_FOUND", "This model is no longer available.", [], "not_found_error", {}),
    "region": (400, "FAILED_PRECONDITION", "User location is not supported for the API use.", [],
               "invalid_request_error", {}),
    "too-long": (400, "INVALID_ARGUMENT",
                 "The input token count (300000) exceeds the maximum number of tokens allowed (262144).", [],
                 "exceed_context_size_error", {"n_prompt_tokens": 3216, "n_ctx": 2048}),
    "unavailable": (503, "UNAVAILABLE", "The model is overloaded. Please try again later.", [], "server_error", {}),
}
# What a request holds that these models refuse, as Google says it.
REFUSALS = {
    "no-system": (lambda body: "systemInstruction" in body, "Developer instruction is not enabled for models/no-system"),
    "no-json": (lambda body: "responseMimeType" in body.get("generationConfig", {}),
                "JSON mode is not enabled for models/no-json"),
    "no-thinking": (lambda body: "thinkingConfig" in body.get("generationConfig", {}),
                    "Thinking level is not supported for this model."),
}
# How these models' answers end: Google's reason, OpenAI's, Ollama's.
ENDINGS = {"cut-off": ("MAX_TOKENS", "length", "length"), "safety": ("SAFETY", "content_filter", "stop")}
OTHERS = ["gemma-4-thinks", "blocked", "safety-empty", "only-thoughts", "empty-object", "html", "cut-json", "cut-stream",
          "error-later", "hang", "pauses", "redirect-302", "redirect-307", "unavailable-twice", "quota-once", "echo",
          "endless-event", "no-text", "hang-up", "cut-late", "attentive", "faulty"]
# These answer what they are asked, in a JSON of all files when it is several, and count tokens by length.
ATTENTIVE = ("attentive", "faulty")
CHARACTERS_OF_TOKEN = 5
# Every so many requests the faulty one fails, each time in another way.
FAULT_EVERY = 20
FAULTS = ("unavailable", "quota", "cut-stream", "html", "hang-up")
PACKED = re.compile(r"^(f\d+)\. [^\n]*\n\[\[\[ BEGIN \w+ \]\]\]\n(.*?)\[\[\[ END", re.MULTILINE | re.DOTALL)


# What Google takes of a request: with anything else it answers 400, as the real one does.
KNOWN = {"": {"contents", "systemInstruction", "safetySettings", "generationConfig"},
         "generationConfig": {"temperature", "topP", "topK", "maxOutputTokens", "stopSequences", "seed", "responseMimeType",
                              "responseJsonSchema", "thinkingConfig"}}


class Counts:
    def __init__(self):
        self.lock = threading.Lock()
        self.asked = collections.Counter()
        self.closed = collections.Counter()
        self.last = {}
        self.times = collections.defaultdict(list)
        self.serial = itertools.count(1)
        self.elsewhere = 0
        self.bad_key = 0

    def ask(self, model, request):
        with self.lock:
            self.asked[model] += 1
            self.times[model].append(time.monotonic())
            self.last[model] = request
            return self.asked[model]


def prompt_of(body):
    if "contents" in body:
        return body["contents"][-1]["parts"][0]["text"]
    return body["messages"][-1]["content"]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 0
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass

    @property
    def counts(self):
        return self.server.counts

    # Answers.

    def send(self, status, body, kind=JSON, headers=()):
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def begin(self, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def chunk(self, text):
        data = text.encode()
        for start in range(0, len(data), CUT):
            piece = data[start:start + CUT]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

    def finish_stream(self):
        self.wfile.write(b"0\r\n\r\n")

    def cut(self):
        self.close_connection = True

    def hang(self, model):
        """Until the other side hangs up."""
        readable, _, _ = select.select([self.connection], [], [], 60)
        if readable:
            self.hung_up(model)
        self.cut()

    def hung_up(self, model):
        with self.counts.lock:
            self.counts.closed[model] += 1
        self.cut()

    # Requests.

    def do_GET(self):
        self.route({})

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        self.route(json.loads(self.rfile.read(length) or b"{}"))

    def route(self, body):
        path, _, self.query = self.path.partition("?")
        self.flavour = "llamacpp"
        for flavour in ("loading", "lmstudio", "vllm"):
            if path.startswith(f"/{flavour}/"):
                self.flavour, path = flavour, path[len(flavour) + 1:]
        if path == "/__count":
            with self.counts.lock:
                return self.send(200, {"asked": self.counts.asked, "closed": self.counts.closed,
                                       "elsewhere": self.counts.elsewhere, "bad_key": self.counts.bad_key})
        if path.startswith("/__last/"):
            return self.send(200, self.counts.last.get(path[len("/__last/"):], {}))
        if path.startswith("/__times/"):
            with self.counts.lock:
                return self.send(200, self.counts.times[path[len("/__times/"):]])
        if self.flavour == "loading":
            return self.send(503, {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}})
        for start, protocol in (("/v1beta/", Gemini), ("/v1/", OpenAi), ("/props", OpenAi), ("/api/v0/", OpenAi),
                                ("/api/", Ollama)):
            if path.startswith(start):
                return self.serve(protocol(self), path, body)
        self.send(404, {"error": {"code": 404, "message": "File Not Found", "type": "not_found_error"}})

    def serve(self, protocol, path, body):
        if protocol.key() == "bad-key":
            with self.counts.lock:
                self.counts.bad_key += 1
            return protocol.refuse_key()
        if not protocol.is_generation(path):
            return protocol.tell(path, body)
        model = protocol.model(path, body)
        headers = {name.lower(): value for name, value in self.headers.items()}
        number = self.counts.ask(model, {"path": self.path, "headers": headers, "body": body})
        try:
            self.generate(protocol, model, number, path, body)
        except ConnectionError:
            self.hung_up(model)

    def generate(self, protocol, model, number, path, body):
        protocol.body = body
        if model == "faulty" and number % FAULT_EVERY == 0:
            model = FAULTS[number // FAULT_EVERY % len(FAULTS)]
        if model == "quota":
            return protocol.error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.",
                                  quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "100000", "1.5s"),
                                  "rate_limit_error", {})
        if model == "unavailable-twice" and number <= 2:
            return protocol.error(*ERRORS["unavailable"])
        if model == "quota-once" and number == 1:
            return protocol.error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.",
                                  quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "600", "1.2s"),
                                  "rate_limit_error", {})
        if unknown := protocol.unknown(body):
            return protocol.error(400, "INVALID_ARGUMENT", f"Unknown name {unknown}", [], "invalid_request_error", {})
        if model in ERRORS:
            return protocol.error(*ERRORS[model])
        if model in REFUSALS and REFUSALS[model][0](body):
            return protocol.error(400, "INVALID_ARGUMENT", REFUSALS[model][1], [], "invalid_request_error", {})
        if model == "echo":
            return protocol.error(400, "INVALID_ARGUMENT", "Cannot read: " + prompt_of(body)[:300], [],
                                  "invalid_request_error", {})
        if model == "html":
            return self.send(502, "<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html")
        if model.startswith("redirect-"):
            place = f"http://127.0.0.1:{self.server.other_port}{self.path}"
            return self.send(int(model[-3:]), "", headers=[("Location", place)])
        if model == "hang":
            return self.hang(model)
        if not protocol.is_stream(path, body):
            return self.send(200, protocol.whole(model))
        self.stream(protocol, model)

    def stream(self, protocol, model):
        self.begin(protocol.stream_kind)
        if model == "endless-event":
            return self.endless(protocol)
        if model == "empty-object":
            self.chunk(protocol.frame({}))
            return self.finish_stream()
        events = protocol.events(model)
        if model in ("cut-stream", "cut-json", "error-later", "pauses", "hang-up"):
            self.chunk(protocol.frame(events[0]))
            if model == "pauses":
                return self.hang(model)
            if model == "hang-up":
                return self.cut()
            if model == "cut-json":
                self.chunk(protocol.frame(events[1])[:20])
            if model == "error-later":
                self.chunk(protocol.frame(protocol.late_error()))
            self.finish_stream()
            return self.cut()
        for event in events:
            self.chunk(protocol.frame(event))
        self.chunk(protocol.frame(events[0])[:20] if model == "cut-late" else protocol.last)
        self.finish_stream()

    def endless(self, protocol):
        """One event of 9 MiB."""
        piece = b"x" * 65536
        self.wfile.write(b"%x\r\n" % len(protocol.start) + protocol.start + b"\r\n")
        for _ in range(144):
            self.wfile.write(b"%x\r\n" % len(piece) + piece + b"\r\n")
        self.cut()


class Protocol:
    """How one provider says all that. `last` is what a stream ends with."""
    stream_kind, start, last = "text/event-stream", b"data: ", ""

    body = {}

    def __init__(self, handler):
        self.handler = handler

    def attentive_text(self):
        """What an attentive model says of the last prompt, in words that no other answer has."""
        def say(text):
            words = " ".join(text.split()[:90]).replace('"', "")
            return f"This is a short summary with the number {next(self.handler.counts.serial)}: {words}."
        files = PACKED.findall(prompt_of(self.body))
        if not files:
            return say(prompt_of(self.body).partition("\n")[2])
        return json.dumps({"files": [{"id": name, "summary": say(text)} for name, text in files]})

    def key(self):
        return self.handler.headers.get("Authorization", "").removeprefix("Bearer ")

    def frame(self, event):
        return f"data: {json.dumps(event, ensure_ascii=False)}\n\n"

    def model(self, _path, body):
        return body["model"]

    def is_stream(self, _path, body):
        return body.get("stream", False)

    def unknown(self, _body):
        """Names that the provider would refuse; servers on one's own computers ignore them."""
        return set()


class Gemini(Protocol):
    def key(self):
        return self.handler.headers.get("x-goog-api-key", "")

    def refuse_key(self):
        self.error(400, "INVALID_ARGUMENT", f"API key not valid: {self.key()}. Please pass a valid API key.",
                   [{"@type": GOOGLE + "ErrorInfo", "reason": "API_KEY_INVALID"}], "", {})

    def error(self, status, word, message, details, _kind, _more):
        self.handler.send(status, {"error": {"code": status, "message": message, "status": word, "details": details}})

    def is_generation(self, path):
        return path.endswith("enerateContent")

    def is_stream(self, path, _body):
        return path.endswith(":streamGenerateContent")

    def model(self, path, _body):
        return path.removeprefix("/v1beta/models/").partition(":")[0]

    def unknown(self, body):
        return (set(body) - KNOWN[""]) | (set(body.get("generationConfig", {})) - KNOWN["generationConfig"])

    def row(self, name):
        return {"name": f"models/{name}", "version": "001", "displayName": name.replace("-", " ").title(),
                "inputTokenLimit": 262144, "outputTokenLimit": 32768,
                "supportedGenerationMethods": ["generateContent", "countTokens"], "thinking": True}

    def tell(self, path, _body):
        """The list in two pages, or one model."""
        name = path.removeprefix("/v1beta/models").strip("/")
        if name == "gemma-3-27b-it":
            return self.error(*ERRORS[name])
        if name:
            return self.handler.send(200, self.row(name))
        if "pageToken=p2" in self.handler.query:
            return self.handler.send(200, {"models": [self.row(USUAL[1])]})
        embedding = {**self.row("embedding-001"), "supportedGenerationMethods": ["embedContent"]}
        self.handler.send(200, {"models": [self.row(USUAL[0]), embedding], "nextPageToken": "p2"})

    def frame(self, event):
        return f"data: {json.dumps(event, ensure_ascii=False)}\r\n\r\n"

    def late_error(self):
        return {"error": {"code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE"}}

    def candidate(self, parts, reason=None):
        candidate = {"content": {"role": "model", "parts": parts}, "index": 0}
        if reason:
            candidate["finishReason"] = reason
        return {"candidates": [candidate], "modelVersion": "fake-1",
                "usageMetadata": {"promptTokenCount": 12, "candidatesTokenCount": 5, "thoughtsTokenCount": 3,
                                  "totalTokenCount": 20}}

    def events(self, model):
        if model == "blocked":
            return [{"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {"promptTokenCount": 12}}]
        if model == "safety-empty":
            return [{"candidates": [{"finishReason": "SAFETY", "index": 0}]}]
        if model == "only-thoughts":
            return [{"candidates": [{"content": {"role": "model"}, "finishReason": "MAX_TOKENS", "index": 0}]}]
        if model == "no-text":
            return [self.candidate([], "STOP")]
        if model in ATTENTIVE:
            answer = self.candidate([{"text": self.attentive_text()}], "STOP")
            texts = json.dumps([self.body.get("systemInstruction"), self.body["contents"]], ensure_ascii=False)
            answer["usageMetadata"]["promptTokenCount"] = len(texts) // CHARACTERS_OF_TOKEN
            return [answer]
        reason = ENDINGS.get(model, ("STOP",))[0]
        events = [self.candidate([{"text": text}]) for text in TEXT[:-1]]
        if model == "gemma-4-thinks":
            events.insert(0, self.candidate([{"text": "Let me think. ", "thought": True}]))
        return events + [self.candidate([{"text": TEXT[-1]}], reason)]

    def whole(self, model):
        if model in ("blocked", "safety-empty", "only-thoughts"):
            return self.events(model)[0]
        if model == "empty-object":
            return {}
        return self.candidate([{"text": "".join(TEXT)}], ENDINGS.get(model, ("STOP",))[0])


class OpenAi(Protocol):
    last = "data: [DONE]\n\n"

    def refuse_key(self):
        self.error(401, "", f"Invalid API Key: {self.key()}", [], "authentication_error", {})

    def error(self, status, _word, message, _details, kind, more):
        headers = [("Retry-After", "7")] if status == 429 else []
        if status == 404:
            message = "The model does not exist: " + message
        self.handler.send(status, {"error": {"code": status, "message": message, "type": kind, **more}}, headers=headers)

    def is_generation(self, path):
        return path == "/v1/chat/completions"

    def tell(self, path, _body):
        flavour = self.handler.flavour
        if path == "/props":
            return self.handler.send(200, {"total_slots": 2, "default_generation_settings": {"n_ctx": 2048}})
        if path == "/api/v0/models":
            rows = [{"id": "gemma-3-tiny-test-it", "type": "llm", "arch": "gemma3", "state": "loaded",
                     "max_context_length": 32768}, {"id": "embed", "type": "embeddings"}]
            return self.handler.send(200, {"object": "list", "data": rows})
        rows = []
        for name in ["gemma-3-tiny-test-it", *sorted(ERRORS), *sorted(REFUSALS), *sorted(ENDINGS), *OTHERS]:
            row = {"id": name, "object": "model", "owned_by": flavour}
            if flavour == "llamacpp":
                row["meta"] = {"n_ctx": 2048, "n_ctx_train": 131072}
            if flavour == "vllm":
                row["max_model_len"] = 8192
            rows.append(row)
        self.handler.send(200, {"object": "list", "data": rows})

    def late_error(self):
        return {"error": {"code": 500, "message": "out of memory", "type": "server_error"}}

    def base(self, kind):
        return {"id": "chatcmpl-1", "created": 1, "model": "fake-1", "object": kind}

    def delta(self, delta, reason=None):
        return {**self.base("chat.completion.chunk"), "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}

    def events(self, model):
        reason = ENDINGS.get(model, ("", "stop"))[1]
        usage = {"prompt_tokens": 12, "completion_tokens": 8, "total_tokens": 20}
        texts = [] if model in ("no-text", "only-thoughts") else TEXT
        thoughts = [self.delta({"reasoning_content": "Let me think. "})] if "think" in model else []
        return [self.delta({"role": "assistant", "content": None}), *thoughts,
                *(self.delta({"content": text}) for text in texts),
                self.delta({}, "length" if model == "only-thoughts" else reason),
                {**self.base("chat.completion.chunk"), "choices": [], "usage": usage}]

    def whole(self, model):
        reason = ENDINGS.get(model, ("", "stop"))[1]
        message = {"role": "assistant", "content": "".join(TEXT)}
        return {**self.base("chat.completion"), "choices": [{"index": 0, "message": message, "finish_reason": reason}],
                "usage": {"prompt_tokens": 12, "completion_tokens": 8, "total_tokens": 20}}


class Ollama(Protocol):
    stream_kind, start = "application/x-ndjson", b'{"message":{"content":"'

    def refuse_key(self):
        self.handler.send(401, {"error": f"unauthorized: {self.key()}"})

    def error(self, status, _word, message, _details, _kind, _more):
        if status == 404:
            message = "model not found"
        if "token count" in message:
            message = "the input length exceeds the context length"
        self.handler.send(status, {"error": message})

    def is_generation(self, path):
        return path == "/api/chat"

    def is_stream(self, _path, body):
        return body.get("stream", True)

    def frame(self, event):
        return json.dumps(event, ensure_ascii=False) + "\n"

    def row(self, name, **more):
        return {"name": name, "model": name, "modified_at": "2026-01-01T00:00:00Z", "size": 1, "digest": "d",
                "details": {"format": "gguf", "family": "gemma3", "families": ["gemma3"], "parameter_size": "4.3B"},
                "capabilities": ["completion"], **more}

    def tell(self, path, body):
        if path == "/api/tags":
            cloud = self.row("gemma3:27b-cloud", remote_host="https://ollama.com:443", remote_model="gemma3:27b")
            other = self.row("llama3:8b")
            other["details"] = {"family": "llama"}
            return self.handler.send(200, {"models": [self.row("gemma3:4b"), cloud, other]})
        if body.get("model") == "gemma-3-27b-it":
            return self.error(*ERRORS["gemma-3-27b-it"])
        capabilities = ["completion", "thinking"] if "think" in body.get("model", "") else ["completion"]
        self.handler.send(200, {"details": {"family": "gemma3"}, "capabilities": capabilities,
                                "model_info": {"general.architecture": "gemma3", "gemma3.context_length": 131072}})

    def late_error(self):
        return {"error": "an error was encountered while running the model"}

    def line(self, text, **more):
        return {"model": "fake-1", "created_at": "2026-01-01T00:00:00Z",
                "message": {"role": "assistant", "content": text}, "done": False, **more}

    def last_line(self, model, text):
        return self.line(text, done=True, done_reason=ENDINGS.get(model, ("", "", "stop"))[2], total_duration=1,
                         prompt_eval_count=max(12, (int(self.handler.headers["Content-Length"]) - 300) // 4),
                         eval_count=8)

    def events(self, model):
        return [*(self.line(text) for text in ([] if model == "no-text" else TEXT)), self.last_line(model, "")]

    def whole(self, model):
        return self.last_line(model, "".join(TEXT))


class Elsewhere(BaseHTTPRequestHandler):
    """Where redirects lead: nobody may come here."""

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        with self.server.counts.lock:
            self.server.counts.elsewhere += 1
        self.send_response(200)
        self.end_headers()

    do_POST = do_GET


def main():
    counts = Counts()
    other = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = other.daemon_threads = True
    server.counts = other.counts = counts
    server.other_port = other.server_port
    if sys.argv[1:2] == ["--tls"]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*sys.argv[2:4])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    for serving in (server, other):
        threading.Thread(target=serving.serve_forever, daemon=True).start()
    print(server.server_port, other.server_port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
