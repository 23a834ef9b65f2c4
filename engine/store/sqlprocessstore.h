// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "store/offers.h"

namespace Gemmary {

class Database;

// The ProcessStore on SQL: each method is one transaction, or a few short ones, of the functions in this
// room. Thread-safe; the database outlives it and every ChunkSource it gives.
class SqlProcessStore : public ProcessStore
{
public:
    explicit SqlProcessStore(const Database &database);

    Result<ProcessId> start(const NewProcess &process) override;
    Result<void> stop(const ProcessId &id) override;
    Result<void> resume(const ProcessId &id) override;
    Result<qint64> retry(const ProcessId &id) override;
    Result<qint64> retryWithKeySentences(const ProcessId &id) override;
    Result<void> retryJob(const JobKey &job) override;
    Result<void> setPaused(const ProcessId &id, bool paused) override;
    Result<void> remove(const ProcessId &id) override;
    Result<void> restore(const ProcessId &id) override;
    Result<void> setTokenBudget(const ProcessId &id, int tokens) override;
    Result<void> rename(const ProcessId &id, const QString &name) override;
    Result<void> addInputs(const ProcessId &id, const std::vector<Locator> &inputs, const QStringList &names,
                           const QString &machine) override;
    Result<qint64> purgeRemoved(std::chrono::milliseconds age) override;

    Result<std::optional<PlanClaim>> claimPlan(const PlanRequest &request) override;
    Result<ClaimOutcome> publishPage(PlanClaim &claim, const PlanPage &page) override;
    Result<ClaimOutcome> finishPlan(const PlanClaim &claim) override;
    Result<void> releasePlan(const PlanClaim &claim) override;
    Result<qint64> releaseInstance(const InstanceId &instance) override;
    Result<std::vector<DocumentTask>> plannedDocuments(const ProcessId &id, qint64 after, int limit) override;

    Result<std::vector<ClaimedJob>> claim(const ClaimRequest &request) override;
    Result<std::optional<ProcessState>> heartbeat(const JobClaim &claim) override;
    Result<std::vector<DocumentTask>> documentsOf(const JobKey &leaf) override;
    Result<std::vector<QJsonObject>> details(const JobKey &first, qint64 count) override;
    Result<void> putChunk(const JobClaim &claim, int number, const QByteArray &chunk) override;
    Result<std::unique_ptr<ChunkSource>> chunks(const JobKey &node) override;
    Result<ClaimOutcome> complete(const JobClaim &claim, const JobResult &result) override;
    Result<ClaimOutcome> fail(const JobClaim &claim, const QString &error,
                              std::chrono::milliseconds delay) override;
    Result<ClaimOutcome> release(const JobClaim &claim, std::chrono::milliseconds delay,
                                 const QString &reason) override;
    Result<ProcessState> sweep(const ProcessId &id) override;

    Result<ProcessSnapshot> snapshot(const ProcessId &id) override;
    Result<std::vector<ProcessSnapshot>> list(const ProcessFilter &filter) override;
    Result<std::vector<DocumentRow>> documents(const ProcessId &id, const DocumentFilter &filter) override;
    Result<std::vector<DocumentSummary>> summaries(const ProcessId &id, qint64 after, int limit) override;
    Result<std::vector<DeadLetter>> deadLetters(const ProcessId &id) override;
    Result<ProcessCounts> counts() override;
    Result<WorkFigures> workFigures() override;
    Result<NewProcess> request(const ProcessId &id) override;
    Result<std::vector<HistoryPoint>> history(const ProcessId &id, int mostPoints) override;
    Result<std::vector<DocumentLine>> documentLines(const ProcessId &id, qint64 after, int limit) override;
    Result<DocumentRow> document(const ProcessId &id, qint64 number) override;
    Result<std::optional<Summary>> documentSummary(const ProcessId &id, qint64 number) override;
    Result<QString> waitReason(const ProcessId &id) override;
    Result<std::vector<ProcessId>> openProcesses() override;

private:
    const Database &m_database;
    OfferShelf m_offers;
};

} // namespace Gemmary
