// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/jobqueries.h"

#include "sqlstore/tree.h"

#include <algorithm>

namespace Gemmary {

namespace {

// Where a worker looks, in this order: what finishes counts before what begins more, counting before
// summaries.
struct LookUp
{
    int stage;
    int lowest;
    int highest;
};

constexpr int AnyLevel = 64;
constexpr LookUp LookUps[] = {{0, 1, AnyLevel}, {1, 1, AnyLevel}, {0, 0, 0}, {1, 0, 0}};

std::minstd_rand &randomOfThisThread()
{
    thread_local std::minstd_rand random(std::random_device{}());
    return random;
}

} // namespace

JobQueries::JobQueries(Session &session)
    : m_session(session)
{}

// Candidates come from a plain read; the claim itself is one compare-and-set by key, so a lost race costs
// nothing.
Result<std::vector<ClaimedJob>> JobQueries::claim(const ClaimRequest &request)
{
    std::vector<ProcessId> processes;
    if (request.process) {
        processes.push_back(*request.process);
    } else {
        GEMMARY_TRY(m_session.read([&](Transaction &transaction) {
            processes.clear();
            return transaction.forEach("select_open_processes", {}, [&](const Row &row) {
                processes.push_back(ProcessId::fromString(row.text(0)).value_or(ProcessId()));
            });
        }));
        std::shuffle(processes.begin(), processes.end(), randomOfThisThread()); // fair to all of them
    }
    std::vector<ClaimedJob> claimed;
    for (const ProcessId &process : processes) {
        GEMMARY_ASSIGN(keys, candidates(process));
        for (const JobKey &key : keys) {
            if (static_cast<int>(claimed.size()) >= request.limit)
                return claimed;
            GEMMARY_ASSIGN(job, claimOne(key, request.instance));
            if (job)
                claimed.push_back(std::move(*job));
        }
    }
    return claimed;
}

Result<std::vector<JobKey>> JobQueries::candidates(const ProcessId &process)
{
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<JobKey>> {
        std::vector<JobKey> keys;
        const auto facts = processFacts(transaction, process.toString());
        if (!facts)
            return facts.error().kind == ErrorKind::NotFound ? Result<std::vector<JobKey>>(keys)
                                                             : failure(facts.error());
        if (facts->state != ProcessState::Running || facts->paused || facts->removed)
            return keys;
        for (const LookUp &look : LookUps) {
            GEMMARY_TRY(transaction.forEach("select_job_candidates",
                                            {{":process", process.toString()},
                                             {":stage", look.stage},
                                             {":lowest", look.lowest},
                                             {":highest", look.highest},
                                             {":max_deliveries", facts->maxDeliveries}},
                                            [&](const Row &row) {
                                                keys.push_back({process, stageOf(look.stage),
                                                                static_cast<int>(row.integer(0)),
                                                                row.integer(1)});
                                            }));
            if (!keys.empty())
                break;
        }
        std::shuffle(keys.begin(), keys.end(),
                     randomOfThisThread()); // workers do not all reach for the same one
        return keys;
    });
}

Result<std::optional<ClaimedJob>> JobQueries::claimOne(const JobKey &key, const InstanceId &instance)
{
    return m_session.write([&](Transaction &transaction) -> Result<std::optional<ClaimedJob>> {
        GEMMARY_ASSIGN(facts, processFacts(transaction, key.process.toString()));
        ClaimedJob job;
        job.claim.key = key;
        GEMMARY_ASSIGN(won, transaction.forOne("claim_job",
                                               {{":process", key.process.toString()},
                                                {":stage", numberOf(key.stage)},
                                                {":level", key.level},
                                                {":node", key.node},
                                                {":instance", instance.toString()},
                                                {":lease", LeaseId::create().toString()},
                                                {":max_deliveries", facts.maxDeliveries}},
                                               [&](const Row &row) {
                                                   job.claim.epoch = row.integer(0);
                                                   job.claim.deliveries = static_cast<int>(row.integer(1));
                                               }));
        if (!won)
            return std::nullopt;
        GEMMARY_TRY(transaction.forOne("select_job_process", {{":process", key.process.toString()}},
                                       [&](const Row &row) {
                                           job.processName = row.text(0);
                                           job.settings = requestFrom(row.text(1)).settings;
                                           job.leaves = row.integer(2);
                                           job.planned = row.integer(3) != 0;
                                       }));
        return job;
    });
}

Result<std::optional<ProcessState>> JobQueries::heartbeat(const JobClaim &claim)
{
    const JobKey &key = claim.key;
    return m_session.write([&](Transaction &transaction) -> Result<std::optional<ProcessState>> {
        GEMMARY_ASSIGN(renewed, transaction.execute("renew_job", {{":process", key.process.toString()},
                                                                  {":stage", numberOf(key.stage)},
                                                                  {":level", key.level},
                                                                  {":node", key.node},
                                                                  {":epoch", claim.epoch}}));
        if (renewed == 0)
            return std::nullopt;
        GEMMARY_ASSIGN(facts, processFacts(transaction, key.process.toString()));
        return facts.state;
    });
}

// The fence comes first: only who turns the job from OPEN to DONE at its own epoch adds anything.
Result<ClaimOutcome> JobQueries::complete(const JobClaim &claim, const JobResult &result)
{
    const JobKey &key = claim.key;
    const QString process = key.process.toString();
    const int stage = numberOf(key.stage);
    return m_session.write([&](Transaction &transaction) -> Result<ClaimOutcome> {
        GEMMARY_ASSIGN(finished, transaction.execute("finish_job", {{":process", process},
                                                                    {":stage", stage},
                                                                    {":level", key.level},
                                                                    {":node", key.node},
                                                                    {":epoch", claim.epoch}}));
        if (finished == 0)
            return wasOurs(transaction, claim);
        GEMMARY_TRY(transaction.execute("insert_result", {{":process", process},
                                                          {":stage", stage},
                                                          {":level", key.level},
                                                          {":node", key.node},
                                                          {":epoch", claim.epoch},
                                                          {":details", jsonText(result.details)},
                                                          {":chunks", result.chunks}}));
        ProgressChange change;
        if (key.level == 0)
            GEMMARY_TRY(settleLeaf(transaction, claim, result, change));
        else
            (key.stage == Stage::Analyse ? change.mergesAnalysed : change.mergesSummarised) = 1;
        GEMMARY_TRY(addProgress(transaction, process, change));
        GEMMARY_ASSIGN(facts, processFacts(transaction, process));
        GEMMARY_TRY(enqueueParent(transaction, key, facts));
        return ClaimOutcome::Won;
    });
}

// A completion whose answer was lost is asked again: it is ours when the result carries our epoch.
Result<ClaimOutcome> JobQueries::wasOurs(Transaction &transaction, const JobClaim &claim)
{
    bool ours = false;
    GEMMARY_TRY(transaction.forOne("select_result_epoch",
                                   {{":process", claim.key.process.toString()},
                                    {":stage", numberOf(claim.key.stage)},
                                    {":level", claim.key.level},
                                    {":node", claim.key.node}},
                                   [&](const Row &row) { ours = row.integer(0) == claim.epoch; }));
    return ours ? ClaimOutcome::Won : ClaimOutcome::Fenced;
}

Result<void> JobQueries::settleLeaf(Transaction &transaction, const JobClaim &claim, const JobResult &result,
                                    ProgressChange &change)
{
    if (claim.key.stage == Stage::Summarise) {
        change.leavesSummarised = 1;
        return settleSummaries(transaction, claim, result, change);
    }
    change.leavesAnalysed = 1;
    return settleDocuments(transaction, claim, result, change);
}

Result<void> JobQueries::settleDocuments(Transaction &transaction, const JobClaim &claim,
                                         const JobResult &result, ProgressChange &change)
{
    const QString process = claim.key.process.toString();
    GEMMARY_TRY(transaction.forOne("sum_leaf_bytes", {{":process", process}, {":leaf", claim.key.node}},
                                   [&](const Row &row) { change.bytesSettled = row.integer(0); }));
    for (const DocumentAnalysis &analysis : result.analyses) {
        const auto &problem = analysis.problem;
        const auto state = !problem                  ? DocumentState::Done
                           : isSkip(problem->reason) ? DocumentState::Skipped
                                                     : DocumentState::Failed;
        GEMMARY_TRY(transaction.execute(
            "settle_document",
            {{":process", process},
             {":document", analysis.number},
             {":leaf", claim.key.node},
             {":state", nameOf(state)},
             {":reason", problem ? nameOf(problem->reason) : QString()},
             {":detail", problem ? problem->detail : QString()},
             {":sha256", analysis.facts.sha256.isEmpty() ? QByteArray() : analysis.facts.sha256},
             {":format", problem ? QString() : analysis.facts.format},
             {":encoding", problem ? QString() : analysis.facts.encoding},
             {":guessed", analysis.facts.encodingGuessed ? 1 : 0},
             {":statistics", problem ? QString() : jsonText(toJson(analysis.statistics))},
             {":spent", analysis.milliseconds}}));
        change.documents.done += state == DocumentState::Done ? 1 : 0;
        change.documents.skipped += state == DocumentState::Skipped ? 1 : 0;
        change.documents.failed += state == DocumentState::Failed ? 1 : 0;
        if (!problem)
            change.counts += analysis.statistics.counts;
    }
    return {};
}

Result<void> JobQueries::settleSummaries(Transaction &transaction, const JobClaim &claim,
                                         const JobResult &result, ProgressChange &change)
{
    for (const DocumentSummary &summary : result.summaries) {
        const auto &problem = summary.problem;
        GEMMARY_TRY(transaction.execute(
            "upsert_summary", {{":process", claim.key.process.toString()},
                               {":document", summary.number},
                               {":summary", summary.summary ? jsonText(toJson(*summary.summary)) : QString()},
                               {":reason", problem ? nameOf(problem->reason) : QString()},
                               {":detail", problem ? problem->detail : QString()}}));
    }
    change.summarised = static_cast<qint64>(result.summaries.size());
    return {};
}

Result<ClaimOutcome> JobQueries::fail(const JobClaim &claim, const QString &error,
                                      std::chrono::milliseconds delay)
{
    const JobKey &key = claim.key;
    return m_session.write([&](Transaction &transaction) -> Result<ClaimOutcome> {
        bool dead = false;
        qint64 epoch = 0;
        qint64 deliveries = 0;
        GEMMARY_ASSIGN(ours, transaction.forOne("fail_job",
                                                {{":process", key.process.toString()},
                                                 {":stage", numberOf(key.stage)},
                                                 {":level", key.level},
                                                 {":node", key.node},
                                                 {":epoch", claim.epoch},
                                                 {":error", error},
                                                 {":delay", static_cast<qint64>(delay.count())}},
                                                [&](const Row &row) {
                                                    dead = row.text(0) == nameOf(JobState::Dead);
                                                    epoch = row.integer(1);
                                                    deliveries = row.integer(2);
                                                }));
        if (!ours)
            return ClaimOutcome::Fenced;
        if (dead) {
            GEMMARY_TRY(transaction.execute("insert_dead_letter", {{":process", key.process.toString()},
                                                                   {":stage", numberOf(key.stage)},
                                                                   {":level", key.level},
                                                                   {":node", key.node},
                                                                   {":epoch", epoch},
                                                                   {":deliveries", deliveries},
                                                                   {":error", error}}));
            GEMMARY_TRY(transaction.execute("touch_process", {{":process", key.process.toString()}}));
        }
        return ClaimOutcome::Won;
    });
}

Result<ClaimOutcome> JobQueries::release(const JobClaim &claim, std::chrono::milliseconds delay)
{
    const JobKey &key = claim.key;
    return m_session.write([&](Transaction &transaction) -> Result<ClaimOutcome> {
        GEMMARY_ASSIGN(released,
                       transaction.execute("release_job", {{":process", key.process.toString()},
                                                           {":stage", numberOf(key.stage)},
                                                           {":level", key.level},
                                                           {":node", key.node},
                                                           {":epoch", claim.epoch},
                                                           {":delay", static_cast<qint64>(delay.count())}}));
        return released > 0 ? ClaimOutcome::Won : ClaimOutcome::Fenced;
    });
}

} // namespace Gemmary
