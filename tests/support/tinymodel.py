#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a model of the Gemma 3 architecture whose weights are set by hand: no training, no data of others.

    tinymodel.py FILE.gguf [--loop]

Zero norms after attention and feed-forward cancel both, so that the next token depends on the last one alone: whatever
is asked, it answers REPLY and stops, or with --loop begins again and never stops. A character is about a token. The file
is GGUF, version 3: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md.
"""
import itertools
import math
import random
import struct
import sys
from pathlib import Path

REPLY = "It tells of a river, two boats and the children who counted them."
CONTEXT, WIDTH, LAYERS, HEADS, HEAD, FEED = 131072, 64, 2, 2, 32, 128
NORMAL, UNKNOWN, CONTROL, BYTE = 1, 2, 3, 6  # kinds of tokens
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9  # kinds of values
ALIGNMENT = 32
TEMPLATE = """{{ bos_token }}{% set ns = namespace(before='') %}{% for message in messages %}\
{% if message['role'] == 'system' %}{% set ns.before = message['content'] + '\\n\\n' %}{% else %}\
{{ '<start_of_turn>' + ('model' if message['role'] == 'assistant' else message['role']) + '\\n' + ns.before + \
(message['content'] | trim) + '<end_of_turn>\\n' }}{% set ns.before = '' %}{% endif %}{% endfor %}\
{% if add_generation_prompt %}{{ '<start_of_turn>model\\n' }}{% endif %}"""

CONTROLS = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", "<start_of_turn>", "<end_of_turn>"]
SPACE = "\u2581"


def vocabulary():
    tokens = [(text, UNKNOWN if text == "<unk>" else CONTROL) for text in CONTROLS]
    tokens += [(f"<0x{byte:02X}>", BYTE) for byte in range(256)]
    tokens += [(SPACE, NORMAL)] + [(chr(code), NORMAL) for code in range(33, 127)]
    first = len(tokens)
    words = REPLY.split(" ")
    return tokens + [(word if i == 0 else SPACE + word, NORMAL) for i, word in enumerate(words)], first


def text(value):
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


PACKED = {UINT32: lambda v: struct.pack("<I", v), INT32: lambda v: struct.pack("<i", v),
          FLOAT32: lambda v: struct.pack("<f", v), BOOL: lambda v: struct.pack("<?", v), STRING: text}


def entry(key, kind, value):
    return text(key) + struct.pack("<I", kind) + PACKED[kind](value)


def entries(key, kind, values):
    return text(key) + struct.pack("<IIQ", ARRAY, kind, len(values)) + b"".join(map(PACKED[kind], values))


def facts(tokens, first):
    numbers = {"context_length": CONTEXT, "embedding_length": WIDTH, "block_count": LAYERS, "feed_forward_length": FEED,
               "attention.head_count": HEADS, "attention.head_count_kv": 1, "attention.key_length": HEAD,
               "attention.value_length": HEAD, "attention.sliding_window": 512}
    ids = {"bos": "<bos>", "eos": "<eos>", "unknown": "<unk>", "padding": "<pad>", "eot": "<end_of_turn>"}
    return [
        entry("general.architecture", STRING, "gemma3"),
        entry("general.name", STRING, "gemma-3-tiny-test-it"),
        entry("general.file_type", UINT32, 0),
        *(entry(f"gemma3.{key}", UINT32, value) for key, value in numbers.items()),
        entry("gemma3.attention.layer_norm_rms_epsilon", FLOAT32, 1e-6),
        entry("gemma3.rope.freq_base", FLOAT32, 1e6),
        entry("tokenizer.ggml.model", STRING, "llama"),
        entry("tokenizer.ggml.pre", STRING, "default"),
        entries("tokenizer.ggml.tokens", STRING, [token for token, _ in tokens]),
        # Words of the reply are for the answer only: a text is read by character.
        entries("tokenizer.ggml.scores", FLOAT32, [0.0 if i < first else -1000.0 for i in range(len(tokens))]),
        entries("tokenizer.ggml.token_type", INT32, [kind for _, kind in tokens]),
        *(entry(f"tokenizer.ggml.{key}_token_id", UINT32, CONTROLS.index(token)) for key, token in ids.items()),
        entry("tokenizer.ggml.add_bos_token", BOOL, True),
        entry("tokenizer.ggml.add_eos_token", BOOL, False),
        entry("tokenizer.ggml.add_space_prefix", BOOL, False),
        entry("tokenizer.chat_template", STRING, TEMPLATE),
    ]


def noise(dice, count, width):
    return [dice.gauss(0, 1) / math.sqrt(width) for _ in range(count)]


def embedding(dice, count):
    rows = []
    for _ in range(count):
        row = [dice.gauss(0, 1) for _ in range(WIDTH)]
        length = math.sqrt(sum(value * value for value in row))
        rows.append([value / length for value in row])
    return rows


def output(rows, chain, after):
    """After each token of the chain comes the next; after its last one, `after`."""
    result = [[0.0] * WIDTH for _ in rows]
    for last, following in zip(chain, [*chain[1:], after]):
        result[following] = [sum(pair) for pair in zip(result[following], (4 * value for value in rows[last]))]
    return result


def tensors(tokens, first, loops):
    """Name, shape with the innermost dimension first, values."""
    dice = random.Random(3)
    rows = embedding(dice, len(tokens))
    newline = len(CONTROLS) + ord("\n")  # ends the template
    reply = list(range(first, len(tokens)))
    flat = itertools.chain.from_iterable
    yield "token_embd.weight", (WIDTH, len(tokens)), list(flat(rows))
    after = first if loops else CONTROLS.index("<end_of_turn>")
    yield "output.weight", (WIDTH, len(tokens)), list(flat(output(rows, [newline, *reply], after)))
    yield "output_norm.weight", (WIDTH,), [1.0] * WIDTH
    matrices = {"attn_q": (WIDTH, HEADS * HEAD), "attn_k": (WIDTH, HEAD), "attn_v": (WIDTH, HEAD),
                "attn_output": (HEADS * HEAD, WIDTH), "ffn_gate": (WIDTH, FEED), "ffn_up": (WIDTH, FEED),
                "ffn_down": (FEED, WIDTH)}
    norms = {"attn_norm": (WIDTH, 1.0), "ffn_norm": (WIDTH, 1.0), "attn_k_norm": (HEAD, 1.0), "attn_q_norm": (HEAD, 1.0),
             "post_attention_norm": (WIDTH, 0.0), "post_ffw_norm": (WIDTH, 0.0)}
    for layer in range(LAYERS):
        for name, (width, value) in norms.items():
            yield f"blk.{layer}.{name}.weight", (width,), [value] * width
        for name, (width, height) in matrices.items():
            yield f"blk.{layer}.{name}.weight", (width, height), noise(dice, width * height, width)


def padded(data):
    return data + b"\0" * (-len(data) % ALIGNMENT)


def model(loops):
    tokens, first = vocabulary()
    values = facts(tokens, first)
    infos, data = b"", b""
    parts = list(tensors(tokens, first, loops))
    for name, shape, numbers in parts:
        infos += text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, len(data))  # 0: 32-bit floats
        data += padded(struct.pack(f"<{len(numbers)}f", *numbers))
    head = b"GGUF" + struct.pack("<IQQ", 3, len(parts), len(values)) + b"".join(values) + infos
    return padded(head) + data


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(model("--loop" in sys.argv[2:]))
