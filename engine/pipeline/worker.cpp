// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/worker.h"

#include "base/logging.h"
#include "pipeline/stepwatch.h"

#include <exception>

namespace Gemmary {

namespace {

constexpr auto ProviderDelay = std::chrono::seconds(30); // before a provider that said "later" is asked again

// A reader or an analyser may meet std::bad_alloc on hostile content; it stays a failed try of this job.
Result<JobResult> runGuarded(JobRunner &runner, const ClaimedJob &job, const CancelToken &cancel)
{
    try {
        return runner.run(job, cancel);
    } catch (const std::exception &exception) {
        return failure(ErrorKind::Internal, QStringLiteral("the job ended with an exception"),
                       QString::fromUtf8(exception.what()));
    }
}

} // namespace

Worker::Worker(const PipelineParts &parts, const PipelineSettings &settings, LeaseKeeper &leases,
               ActivityBoard &activities, std::function<void(const ProcessId &, const Error &)> putOff)
    : m_parts(parts)
    , m_settings(settings)
    , m_leases(leases)
    , m_activities(activities)
    , m_putOff(std::move(putOff))
    , m_analysis(makeAnalysisRunner(context()))
    , m_summary(makeSummaryRunner(context()))
{}

Result<bool> Worker::workNext(const std::function<void()> &claimed)
{
    reached(ProtocolPoint::BeforeClaim);
    GEMMARY_ASSIGN(jobs, m_parts.store.claim({m_settings.only, m_settings.instance, 1}));
    if (jobs.empty())
        return false;
    claimed();
    reached(ProtocolPoint::AfterClaim);
    if (jobs.front().takenOver)
        m_activities.countTakenOver();
    const auto done = doJob(jobs.front());
    m_activities.clear();
    GEMMARY_TRY(done);
    return true;
}

Result<void> Worker::doJob(const ClaimedJob &job)
{
    const LeaseKeeper::Hold hold(m_leases, job.claim);
    auto result = runGuarded(runnerOf(job.claim.key.stage), job, hold.token());
    reached(ProtocolPoint::MidWork);
    if (!result)
        return putBack(job, result.error());
    if (result->chunks > 0)
        reached(ProtocolPoint::AfterChunks);
    reached(ProtocolPoint::BeforeComplete);
    GEMMARY_ASSIGN(outcome, save(job, *result));
    reached(ProtocolPoint::AfterComplete);
    if (outcome == ClaimOutcome::Won)
        m_activities.countDone();
    else
        logInfo(logPipeline, QStringLiteral("job was done by another worker"),
                {{"process_id", job.claim.key.process.toString()}, {"node", job.claim.key.node}});
    return {};
}

Result<ClaimOutcome> Worker::save(const ClaimedJob &job, const JobResult &result)
{
    const StepWatch watch(context(), job.claim.key.process, Step::Saving);
    return m_parts.store.complete(job.claim, result);
}

Result<void> Worker::putBack(const ClaimedJob &job, const Error &error)
{
    using std::chrono::milliseconds;
    const JobKey &key = job.claim.key;
    if (error.kind == ErrorKind::Cancelled) {
        GEMMARY_TRY(m_parts.store.release(job.claim, milliseconds(0), {}));
        return {};
    }
    logWarning(logPipeline, QStringLiteral("job failed"),
               {{"process_id", key.process.toString()},
                {"stage", nameOf(key.stage)},
                {"tree_level", key.level},
                {"node", key.node},
                {"delivery", job.claim.deliveries},
                {"error", error.message},
                {"detail", error.detail}});
    if (isTransient(error.kind)) {
        if (m_putOff)
            m_putOff(key.process, error);
        GEMMARY_TRY(m_parts.store.release(job.claim, ProviderDelay, error.message));
        return {};
    }
    const auto delay = m_settings.backoff.delayAfter(job.claim.deliveries, m_random);
    GEMMARY_TRY(m_parts.store.fail(job.claim, error.message, delay));
    return {};
}

JobContext Worker::context() const
{
    return {m_parts, m_settings.hooks, m_activities, m_settings.steps};
}

JobRunner &Worker::runnerOf(Stage stage)
{
    return stage == Stage::Analyse ? *m_analysis : *m_summary;
}

void Worker::reached(ProtocolPoint point) const
{
    if (m_settings.observer)
        m_settings.observer(point);
}

} // namespace Gemmary
