// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobs.h"

#include "store/database.h"
#include "store/processrecord.h"
#include "store/progressdelta.h"
#include "store/storedvalues.h"

namespace Gemmary {

namespace {

// Claims those of the offers that nobody was faster with.
Result<std::vector<ClaimedJob>> claimOffers(Transaction &tx, const Offers &offers, const InstanceId &instance)
{
    std::vector<ClaimedJob> jobs(offers.size());
    std::vector<Statement> statements;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        ClaimedJob &job = jobs[i];
        job.claim.key = offers[i].key;
        job.takenOver = offers[i].wasLost;
        job.suspect = offers[i].suspect;
        statements.push_back({"claim_job", QVariantList{instance.toString()} + keyValues(job.claim.key),
                              [&job](const Row &row) {
                                  job.claim.epoch = row.integer(0);
                                  job.claim.deliveries = static_cast<int>(row.integer(1));
                                  job.keySentences = row.flag(2);
                              }});
        // Of this very instant: the process may have grown since the look.
        statements.push_back(
            {"select_claimed_process", {job.claim.key.process.toString()}, [&job](const Row &row) {
                 job.processName = row.text(0);
                 job.settings = processSettingsFromJson(jsonFrom(row.text(1)));
                 job.leaves = row.integer(2);
                 job.planned = row.flag(3);
             }});
    }
    GEMMARY_TRY(tx.finish(statements));
    std::erase_if(jobs, [](const ClaimedJob &job) { return job.claim.deliveries == 0; });
    return jobs;
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

// The look is a transaction of its own: were it part of the claim, any two claims at once would contradict
// each other.
Result<std::vector<ClaimedJob>> claimJobs(const Database &database, OfferShelf &shelf,
                                          const ClaimRequest &request)
{
    if (request.limit <= 0)
        return std::vector<ClaimedJob>();
    const auto most = static_cast<std::size_t>(request.limit);
    for (bool looked = false;;) {
        const Offers offers = shelf.take(request.process, most);
        if (!offers.empty()) {
            GEMMARY_ASSIGN(claimed, database.write([&](Transaction &tx) {
                return claimOffers(tx, offers, request.instance);
            }));
            shelf.noteLost(claimed.size() < offers.size());
            if (!claimed.empty())
                return claimed;
        } else if (looked) {
            return std::vector<ClaimedJob>();
        } else {
            const bool isCrowded = shelf.isCrowded();
            GEMMARY_ASSIGN(
                found, database.read([&](Transaction &tx) { return readOffers(tx, request, isCrowded); }));
            shelf.fill(request.process, std::move(found));
            looked = true;
        }
    }
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
