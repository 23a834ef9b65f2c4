// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/planqueries.h"

#include <QHash>

namespace Gemmary {

namespace {

constexpr qint64 NoLeaf = -1; // of a document that is not to be read

Result<void> insertDocument(Transaction &transaction, const QString &process, const DocumentTask &task,
                            qint64 leaf)
{
    const PlannedDocument &document = task.document;
    const auto state = !document.problem                  ? DocumentState::Waiting
                       : isSkip(document.problem->reason) ? DocumentState::Skipped
                                                          : DocumentState::Failed;
    // Not null, for a locator that is empty: folders that could not be listed have none.
    const QByteArray locator = document.locator.value.isNull() ? QByteArray("") : document.locator.value;
    GEMMARY_TRY(transaction.execute(
        "insert_document", {{":process", process},
                            {":document", task.number},
                            {":leaf", leaf},
                            {":name", document.name.isNull() ? QStringLiteral("") : document.name},
                            {":kind", document.locator.kind == Locator::Kind::File ? 0 : 1},
                            {":locator", locator},
                            {":bytes", document.bytes},
                            {":modified", document.modifiedNs},
                            {":sha256", document.sha256.isEmpty() ? QByteArray() : document.sha256},
                            {":state", nameOf(state)},
                            {":reason", document.problem ? nameOf(document.problem->reason) : QString()},
                            {":detail", document.problem ? document.problem->detail : QString()}}));
    return {};
}

} // namespace

PlanQueries::PlanQueries(Session &session)
    : m_session(session)
{}

Result<std::optional<PlanClaim>> PlanQueries::claim(const std::optional<ProcessId> &only,
                                                    const InstanceId &instance)
{
    // A plain look first: an idle planner takes no writer's turn.
    QString candidate = only ? only->toString() : QString();
    if (!only) {
        GEMMARY_TRY(m_session.read([&](Transaction &transaction) {
            candidate.clear();
            return transaction.forOne("select_plan_candidate", {},
                                      [&](const Row &row) { candidate = row.text(0); });
        }));
    } else {
        GEMMARY_ASSIGN(facts, m_session.read([&](Transaction &transaction) {
            return processFacts(transaction, candidate);
        }));
        if (facts.planned || isSettled(facts.state))
            return std::nullopt;
    }
    if (candidate.isEmpty())
        return std::nullopt;
    return m_session.write(
        [&](Transaction &transaction) { return claimOne(transaction, candidate, instance); });
}

Result<std::optional<PlanClaim>> PlanQueries::claimOne(Transaction &transaction, const QString &process,
                                                       const InstanceId &instance)
{
    std::optional<PlanClaim> claim;
    GEMMARY_TRY(transaction.forOne("claim_plan", {{":process", process}, {":instance", instance.toString()}},
                                   [&](const Row &row) {
                                       claim.emplace();
                                       claim->process = ProcessId::fromString(process).value_or(ProcessId());
                                       claim->epoch = row.integer(0);
                                       claim->request = requestFrom(row.text(1));
                                       claim->request.name = row.text(5);
                                       claim->cursor = row.bytes(2);
                                       claim->documents = row.integer(3);
                                       claim->leaves = row.integer(4);
                                   }));
    return claim;
}

Result<ClaimOutcome> PlanQueries::publish(PlanClaim &claim, const PlanPage &page)
{
    GEMMARY_ASSIGN(outcome, m_session.write([&](Transaction &transaction) {
        return publishIn(transaction, claim, page);
    }));
    if (outcome == ClaimOutcome::Won) {
        claim.documents += static_cast<qint64>(page.documents.size());
        claim.leaves += static_cast<qint64>(page.leaves.size());
        claim.cursor = page.cursor;
    }
    return outcome;
}

Result<ClaimOutcome> PlanQueries::publishIn(Transaction &transaction, const PlanClaim &claim,
                                            const PlanPage &page)
{
    const QString process = claim.process.toString();
    const auto count = static_cast<qint64>(page.documents.size());
    qint64 skipped = 0;
    qint64 failed = 0;
    qint64 bytes = 0;
    for (const DocumentTask &task : page.documents) {
        const auto &problem = task.document.problem;
        bytes += problem ? 0 : task.document.bytes;
        skipped += problem && isSkip(problem->reason) ? 1 : 0;
        failed += problem && !isSkip(problem->reason) ? 1 : 0;
    }
    GEMMARY_ASSIGN(advanced,
                   transaction.execute("advance_plan", {{":process", process},
                                                        {":epoch", claim.epoch},
                                                        {":known", claim.documents},
                                                        {":documents", count},
                                                        {":leaves", static_cast<qint64>(page.leaves.size())},
                                                        {":skipped", skipped},
                                                        {":failed", failed},
                                                        {":bytes", bytes},
                                                        {":cursor", page.cursor}}));
    if (advanced == 0) {
        // Either fenced, or this very page was applied by an earlier try whose answer was lost.
        bool applied = false;
        GEMMARY_TRY(transaction.forOne("select_plan", {{":process", process}}, [&](const Row &row) {
            applied = row.integer(0) == claim.epoch && count > 0 && row.integer(1) == claim.documents + count;
        }));
        return applied ? ClaimOutcome::Won : ClaimOutcome::Fenced;
    }
    QHash<qint64, qint64> leafOf;
    for (const PlanPage::Leaf &leaf : page.leaves) {
        for (const qint64 number : leaf.documentNumbers)
            leafOf.insert(number, leaf.node);
    }
    for (const DocumentTask &task : page.documents)
        GEMMARY_TRY(insertDocument(transaction, process, task, leafOf.value(task.number, NoLeaf)));
    const int stages = claim.request.settings.summarizer == QLatin1StringView("none") ? 1 : 2;
    for (const PlanPage::Leaf &leaf : page.leaves) {
        for (int stage = 0; stage < stages; ++stage)
            GEMMARY_TRY(transaction.execute(
                "insert_leaf", {{":process", process}, {":stage", stage}, {":node", leaf.node}}));
    }
    return ClaimOutcome::Won;
}

Result<ClaimOutcome> PlanQueries::finish(const PlanClaim &claim)
{
    return m_session.write([&](Transaction &transaction) -> Result<ClaimOutcome> {
        GEMMARY_ASSIGN(changed, transaction.execute("finish_plan", {{":process", claim.process.toString()},
                                                                    {":epoch", claim.epoch}}));
        if (changed > 0)
            return ClaimOutcome::Won;
        GEMMARY_ASSIGN(facts, processFacts(transaction, claim.process.toString()));
        return facts.planned && facts.documents == claim.documents ? ClaimOutcome::Won : ClaimOutcome::Fenced;
    });
}

Result<void> PlanQueries::release(const PlanClaim &claim)
{
    return m_session.write([&](Transaction &transaction) -> Result<void> {
        GEMMARY_TRY(transaction.execute("release_plan",
                                        {{":process", claim.process.toString()}, {":epoch", claim.epoch}}));
        return {};
    });
}

Result<std::vector<DocumentTask>> PlanQueries::planned(const ProcessId &id, qint64 after, int limit)
{
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<DocumentTask>> {
        std::vector<DocumentTask> tasks;
        GEMMARY_TRY(transaction.forEach("select_planned_documents",
                                        {{":process", id.toString()}, {":after", after}, {":limit", limit}},
                                        [&](const Row &row) { tasks.push_back(taskFrom(row)); }));
        return tasks;
    });
}

} // namespace Gemmary
