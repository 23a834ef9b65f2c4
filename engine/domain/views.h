// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/document.h"
#include "domain/process.h"
#include "domain/summary.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace Gemmary {

// What lists and charts show; each is one question to the engine.

// How many processes there are of each kind. A paused one counts as paused only.
struct ProcessCounts
{
    qint64 all = 0; // not removed
    qint64 running = 0;
    qint64 waiting = 0; // PENDING
    qint64 paused = 0;
    qint64 finished = 0; // COMPLETED
    qint64 stopped = 0;
    qint64 failed = 0;
    qint64 problems = 0; // FAILED, or with documents that failed, or parked work; skips do not count
    qint64 removed = 0;
};

// One stage's jobs of processes that are worked on.
struct StageQueue
{
    qint64 waiting = 0; // nobody has them
    qint64 inWork = 0;
    qint64 oldestMs = 0; // for how long the one that has waited longest could have been taken
};

// How much work there is and was, over all processes that are not removed for good.
struct WorkFigures
{
    StageQueue analyse;
    StageQueue summarise;
    qint64 oldestPendingMs = 0; // for how long the oldest PENDING process has waited
    qint64 deadLetters = 0;     // not given deliveries again
    DocumentCounts documents;   // settled ones; waiting is not counted
    qint64 summarised = 0;
    qint64 words = 0;
    qint64 bytes = 0;
};

// A row of a long list: a DocumentRow without its lists of words.
struct DocumentLine
{
    qint64 number = 0;
    QString name;
    Locator locator;
    qint64 bytes = 0;
    DocumentState state = DocumentState::Waiting;
    std::optional<Problem> problem;
    QString format;
    QString encoding;
    bool encodingGuessed = false;
    QString language; // ISO 639-1; empty: not detected
    qint64 words = 0;
    qint64 lines = 0;
    qint64 characters = 0;
    qint64 sentences = 0;
    qint64 milliseconds = 0;
};

// A document to read, with what is known of it.
struct DocumentText
{
    DocumentRow document;
    QString text;
    bool whole = true; // false: cut at the limit
    std::optional<Summary> summary;
};

// A word where it stands, with the text around it on one line.
struct Occurrence
{
    qint64 document = 0;
    QString name; // of the document
    QString before;
    QString word;
    QString after;
};

// Documents settled in a span of time that ends at `atMs` (store's clock).
struct HistoryPoint
{
    qint64 atMs = 0;
    qint64 done = 0; // wholly or partly
    qint64 failed = 0;
    qint64 skipped = 0;    // found to be unreadable only when they were read
    qint64 summarised = 0; // in the other stage
};

// Which words of a process's table are asked for.
struct WordFilter
{
    qint64 limit = -1;              // the most frequent ones; -1: all
    QStringList withoutStopWordsOf; // ISO 639-1
    int minimumLength = 1;          // code points
    QString containing;             // folded as terms are
};

struct WordList
{
    std::vector<TermCount> words; // in moreFrequent() order
    qint64 matching = 0;          // forms that fit the filter, listed or not
    qint64 forms = 0;             // forms in the whole table
};

// What a worker spends its time on.
enum class Step { Reading, Counting, Summarising, Combining, Saving };

// How long one step took, each time: a histogram of 2^n … 2^(n+1) µs. Kept in memory by the engine that
// worked.
struct StepTimes
{
    Step step = Step::Reading;
    std::array<qint64, 40> buckets{};
    qint64 count = 0;
    qint64 totalUs = 0;
};

} // namespace Gemmary
