// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/wordbreaker.h"

namespace Gemmary {

bool WordBreaker::open(const icu::UnicodeString &run)
{
    if (!m_breaks && !m_failed) {
        UErrorCode status = U_ZERO_ERROR;
        m_breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        m_failed = U_FAILURE(status) || !m_breaks;
    }
    if (m_failed)
        return false;
    m_breaks->setText(run);
    return true;
}

} // namespace Gemmary
