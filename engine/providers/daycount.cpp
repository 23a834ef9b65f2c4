// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/daycount.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Gemmary {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds Day = 24h;
constexpr milliseconds ShortestWait = 60s; // a day's requests do not come back sooner

} // namespace

DayCount::DayCount(qint64 nowMs)
    : m_endsMs((nowMs / Day.count() + 1) * Day.count())
{}

milliseconds DayCount::wait(qint64 nowMs, qint64 limit)
{
    begin(nowMs);
    const bool isReached = limit > 0 && m_sent >= limit;
    return milliseconds(m_isUsedUp || isReached ? m_endsMs - nowMs : 0);
}

void DayCount::usedUp(const ProviderTrouble &trouble, qint64 nowMs)
{
    begin(nowMs);
    m_isUsedUp = true;
    m_cause = trouble;
    if (trouble.retryAfter)
        m_endsMs = nowMs + std::clamp(*trouble.retryAfter, ShortestWait, Day).count();
}

// A new day, if there is one.
void DayCount::begin(qint64 nowMs)
{
    m_endsMs = std::min(m_endsMs, nowMs + Day.count()); // the computer's clock may be set back
    if (nowMs < m_endsMs)
        return;
    m_endsMs += ((nowMs - m_endsMs) / Day.count() + 1) * Day.count();
    m_sent = 0;
    m_isUsedUp = false;
    m_cause = {};
}

} // namespace Gemmary
