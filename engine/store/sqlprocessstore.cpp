// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlprocessstore.h"

#include "store/database.h"
#include "store/history.h"
#include "store/jobs.h"
#include "store/plan.h"
#include "store/processrecord.h"
#include "store/purge.h"
#include "store/questions.h"
#include "store/results.h"
#include "store/retry.h"
#include "store/settle.h"
#include "store/tree.h"

namespace Gemmary {

SqlProcessStore::SqlProcessStore(const Database &database)
    : m_database(database)
{}

Result<ProcessId> SqlProcessStore::start(const NewProcess &process)
{
    return m_database.writeOnce([&](Transaction &tx) { return startProcess(tx, process); });
}

Result<void> SqlProcessStore::stop(const ProcessId &id)
{
    return m_database.writeOnce([&](Transaction &tx) { return stopProcess(tx, id); });
}

Result<void> SqlProcessStore::resume(const ProcessId &id)
{
    return m_database.writeOnce([&](Transaction &tx) { return resumeProcess(tx, id); });
}

Result<qint64> SqlProcessStore::retry(const ProcessId &id)
{
    return m_database.writeOnce([&](Transaction &tx) { return retryProcess(tx, id, RetryBy::Summarizer); });
}

Result<qint64> SqlProcessStore::retryWithKeySentences(const ProcessId &id)
{
    return m_database.writeOnce([&](Transaction &tx) { return retryProcess(tx, id, RetryBy::KeySentences); });
}

Result<void> SqlProcessStore::retryJob(const JobKey &job)
{
    return m_database.writeOnce([&](Transaction &tx) { return Gemmary::retryJob(tx, job); });
}

Result<void> SqlProcessStore::setPaused(const ProcessId &id, bool paused)
{
    return m_database.writeOnce([&](Transaction &tx) { return pauseProcess(tx, id, paused); });
}

Result<void> SqlProcessStore::remove(const ProcessId &id)
{
    return m_database.writeOnce([&](Transaction &tx) { return removeProcess(tx, id); });
}

Result<void> SqlProcessStore::restore(const ProcessId &id)
{
    return m_database.writeOnce([&](Transaction &tx) { return restoreProcess(tx, id); });
}

Result<void> SqlProcessStore::setTokenBudget(const ProcessId &id, int tokens)
{
    return m_database.write([&](Transaction &tx) { return Gemmary::setTokenBudget(tx, id, tokens); });
}

Result<void> SqlProcessStore::rename(const ProcessId &id, const QString &name)
{
    return m_database.write([&](Transaction &tx) { return renameProcess(tx, id, name); });
}

Result<void> SqlProcessStore::addInputs(const ProcessId &id, const std::vector<Locator> &inputs,
                                        const QStringList &names, const QString &machine)
{
    return m_database.writeOnce(
        [&](Transaction &tx) { return Gemmary::addInputs(tx, id, inputs, names, machine); });
}

Result<qint64> SqlProcessStore::purgeRemoved(std::chrono::milliseconds age)
{
    return Gemmary::purgeRemoved(m_database, age);
}

Result<std::optional<PlanClaim>> SqlProcessStore::claimPlan(const PlanRequest &request)
{
    return m_database.write([&](Transaction &tx) { return Gemmary::claimPlan(tx, request); });
}

Result<ClaimOutcome> SqlProcessStore::publishPage(PlanClaim &claim, const PlanPage &page)
{
    auto outcome = m_database.write([&](Transaction &tx) { return Gemmary::publishPage(tx, claim, page); });
    if (outcome && *outcome == ClaimOutcome::Won) {
        claim.documents += static_cast<qint64>(page.documents.size());
        claim.leaves += static_cast<qint64>(page.leaves.size());
        claim.cursor = page.cursor;
    }
    return outcome;
}

Result<ClaimOutcome> SqlProcessStore::finishPlan(const PlanClaim &claim)
{
    return m_database.write([&](Transaction &tx) { return Gemmary::finishPlan(tx, claim); });
}

Result<qint64> SqlProcessStore::releaseInstance(const InstanceId &instance)
{
    return m_database.write([&](Transaction &tx) { return Gemmary::releaseInstance(tx, instance); });
}

Result<void> SqlProcessStore::releasePlan(const PlanClaim &claim)
{
    return m_database.write([&](Transaction &tx) { return Gemmary::releasePlan(tx, claim); });
}

Result<std::vector<DocumentTask>> SqlProcessStore::plannedDocuments(const ProcessId &id, qint64 after,
                                                                    int limit)
{
    return m_database.read([&](Transaction &tx) { return listPlanned(tx, id, after, limit); });
}

Result<std::vector<ClaimedJob>> SqlProcessStore::claim(const ClaimRequest &request)
{
    return claimJobs(m_database, m_offers, request);
}

Result<std::optional<ProcessState>> SqlProcessStore::heartbeat(const JobClaim &claim)
{
    return m_database.write([&](Transaction &tx) { return renewJob(tx, claim); });
}

Result<std::vector<DocumentTask>> SqlProcessStore::documentsOf(const JobKey &leaf)
{
    return m_database.read([&](Transaction &tx) { return Gemmary::documentsOf(tx, leaf); });
}

Result<std::vector<QJsonObject>> SqlProcessStore::details(const JobKey &first, qint64 count)
{
    return m_database.read([&](Transaction &tx) { return detailsOf(tx, first, count); });
}

Result<void> SqlProcessStore::putChunk(const JobClaim &claim, int number, const QByteArray &chunk)
{
    return m_database.write([&](Transaction &tx) { return Gemmary::putChunk(tx, claim, number, chunk); });
}

Result<std::unique_ptr<ChunkSource>> SqlProcessStore::chunks(const JobKey &node)
{
    return openChunks(m_database, node);
}

Result<ClaimOutcome> SqlProcessStore::complete(const JobClaim &claim, const JobResult &result)
{
    GEMMARY_ASSIGN(outcome,
                   m_database.write([&](Transaction &tx) { return completeJob(tx, claim, result); }));
    if (outcome == ClaimOutcome::Won) {
        const auto queued =
            queueParent(m_database, claim.key); // else a sweep does it, as for a killed worker
        if (queued && *queued)
            m_offers.clear();
    }
    return outcome;
}

Result<ClaimOutcome> SqlProcessStore::fail(const JobClaim &claim, const QString &error,
                                           std::chrono::milliseconds delay)
{
    return m_database.write([&](Transaction &tx) { return failJob(tx, claim, error, delay); });
}

Result<ClaimOutcome> SqlProcessStore::release(const JobClaim &claim, std::chrono::milliseconds delay,
                                              const QString &reason)
{
    return m_database.write([&](Transaction &tx) { return releaseJob(tx, claim, delay, reason); });
}

Result<ProcessState> SqlProcessStore::sweep(const ProcessId &id)
{
    return sweepProcess(m_database, id);
}

Result<ProcessSnapshot> SqlProcessStore::snapshot(const ProcessId &id)
{
    return m_database.read([&](Transaction &tx) { return readSnapshot(tx, id); });
}

Result<std::vector<ProcessSnapshot>> SqlProcessStore::list(const ProcessFilter &filter)
{
    return m_database.read([&](Transaction &tx) { return listSnapshots(tx, filter); });
}

Result<std::vector<DocumentRow>> SqlProcessStore::documents(const ProcessId &id, const DocumentFilter &filter)
{
    return m_database.read([&](Transaction &tx) { return listDocuments(tx, id, filter); });
}

Result<std::vector<DocumentSummary>> SqlProcessStore::summaries(const ProcessId &id, qint64 after, int limit)
{
    return m_database.read([&](Transaction &tx) { return listSummaries(tx, id, after, limit); });
}

Result<std::vector<DeadLetter>> SqlProcessStore::deadLetters(const ProcessId &id)
{
    return m_database.read([&](Transaction &tx) { return listDeadLetters(tx, id); });
}

Result<ProcessCounts> SqlProcessStore::counts()
{
    return m_database.read([](Transaction &tx) { return countProcesses(tx); });
}

Result<WorkFigures> SqlProcessStore::workFigures()
{
    return m_database.read([&](Transaction &tx) { return readWorkFigures(tx); });
}

Result<NewProcess> SqlProcessStore::request(const ProcessId &id)
{
    return m_database.read([&](Transaction &tx) { return readRequest(tx, id); });
}

Result<std::vector<HistoryPoint>> SqlProcessStore::history(const ProcessId &id, int mostPoints)
{
    return m_database.read([&](Transaction &tx) { return readHistory(tx, id, mostPoints); });
}

Result<std::vector<DocumentLine>> SqlProcessStore::documentLines(const ProcessId &id, qint64 after, int limit)
{
    return m_database.read([&](Transaction &tx) { return listDocumentLines(tx, id, after, limit); });
}

Result<DocumentRow> SqlProcessStore::document(const ProcessId &id, qint64 number)
{
    return m_database.read([&](Transaction &tx) { return readDocument(tx, id, number); });
}

Result<std::optional<Summary>> SqlProcessStore::documentSummary(const ProcessId &id, qint64 number)
{
    return m_database.read([&](Transaction &tx) { return readSummary(tx, id, number); });
}

Result<QString> SqlProcessStore::waitReason(const ProcessId &id)
{
    return m_database.read([&](Transaction &tx) -> Result<QString> {
        QString reason;
        GEMMARY_TRY(
            tx.read("select_wait_reason", {id.toString()}, [&](const Row &row) { reason = row.text(0); }));
        return reason;
    });
}

Result<std::vector<ProcessId>> SqlProcessStore::openProcesses()
{
    return m_database.read([&](Transaction &tx) { return listOpenProcesses(tx); });
}

} // namespace Gemmary
