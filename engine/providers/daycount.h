// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/providertrouble.h"

namespace Gemmary {

// The requests of a day. It ends at midnight UTC until the provider says when its day does: reports differ
// whether Google's is UTC's or the Pacific's. Not thread-safe: its owner locks. Times are since 1970.
class DayCount
{
public:
    explicit DayCount(qint64 nowMs);

    void add() { ++m_sent; }
    // Until one more request keeps to the limit; zero: now.
    [[nodiscard]] std::chrono::milliseconds wait(qint64 nowMs, qint64 limit);
    // The provider says so, whatever was counted, and perhaps how long.
    void usedUp(const ProviderTrouble &trouble, qint64 nowMs);
    [[nodiscard]] const ProviderTrouble &cause() const { return m_cause; }

private:
    void begin(qint64 nowMs);

    qint64 m_sent = 0;
    qint64 m_endsMs;
    bool m_isUsedUp = false;
    ProviderTrouble m_cause;
};

} // namespace Gemmary
