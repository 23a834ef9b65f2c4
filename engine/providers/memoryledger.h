// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ports/quotaledger.h"

#include <map>
#include <mutex>

namespace Gemmary {

// A QuotaLedger of this program alone, for servers that are one's own.
class MemoryLedger : public QuotaLedger
{
public:
    // `clock` outlives it.
    explicit MemoryLedger(const Clock &clock)
        : m_clock(clock)
    {}

    [[nodiscard]] Result<void> change(const QString &account, const Change &change) override
    {
        const std::scoped_lock lock(m_mutex);
        (void)change(m_books[account], m_clock.epochMs());
        return {};
    }

private:
    const Clock &m_clock;
    std::mutex m_mutex;
    std::map<QString, QuotaBook> m_books;
};

} // namespace Gemmary
