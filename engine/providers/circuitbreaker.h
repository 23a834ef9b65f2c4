// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Gemmary {

// Leaves a provider alone that failed several times in a row: a minute, then twice as long each time that the
// one request which looks whether it is back fails too. Not thread-safe: its owner locks.
class CircuitBreaker
{
public:
    using Time = std::chrono::steady_clock::time_point;

    // Until the next request may go; zero: now.
    [[nodiscard]] std::chrono::milliseconds wait(Time now) const;
    // A request goes. After a failure of the provider it is the one that looks.
    void began(quint64 ticket);

    void succeeded();
    void failed(quint64 ticket, Time now);
    // It ended without telling anything of the provider.
    void gaveUp(quint64 ticket);

private:
    int m_failures = 0;                     // in a row
    std::chrono::milliseconds m_openFor{0}; // zero: requests pass
    Time m_openUntil;
    quint64 m_probe = 0; // the request that looks; zero: none
};

} // namespace Gemmary
