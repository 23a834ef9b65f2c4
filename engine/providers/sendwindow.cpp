// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sendwindow.h"

#include <algorithm>
#include <numeric>

using namespace std::chrono_literals;

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds Length = 60s;

} // namespace

void SendWindow::add(quint64 ticket, Time now, qint64 tokens)
{
    m_sends.push_back({ticket, now, tokens});
}

void SendWindow::correct(quint64 ticket, qint64 tokens)
{
    for (Send &send : m_sends) {
        if (send.ticket == ticket)
            send.tokens = tokens;
    }
}

void SendWindow::forget(Time now)
{
    while (!m_sends.empty() && m_sends.front().time + Length <= now)
        m_sends.pop_front();
}

SendWindow::Time SendWindow::paceAllows(int perMinute) const
{
    if (perMinute <= 0 || m_sends.empty())
        return {};
    const auto limit = static_cast<std::size_t>(perMinute);
    const std::chrono::milliseconds distance((Length.count() + perMinute - 1) / perMinute);
    const Time next = m_sends.back().time + distance;
    // Only after the limit became lower are there more than the distance lets pass.
    return m_sends.size() < limit ? next : std::max(next, m_sends[m_sends.size() - limit].time + Length);
}

SendWindow::Time SendWindow::roomFor(qint64 tokens, qint64 perMinute) const
{
    Time room;
    if (perMinute <= 0)
        return room;
    const qint64 others = std::max<qint64>(0, perMinute - tokens);
    const auto add = [](qint64 sum, const Send &send) { return sum + send.tokens; };
    qint64 used = std::accumulate(m_sends.begin(), m_sends.end(), qint64(0), add);
    for (auto send = m_sends.begin(); used > others && send != m_sends.end(); ++send) {
        used -= send->tokens;
        room = send->time + Length;
    }
    return room;
}

} // namespace Gemmary
