// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/termoccurrences.h"

namespace Gemmary {

// A window holds as many different terms as it has first occurrences. count() also took the windows that
// would begin in the last 499 terms and reach past the end: such a window holds the terms whose last place is
// in it.
MovingTypeTokenRatio TermOccurrences::movingRatio() const
{
    constexpr std::uint64_t Window = MovingTypeTokenRatio::Window;
    const std::uint64_t terms = m_position.next - m_documentStart;
    if (terms < Window)
        return {};
    const std::uint64_t firstCutWindow = m_position.next - (Window - 1);
    std::uint64_t distinct = m_position.firstInWindows;
    for (const TermId id : m_documentTerms) {
        const std::uint64_t last = m_terms[id].last;
        distinct -= last >= firstCutWindow ? last - firstCutWindow + 1 : 0;
    }
    return {static_cast<qint64>(terms - Window + 1), static_cast<qint64>(distinct)};
}

void TermOccurrences::endDocument()
{
    for (const TermId id : m_documentTerms)
        m_terms[id].count = 0;
    m_documentTerms.clear();
    m_documentStart = m_position.next;
    m_position.firstInWindows = 0;
}

} // namespace Gemmary
