// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"

namespace Gemmary {

// Gathers planned documents into leaves and pages. How documents fall into leaves depends on the documents
// alone, not on time, so every planner makes the same leaves. The first leaves are small, so that the first
// numbers come soon and a small folder is spread over all workers.
class PageBuilder
{
public:
    explicit PageBuilder(const PlanClaim &claim);

    // The number that the next document gets.
    [[nodiscard]] qint64 nextNumber() const { return m_nextNumber; }

    // Documents added and not yet taken.
    [[nodiscard]] const std::vector<DocumentTask> &pending() const { return m_documents; }

    void add(const DocumentTask &task, const QByteArray &cursor);

    // Whether a page of whole leaves is there to be published.
    [[nodiscard]] bool hasFullLeaf() const { return m_settled > 0; }
    [[nodiscard]] std::size_t settledDocuments() const { return m_settled; }

    // Everything up to the last full leaf; what follows it stays.
    [[nodiscard]] PlanPage takeFullLeaves();

    // Everything, the last leaf as full as it is.
    [[nodiscard]] PlanPage takeAll();

private:
    [[nodiscard]] int leafLimit() const;
    void closeLeaf();
    void settle();

    ProcessSettings m_settings;
    qint64 m_nextNumber;
    qint64 m_nextLeaf;
    std::vector<DocumentTask> m_documents;
    std::vector<PlanPage::Leaf> m_leaves; // closed
    PlanPage::Leaf m_open;
    qint64 m_openBytes = 0;
    QByteArray m_cursor;
    std::size_t m_settled = 0; // documents that belong to closed leaves or to none before them
    QByteArray m_settledCursor;
};

} // namespace Gemmary
