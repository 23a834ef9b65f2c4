// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/document.h"
#include "domain/ids.h"
#include "domain/processsettings.h"
#include "domain/states.h"
#include "domain/summary.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace Gemmary {

// One claimable piece of work. Level 0 reads a batch of documents; level n combines up to fan_in results of
// level n-1: node k combines k·fan_in … k·fan_in + fan_in - 1.
struct JobKey
{
    ProcessId process;
    Stage stage = Stage::Analyse;
    int level = 0;
    qint64 node = 0;

    friend bool operator==(const JobKey &, const JobKey &) = default;
};

// A worker's right to a job. Only the holder of the job's current epoch can renew, complete, fail or release
// it.
struct JobClaim
{
    JobKey key;
    qint64 epoch = 0;
    int deliveries = 0; // this one included
};

// A claimed job with what running it needs.
struct ClaimedJob
{
    JobClaim claim;
    QString processName;
    ProcessSettings settings;
    qint64 leaves = 0;         // of the stage, so far
    bool planned = false;      // `leaves` is final
    bool takenOver = false;    // from a worker that let its lease run out
    bool keySentences = false; // whatever the settings say: the user chose them for its documents
    bool suspect = false;      // a worker may have died of its documents in the other stage
};

// What one document got in the summarise stage.
struct DocumentSummary
{
    qint64 number = 0;
    std::optional<Summary> summary; // nullopt: nothing to summarise, or a problem
    std::optional<Problem> problem; // e.g. SummaryFailed
};

// What a finished job leaves behind, written in the same transaction that makes it DONE. Leaves fill the list
// of their stage; inner nodes only `details`. Chunks were written before, under the claim's epoch.
struct JobResult
{
    QJsonObject details; // SetStatistics or SetSummary as JSON
    std::vector<DocumentAnalysis> analyses;
    std::vector<DocumentSummary> summaries;
    int chunks = 0;
};

// The number of nodes at `level` of a tree with `leaves` leaves; 0 above the root.
[[nodiscard]] qint64 nodesAtLevel(qint64 leaves, int fanIn, int level);

// The level whose only node is the root; 0 for one leaf, -1 for none.
[[nodiscard]] int rootLevel(qint64 leaves, int fanIn);

} // namespace Gemmary
