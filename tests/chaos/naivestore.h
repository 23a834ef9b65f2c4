// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "store/database.h"

namespace Gemmary {

// The store with a deliberately wrong complete(): it overwrites the result whoever holds the job, and counts
// progress in a second transaction. Shows that the chaos test notices. Everything else is the real store's,
// whose database `dialect` reaches.
class NaiveStore : public ProcessStore
{
public:
    NaiveStore(ProcessStore &real, std::unique_ptr<Dialect> dialect);

    Result<ClaimOutcome> complete(const JobClaim &claim, const JobResult &result) override;

    Result<ProcessId> start(const NewProcess &process) override { return m_real.start(process); }
    Result<void> stop(const ProcessId &id) override { return m_real.stop(id); }
    Result<void> resume(const ProcessId &id) override { return m_real.resume(id); }
    Result<qint64> retry(const ProcessId &id) override { return m_real.retry(id); }
    Result<qint64> retryWithKeySentences(const ProcessId &id) override
    {
        return m_real.retryWithKeySentences(id);
    }
    Result<void> retryJob(const JobKey &job) override { return m_real.retryJob(job); }
    Result<void> setPaused(const ProcessId &id, bool paused) override { return m_real.setPaused(id, paused); }
    Result<void> remove(const ProcessId &id) override { return m_real.remove(id); }
    Result<void> restore(const ProcessId &id) override { return m_real.restore(id); }
    Result<void> setTokenBudget(const ProcessId &id, int tokens) override
    {
        return m_real.setTokenBudget(id, tokens);
    }
    Result<void> rename(const ProcessId &id, const QString &name) override { return m_real.rename(id, name); }
    Result<void> addInputs(const ProcessId &id, const std::vector<Locator> &inputs, const QStringList &names,
                           const QString &machine) override
    {
        return m_real.addInputs(id, inputs, names, machine);
    }
    Result<qint64> purgeRemoved(std::chrono::milliseconds age) override { return m_real.purgeRemoved(age); }
    Result<std::optional<PlanClaim>> claimPlan(const PlanRequest &request) override
    {
        return m_real.claimPlan(request);
    }
    Result<ClaimOutcome> publishPage(PlanClaim &claim, const PlanPage &page) override
    {
        return m_real.publishPage(claim, page);
    }
    Result<ClaimOutcome> finishPlan(const PlanClaim &claim) override { return m_real.finishPlan(claim); }
    Result<qint64> releaseInstance(const InstanceId &instance) override
    {
        return m_real.releaseInstance(instance);
    }
    Result<void> releasePlan(const PlanClaim &claim) override { return m_real.releasePlan(claim); }
    Result<std::vector<DocumentTask>> plannedDocuments(const ProcessId &id, qint64 after, int limit) override
    {
        return m_real.plannedDocuments(id, after, limit);
    }
    Result<std::vector<ClaimedJob>> claim(const ClaimRequest &request) override
    {
        return m_real.claim(request);
    }
    // No renewal either: a job in hand for longer than its lease is delivered again.
    Result<std::optional<ProcessState>> heartbeat(const JobClaim &) override
    {
        return std::optional(ProcessState::Running);
    }
    Result<std::vector<DocumentTask>> documentsOf(const JobKey &leaf) override
    {
        return m_real.documentsOf(leaf);
    }
    Result<std::vector<QJsonObject>> details(const JobKey &first, qint64 count) override
    {
        return m_real.details(first, count);
    }
    Result<void> putChunk(const JobClaim &claim, int number, const QByteArray &chunk) override
    {
        return m_real.putChunk(claim, number, chunk);
    }
    Result<std::unique_ptr<ChunkSource>> chunks(const JobKey &node) override { return m_real.chunks(node); }
    Result<ClaimOutcome> fail(const JobClaim &claim, const QString &error,
                              std::chrono::milliseconds delay) override
    {
        return m_real.fail(claim, error, delay);
    }
    Result<ClaimOutcome> release(const JobClaim &claim, std::chrono::milliseconds delay,
                                 const QString &reason) override
    {
        return m_real.release(claim, delay, reason);
    }
    Result<ProcessState> sweep(const ProcessId &id) override { return m_real.sweep(id); }
    Result<ProcessSnapshot> snapshot(const ProcessId &id) override { return m_real.snapshot(id); }
    Result<std::vector<ProcessSnapshot>> list(const ProcessFilter &filter) override
    {
        return m_real.list(filter);
    }
    Result<std::vector<DocumentRow>> documents(const ProcessId &id, const DocumentFilter &filter) override
    {
        return m_real.documents(id, filter);
    }
    Result<std::vector<DocumentSummary>> summaries(const ProcessId &id, qint64 after, int limit) override
    {
        return m_real.summaries(id, after, limit);
    }
    Result<std::vector<DeadLetter>> deadLetters(const ProcessId &id) override
    {
        return m_real.deadLetters(id);
    }
    Result<ProcessCounts> counts() override { return m_real.counts(); }
    Result<WorkFigures> workFigures() override { return m_real.workFigures(); }
    Result<NewProcess> request(const ProcessId &id) override { return m_real.request(id); }
    Result<std::vector<HistoryPoint>> history(const ProcessId &id, int mostPoints) override
    {
        return m_real.history(id, mostPoints);
    }
    Result<std::vector<DocumentLine>> documentLines(const ProcessId &id, qint64 after, int limit) override
    {
        return m_real.documentLines(id, after, limit);
    }
    Result<DocumentRow> document(const ProcessId &id, qint64 number) override
    {
        return m_real.document(id, number);
    }
    Result<std::optional<Summary>> documentSummary(const ProcessId &id, qint64 number) override
    {
        return m_real.documentSummary(id, number);
    }
    Result<QString> waitReason(const ProcessId &id) override { return m_real.waitReason(id); }
    Result<std::vector<ProcessId>> openProcesses() override { return m_real.openProcesses(); }

private:
    Result<void> run(const QStringList &statements);

    ProcessStore &m_real;
    Database m_database;
};

} // namespace Gemmary
