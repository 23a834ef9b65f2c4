// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "sqlstore/jobqueries.h"
#include "sqlstore/planqueries.h"
#include "sqlstore/processqueries.h"
#include "sqlstore/questionqueries.h"
#include "sqlstore/resultqueries.h"

namespace Gemmary {

// The ProcessStore on SQL: one implementation for every database, each part in a class of its own.
class SqlProcessStore : public ProcessStore
{
public:
    explicit SqlProcessStore(Session &session); // outlives it

    [[nodiscard]] Result<ProcessId> start(const NewProcess &process) override
    {
        return m_processes.start(process);
    }
    [[nodiscard]] Result<void> stop(const ProcessId &id) override { return m_processes.stop(id); }
    [[nodiscard]] Result<void> resume(const ProcessId &id) override { return m_processes.resume(id); }
    [[nodiscard]] Result<qint64> retry(const ProcessId &id) override;
    [[nodiscard]] Result<void> setPaused(const ProcessId &id, bool paused) override
    {
        return m_processes.setPaused(id, paused);
    }
    [[nodiscard]] Result<void> remove(const ProcessId &id) override { return m_processes.remove(id); }
    [[nodiscard]] Result<void> restore(const ProcessId &id) override { return m_processes.restore(id); }
    [[nodiscard]] Result<qint64> purgeRemoved(std::chrono::milliseconds age) override
    {
        return m_processes.purgeRemoved(age);
    }

    [[nodiscard]] Result<std::optional<PlanClaim>> claimPlan(const std::optional<ProcessId> &only,
                                                             const InstanceId &instance) override
    {
        return m_plans.claim(only, instance);
    }
    [[nodiscard]] Result<ClaimOutcome> publishPage(PlanClaim &claim, const PlanPage &page) override
    {
        return m_plans.publish(claim, page);
    }
    [[nodiscard]] Result<ClaimOutcome> finishPlan(const PlanClaim &claim) override
    {
        return m_plans.finish(claim);
    }
    [[nodiscard]] Result<void> releasePlan(const PlanClaim &claim) override { return m_plans.release(claim); }
    [[nodiscard]] Result<std::vector<DocumentTask>> plannedDocuments(const ProcessId &id, qint64 after,
                                                                     int limit) override
    {
        return m_plans.planned(id, after, limit);
    }

    [[nodiscard]] Result<std::vector<ClaimedJob>> claim(const ClaimRequest &request) override
    {
        return m_jobs.claim(request);
    }
    [[nodiscard]] Result<std::optional<ProcessState>> heartbeat(const JobClaim &claim) override
    {
        return m_jobs.heartbeat(claim);
    }
    [[nodiscard]] Result<std::vector<DocumentTask>> documentsOf(const JobKey &leaf) override
    {
        return m_results.documentsOf(leaf);
    }
    [[nodiscard]] Result<std::vector<QJsonObject>> details(const JobKey &first, qint64 count) override
    {
        return m_results.details(first, count);
    }
    [[nodiscard]] Result<void> putChunk(const JobClaim &claim, int number, const QByteArray &chunk) override
    {
        return m_results.putChunk(claim, number, chunk);
    }
    [[nodiscard]] Result<std::unique_ptr<ChunkSource>> chunks(const JobKey &node) override
    {
        return m_results.chunks(node);
    }
    [[nodiscard]] Result<ClaimOutcome> complete(const JobClaim &claim, const JobResult &result) override
    {
        return m_jobs.complete(claim, result);
    }
    [[nodiscard]] Result<ClaimOutcome> fail(const JobClaim &claim, const QString &error,
                                            std::chrono::milliseconds delay) override
    {
        return m_jobs.fail(claim, error, delay);
    }
    [[nodiscard]] Result<ClaimOutcome> release(const JobClaim &claim,
                                               std::chrono::milliseconds delay) override
    {
        return m_jobs.release(claim, delay);
    }
    [[nodiscard]] Result<ProcessState> sweep(const ProcessId &id) override;

    [[nodiscard]] Result<ProcessSnapshot> snapshot(const ProcessId &id) override
    {
        return m_questions.snapshot(id);
    }
    [[nodiscard]] Result<std::vector<ProcessSnapshot>> list(const ProcessFilter &filter) override
    {
        return m_questions.list(filter);
    }
    [[nodiscard]] Result<std::vector<DocumentRow>> documents(const ProcessId &id,
                                                             const DocumentFilter &filter) override
    {
        return m_questions.documents(id, filter);
    }
    [[nodiscard]] Result<std::vector<DocumentSummary>> summaries(const ProcessId &id, qint64 after,
                                                                 int limit) override
    {
        return m_questions.summaries(id, after, limit);
    }
    [[nodiscard]] Result<std::vector<DeadLetter>> deadLetters(const ProcessId &id) override
    {
        return m_questions.deadLetters(id);
    }
    [[nodiscard]] Result<std::vector<ProcessId>> openProcesses() override
    {
        return m_processes.openProcesses();
    }

private:
    Session &m_session;
    ProcessQueries m_processes;
    PlanQueries m_plans;
    JobQueries m_jobs;
    ResultQueries m_results;
    QuestionQueries m_questions;
};

} // namespace Gemmary
