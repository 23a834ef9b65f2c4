// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/documentresults.h"

#include "store/storedvalues.h"

#include <QHash>

namespace Gemmary {

namespace {

using Problems = QHash<qint64, Problem>;

Result<Problems> failedSummariesOf(Transaction &tx, const JobKey &leaf)
{
    Problems problems;
    GEMMARY_TRY(tx.read("select_failed_summaries", {leaf.process.toString(), leaf.node}, [&](const Row &row) {
        problems.insert(row.integer(0), problemFrom(row, 1).value_or(Problem{}));
    }));
    return problems;
}

// What long lists show, in the order of the statement.
QVariantList figuresOf(const DocumentAnalysis &analysis)
{
    const TextCounts counts = analysis.problem ? TextCounts() : analysis.statistics.counts;
    const QString language = analysis.problem ? QString() : analysis.statistics.language.language;
    return {textValue(analysis.facts.format),
            textValue(analysis.facts.encoding),
            analysis.facts.encodingGuessed ? 1 : 0,
            textValue(language),
            counts.words,
            counts.lines,
            counts.characters,
            counts.sentences};
}

Result<void> settleAnalysis(Transaction &tx, const JobKey &leaf, const DocumentAnalysis &analysis,
                            const Problems &failedSummaries, ProgressDelta &delta)
{
    std::optional<Problem> problem = analysis.problem;
    DocumentState state = stateAfter(problem);
    if (!problem && failedSummaries.contains(analysis.number)) {
        problem = failedSummaries.value(analysis.number);
        state = DocumentState::Partial;
    }
    const QVariant statistics = analysis.problem ? QVariant() : jsonValue(toJson(analysis.statistics));
    const QVariantList values =
        QVariantList{nameOf(state), reasonValue(problem), detailValue(problem), factsValue(analysis.facts),
                     statistics,    analysis.milliseconds}
        << figuresOf(analysis) << leaf.process.toString() << analysis.number << leaf.node;
    GEMMARY_ASSIGN(settled, tx.read("settle_document", values,
                                    [&](const Row &row) { delta.bytesDone += row.integer(0); }));
    if (settled == 0) {
        return failure(ErrorKind::Internal, QStringLiteral("A result names a document that is not its own."),
                       QStringLiteral("document %1").arg(analysis.number));
    }
    delta.addDocument(state);
    if (!analysis.problem)
        delta.counts += analysis.statistics.counts;
    return {};
}

Result<void> settleAnalyses(Transaction &tx, const JobKey &leaf, const JobResult &result,
                            ProgressDelta &delta)
{
    GEMMARY_ASSIGN(failedSummaries, failedSummariesOf(tx, leaf));
    for (const DocumentAnalysis &analysis : result.analyses)
        GEMMARY_TRY(settleAnalysis(tx, leaf, analysis, failedSummaries, delta));
    GEMMARY_ASSIGN(forgotten, tx.read("fail_forgotten_documents", {leaf.process.toString(), leaf.node},
                                      [&](const Row &row) { delta.bytesDone += row.integer(0); }));
    delta.addDocument(DocumentState::Failed, forgotten);
    return {};
}

Result<void> settleSummary(Transaction &tx, const JobKey &leaf, const DocumentSummary &summary,
                           ProgressDelta &delta)
{
    const DocumentState state = stateAfter(summary.problem);
    const QString process = leaf.process.toString();
    const QVariant text = summary.summary ? jsonValue(toJson(*summary.summary)) : QVariant();
    GEMMARY_ASSIGN(inserted, tx.change("insert_summary",
                                       {nameOf(state), text, reasonValue(summary.problem),
                                        detailValue(summary.problem), process, summary.number, leaf.node}));
    if (inserted == 0) {
        return failure(ErrorKind::Internal, QStringLiteral("A result names a document that is not its own."),
                       QStringLiteral("summary of document %1").arg(summary.number));
    }
    ++delta.summarised;
    if (state != DocumentState::Failed)
        return {};
    GEMMARY_ASSIGN(lessened,
                   tx.change("lessen_document", {reasonValue(summary.problem), detailValue(summary.problem),
                                                 process, summary.number}));
    delta.addDocument(DocumentState::Done, -lessened);
    delta.addDocument(DocumentState::Partial, lessened);
    return {};
}

} // namespace

Result<void> settleDocuments(Transaction &tx, const JobKey &leaf, const JobResult &result,
                             ProgressDelta &delta)
{
    ++delta.of(leaf.stage).leaves;
    if (leaf.stage == Stage::Analyse)
        return settleAnalyses(tx, leaf, result, delta);
    for (const DocumentSummary &summary : result.summaries)
        GEMMARY_TRY(settleSummary(tx, leaf, summary, delta));
    return {};
}

} // namespace Gemmary
