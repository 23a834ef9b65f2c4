// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/document.h"
#include "domain/ids.h"
#include "domain/processsettings.h"
#include "domain/summary.h"

#include <QString>

#include <optional>
#include <vector>

namespace Gemmary {

// What a user starts.
struct NewProcess
{
    QString name;
    std::vector<Locator> inputs; // folders and files, walked in this order; blobs are documents themselves
    QStringList inputNames;      // one an input, for blobs ("standard input"); may be shorter
    ProcessSettings settings;
    bool paused = false;    // begins when somebody resumes it
    QString idempotencyKey; // empty: none. The same key again answers the first process's id
    QString machine;        // the one that has the files and so may plan; empty: any
};

// Documents by state; found is the sum of the others.
struct DocumentCounts
{
    qint64 waiting = 0;
    qint64 done = 0;
    qint64 partial = 0;
    qint64 failed = 0;
    qint64 skipped = 0;

    [[nodiscard]] qint64 found() const { return waiting + done + partial + failed + skipped; }
    [[nodiscard]] qint64 problems() const { return partial + failed + skipped; }
};

// How far one stage's tree is.
struct StageProgress
{
    qint64 leaves = 0; // planned so far
    qint64 leavesDone = 0;
    qint64 mergesDone = 0;
    qint64 documentsDone = 0; // that passed this stage, with or without a problem
    qint64 dead = 0;          // jobs out of deliveries
};

// One process at one instant. Numbers grow while it runs and are exact once it is settled.
struct ProcessSnapshot
{
    ProcessId id;
    QString name;
    ProcessState state = ProcessState::Pending;
    bool paused = false;
    bool removed = false; // off the lists, until it is restored or purged
    bool planned = false; // the walk has ended; until then totals say "found so far"
    ProcessSettings settings;
    DocumentCounts documents;
    qint64 bytesFound = 0; // of documents to be read
    qint64 bytesDone = 0;
    TextCounts counts;
    StageProgress analyse;
    StageProgress summarise; // all zero when the process has no summariser
    QString error;           // why it FAILED
    qint64 createdMs = 0;    // store's clock, ms since 1970 UTC; 0: not yet
    qint64 startedMs = 0;
    qint64 finishedMs = 0;
    qint64 version = 0; // changes whenever anything above does
};

// A process's results: totals from the roots of both trees.
struct ProcessResults
{
    ProcessSnapshot process;
    SetStatistics statistics;
    std::optional<SetSummary> summary; // nullopt: no summariser, or not finished
};

// A job that ran out of deliveries.
struct DeadLetter
{
    Stage stage = Stage::Analyse;
    int level = 0;
    qint64 node = 0;
    int deliveries = 0;
    QString error;
    qint64 deadMs = 0;
    bool redriven = false;
};

} // namespace Gemmary
