// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/pagebuilder.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int FirstLeaf = 4; // then doubled up to the batch size

} // namespace

PageBuilder::PageBuilder(const PlanClaim &claim)
    : m_settings(claim.request.settings)
    , m_nextNumber(claim.documents)
    , m_nextLeaf(claim.leaves)
    , m_cursor(claim.cursor)
{
    m_open.node = m_nextLeaf;
}

void PageBuilder::add(const DocumentTask &task, const QByteArray &cursor)
{
    const bool isRead = !task.document.problem.has_value();
    const qint64 bytes = task.document.bytes;
    if (isRead && !m_open.documentNumbers.empty() && m_openBytes + bytes > m_settings.batchBytes)
        closeLeaf();
    m_documents.push_back(task);
    m_nextNumber = task.number + 1;
    m_cursor = cursor;
    if (isRead) {
        m_open.documentNumbers.push_back(task.number);
        m_openBytes += bytes;
        if (static_cast<int>(m_open.documentNumbers.size()) >= leafLimit() ||
            m_openBytes >= m_settings.batchBytes)
            closeLeaf();
    }
    if (m_open.documentNumbers.empty())
        settle();
}

PlanPage PageBuilder::takeFullLeaves()
{
    PlanPage page;
    const auto end = m_documents.begin() + static_cast<std::ptrdiff_t>(m_settled);
    page.documents.assign(m_documents.begin(), end);
    m_documents.erase(m_documents.begin(), end);
    page.leaves = std::exchange(m_leaves, {});
    page.cursor = m_settledCursor;
    m_settled = 0;
    return page;
}

PlanPage PageBuilder::takeAll()
{
    if (!m_open.documentNumbers.empty())
        closeLeaf();
    settle();
    return takeFullLeaves();
}

int PageBuilder::leafLimit() const
{
    const int shift = static_cast<int>(std::min<qint64>(m_nextLeaf, 16));
    return std::clamp(FirstLeaf << shift, 1, std::max(1, m_settings.batchSize));
}

void PageBuilder::closeLeaf()
{
    m_leaves.push_back(std::move(m_open));
    m_open = PlanPage::Leaf{.node = ++m_nextLeaf, .documentNumbers = {}};
    m_openBytes = 0;
    settle();
}

void PageBuilder::settle()
{
    m_settled = m_documents.size();
    m_settledCursor = m_cursor;
}

} // namespace Gemmary
