// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/statistics.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace Gemmary {

using TermId = std::uint32_t; // from 0, in the order of first occurrence in a batch

// The stream of terms of one document after another: how often each occurs, and how many different ones every
// window of 500 holds, without looking at a window. Not thread-safe.
class TermOccurrences
{
public:
    // Where the stream stands; a value, so that the hot loop has it in registers.
    struct Position
    {
        std::uint64_t next = 1; // number of the next term, of all documents
        std::uint64_t firstInWindows =
            0; // pairs of an occurrence and a window it is the first of its term in
    };

    // Makes the next TermId known.
    void addTerm() { m_terms.emplace_back(); }

    // Counts one occurrence, the next of the document.
    void count(TermId id) { count(id, m_position); }
    void count(TermId id, Position &position)
    {
        Term &term = m_terms[id];
        std::uint64_t last = term.last;
        if (last < m_documentStart) {
            m_documentTerms.push_back(id);
            last = m_documentStart - 1;
        }
        // Windows beginning after the last occurrence have this one as their first, as far as a window
        // reaches.
        const std::uint64_t distance = position.next - last;
        position.firstInWindows += std::min<std::uint64_t>(distance, MovingTypeTokenRatio::Window);
        term.last = position.next++;
        ++term.count;
    }
    [[nodiscard]] Position position() const { return m_position; }
    void setPosition(const Position &position) { m_position = position; }

    // The present document: its different terms, in the order of their first occurrence, and their numbers.
    [[nodiscard]] std::span<const TermId> terms() const { return m_documentTerms; }
    [[nodiscard]] qint64 countOf(TermId id) const { return m_terms[id].count; }
    [[nodiscard]] qint64 length() const { return static_cast<qint64>(m_position.next - m_documentStart); }
    [[nodiscard]] MovingTypeTokenRatio movingRatio() const;

    // The next document begins.
    void endDocument();

private:
    struct Term
    {
        std::uint64_t last = 0; // its latest place in the stream; 0: none
        qint64 count = 0;       // in the present document
    };

    std::vector<Term> m_terms;
    std::vector<TermId> m_documentTerms;
    Position m_position;
    std::uint64_t m_documentStart = 1;
};

} // namespace Gemmary
