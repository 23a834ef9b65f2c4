// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobs.h"

#include "store/database.h"
#include "store/processrecord.h"
#include "store/progressdelta.h"
#include "store/storedvalues.h"

#include <QUuid>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr qint64 Spare = 31; // offers beyond those asked for, as others may take some first

// A RUNNING process that has claimable jobs.
struct Candidate
{
    ProcessId process;
    int maxDeliveries = 0;
};

// A job that may be claimed.
struct Offer
{
    JobKey key;
    bool wasLost = false; // a worker had it whose lease ran out
    bool suspect = false;
};

// Looks at the processes from a random id on, then at those before it, so that every process has its turn
// however many there are.
Result<std::vector<Candidate>> readCandidates(Transaction &tx, const std::optional<ProcessId> &only)
{
    std::vector<Candidate> candidates;
    const auto visit = [&](const Row &row) {
        candidates.push_back(
            {ProcessId::fromString(row.text(0)).value_or(ProcessId()), static_cast<int>(row.integer(1))});
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

// Adds what one statement offers, in random order, so that workers do not run into each other.
Result<void> addOffers(Transaction &tx, const Candidate &candidate, const char *statement,
                       const QVariantList &values, std::vector<Offer> &offers)
{
    const auto before = std::ssize(offers);
    GEMMARY_TRY(tx.read(statement, values, [&](const Row &row) {
        const Stage stage = stageFrom(row.text(1)).value_or(Stage::Analyse);
        const JobKey key{candidate.process, stage, static_cast<int>(row.integer(0)), row.integer(2)};
        offers.push_back({key, row.flag(3), row.flag(4)});
    }));
    std::shuffle(offers.begin() + before, offers.end(), tx.random());
    return {};
}

// What may be claimed, the best first; by a look that locks nothing.
Result<std::vector<Offer>> readOffers(Transaction &tx, const ClaimRequest &request)
{
    GEMMARY_ASSIGN(candidates, readCandidates(tx, request.process));
    const auto enough = request.limit + Spare;
    std::vector<Offer> offers;
    for (const Candidate &candidate : candidates) {
        const QString id = candidate.process.toString();
        const int most = candidate.maxDeliveries;
        GEMMARY_TRY(addOffers(tx, candidate, "select_claimable_nodes", {id, most}, offers));
        for (const Stage stage : {Stage::Analyse, Stage::Summarise}) {
            if (std::ssize(offers) < enough)
                GEMMARY_TRY(
                    addOffers(tx, candidate, "select_claimable_leaves", {id, nameOf(stage), most}, offers));
        }
        if (std::ssize(offers) >= enough)
            break;
    }
    return offers;
}

// nullopt: another was faster.
Result<std::optional<ClaimedJob>> claimOffer(Transaction &tx, const Offer &offer, const InstanceId &instance)
{
    ClaimedJob job;
    job.claim.key = offer.key;
    job.takenOver = offer.wasLost;
    job.suspect = offer.suspect;
    const QVariantList values = QVariantList{instance.toString()} + keyValues(offer.key);
    GEMMARY_ASSIGN(won, tx.read("claim_job", values, [&](const Row &row) {
        job.claim.epoch = row.integer(0);
        job.claim.deliveries = static_cast<int>(row.integer(1));
    }));
    if (won == 0)
        return std::nullopt;
    // Of this very instant: the process may have grown since the look.
    GEMMARY_TRY(tx.read("select_claimed_process", {offer.key.process.toString()}, [&](const Row &row) {
        job.processName = row.text(0);
        job.settings = processSettingsFromJson(jsonFrom(row.text(1)));
        job.leaves = row.integer(2);
        job.planned = row.flag(3);
    }));
    return job;
}

Result<std::vector<ClaimedJob>> claimOffers(Transaction &tx, const std::vector<Offer> &offers,
                                            const ClaimRequest &request)
{
    std::vector<ClaimedJob> claimed;
    for (const Offer &offer : offers) {
        if (std::ssize(claimed) >= request.limit)
            break;
        GEMMARY_ASSIGN(job, claimOffer(tx, offer, request.instance));
        if (job)
            claimed.push_back(std::move(*job));
    }
    return claimed;
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

// Two transactions: were the look part of the claim, any two claims at once would contradict each other.
Result<std::vector<ClaimedJob>> claimJobs(const Database &database, const ClaimRequest &request)
{
    GEMMARY_ASSIGN(offers, database.read([&](Transaction &tx) { return readOffers(tx, request); }));
    if (offers.empty() || request.limit <= 0)
        return std::vector<ClaimedJob>();
    return database.write([&](Transaction &tx) { return claimOffers(tx, offers, request); });
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

Result<ClaimOutcome> releaseJob(Transaction &tx, const JobClaim &claim, std::chrono::milliseconds delay,
                                const QString &reason)
{
    const QVariantList values =
        QVariantList{static_cast<qint64>(delay.count()), reason.isEmpty() ? QVariant() : textValue(reason)} +
        claimValues(claim);
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
                        [&](const Row &row) { tasks.push_back(leafTaskFrom(row)); }));
    return tasks;
}

} // namespace Gemmary
