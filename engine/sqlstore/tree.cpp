// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/tree.h"

#include <algorithm>

namespace Gemmary {

namespace {

// The end of the group of children that parent `node` has at level `beneath`; nullopt while it may still
// grow.
std::optional<qint64> groupEnd(const ProcessFacts &facts, int beneath, qint64 node)
{
    const qint64 full = (node + 1) * facts.fanIn;
    if (facts.planned)
        return std::min(full, nodesAtLevel(facts.leaves, facts.fanIn, beneath));
    qint64 settled = facts.leaves; // nodes of this level that will not change any more
    for (int level = 0; level < beneath; ++level)
        settled /= facts.fanIn;
    return full <= settled ? std::optional(full) : std::nullopt;
}

// Queues node `node` of the level above `beneath`.
Result<void> enqueueNode(Transaction &transaction, const QString &process, Stage stage, int beneath,
                         qint64 node, const ProcessFacts &facts)
{
    if (facts.planned && nodesAtLevel(facts.leaves, facts.fanIn, beneath) <= 1)
        return {};
    const auto end = groupEnd(facts, beneath, node);
    const qint64 first = node * facts.fanIn;
    if (!end || *end <= first)
        return {};
    GEMMARY_TRY(transaction.execute("enqueue_parent", {{":process", process},
                                                       {":stage", numberOf(stage)},
                                                       {":level", beneath + 1},
                                                       {":node", node},
                                                       {":beneath", beneath},
                                                       {":first", first},
                                                       {":end", *end},
                                                       {":children", *end - first}}));
    return {};
}

Result<void> buryLostJobs(Transaction &transaction, const QString &process, const ProcessFacts &facts)
{
    struct Lost
    {
        qint64 stage, level, node, epoch, deliveries;
        QString error;
    };
    std::vector<Lost> lost;
    GEMMARY_TRY(transaction.forEach(
        "select_lost_jobs", {{":process", process}, {":max_deliveries", facts.maxDeliveries}},
        [&](const Row &row) {
            lost.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3), 0, QString()});
        }));
    for (Lost &job : lost) {
        GEMMARY_ASSIGN(buried, transaction.forOne("bury_job",
                                                  {{":process", process},
                                                   {":stage", job.stage},
                                                   {":level", job.level},
                                                   {":node", job.node},
                                                   {":epoch", job.epoch}},
                                                  [&](const Row &row) {
                                                      job.epoch = row.integer(0);
                                                      job.deliveries = row.integer(1);
                                                      job.error = row.text(2);
                                                  }));
        if (!buried)
            continue;
        GEMMARY_TRY(transaction.execute("insert_dead_letter", {{":process", process},
                                                               {":stage", job.stage},
                                                               {":level", job.level},
                                                               {":node", job.node},
                                                               {":epoch", job.epoch},
                                                               {":deliveries", job.deliveries},
                                                               {":error", job.error}}));
        GEMMARY_TRY(transaction.execute("touch_process", {{":process", process}}));
    }
    return {};
}

// Parents that a worker should have queued and did not, because it was killed or the process was stopped.
Result<void> enqueueMissing(Transaction &transaction, const QString &process, const ProcessFacts &facts)
{
    const int root = rootLevel(facts.leaves, facts.fanIn);
    for (int stage = 0; stage < facts.stages; ++stage) {
        for (int level = 1; level <= root; ++level) {
            const qint64 nodes = nodesAtLevel(facts.leaves, facts.fanIn, level);
            qint64 queued = 0;
            GEMMARY_TRY(transaction.forOne("count_jobs_at_level",
                                           {{":process", process}, {":stage", stage}, {":level", level}},
                                           [&](const Row &row) { queued = row.integer(0); }));
            for (qint64 node = 0; node < nodes && queued < nodes; ++node)
                GEMMARY_TRY(enqueueNode(transaction, process, stageOf(stage), level - 1, node, facts));
        }
    }
    return {};
}

// Chunks that nobody will read again: those of superseded deliveries, and those beneath a full node that is
// done. What is beneath a smaller group stays, for retry may make it grow.
Result<void> dropChunks(Transaction &transaction, const QString &process, const ProcessFacts &facts)
{
    GEMMARY_TRY(transaction.execute("delete_orphan_chunks", {{":process", process}}));
    const int root = rootLevel(facts.leaves, facts.fanIn);
    for (int level = 0; level < root; ++level) {
        const qint64 nodes = nodesAtLevel(facts.leaves, facts.fanIn, level);
        const qint64 full = nodes - nodes % facts.fanIn;
        GEMMARY_TRY(transaction.execute("delete_chunks_below", {{":process", process},
                                                                {":stage", numberOf(Stage::Analyse)},
                                                                {":level", level},
                                                                {":node", full}}));
    }
    return {};
}

Result<void> settle(Transaction &transaction, const QString &process, const ProcessFacts &facts)
{
    const int root = std::max(0, rootLevel(facts.leaves, facts.fanIn));
    GEMMARY_ASSIGN(completed, transaction.execute("complete_process",
                                                  {{":process", process},
                                                   {":level", root},
                                                   {":roots", facts.leaves == 0 ? 0 : facts.stages}}));
    if (completed > 0) {
        GEMMARY_TRY(transaction.execute(
            "fail_process_without_documents",
            {{":process", process}, {":error", QStringLiteral("No document could be read.")}}));
        return dropChunks(transaction, process, facts);
    }
    GEMMARY_TRY(transaction.execute(
        "fail_process",
        {{":process", process},
         {":error", QStringLiteral("Some batches failed again and again and were parked.")}}));
    return {};
}

} // namespace

Result<void> enqueueParent(Transaction &transaction, const JobKey &child, const ProcessFacts &facts)
{
    return enqueueNode(transaction, child.process.toString(), child.stage, child.level,
                       child.node / facts.fanIn, facts);
}

Result<ProcessState> sweepProcess(Transaction &transaction, const QString &process)
{
    GEMMARY_ASSIGN(facts, processFacts(transaction, process));
    if (facts.state != ProcessState::Running || facts.removed)
        return facts.state;
    GEMMARY_TRY(buryLostJobs(transaction, process, facts));
    GEMMARY_TRY(enqueueMissing(transaction, process, facts));
    if (facts.planned)
        GEMMARY_TRY(settle(transaction, process, facts));
    GEMMARY_ASSIGN(after, processFacts(transaction, process));
    return after.state;
}

} // namespace Gemmary
