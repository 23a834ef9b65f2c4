// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retry.h"

#include "domain/summary.h"
#include "store/growth.h"
#include "store/results.h"
#include "store/storedvalues.h"
#include "store/tree.h"

#include <map>
#include <optional>

namespace Gemmary {

namespace {

struct FailedDocument
{
    qint64 number = 0;
    DocumentState state = DocumentState::Failed; // or Partial: only its summary failed
    std::optional<qint64> leaf;                  // none: it failed while planning
    qint64 bytes = 0;
    bool isMissing = false; // in the summaries of the sets above
};

// What a retry takes back and adds.
struct RetryTotals
{
    ProgressDelta delta;
    qint64 documents = 0;
    qint64 planFailed = 0;
    qint64 planBytes = 0;
    std::map<qint64, qint64> noLongerMissing; // documents, by the leaf that they leave
};

Result<std::vector<FailedDocument>> failedDocumentsAfter(Transaction &tx, const ProcessId &id, qint64 after)
{
    std::vector<FailedDocument> documents;
    GEMMARY_TRY(tx.read("select_failed_documents", {id.toString(), after}, [&](const Row &row) {
        documents.push_back({row.integer(0), documentStateFrom(row.text(1)).value_or(DocumentState::Failed),
                             row.isNull(2) ? std::nullopt : std::optional(row.integer(2)), row.integer(3),
                             row.text(4) == nameOf(DocumentState::Failed)});
    }));
    return documents;
}

// Queues one document in a new leaf. One that was analysed stays so: the leaf of that stage passes it over.
Result<void> requeue(Transaction &tx, const ProcessId &id, const FailedDocument &document, qint64 leaf,
                     RetryTotals &totals)
{
    const bool analysed = document.state == DocumentState::Partial;
    const DocumentState next = analysed ? DocumentState::Done : DocumentState::Waiting;
    GEMMARY_TRY(tx.change("requeue_document", {leaf, nameOf(next), id.toString(), document.number}));
    GEMMARY_ASSIGN(summaries, tx.change("delete_failed_summary", {id.toString(), document.number}));
    totals.delta.summarised -= summaries;
    ++totals.documents;
    if (!document.leaf) {
        ++totals.planFailed;
        totals.planBytes += document.bytes;
        return {};
    }
    if (document.isMissing)
        ++totals.noLongerMissing[*document.leaf];
    totals.delta.addDocument(document.state, -1);
    totals.delta.addDocument(next, 1);
    if (!analysed)
        totals.delta.bytesDone -= document.bytes;
    return {};
}

Result<RetryTotals> requeueDocuments(Transaction &tx, const ProcessRecord &process)
{
    RetryTotals totals;
    qint64 after = -1;
    const int batch = process.request.settings.batchSize;
    for (;;) {
        GEMMARY_ASSIGN(documents, failedDocumentsAfter(tx, process.id, after));
        for (const FailedDocument &document : documents) {
            const qint64 leaf = process.leaves + totals.documents / batch;
            GEMMARY_TRY(requeue(tx, process.id, document, leaf, totals));
        }
        if (documents.empty())
            return totals;
        after = documents.back().number;
    }
}

// Sets above leaves that documents left do not lack them any more.
Result<void> settleSets(Transaction &tx, const ProcessRecord &process, const RetryTotals &totals)
{
    const int root = rootLevel(process.leaves, process.fanIn);
    for (const auto &[leaf, documents] : totals.noLongerMissing) {
        JobKey set{process.id, Stage::Summarise, 0, leaf};
        for (; set.level <= root; ++set.level, set.node /= process.fanIn) {
            GEMMARY_ASSIGN(details, detailsOf(tx, set, 1));
            if (details.empty())
                continue;
            lackFewer(details.front(), documents);
            GEMMARY_TRY(
                tx.change("update_details", QVariantList{jsonValue(details.front())} + keyValues(set)));
        }
    }
    return {};
}

Result<void> growTree(Transaction &tx, ProcessRecord &process, RetryTotals &totals)
{
    const int batch = process.request.settings.batchSize;
    const qint64 added = (totals.documents + batch - 1) / batch;
    if (added == 0)
        return {};
    GEMMARY_TRY(dropGrowingNodes(tx, process, totals.delta));
    GEMMARY_TRY(
        tx.change("grow_process", {added, totals.planFailed, totals.planBytes, process.id.toString()}));
    GEMMARY_TRY(queueLeaves(tx, process, process.leaves, process.leaves + added));
    process.leaves += added;
    return {};
}

Result<void> checkAllowed(const ProcessRecord &process)
{
    if (process.removed) {
        return failure(ErrorKind::Conflict,
                       QStringLiteral("The process is removed. Restore it first, then retry."));
    }
    if (!process.planned) {
        return failure(ErrorKind::Conflict,
                       QStringLiteral("The process is still looking for documents. Retry when it has found "
                                      "them all."));
    }
    return {};
}

} // namespace

Result<qint64> retryProcess(Transaction &tx, const ProcessId &id, RetryBy by)
{
    GEMMARY_ASSIGN(process, readProcess(tx, id));
    GEMMARY_TRY(checkAllowed(process));
    GEMMARY_TRY(tx.change("retry_process", {id.toString()})); // first: jobs are queued in its new generation
    GEMMARY_ASSIGN(totals, requeueDocuments(tx, process));
    const bool keySentences = by == RetryBy::KeySentences;
    if (keySentences)
        GEMMARY_TRY(tx.change("mark_dead_key_sentences", {id.toString()}));
    GEMMARY_ASSIGN(redriven, redriveJobs(tx, id, totals.delta));
    if (totals.documents + redriven == 0)
        return failure(ErrorKind::Conflict, QStringLiteral("There is nothing to retry."));
    GEMMARY_TRY(settleSets(tx, process, totals));
    const qint64 firstNew = process.leaves;
    GEMMARY_TRY(growTree(tx, process, totals));
    if (keySentences)
        GEMMARY_TRY(tx.change("mark_key_sentences", {id.toString(), firstNew}));
    GEMMARY_TRY(addProgress(tx, id, totals.delta));
    GEMMARY_TRY(queueReadyParents(tx, process));
    return totals.documents + redriven;
}

Result<void> retryJob(Transaction &tx, const JobKey &job)
{
    GEMMARY_ASSIGN(process, readProcess(tx, job.process));
    GEMMARY_TRY(checkAllowed(process));
    GEMMARY_ASSIGN(redriven, tx.change("redrive_job", keyValues(job)));
    if (redriven == 0)
        return failure(ErrorKind::NotFound, QStringLiteral("The process has no such parked batch."));
    GEMMARY_TRY(tx.change("redrive_letter", keyValues(job)));
    GEMMARY_TRY(tx.change("retry_process", {job.process.toString()}));
    ProgressDelta delta;
    --delta.of(job.stage).dead;
    return addProgress(tx, job.process, delta);
}

} // namespace Gemmary
