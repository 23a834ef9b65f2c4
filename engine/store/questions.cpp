// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/questions.h"

#include "store/processrecord.h"
#include "store/storedvalues.h"

#include <limits>

namespace Gemmary {

namespace {

void addCount(ProcessCounts &counts, ProcessState state, bool paused, qint64 count)
{
    counts.all += count;
    switch (state) {
    case ProcessState::Pending:
        (paused ? counts.paused : counts.waiting) += count;
        break;
    case ProcessState::Running:
        (paused ? counts.paused : counts.running) += count;
        break;
    case ProcessState::Stopped:
        counts.stopped += count;
        break;
    case ProcessState::Completed:
        counts.finished += count;
        break;
    case ProcessState::Failed:
        counts.failed += count;
        break;
    }
}

} // namespace

Result<ProcessSnapshot> readSnapshot(Transaction &tx, const ProcessId &id)
{
    ProcessSnapshot snapshot;
    GEMMARY_ASSIGN(rows, tx.read("select_snapshot", {id.toString()},
                                 [&](const Row &row) { snapshot = snapshotFrom(row); }));
    if (rows == 0)
        return failure(ErrorKind::NotFound, QStringLiteral("There is no process %1.").arg(id.toString()));
    return snapshot;
}

Result<std::vector<ProcessSnapshot>> listSnapshots(Transaction &tx, const ProcessFilter &filter)
{
    std::vector<ProcessSnapshot> snapshots;
    const QString state = filter.state ? nameOf(*filter.state) : QStringLiteral("");
    const ProcessPlace after =
        filter.after.value_or(ProcessPlace{std::numeric_limits<qint64>::max(), ProcessId()});
    const QVariantList values{filter.removed ? 1 : 0,
                              state,
                              state,
                              static_cast<qint64>(filter.idPrefix.size()),
                              textValue(filter.idPrefix),
                              filter.sinceMs,
                              after.createdMs,
                              after.createdMs,
                              after.id.toString(),
                              filter.limit,
                              filter.offset};
    GEMMARY_TRY(
        tx.read("list_snapshots", values, [&](const Row &row) { snapshots.push_back(snapshotFrom(row)); }));
    return snapshots;
}

Result<std::vector<DocumentRow>> listDocuments(Transaction &tx, const ProcessId &id,
                                               const DocumentFilter &filter)
{
    std::vector<DocumentRow> documents;
    const QString state = filter.state ? nameOf(*filter.state) : QStringLiteral("");
    const char *statement = filter.problemsOnly ? "list_problem_documents" : "list_documents";
    GEMMARY_TRY(tx.read(statement, {id.toString(), filter.after, state, state, filter.limit},
                        [&](const Row &row) { documents.push_back(documentRowFrom(row)); }));
    if (documents.empty())
        GEMMARY_TRY(readProcess(tx, id));
    return documents;
}

Result<std::vector<DocumentTask>> listPlanned(Transaction &tx, const ProcessId &id, qint64 after, int limit)
{
    std::vector<DocumentTask> tasks;
    GEMMARY_TRY(tx.read("select_planned_documents", {id.toString(), after, limit},
                        [&](const Row &row) { tasks.push_back(taskFrom(row)); }));
    if (tasks.empty())
        GEMMARY_TRY(readProcess(tx, id));
    return tasks;
}

Result<std::vector<DocumentSummary>> listSummaries(Transaction &tx, const ProcessId &id, qint64 after,
                                                   int limit)
{
    std::vector<DocumentSummary> summaries;
    GEMMARY_TRY(tx.read("list_summaries", {id.toString(), after, limit}, [&](const Row &row) {
        DocumentSummary summary;
        summary.number = row.integer(0);
        if (!row.isNull(1))
            summary.summary = summaryFromJson(jsonFrom(row.text(1)));
        summary.problem = problemFrom(row, 2);
        summaries.push_back(std::move(summary));
    }));
    if (summaries.empty())
        GEMMARY_TRY(readProcess(tx, id));
    return summaries;
}

Result<std::vector<DeadLetter>> listDeadLetters(Transaction &tx, const ProcessId &id)
{
    std::vector<DeadLetter> letters;
    GEMMARY_TRY(tx.read("list_dead_letters", {id.toString()}, [&](const Row &row) {
        letters.push_back({stageFrom(row.text(0)).value_or(Stage::Analyse), static_cast<int>(row.integer(1)),
                           row.integer(2), static_cast<int>(row.integer(3)), row.text(4), row.integer(5),
                           row.integer(6) > 0});
    }));
    if (letters.empty())
        GEMMARY_TRY(readProcess(tx, id));
    return letters;
}

Result<std::vector<ProcessId>> listOpenProcesses(Transaction &tx)
{
    std::vector<ProcessId> ids;
    GEMMARY_TRY(tx.read("select_open_processes", {}, [&](const Row &row) {
        if (const auto id = ProcessId::fromString(row.text(0)))
            ids.push_back(*id);
    }));
    return ids;
}

Result<ProcessCounts> countProcesses(Transaction &tx)
{
    ProcessCounts counts;
    GEMMARY_TRY(tx.read("count_processes", {}, [&](const Row &row) {
        const qint64 count = row.integer(4);
        if (row.flag(2)) {
            counts.removed += count;
            return;
        }
        addCount(counts, processStateFrom(row.text(0)).value_or(ProcessState::Failed), row.flag(1), count);
        counts.problems += row.flag(3) ? count : 0;
    }));
    return counts;
}

Result<WorkFigures> readWorkFigures(Transaction &tx)
{
    WorkFigures figures;
    GEMMARY_TRY(tx.read("count_open_jobs", {}, [&](const Row &row) {
        const bool isSummary = stageFrom(row.text(0)) == Stage::Summarise;
        (isSummary ? figures.summarise : figures.analyse) = {row.integer(1), row.integer(2), row.integer(3)};
    }));
    GEMMARY_TRY(
        tx.read("count_dead_letters", {}, [&](const Row &row) { figures.deadLetters = row.integer(0); }));
    GEMMARY_TRY(tx.read("sum_progress", {}, [&](const Row &row) {
        figures.documents.done = row.integer(0);
        figures.documents.partial = row.integer(1);
        figures.documents.failed = row.integer(2);
        figures.documents.skipped = row.integer(3);
        figures.summarised = row.integer(4);
        figures.words = row.integer(5);
        figures.bytes = row.integer(6);
    }));
    GEMMARY_TRY(tx.read("sum_plans", {}, [&](const Row &row) {
        figures.documents.failed += row.integer(0);
        figures.documents.skipped += row.integer(1);
        figures.oldestPendingMs = row.integer(2);
    }));
    return figures;
}

Result<NewProcess> readRequest(Transaction &tx, const ProcessId &id)
{
    GEMMARY_ASSIGN(process, readProcess(tx, id));
    return std::move(process.request);
}

Result<std::vector<DocumentLine>> listDocumentLines(Transaction &tx, const ProcessId &id, qint64 after,
                                                    int limit)
{
    std::vector<DocumentLine> lines;
    GEMMARY_TRY(tx.read("list_document_lines", {id.toString(), after, limit},
                        [&](const Row &row) { lines.push_back(documentLineFrom(row)); }));
    if (lines.empty())
        GEMMARY_TRY(readProcess(tx, id));
    return lines;
}

Result<DocumentRow> readDocument(Transaction &tx, const ProcessId &id, qint64 number)
{
    GEMMARY_TRY(readProcess(tx, id));
    DocumentRow document;
    GEMMARY_ASSIGN(rows, tx.read("select_document", {id.toString(), number},
                                 [&](const Row &row) { document = documentRowFrom(row); }));
    if (rows == 0) {
        return failure(ErrorKind::NotFound,
                       QStringLiteral("The process has no document number %1.").arg(number));
    }
    return document;
}

Result<std::optional<Summary>> readSummary(Transaction &tx, const ProcessId &id, qint64 number)
{
    GEMMARY_TRY(readProcess(tx, id));
    std::optional<Summary> summary;
    GEMMARY_TRY(tx.read("select_document_summary", {id.toString(), number}, [&](const Row &row) {
        if (!row.isNull(0))
            summary = summaryFromJson(jsonFrom(row.text(0)));
    }));
    return summary;
}

} // namespace Gemmary
