// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner.h"

#include "base/logging.h"
#include "pipeline/duplicatefinder.h"
#include "pipeline/pagebuilder.h"

#include <chrono>

namespace Gemmary {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t PageDocuments = 500;
constexpr auto PageInterval = std::chrono::milliseconds(100);

// Publishes what a builder has gathered, often enough that work begins early and the plan's lease stays ours.
class PagePublisher
{
public:
    PagePublisher(ProcessStore &store, PlanClaim &claim, PageBuilder &builder,
                  const ProtocolObserver &observer)
        : m_store(store)
        , m_claim(claim)
        , m_builder(builder)
        , m_observer(observer)
        , m_renewEvery(std::chrono::milliseconds(claim.request.settings.leaseMs / 3))
    {}

    [[nodiscard]] bool isDue() const
    {
        const auto passed = SteadyClock::now() - m_last;
        return m_builder.settledDocuments() >= PageDocuments ||
               (m_builder.hasFullLeaf() && passed >= PageInterval) || passed >= m_renewEvery;
    }

    [[nodiscard]] Result<ClaimOutcome> publishFullLeaves() { return publish(m_builder.takeFullLeaves()); }
    [[nodiscard]] Result<ClaimOutcome> publishAll(QByteArray endCursor)
    {
        PlanPage page = m_builder.takeAll();
        page.cursor = std::move(endCursor);
        return publish(std::move(page));
    }

private:
    Result<ClaimOutcome> publish(PlanPage page)
    {
        if (page.cursor.isEmpty())
            page.cursor = m_claim.cursor;
        reached(ProtocolPoint::BeforePlanPage);
        auto outcome = m_store.publishPage(m_claim, page);
        reached(ProtocolPoint::AfterPlanPage);
        m_last = SteadyClock::now();
        return outcome;
    }

    void reached(ProtocolPoint point) const
    {
        if (m_observer)
            m_observer(point);
    }

    ProcessStore &m_store;
    PlanClaim &m_claim;
    PageBuilder &m_builder;
    const ProtocolObserver &m_observer;
    std::chrono::milliseconds m_renewEvery;
    SteadyClock::time_point m_last = SteadyClock::now() - PageInterval; // the first full leaf is due at once
};

} // namespace

Planner::Planner(const PipelineParts &parts, const PipelineSettings &settings)
    : m_parts(parts)
    , m_settings(settings)
{}

Result<bool> Planner::planNext(const CancelToken &cancel)
{
    GEMMARY_ASSIGN(claim, m_parts.store.claimPlan(m_settings.only, m_settings.instance));
    if (!claim)
        return false;
    logInfo(logPipeline, QStringLiteral("planning"),
            {{"process_id", claim->process.toString()}, {"documents_known", claim->documents}});
    GEMMARY_TRY(plan(std::move(*claim), cancel));
    return true;
}

Result<void> Planner::plan(PlanClaim claim, const CancelToken &cancel)
{
    const ProcessSettings &settings = claim.request.settings;
    DuplicateFinder duplicates(m_parts.store, m_parts.content, claim.process);
    if (!settings.countDuplicates && claim.documents > 0)
        GEMMARY_TRY(duplicates.loadPlanned(cancel));

    PageBuilder builder(claim);
    PagePublisher publisher(m_parts.store, claim, builder, m_settings.observer);
    const auto scan =
        m_parts.scanner.scan(claim.request.inputs, claim.request.inputNames, settings, claim.cursor, cancel);
    while (auto found = scan->next()) {
        DocumentTask task{builder.nextNumber(), std::move(found->document)};
        if (!task.document.problem && !settings.countDuplicates) {
            GEMMARY_ASSIGN(original, duplicates.check(task, builder.pending(), cancel));
            if (original)
                task.document.problem = Problem{Reason::Duplicate, *original};
        }
        if (cancel.isCancelled())
            break;
        builder.add(task, found->cursor);
        if (publisher.isDue()) {
            GEMMARY_ASSIGN(outcome, publisher.publishFullLeaves());
            if (outcome == ClaimOutcome::Fenced) // stopped, or another planner took over
                return {};
        }
    }
    if (cancel.isCancelled())
        return m_parts.store.releasePlan(claim);

    GEMMARY_ASSIGN(outcome, publisher.publishAll(scan->endCursor()));
    if (outcome == ClaimOutcome::Fenced)
        return {};
    reached(ProtocolPoint::BeforePlanFinish);
    GEMMARY_TRY(m_parts.store.finishPlan(claim));
    logInfo(
        logPipeline, QStringLiteral("planned"),
        {{"process_id", claim.process.toString()}, {"documents", claim.documents}, {"leaves", claim.leaves}});
    return {};
}

void Planner::reached(ProtocolPoint point) const
{
    if (m_settings.observer)
        m_settings.observer(point);
}

} // namespace Gemmary
