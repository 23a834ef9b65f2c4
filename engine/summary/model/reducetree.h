// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace Gemmary {

// A text that stands for a share of a whole, such as the summary of one part.
struct Piece
{
    std::string text;  // as it goes to the model
    double weight = 0; // how much of the whole it stands for
};

// Makes one text of many, in their order, by groups that a model takes at once and groups of what comes out.
// Groups are worked off as they fill up: what is held grows with the logarithm of the number of pieces, and
// the same pieces always make the same groups.
class ReduceTree
{
public:
    // Makes one piece of a group; `last`: it is the whole. nullopt: the group gave nothing, the rest goes on.
    using Merge = std::function<Result<std::optional<Piece>>(const std::vector<Piece> &group, bool last)>;

    // A group has at most `fanIn` pieces and, unless it has only two, `window` estimated tokens.
    ReduceTree(Merge merge, std::size_t fanIn, qint64 window);

    // Errors are those of merging.
    [[nodiscard]] Result<void> add(Piece piece);

    // The whole; nullopt when nothing is left of it.
    [[nodiscard]] Result<std::optional<Piece>> finish();

private:
    struct Group
    {
        std::vector<Piece> pieces;
        qint64 tokens = 0;
    };

    [[nodiscard]] Result<void> addTo(std::size_t level, Piece piece);
    [[nodiscard]] bool isFull(const Group &group, qint64 tokens) const;

    Merge m_merge;
    std::size_t m_fanIn;
    qint64 m_window;
    std::vector<Group> m_levels;
};

} // namespace Gemmary
