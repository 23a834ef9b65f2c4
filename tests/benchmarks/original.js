// SPDX-License-Identifier: GPL-3.0-or-later
// The analysis of the serverless system that Gemmary is the heir of, written from its recorded definitions: words by
// white space, non-blank lines, UTF-16 length, top 5 of lower-cased tokens stripped to [a-z0-9áéíóúñ].
//   node original.js PATH…
'use strict';
const fs = require('fs');
const path = require('path');

const totals = { words: 0, lines: 0, characters: 0 };
const frequency = {};

function analyse(content) {
    const words = content.split(/\s+/).filter((word) => word.length > 0);
    totals.words += words.length;
    totals.lines += content.split(/\r?\n/).filter((line) => line.trim().length > 0).length;
    totals.characters += content.length;
    for (const word of words) {
        const token = word.toLowerCase().replace(/[^a-z0-9áéíóúñ]/g, '');
        if (token)
            frequency[token] = (frequency[token] || 0) + 1;
    }
}

// A string holds at most half a gigabyte: large files are taken in pieces cut at a line's end.
function analyseFile(file) {
    const piece = Buffer.alloc(16 * 1024 * 1024);
    const descriptor = fs.openSync(file, 'r');
    let held = 0;
    for (;;) {
        const count = fs.readSync(descriptor, piece, held, piece.length - held, null);
        const end = held + count;
        if (count === 0) {
            if (end > 0)
                analyse(piece.toString('utf8', 0, end));
            break;
        }
        const cut = end === piece.length ? piece.lastIndexOf(10) + 1 : 0;
        if (cut > 0)
            analyse(piece.toString('utf8', 0, cut));
        piece.copyWithin(0, cut, end);
        held = end - cut;
    }
    fs.closeSync(descriptor);
}

function walk(entry) {
    if (fs.statSync(entry).isDirectory())
        fs.readdirSync(entry).sort().forEach((name) => walk(path.join(entry, name)));
    else
        analyseFile(entry);
}

process.argv.slice(2).forEach(walk);
const top = Object.entries(frequency).sort((a, b) => b[1] - a[1]).slice(0, 5).map(([word]) => word);
console.log(JSON.stringify({ ...totals, top }));
