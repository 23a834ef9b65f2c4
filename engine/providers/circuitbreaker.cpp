// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/circuitbreaker.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Gemmary {

namespace {

constexpr int FailuresToOpen = 5;
constexpr std::chrono::milliseconds FirstOpen = 60s;
constexpr std::chrono::milliseconds LongestOpen = 15min;
constexpr std::chrono::milliseconds WhileProbing = 30s; // a guess: nobody knows how long the answer takes

} // namespace

std::chrono::milliseconds CircuitBreaker::wait(Time now) const
{
    if (m_openFor == 0ms)
        return 0ms;
    if (now < m_openUntil)
        return std::chrono::ceil<std::chrono::milliseconds>(m_openUntil - now);
    return m_probe == 0 ? 0ms : WhileProbing;
}

void CircuitBreaker::began(quint64 ticket)
{
    if (m_openFor > 0ms)
        m_probe = ticket;
}

void CircuitBreaker::succeeded()
{
    *this = {};
}

void CircuitBreaker::failed(quint64 ticket, Time now)
{
    const bool wasOpen = m_openFor > 0ms;
    // Those that were under way when it opened say nothing new.
    if (wasOpen && (now < m_openUntil || (m_probe != 0 && m_probe != ticket)))
        return;
    m_probe = 0;
    if (!wasOpen && ++m_failures < FailuresToOpen)
        return;
    m_openFor = wasOpen ? std::min(m_openFor * 2, LongestOpen) : FirstOpen;
    m_openUntil = now + m_openFor;
}

void CircuitBreaker::gaveUp(quint64 ticket)
{
    if (m_probe == ticket)
        m_probe = 0;
}

} // namespace Gemmary
