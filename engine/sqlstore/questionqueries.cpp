// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/questionqueries.h"

namespace Gemmary {

namespace {

// Columns of select_snapshot, in its order.
enum Column {
    Id,
    Name,
    State,
    Paused,
    Planned,
    Request,
    ErrorText,
    Created,
    Started,
    Finished,
    Gen,
    Documents,
    Leaves,
    Skipped,
    Failed,
    BytesFound,
    Stages,
    LeavesAnalysed,
    LeavesSummarised,
    MergesAnalysed,
    MergesSummarised,
    Done,
    Partial,
    FailedInLeaf,
    SkippedInLeaf,
    Summarised,
    BytesSettled,
    Bytes,
    Words,
    Lines,
    Characters,
    Sentences,
    Terms,
    Version,
    DeadAnalyse,
    DeadSummarise
};

ProcessSnapshot snapshotFrom(const Row &row)
{
    ProcessSnapshot process;
    process.id = ProcessId::fromString(row.text(Id)).value_or(ProcessId());
    process.name = row.text(Name);
    process.state = processStateFrom(row.text(State)).value_or(ProcessState::Failed);
    process.paused = row.integer(Paused) != 0;
    process.planned = row.integer(Planned) != 0;
    process.settings = requestFrom(row.text(Request)).settings;
    process.error = row.text(ErrorText);
    process.createdMs = row.integer(Created);
    process.startedMs = row.integer(Started);
    process.finishedMs = row.integer(Finished);
    DocumentCounts &documents = process.documents;
    documents.done = row.integer(Done);
    documents.partial = row.integer(Partial);
    documents.failed = row.integer(Failed) + row.integer(FailedInLeaf);
    documents.skipped = row.integer(Skipped) + row.integer(SkippedInLeaf);
    documents.waiting =
        row.integer(Documents) - documents.done - documents.partial - documents.failed - documents.skipped;
    process.bytesFound = row.integer(BytesFound);
    process.bytesDone = row.integer(BytesSettled);
    process.counts = {row.integer(Bytes),      row.integer(Words),     row.integer(Lines),
                      row.integer(Characters), row.integer(Sentences), row.integer(Terms)};
    process.analyse = {row.integer(Leaves), row.integer(LeavesAnalysed), row.integer(MergesAnalysed),
                       documents.done + documents.partial + row.integer(FailedInLeaf) +
                           row.integer(SkippedInLeaf),
                       row.integer(DeadAnalyse)};
    if (row.integer(Stages) > 1) {
        process.summarise = {row.integer(Leaves), row.integer(LeavesSummarised),
                             row.integer(MergesSummarised), row.integer(Summarised),
                             row.integer(DeadSummarise)};
    }
    process.version = row.integer(Gen) + row.integer(Documents) + row.integer(Version);
    return process;
}

DocumentRow documentFrom(const Row &row)
{
    DocumentRow document;
    document.number = row.integer(0);
    document.name = row.text(1);
    document.locator = {row.integer(2) == 0 ? Locator::Kind::File : Locator::Kind::Blob, row.bytes(3)};
    document.bytes = row.integer(4);
    document.state = documentStateFrom(row.text(5)).value_or(DocumentState::Failed);
    document.problem = problemFrom(row, 6);
    document.facts = {row.text(8), row.text(9), row.integer(10) != 0, row.bytes(11), document.bytes};
    document.statistics = documentStatisticsFromJson(jsonFrom(row.text(12)));
    document.milliseconds = row.integer(13);
    return document;
}

Result<ProcessSnapshot> snapshotIn(Transaction &transaction, const QString &id, bool removed)
{
    ProcessSnapshot process;
    GEMMARY_ASSIGN(found,
                   transaction.forOne("select_snapshot", {{":process", id}, {":removed", removed ? 1 : 0}},
                                      [&](const Row &row) { process = snapshotFrom(row); }));
    if (!found)
        return failure(ErrorKind::NotFound, QStringLiteral("There is no process %1.").arg(id));
    return process;
}

} // namespace

QuestionQueries::QuestionQueries(Session &session)
    : m_session(session)
{}

Result<ProcessSnapshot> QuestionQueries::snapshot(const ProcessId &id)
{
    return m_session.read(
        [&](Transaction &transaction) { return snapshotIn(transaction, id.toString(), false); });
}

Result<std::vector<ProcessSnapshot>> QuestionQueries::list(const ProcessFilter &filter)
{
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<ProcessSnapshot>> {
        std::vector<QString> ids;
        // "g" sorts after every digit of an id.
        GEMMARY_TRY(
            transaction.forEach("select_process_ids",
                                {{":removed", filter.removed ? 1 : 0},
                                 {":state", filter.state ? nameOf(*filter.state) : QStringLiteral("")},
                                 {":low", filter.idPrefix.isEmpty() ? QStringLiteral("") : filter.idPrefix},
                                 {":high", filter.idPrefix + QLatin1Char('g')},
                                 {":limit", filter.limit},
                                 {":offset", filter.offset}},
                                [&](const Row &row) { ids.push_back(row.text(0)); }));
        std::vector<ProcessSnapshot> processes;
        for (const QString &id : ids) {
            GEMMARY_ASSIGN(process, snapshotIn(transaction, id, filter.removed));
            processes.push_back(std::move(process));
        }
        return processes;
    });
}

Result<std::vector<DocumentRow>> QuestionQueries::documents(const ProcessId &id, const DocumentFilter &filter)
{
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<DocumentRow>> {
        std::vector<DocumentRow> rows;
        GEMMARY_TRY(
            transaction.forEach("select_documents",
                                {{":process", id.toString()},
                                 {":after", filter.after},
                                 {":state", filter.state ? nameOf(*filter.state) : QStringLiteral("")},
                                 {":problems", filter.problemsOnly ? 1 : 0},
                                 {":limit", filter.limit}},
                                [&](const Row &row) { rows.push_back(documentFrom(row)); }));
        return rows;
    });
}

Result<std::vector<DocumentSummary>> QuestionQueries::summaries(const ProcessId &id, qint64 after, int limit)
{
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<DocumentSummary>> {
        std::vector<DocumentSummary> all;
        GEMMARY_TRY(transaction.forEach("select_summaries",
                                        {{":process", id.toString()}, {":after", after}, {":limit", limit}},
                                        [&](const Row &row) {
                                            DocumentSummary summary;
                                            summary.number = row.integer(0);
                                            if (!row.isNull(1))
                                                summary.summary = summaryFromJson(jsonFrom(row.text(1)));
                                            summary.problem = problemFrom(row, 2);
                                            all.push_back(std::move(summary));
                                        }));
        return all;
    });
}

Result<std::vector<DeadLetter>> QuestionQueries::deadLetters(const ProcessId &id)
{
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<DeadLetter>> {
        std::vector<DeadLetter> letters;
        GEMMARY_TRY(
            transaction.forEach("select_dead_letters", {{":process", id.toString()}}, [&](const Row &row) {
                letters.push_back({stageOf(row.integer(0)), static_cast<int>(row.integer(1)), row.integer(2),
                                   static_cast<int>(row.integer(3)), row.text(4), row.integer(5),
                                   row.integer(6) != 0});
            }));
        return letters;
    });
}

} // namespace Gemmary
