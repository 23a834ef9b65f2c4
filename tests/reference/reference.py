#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What engine/analysis has to count, written a second time from the definitions in its README.

usage: reference.py [--words original] [--segment-chinese] FILE…
Prints {"FILE": {totals and the full term table}, …} as JSON. Slow and plain on purpose. Needs PyICU only for texts
that a dictionary has to cut (Thai, Lao, Khmer, Burmese; Chinese and Japanese on request).
"""
import argparse
import collections
import json
import re
import unicodedata

WHITE_SPACE = {*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F,
               0x3000}
JS_SPACE = (WHITE_SPACE - {0x85}) | {0xFEFF}
IGNORABLE = {0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
SOFT_ENDS = set('.!?\u2026\ufe52\uff0e')
HARD_ENDS = set(map(chr, (
    0x0589, 0x061E, 0x061F, 0x06D4, 0x0964, 0x0965, 0x104A, 0x104B, 0x1362, 0x1367, 0x1368, 0x17D4, 0x17D5, 0x1803,
    0x1809, 0x203C, 0x203D, 0x2047, 0x2048, 0x2049, 0x3002, 0xFF01, 0xFF1F, 0xFF61)))
KANA_EXTENDERS = {*range(0x3031, 0x3036), 0x30FC, 0xFF70, 0xFF9E, 0xFF9F}
HAN = [(0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
       (0xF900, 0xFA6D), (0xFA70, 0xFAD9), (0x16FE2, 0x16FE3), (0x20000, 0x323AF)]
HIRAGANA = [(0x3041, 0x3096), (0x309D, 0x309F), (0x1B001, 0x1B11F), (0x1B150, 0x1B152)]
KATAKANA = [(0x30A1, 0x30FA), (0x30FD, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF6F), (0xFF71, 0xFF9D),
            (0x1B000, 0x1B000), (0x1B120, 0x1B122), (0x1B164, 0x1B167)]
SOUTH_EAST_ASIAN = [(0x0E01, 0x0E3A), (0x0E40, 0x0E4E), (0x0E80, 0x0ECF), (0x0EDC, 0x0EDF), (0x1000, 0x103F),
                    (0x1050, 0x108F), (0x109A, 0x109F), (0x1780, 0x17D3), (0x17D7, 0x17D7), (0x17DC, 0x17DD),
                    (0xA9E0, 0xA9EF), (0xA9FA, 0xA9FE), (0xAA60, 0xAA7F)]
LONGEST_TERM = 256
LONGEST_DICTIONARY_RUN = 1024
WINDOW = 500


def within(char, ranges):
    return any(first <= ord(char) <= last for first, last in ranges)


def is_space(char):
    return ord(char) in WHITE_SPACE


def category(char):
    return unicodedata.category(char)[0]


def is_letter_or_number(char):
    return category(char) in 'LN'


def lower(char):
    if char == '\u0130':
        return 'i'
    simple = char.lower()
    return simple if len(simple) == 1 else char


def canonical(run):
    composed = unicodedata.normalize('NFC', run)
    return unicodedata.normalize('NFC', ''.join(map(lower, composed)))


def dictionary_words(text):
    import icu
    breaker = icu.BreakIterator.createWordInstance(icu.Locale.getRoot())
    whole = icu.UnicodeString(text)
    breaker.setText(whole)
    start = breaker.first()
    for end in breaker:
        yield str(whole[start:end])
        start = end


def kind_of(char, segment_chinese, run_kind):
    """The kind of run a letter or number belongs to."""
    east_asian = None
    if ord(char) in KANA_EXTENDERS:
        east_asian = 'hiragana' if run_kind == 'hiragana' else 'katakana'
    elif within(char, HAN):
        east_asian = 'han'
    elif within(char, HIRAGANA):
        east_asian = 'hiragana'
    elif within(char, KATAKANA):
        east_asian = 'katakana'
    if east_asian:
        return 'dictionary' if segment_chinese else east_asian
    if category(char) == 'L' and within(char, SOUTH_EAST_ASIAN):
        return 'dictionary'
    return 'word'


def joins(text, at):
    """What the joiner at text[at] becomes inside a term, or None where it separates."""
    before, char, after = text[at - 1:at], text[at], text[at + 1:at + 2]
    if char in '.,':
        digits = '0123456789'
        return char if before and before in digits and after and after in digits else None
    if not after or not is_letter_or_number(after):
        return None
    return "'" if char in "'\u2019" else '-'


def runs_of(text, segment_chinese):
    """(kind, run) in order; joiners are folded, ignorables left out, nothing else changed."""
    text = ''.join(char for char in text if ord(char) not in IGNORABLE)
    kind, run = None, []
    for at, char in enumerate(text):
        if category(char) == 'M' and kind and text[at - 1] not in JOINERS:
            run.append(char)
            continue
        if char in JOINERS:
            joiner = joins(text, at) if kind == 'word' and text[at - 1] not in JOINERS else None
            if joiner and kind_of(text[at + 1], segment_chinese, kind) == 'word':
                run.append(joiner)
                continue
        elif is_letter_or_number(char):
            its_kind = kind_of(char, segment_chinese, kind)
            if its_kind == kind and kind != 'han':
                run.append(char)
                continue
            if kind:
                yield kind, run
            kind, run = its_kind, [char]
            continue
        if kind:
            yield kind, run
        kind, run = None, []
    if kind:
        yield kind, run


JOINERS = set("'\u2019-\u2010\u2011.,")


def cut_term(run):
    """At most LONGEST_TERM code points, and never a joiner without what it joins."""
    kept = run[:LONGEST_TERM]
    if len(run) > LONGEST_TERM and kept[-1] in "'-.,":
        kept.pop()
    return ''.join(kept)


def terms_of(text, segment_chinese):
    for kind, run in runs_of(text, segment_chinese):
        if kind != 'dictionary':
            yield canonical(cut_term(run))
            continue
        for start in range(0, len(run), LONGEST_DICTIONARY_RUN):
            yield from dictionary_words(canonical(''.join(run[start:start + LONGEST_DICTIONARY_RUN])))


def original_terms_of(text):
    kept = set('abcdefghijklmnopqrstuvwxyz0123456789áéíóúñ')
    for token in re.split('[' + ''.join(map(chr, JS_SPACE)) + ']+', text):
        term = ''.join(char for char in map(lower, token) if char in kept)[:LONGEST_TERM]
        if term:
            yield term


def is_closer(char):
    return char in '"\'' or unicodedata.category(char) in ('Pe', 'Pf', 'Pi')


def is_after_lone_letter(text, at):
    letter = at - 1
    marks = 0
    while letter >= 0 and category(text[letter]) == 'M' and marks < 8 and ord(text[letter]) not in IGNORABLE:
        letter -= 1
        marks += 1
    if letter < 0 or category(text[letter]) != 'L':
        return False
    before = text[letter - 1] if letter > 0 else ' '
    return ord(before) in IGNORABLE or category(before) not in 'LMN'


def followed_by_space(text, row_ends):
    """For each position: whether soft ends and closers from there on lead to white space or the text's end."""
    answers = [True] * (len(text) + 1)
    for at in range(len(text) - 1, -1, -1):
        char = text[at]
        answers[at] = answers[at + 1] if char in row_ends or is_closer(char) else is_space(char)
    return answers


def sentences_of(text):
    leads_to_space = followed_by_space(text, SOFT_ENDS)
    sentences = 0
    holds_term = False
    blank_line = True
    for at, char in enumerate(text):
        holds_term = holds_term or is_letter_or_number(char)
        ends = char in HARD_ENDS or (char == '\n' and blank_line)
        if char in SOFT_ENDS and leads_to_space[at + 1]:
            ends = not (char == '.' and is_after_lone_letter(text, at))
        blank_line = char == '\n' or (blank_line and is_space(char))
        if ends and holds_term:
            sentences += 1
            holds_term = False
    return sentences + holds_term


def moving_ratio(terms):
    counts = collections.Counter(terms[:WINDOW])
    windows = max(0, len(terms) - WINDOW + 1)
    total = len(counts) if windows else 0
    for at in range(WINDOW, len(terms)):
        counts[terms[at]] += 1
        gone = terms[at - WINDOW]
        counts[gone] -= 1
        if counts[gone] == 0:
            del counts[gone]
        total += len(counts)
    return windows, total


def analyse(text, arguments):
    original = arguments.words == 'original'
    terms = list(original_terms_of(text) if original else terms_of(text, arguments.segment_chinese))
    windows, distinct_in_windows = moving_ratio(terms)
    space = '[' + ''.join(map(chr, WHITE_SPACE)) + ']+'
    return {
        'words': sum(1 for word in re.split(space, text) if word),
        'lines': sum(1 for line in text.split('\n') if not all(map(is_space, line))),
        'characters': len(text),
        'sentences': sentences_of(text),
        'terms': len(terms),
        'windows': windows,
        'distinct_in_windows': distinct_in_windows,
        'letters': sum(1 for term in terms for char in term if is_letter_or_number(char)),
        'table': collections.Counter(terms),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--words', choices=['terms', 'original'], default='terms')
    parser.add_argument('--segment-chinese', action='store_true')
    parser.add_argument('files', nargs='+')
    arguments = parser.parse_args()
    results = {}
    for name in arguments.files:
        with open(name, encoding='utf-8', newline='') as file:
            results[name] = analyse(file.read(), arguments)
    print(json.dumps(results))


if __name__ == '__main__':
    main()
