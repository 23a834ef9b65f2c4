// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/tree.h"

namespace Gemmary {

namespace {

struct Retryable
{
    qint64 number;
    qint64 leaf;
    qint64 bytes;
    bool analysisFailed;
    bool hasSummary; // a row of it, which counts in progress
};

// What the documents that failed before they were given to a leaf counted for in the process itself.
struct PlannedFailures
{
    qint64 documents = 0;
    qint64 bytes = 0;
};

Result<std::vector<Retryable>> retryableDocuments(Transaction &transaction, const QString &process)
{
    std::vector<Retryable> all;
    for (qint64 after = -1;;) {
        const std::size_t before = all.size();
        GEMMARY_TRY(transaction.forEach(
            "select_retryable_documents", {{":process", process}, {":after", after}}, [&](const Row &row) {
                const bool failed = row.text(3) == nameOf(DocumentState::Failed);
                all.push_back({row.integer(0), row.integer(1), row.integer(2), failed, !row.isNull(4)});
            }));
        if (all.size() == before)
            return all;
        after = all.back().number;
    }
}

// Puts the documents into new leaves after the last one and takes what they counted for out of the progress.
// Answers the number of new leaves.
Result<qint64> requeue(Transaction &transaction, const QString &process, const ProcessFacts &facts,
                       const std::vector<Retryable> &documents, PlannedFailures &planned)
{
    ProgressChange change;
    qint64 leaf = facts.leaves;
    int inLeaf = 0;
    for (const Retryable &document : documents) {
        if (inLeaf == facts.batchSize) {
            ++leaf;
            inLeaf = 0;
        }
        ++inLeaf;
        GEMMARY_TRY(transaction.execute(
            "requeue_document", {{":process", process}, {":document", document.number}, {":leaf", leaf}}));
        if (document.hasSummary) {
            GEMMARY_TRY(transaction.execute("delete_summary",
                                            {{":process", process}, {":document", document.number}}));
            --change.summarised;
        }
        if (!document.analysisFailed)
            continue;
        if (document.leaf < 0) {
            ++planned.documents;
            planned.bytes += document.bytes;
        } else {
            --change.documents.failed;
            change.bytesSettled -= document.bytes;
        }
    }
    GEMMARY_TRY(addProgress(transaction, process, change));
    return leaf - facts.leaves + 1;
}

Result<void> insertLeaves(Transaction &transaction, const QString &process, const ProcessFacts &facts,
                          qint64 leaves)
{
    for (qint64 node = facts.leaves; node < facts.leaves + leaves; ++node) {
        for (int stage = 0; stage < facts.stages; ++stage)
            GEMMARY_TRY(transaction.execute("insert_leaf",
                                            {{":process", process}, {":stage", stage}, {":node", node}}));
    }
    return {};
}

// The nodes whose set grows by new leaves: from the first one on each level that is not full.
Result<void> dropGrowingNodes(Transaction &transaction, const QString &process, const ProcessFacts &facts)
{
    ProgressChange change;
    qint64 full = facts.leaves;
    for (int level = 1; level <= rootLevel(facts.leaves, facts.fanIn); ++level) {
        full /= facts.fanIn;
        for (int stage = 0; stage < facts.stages; ++stage) {
            const auto drop = [&](const char *statement) {
                return transaction.execute(
                    statement,
                    {{":process", process}, {":stage", stage}, {":level", level}, {":node", full}});
            };
            GEMMARY_ASSIGN(results, drop("delete_results_from"));
            (stage == 0 ? change.mergesAnalysed : change.mergesSummarised) -= results;
            GEMMARY_TRY(drop("delete_chunks_from"));
            GEMMARY_TRY(drop("delete_jobs_from"));
        }
    }
    return addProgress(transaction, process, change);
}

} // namespace

Result<qint64> retryProcess(Transaction &transaction, const QString &process)
{
    GEMMARY_ASSIGN(facts, processFacts(transaction, process));
    if (!facts.planned) {
        return failure(ErrorKind::Conflict,
                       QStringLiteral("The process is still looking for documents. Retry when it "
                                      "has found all, or resume it first."));
    }
    GEMMARY_ASSIGN(redriven, transaction.execute("redrive_jobs", {{":process", process}}));
    GEMMARY_TRY(transaction.execute("redrive_dead_letters", {{":process", process}}));
    GEMMARY_ASSIGN(documents, retryableDocuments(transaction, process));
    if (redriven == 0 && documents.empty())
        return failure(ErrorKind::Conflict,
                       QStringLiteral("Nothing failed in this process that could be tried again."));
    qint64 leaves = 0;
    PlannedFailures planned;
    if (!documents.empty()) {
        GEMMARY_ASSIGN(added, requeue(transaction, process, facts, documents, planned));
        leaves = added;
        GEMMARY_TRY(insertLeaves(transaction, process, facts, leaves));
        GEMMARY_TRY(dropGrowingNodes(transaction, process, facts));
    }
    GEMMARY_TRY(transaction.execute("reopen_process", {{":process", process},
                                                       {":leaves", leaves},
                                                       {":failed", planned.documents},
                                                       {":bytes", planned.bytes}}));
    return redriven + static_cast<qint64>(documents.size());
}

} // namespace Gemmary
