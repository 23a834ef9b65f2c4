// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>

namespace Gemmary {

// What was sent within the last minute. Not thread-safe: its owner locks.
class SendWindow
{
public:
    using Time = std::chrono::steady_clock::time_point;

    void add(quint64 ticket, Time now, qint64 tokens);
    // What a request really took, while it is in the window.
    void correct(quint64 ticket, qint64 tokens);
    void forget(Time now);

    // When one more request keeps to a number a minute, evenly spread; zero: there is no limit.
    [[nodiscard]] Time paceAllows(int perMinute) const;
    // When `tokens` more keep to a sum a minute. What is larger than the sum goes when nothing else is there.
    [[nodiscard]] Time roomFor(qint64 tokens, qint64 perMinute) const;

private:
    struct Send
    {
        quint64 ticket;
        Time time;
        qint64 tokens;
    };

    std::deque<Send> m_sends; // oldest first
};

} // namespace Gemmary
