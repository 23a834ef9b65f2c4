// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "store/transaction.h"

namespace Gemmary {

// What one transaction adds to a process's counters; negative where a retry takes work back. The counters
// are spread over shards, so that many workers seldom meet in one row.
struct ProgressDelta
{
    struct StageDelta
    {
        qint64 leaves = 0;
        qint64 merges = 0;
        qint64 dead = 0;
    };
    StageDelta analyse;
    StageDelta summarise;
    qint64 done = 0;
    qint64 partial = 0;
    qint64 failed = 0;
    qint64 skipped = 0;
    qint64 summarised = 0;
    qint64 bytesDone = 0; // of the documents as planned
    TextCounts counts;

    [[nodiscard]] StageDelta &of(Stage stage) { return stage == Stage::Analyse ? analyse : summarise; }
    void addDocument(DocumentState state, qint64 count = 1);
};

[[nodiscard]] Result<void> addProgress(Transaction &tx, const ProcessId &process, const ProgressDelta &delta);
[[nodiscard]] Statement progressStatement(Transaction &tx, const ProcessId &process,
                                          const ProgressDelta &delta);

} // namespace Gemmary
