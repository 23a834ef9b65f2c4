// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan.h"

#include "store/growth.h"
#include "store/settle.h"
#include "store/storedvalues.h"
#include "store/tree.h"

#include <QHash>

#include <algorithm>

namespace Gemmary {

namespace {

// What a page adds to its process.
struct PageTotals
{
    qint64 failed = 0;
    qint64 skipped = 0;
    qint64 bytes = 0;
};

PageTotals totalsOf(const PlanPage &page)
{
    PageTotals totals;
    for (const DocumentTask &task : page.documents) {
        if (!task.document.problem)
            totals.bytes += task.document.bytes;
        else if (isSkip(task.document.problem->reason))
            ++totals.skipped;
        else
            ++totals.failed;
    }
    return totals;
}

// The leaf of each document; an error for a page that is not what the contract says.
Result<QHash<qint64, qint64>> leavesOf(const PlanClaim &claim, const PlanPage &page)
{
    const auto wrong = [](const QString &detail) {
        return failure(ErrorKind::Internal, QStringLiteral("A page of the plan is not in order."), detail);
    };
    QHash<qint64, qint64> leaves;
    for (std::size_t i = 0; i < page.leaves.size(); ++i) {
        if (page.leaves[i].node != claim.leaves + static_cast<qint64>(i))
            return wrong(QStringLiteral("leaf %1").arg(page.leaves[i].node));
        for (const qint64 number : page.leaves[i].documentNumbers)
            leaves.insert(number, page.leaves[i].node);
    }
    qsizetype placed = 0;
    for (std::size_t i = 0; i < page.documents.size(); ++i) {
        const DocumentTask &task = page.documents[i];
        const bool inLeaf = leaves.contains(task.number);
        if (task.number != claim.documents + static_cast<qint64>(i) ||
            inLeaf == task.document.problem.has_value())
            return wrong(QStringLiteral("document %1").arg(task.number));
        placed += inLeaf ? 1 : 0;
    }
    if (placed != leaves.size())
        return wrong(QStringLiteral("a leaf has documents of another page"));
    return leaves;
}

Result<void> insertDocuments(Transaction &tx, const PlanClaim &claim, const PlanPage &page,
                             const QHash<qint64, qint64> &leaves)
{
    std::vector<QVariantList> rows;
    rows.reserve(page.documents.size());
    for (const DocumentTask &task : page.documents) {
        const PlannedDocument &document = task.document;
        const auto leaf = leaves.constFind(task.number);
        const DocumentState state = document.problem ? stateAfter(document.problem) : DocumentState::Waiting;
        rows.push_back({claim.process.toString(), task.number,
                        leaf == leaves.cend() ? QVariant() : QVariant(*leaf), textValue(document.name),
                        nameOf(document.locator.kind), bytesValue(document.locator.value), document.bytes,
                        document.modifiedNs,
                        document.sha256.isEmpty() ? QVariant() : QVariant(document.sha256), nameOf(state),
                        reasonValue(document.problem), detailValue(document.problem)});
    }
    GEMMARY_TRY(tx.changeAll("insert_document", rows));
    return {};
}

// Keeps content of the page's documents for as long as the process is there.
Result<void> referToContent(Transaction &tx, const ProcessId &process, const PlanPage &page)
{
    std::vector<QVariantList> rows;
    for (const DocumentTask &task : page.documents) {
        if (!task.document.problem && !isFile(task.document.locator))
            rows.push_back({process.toString(), task.document.locator.value});
    }
    GEMMARY_ASSIGN(kept, tx.changeAll("insert_process_blob", rows));
    if (kept < std::ssize(rows)) // planned for more than an hour and not published
        return failure(ErrorKind::Storage, QStringLiteral("Content of documents is no longer kept."));
    return {};
}

// Whether this very page is in the plan already, by an earlier try whose answer was lost.
bool isApplied(const ProcessRecord &record, const PlanClaim &claim, const PlanPage &page)
{
    const auto count = static_cast<qint64>(page.documents.size());
    return count > 0 && record.planEpoch == claim.epoch && record.documents == claim.documents + count &&
           record.planCursor == page.cursor;
}

// The request with `inputs` behind its own; each name stays with its input.
NewProcess extended(NewProcess request, const std::vector<Locator> &inputs, const QStringList &names)
{
    request.inputNames.resize(static_cast<qsizetype>(request.inputs.size()));
    request.inputs.insert(request.inputs.end(), inputs.begin(), inputs.end());
    request.inputNames += names.first(std::min(names.size(), static_cast<qsizetype>(inputs.size())));
    return request;
}

// The machine that has the files of a process that grows; Conflict when it cannot be one.
Result<QString> machineAfter(const NewProcess &process, const std::vector<Locator> &inputs,
                             const QString &machine)
{
    if (std::none_of(inputs.begin(), inputs.end(), isFile) || process.machine == machine)
        return process.machine;
    if (!process.machine.isEmpty()) {
        return failure(ErrorKind::Conflict,
                       QStringLiteral("The process reads files of the machine \"%1\", which could not find "
                                      "those of this one. Add them there, or start a process here.")
                           .arg(process.machine));
    }
    return keepsContent(process.settings) ? machine
                                          : QString(); // files by path are in reach of every machine
}

Result<void> checkMayGrow(const ProcessRecord &process, const std::vector<Locator> &inputs)
{
    if (inputs.empty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("There is nothing to add."));
    if (process.removed) {
        return failure(ErrorKind::Conflict,
                       QStringLiteral("The process is removed. Restore it first, then add to it."));
    }
    return {};
}

} // namespace

Result<std::optional<PlanClaim>> claimPlan(Transaction &tx, const PlanRequest &request)
{
    const QString wanted = request.process ? request.process->toString() : QStringLiteral("");
    std::optional<ProcessId> candidate;
    GEMMARY_TRY(tx.read("select_plan_candidate", {wanted, wanted, textValue(request.machine)},
                        [&](const Row &row) { candidate = ProcessId::fromString(row.text(0)); }));
    if (!candidate)
        return std::nullopt;
    GEMMARY_ASSIGN(claimed, tx.change("claim_plan", {request.instance.toString(), candidate->toString()}));
    if (claimed == 0)
        return std::nullopt;
    GEMMARY_ASSIGN(record, readProcess(tx, *candidate));
    return PlanClaim{*candidate,        record.planEpoch, record.request,
                     record.planCursor, record.documents, record.leaves};
}

Result<ClaimOutcome> publishPage(Transaction &tx, const PlanClaim &claim, const PlanPage &page)
{
    GEMMARY_ASSIGN(leaves, leavesOf(claim, page));
    GEMMARY_ASSIGN(record, readProcess(tx, claim.process));
    if (isApplied(record, claim, page))
        return ClaimOutcome::Won;
    const PageTotals totals = totalsOf(page);
    GEMMARY_ASSIGN(published,
                   tx.change("publish_page", {static_cast<qint64>(page.documents.size()),
                                              static_cast<qint64>(page.leaves.size()), totals.failed,
                                              totals.skipped, totals.bytes, bytesValue(page.cursor),
                                              claim.process.toString(), claim.epoch, claim.documents}));
    if (published == 0)
        return ClaimOutcome::Fenced;
    GEMMARY_TRY(referToContent(tx, claim.process, page));
    GEMMARY_TRY(insertDocuments(tx, claim, page, leaves));
    GEMMARY_TRY(queueLeaves(tx, record, claim.leaves, claim.leaves + std::ssize(page.leaves)));
    return ClaimOutcome::Won;
}

Result<ClaimOutcome> finishPlan(Transaction &tx, const PlanClaim &claim)
{
    GEMMARY_ASSIGN(finished, tx.change("finish_plan", {claim.process.toString(), claim.epoch}));
    GEMMARY_ASSIGN(record, readProcess(tx, claim.process));
    if (finished == 0) {
        const bool earlier = record.planned && record.planEpoch == claim.epoch;
        return earlier ? ClaimOutcome::Won : ClaimOutcome::Fenced;
    }
    GEMMARY_TRY(queueReadyParents(tx, record));
    if (record.leaves == 0)
        GEMMARY_TRY(settle(tx, record));
    return ClaimOutcome::Won;
}

Result<void> releasePlan(Transaction &tx, const PlanClaim &claim)
{
    GEMMARY_TRY(tx.change("release_plan", {claim.process.toString(), claim.epoch}));
    return {};
}

Result<qint64> releaseInstance(Transaction &tx, const InstanceId &instance)
{
    GEMMARY_TRY(tx.change("release_instance_plans", {instance.toString()}));
    return tx.change("release_instance_jobs", {instance.toString()});
}

Result<void> addInputs(Transaction &tx, const ProcessId &id, const std::vector<Locator> &inputs,
                       const QStringList &names, const QString &machine)
{
    GEMMARY_ASSIGN(process, readProcess(tx, id));
    GEMMARY_TRY(checkMayGrow(process, inputs));
    GEMMARY_ASSIGN(planner, machineAfter(process.request, inputs, machine));
    GEMMARY_TRY(referToBlobs(tx, id, inputs));
    const QString longer = inputsJson(extended(process.request, inputs, names));
    GEMMARY_TRY(
        tx.change("add_inputs", {longer, textValue(planner), id.toString()})); // first: raises the generation
    ProgressDelta delta;
    GEMMARY_TRY(redriveJobs(tx, id, delta));
    if (process.planned) // only then are there nodes of groups that are not full
        GEMMARY_TRY(dropGrowingNodes(tx, process, delta));
    return addProgress(tx, id, delta);
}

} // namespace Gemmary
