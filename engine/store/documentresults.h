// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "store/progressdelta.h"

#include <QHash>

#include <vector>

namespace Gemmary {

// Writes what a leaf found out about its documents, and counts them in `delta`. A document that was analysed
// but whose summary failed is partial, whichever came first. An inner node has no documents.
//
// `result` and `delta` outlive it, and it the statements that it adds.
class DocumentSettlement
{
public:
    DocumentSettlement(const JobKey &leaf, const JobResult &result, ProgressDelta &delta);

    void addQuestions(std::vector<Statement> &statements); // to run before addChanges()
    void addChanges(std::vector<Statement> &statements);
    [[nodiscard]] Result<void> check() const; // after those ran: whether each document was the leaf's own

private:
    void addAnalysis(const DocumentAnalysis &analysis, std::vector<Statement> &statements);
    void addSummary(const DocumentSummary &summary, std::vector<Statement> &statements);

    const JobKey &m_leaf;
    const JobResult &m_result;
    ProgressDelta &m_delta;
    QHash<qint64, Problem> m_failedSummaries; // by document
    std::size_t m_settled = 0;
};

} // namespace Gemmary
