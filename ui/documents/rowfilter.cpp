// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/rowfilter.h"

#include "widgets/processtexts.h"

namespace Gemmary {

bool isOf(DocumentKind kind, const DocumentLine &line)
{
    switch (kind) {
    case DocumentKind::All:
        return true;
    case DocumentKind::Done:
        return line.state == DocumentState::Done;
    case DocumentKind::Problems:
        return line.state == DocumentState::Failed || line.state == DocumentState::Partial;
    case DocumentKind::Skipped:
        return line.state == DocumentState::Skipped;
    case DocumentKind::Duplicate:
        return line.problem && line.problem->reason == Reason::Duplicate;
    case DocumentKind::Guessed:
        return line.encodingGuessed;
    }
    return false;
}

RowMatcher::RowMatcher(const RowFilter &filter)
    : m_filter(filter)
    , m_text(filter.text, Qt::CaseInsensitive)
{
    if (filter.text.isEmpty())
        return;
    for (std::size_t reason = 0; reason < ReasonCount; ++reason)
        m_reasonHasText.at(reason) = m_text.indexIn(reasonText(static_cast<Reason>(reason))) >= 0;
}

bool RowMatcher::matches(const DocumentLine &line) const
{
    if (!isOf(m_filter.kind, line))
        return false;
    if (m_filter.words &&
        (!isCounted(line.state) || line.words < m_filter.words->from || line.words > m_filter.words->to))
        return false;
    return m_filter.text.isEmpty() || hasText(line);
}

bool RowMatcher::hasText(const DocumentLine &line) const
{
    if (m_text.indexIn(line.name) >= 0)
        return true;
    return line.problem && (m_reasonHasText.at(static_cast<std::size_t>(line.problem->reason)) ||
                            m_text.indexIn(line.problem->detail) >= 0);
}

} // namespace Gemmary
