// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/reducetree.h"

#include "summary/model/tokenestimate.h"

#include <algorithm>
#include <utility>

namespace Gemmary {

ReduceTree::ReduceTree(Merge merge, std::size_t fanIn, qint64 window)
    : m_merge(std::move(merge))
    , m_fanIn(std::max<std::size_t>(fanIn, 2))
    , m_window(window)
{}

Result<void> ReduceTree::add(Piece piece)
{
    return addTo(0, std::move(piece));
}

// A group is merged only when one more piece comes, which tells that it is not the whole.
Result<void> ReduceTree::addTo(std::size_t level, Piece piece)
{
    std::optional<Piece> next = std::move(piece);
    for (; next; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        const qint64 tokens = estimateTokens(next->text);
        Group &group = m_levels[level];
        Group full;
        if (isFull(group, tokens))
            full = std::exchange(group, {});
        group.pieces.push_back(std::move(*next));
        group.tokens += tokens;
        next.reset();
        if (!full.pieces.empty()) {
            GEMMARY_ASSIGN(merged, m_merge(full.pieces, false));
            next = std::move(merged);
        }
    }
    return {};
}

// Fewer than two are never a group: one alone would go up and up.
bool ReduceTree::isFull(const Group &group, qint64 tokens) const
{
    return group.pieces.size() >= m_fanIn || (group.pieces.size() >= 2 && group.tokens + tokens > m_window);
}

Result<std::optional<Piece>> ReduceTree::finish()
{
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        const Group group = std::exchange(m_levels[level], {});
        if (group.pieces.empty())
            continue;
        const auto above = m_levels.begin() + static_cast<std::ptrdiff_t>(level) + 1;
        if (std::all_of(above, m_levels.end(), [](const Group &other) { return other.pieces.empty(); }))
            return m_merge(group.pieces, true);
        std::optional<Piece> merged = group.pieces.front();
        if (group.pieces.size() > 1) {
            GEMMARY_ASSIGN(made, m_merge(group.pieces, false));
            merged = std::move(made);
        }
        if (merged)
            GEMMARY_TRY(addTo(level + 1, std::move(*merged)));
    }
    return std::nullopt;
}

} // namespace Gemmary
