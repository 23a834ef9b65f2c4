// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner.h"

#include "base/logging.h"
#include "pipeline/contentkeeper.h"
#include "pipeline/duplicatefinder.h"
#include "pipeline/pagebuilder.h"

#include <QHash>

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

    // Whether the plan is no longer ours: it was stopped, or another planner took over.
    [[nodiscard]] bool isFenced() const { return m_fenced; }

    [[nodiscard]] Result<void> publishFullLeaves() { return publish(m_builder.takeFullLeaves()); }
    [[nodiscard]] Result<void> publishAll(QByteArray endCursor)
    {
        PlanPage page = m_builder.takeAll();
        page.cursor = std::move(endCursor);
        return publish(std::move(page));
    }

private:
    Result<void> publish(PlanPage page)
    {
        if (page.cursor.isEmpty())
            page.cursor = m_claim.cursor;
        reached(ProtocolPoint::BeforePlanPage);
        GEMMARY_ASSIGN(outcome, m_store.publishPage(m_claim, page));
        reached(ProtocolPoint::AfterPlanPage);
        m_last = SteadyClock::now();
        m_fenced = outcome == ClaimOutcome::Fenced;
        return {};
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
    bool m_fenced = false;
};

// Makes what was found ready to be published: leaves out what is there already and keeps what has to travel.
class DocumentPreparer
{
public:
    DocumentPreparer(const PipelineParts &parts, const PlanClaim &claim, const CancelToken &cancel,
                     ContentKeeper::GoOn goOn)
        : m_contents(parts.contentStore)
        , m_settings(claim.request.settings)
        , m_cancel(cancel)
        , m_resumes(claim.documents > 0)
        , m_duplicates(parts.store, parts.content, claim.process)
        , m_keeper(parts.content, parts.contentStore, m_settings.largestStored, std::move(goOn))
    {}

    // What the store keeps of the inputs says only here how large it is.
    [[nodiscard]] Result<void> loadSizes(const std::vector<Locator> &inputs)
    {
        std::vector<QByteArray> digests;
        for (const Locator &input : inputs) {
            if (!isFile(input))
                digests.push_back(input.value);
        }
        if (digests.empty())
            return {};
        GEMMARY_ASSIGN(sizes, m_contents.sizesOf(digests));
        for (std::size_t i = 0; i < digests.size(); ++i)
            m_sizes.insert(digests[i], sizes[i]);
        return {};
    }

    [[nodiscard]] Result<void> loadPlanned()
    {
        return m_resumes && !m_settings.countDuplicates ? m_duplicates.loadPlanned(m_cancel) : Result<void>();
    }

    // Cancelled when the keeper left off.
    [[nodiscard]] Result<void> prepare(DocumentTask &task, std::span<const DocumentTask> pending)
    {
        PlannedDocument &document = task.document;
        if (!isFile(document.locator))
            document.bytes = m_sizes.value(document.locator.value);
        if (keepsContent(m_settings))
            m_keeper.checkSize(document); // first: what is not read is nobody's original
        if (!document.problem && !m_settings.countDuplicates) {
            GEMMARY_ASSIGN(original, m_duplicates.check(task, pending, m_cancel));
            if (original)
                document.problem = Problem{Reason::Duplicate, *original};
        }
        if (!keepsContent(m_settings) || m_cancel.isCancelled())
            return {};
        const DocumentTask checked = task;
        GEMMARY_TRY(m_keeper.keep(document));
        const QByteArray &digest = checked.document.sha256;
        if (document.problem || (!digest.isEmpty() && document.sha256 != digest))
            m_duplicates.forget(checked);
        return {};
    }

private:
    const ContentStore &m_contents;
    ProcessSettings m_settings;
    QHash<QByteArray, qint64> m_sizes; // of inputs that the store keeps, by digest
    CancelToken m_cancel;
    bool m_resumes; // a plan that another planner began
    DuplicateFinder m_duplicates;
    ContentKeeper m_keeper;
};

} // namespace

Planner::Planner(const PipelineParts &parts, const PipelineSettings &settings)
    : m_parts(parts)
    , m_settings(settings)
{}

Result<bool> Planner::planNext(const CancelToken &cancel)
{
    GEMMARY_ASSIGN(claim,
                   m_parts.store.claimPlan({m_settings.only, m_settings.instance, m_settings.machine}));
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
    PageBuilder builder(claim);
    PagePublisher publisher(m_parts.store, claim, builder, m_settings.observer);
    const auto goOn = [&]() -> Result<bool> {
        if (cancel.isCancelled())
            return false;
        if (publisher.isDue())
            GEMMARY_TRY(publisher.publishFullLeaves());
        return !publisher.isFenced();
    };
    DocumentPreparer preparer(m_parts, claim, cancel, goOn);
    GEMMARY_TRY(preparer.loadSizes(claim.request.inputs));
    GEMMARY_TRY(preparer.loadPlanned());
    const auto scan =
        m_parts.scanner.scan(claim.request.inputs, claim.request.inputNames, settings, claim.cursor, cancel);
    while (auto found = scan->next()) {
        DocumentTask task{builder.nextNumber(), std::move(found->document)};
        if (auto prepared = preparer.prepare(task, builder.pending()); !prepared) {
            if (prepared.error().kind == ErrorKind::Cancelled)
                break;
            return prepared;
        }
        if (cancel.isCancelled())
            break;
        builder.add(task, found->cursor);
        GEMMARY_ASSIGN(isOurs, goOn());
        if (!isOurs)
            break;
    }
    if (publisher.isFenced()) // stopped, or another planner took over
        return {};
    if (cancel.isCancelled())
        return m_parts.store.releasePlan(claim);
    GEMMARY_TRY(publisher.publishAll(scan->endCursor()));
    return publisher.isFenced() ? Result<void>() : finish(claim);
}

Result<void> Planner::finish(const PlanClaim &claim)
{
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
