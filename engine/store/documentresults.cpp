// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/documentresults.h"

#include "store/storedvalues.h"

namespace Gemmary {

namespace {

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

} // namespace

DocumentSettlement::DocumentSettlement(const JobKey &leaf, const JobResult &result, ProgressDelta &delta)
    : m_leaf(leaf)
    , m_result(result)
    , m_delta(delta)
{}

void DocumentSettlement::addQuestions(std::vector<Statement> &statements)
{
    if (m_leaf.level > 0 || m_leaf.stage != Stage::Analyse)
        return;
    statements.push_back(
        {"select_failed_summaries", {m_leaf.process.toString(), m_leaf.node}, [this](const Row &row) {
             m_failedSummaries.insert(row.integer(0), problemFrom(row, 1).value_or(Problem{}));
         }});
}

void DocumentSettlement::addChanges(std::vector<Statement> &statements)
{
    if (m_leaf.level > 0)
        return;
    for (const DocumentSummary &summary : m_result.summaries)
        addSummary(summary, statements);
    if (m_leaf.stage != Stage::Analyse)
        return;
    for (const DocumentAnalysis &analysis : m_result.analyses)
        addAnalysis(analysis, statements);
    statements.push_back(
        {"fail_forgotten_documents", {m_leaf.process.toString(), m_leaf.node}, [this](const Row &row) {
             m_delta.bytesDone += row.integer(0);
             m_delta.addDocument(DocumentState::Failed);
         }});
}

Result<void> DocumentSettlement::check() const
{
    const bool isLeaf = m_leaf.level == 0;
    if (isLeaf && m_settled != m_result.analyses.size() + m_result.summaries.size())
        return failure(ErrorKind::Internal, QStringLiteral("A result names a document that is not its own."));
    return {};
}

void DocumentSettlement::addAnalysis(const DocumentAnalysis &analysis, std::vector<Statement> &statements)
{
    std::optional<Problem> problem = analysis.problem;
    DocumentState state = stateAfter(problem);
    if (!problem && m_failedSummaries.contains(analysis.number)) {
        problem = m_failedSummaries.value(analysis.number);
        state = DocumentState::Partial;
    }
    const QVariant statistics = analysis.problem ? QVariant() : jsonValue(toJson(analysis.statistics));
    const QVariantList values =
        QVariantList{nameOf(state), reasonValue(problem), detailValue(problem), factsValue(analysis.facts),
                     statistics,    analysis.milliseconds}
        << figuresOf(analysis) << m_leaf.process.toString() << analysis.number << m_leaf.node;
    statements.push_back({"settle_document", values, [this](const Row &row) {
                              ++m_settled;
                              m_delta.bytesDone += row.integer(0);
                          }});
    m_delta.addDocument(state);
}

void DocumentSettlement::addSummary(const DocumentSummary &summary, std::vector<Statement> &statements)
{
    const DocumentState state = stateAfter(summary.problem);
    const QString process = m_leaf.process.toString();
    const QVariant text = summary.summary ? jsonValue(toJson(*summary.summary)) : QVariant();
    statements.push_back({"insert_summary",
                          {nameOf(state), text, reasonValue(summary.problem), detailValue(summary.problem),
                           process, summary.number, m_leaf.node},
                          [this](const Row &) {
                              ++m_settled;
                              ++m_delta.summarised;
                          }});
    if (state != DocumentState::Failed)
        return;
    statements.push_back(
        {"lessen_document",
         {reasonValue(summary.problem), detailValue(summary.problem), process, summary.number},
         [this](const Row &) {
             m_delta.addDocument(DocumentState::Done, -1);
             m_delta.addDocument(DocumentState::Partial);
         }});
}

} // namespace Gemmary
