// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/questions.h"

#include "store/processrecord.h"
#include "store/storedvalues.h"

namespace Gemmary {

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
    const QVariantList values{
        filter.removed ? 1 : 0,     state,        state,        static_cast<qint64>(filter.idPrefix.size()),
        textValue(filter.idPrefix), filter.limit, filter.offset};
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

} // namespace Gemmary
