// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobs.h"

#include "store/processrecord.h"
#include "store/progressdelta.h"
#include "store/storedvalues.h"

#include <QUuid>

#include <algorithm>

namespace Gemmary {

namespace {

// A RUNNING process that has claimable jobs.
struct Candidate
{
    ClaimedJob job; // all but the claim's level, node and epoch
    int maxDeliveries = 0;
};

// Looks at the processes from a random id on, then at those before it, so that every process has its turn
// however many there are.
Result<std::vector<Candidate>> readCandidates(Transaction &tx, const std::optional<ProcessId> &only)
{
    std::vector<Candidate> candidates;
    const auto visit = [&](const Row &row) {
        Candidate candidate;
        candidate.job.claim.key.process = ProcessId::fromString(row.text(0)).value_or(ProcessId());
        candidate.job.processName = row.text(1);
        candidate.job.settings = processSettingsFromJson(jsonFrom(row.text(2)));
        candidate.job.leaves = row.integer(3);
        candidate.job.planned = row.flag(4);
        candidate.maxDeliveries = static_cast<int>(row.integer(5));
        candidates.push_back(std::move(candidate));
    };
    const QString wanted = only ? only->toString() : QStringLiteral("");
    const QString middle = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString lowest = QStringLiteral("");
    const QString highest = QStringLiteral("g"); // above every id
    GEMMARY_TRY(tx.read("select_claimable_processes", {wanted, wanted, middle, highest}, visit));
    GEMMARY_TRY(tx.read("select_claimable_processes", {wanted, wanted, lowest, middle}, visit));
    std::shuffle(candidates.begin(), candidates.end(), tx.random());
    return candidates;
}

// Claims up to `limit` of what one statement offers, at random among the first few, so that workers do not
// run into each other.
Result<void> claimFrom(Transaction &tx, const Candidate &candidate, const char *statement,
                       const QVariantList &values, const ClaimRequest &request,
                       std::vector<ClaimedJob> &claimed)
{
    std::vector<JobKey> keys;
    const ProcessId &process = candidate.job.claim.key.process;
    GEMMARY_TRY(tx.read(statement, values, [&](const Row &row) {
        const Stage stage = stageFrom(row.text(1)).value_or(Stage::Analyse);
        keys.push_back({process, stage, static_cast<int>(row.integer(0)), row.integer(2)});
    }));
    std::shuffle(keys.begin(), keys.end(), tx.random());
    for (const JobKey &key : keys) {
        if (std::ssize(claimed) >= request.limit)
            break;
        ClaimedJob job = candidate.job;
        job.claim.key = key;
        const QVariantList claimKey = QVariantList{request.instance.toString()} + keyValues(key);
        GEMMARY_ASSIGN(won, tx.read("claim_job", claimKey, [&](const Row &row) {
            job.claim.epoch = row.integer(0);
            job.claim.deliveries = static_cast<int>(row.integer(1));
        }));
        if (won > 0)
            claimed.push_back(std::move(job));
    }
    return {};
}

// A job that fail_job or bury_jobs answered.
struct FailedJob
{
    JobClaim claim;
    QString error;
    bool dead = false;
};

FailedJob failedJobFrom(const ProcessId &process, const Row &row)
{
    const Stage stage = stageFrom(row.text(1)).value_or(Stage::Analyse);
    FailedJob job;
    job.claim.key = {process, stage, static_cast<int>(row.integer(0)), row.integer(2)};
    job.claim.epoch = row.integer(3);
    job.claim.deliveries = static_cast<int>(row.integer(4));
    job.error = row.text(5);
    job.dead = row.text(6) == nameOf(JobState::Dead);
    return job;
}

Result<void> recordDead(Transaction &tx, const ProcessId &process, const std::vector<FailedJob> &jobs)
{
    ProgressDelta delta;
    for (const FailedJob &job : jobs) {
        GEMMARY_TRY(tx.change("insert_dead_letter", claimValues(job.claim)
                                                        << job.claim.deliveries << textValue(job.error)));
        ++delta.of(job.claim.key.stage).dead;
    }
    return jobs.empty() ? Result<void>() : addProgress(tx, process, delta);
}

} // namespace

Result<bool> hasClaimable(Transaction &tx, const std::optional<ProcessId> &only)
{
    GEMMARY_ASSIGN(candidates, readCandidates(tx, only));
    return !candidates.empty();
}

Result<std::vector<ClaimedJob>> claimJobs(Transaction &tx, const ClaimRequest &request)
{
    GEMMARY_ASSIGN(candidates, readCandidates(tx, request.process));
    std::vector<ClaimedJob> claimed;
    for (const Candidate &candidate : candidates) {
        const QString id = candidate.job.claim.key.process.toString();
        const int most = candidate.maxDeliveries;
        GEMMARY_TRY(claimFrom(tx, candidate, "select_claimable_nodes", {id, most}, request, claimed));
        for (const Stage stage : {Stage::Analyse, Stage::Summarise}) {
            if (std::ssize(claimed) < request.limit)
                GEMMARY_TRY(claimFrom(tx, candidate, "select_claimable_leaves", {id, nameOf(stage), most},
                                      request, claimed));
        }
        if (std::ssize(claimed) >= request.limit)
            break;
    }
    return claimed;
}

Result<std::optional<ProcessState>> renewJob(Transaction &tx, const JobClaim &claim)
{
    GEMMARY_ASSIGN(renewed, tx.change("renew_job", claimValues(claim)));
    if (renewed == 0)
        return std::nullopt;
    GEMMARY_ASSIGN(process, readProcess(tx, claim.key.process));
    return process.state;
}

Result<ClaimOutcome> failJob(Transaction &tx, const JobClaim &claim, const QString &error,
                             std::chrono::milliseconds delay)
{
    std::vector<FailedJob> dead;
    const ProcessId &process = claim.key.process;
    const QVariantList values =
        QVariantList{textValue(error), static_cast<qint64>(delay.count())} + claimValues(claim);
    GEMMARY_ASSIGN(failed, tx.read("fail_job", values, [&](const Row &row) {
        if (auto job = failedJobFrom(process, row); job.dead)
            dead.push_back(std::move(job));
    }));
    GEMMARY_TRY(recordDead(tx, process, dead));
    return failed > 0 ? ClaimOutcome::Won : ClaimOutcome::Fenced;
}

Result<ClaimOutcome> releaseJob(Transaction &tx, const JobClaim &claim, std::chrono::milliseconds delay)
{
    const QVariantList values = QVariantList{static_cast<qint64>(delay.count())} + claimValues(claim);
    GEMMARY_ASSIGN(released, tx.change("release_job", values));
    return released > 0 ? ClaimOutcome::Won : ClaimOutcome::Fenced;
}

Result<void> buryJobs(Transaction &tx, const ProcessId &process)
{
    std::vector<FailedJob> dead;
    GEMMARY_TRY(tx.read("bury_jobs", {process.toString()},
                        [&](const Row &row) { dead.push_back(failedJobFrom(process, row)); }));
    return recordDead(tx, process, dead);
}

Result<std::vector<DocumentTask>> documentsOf(Transaction &tx, const JobKey &leaf)
{
    const char *statement =
        leaf.stage == Stage::Analyse ? "select_unanalysed_documents" : "select_unsummarised_documents";
    std::vector<DocumentTask> tasks;
    GEMMARY_TRY(tx.read(statement, {leaf.process.toString(), leaf.node},
                        [&](const Row &row) { tasks.push_back(taskFrom(row)); }));
    return tasks;
}

} // namespace Gemmary
