// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timebuckets.h"

#include <algorithm>
#include <numeric>

namespace Gemmary {

TimeBuckets::TimeBuckets(qint64 widthMs, std::size_t capacity, Overflow overflow)
    : m_firstWidthMs(widthMs)
    , m_widthMs(widthMs)
    , m_capacity(capacity)
    , m_overflow(overflow)
{}

void TimeBuckets::clear()
{
    m_counts.clear();
    m_widthMs = m_firstWidthMs;
    m_startMs = 0;
}

void TimeBuckets::add(qint64 fromMs, qint64 toMs, qint64 count)
{
    fromMs = std::min(fromMs, toMs);
    if (isEmpty())
        advance(fromMs + 1);
    advance(toMs);
    const auto dueUntil = [&](qint64 ms) {
        if (ms <= fromMs)
            return qint64{0};
        if (ms >= toMs)
            return count;
        const double share = static_cast<double>(ms - fromMs) / static_cast<double>(toMs - fromMs);
        return static_cast<qint64>(static_cast<double>(count) * share);
    };
    // Whole events only: each bucket gets what is due up to its end, less what those before were given.
    qint64 given = m_overflow == Overflow::Forget ? dueUntil(m_startMs) : 0;
    const std::size_t last = bucketAt(toMs);
    for (std::size_t bucket = bucketAt(fromMs + 1); bucket < last; ++bucket) {
        const qint64 due = dueUntil(startMs(bucket + 1));
        m_counts[bucket] += due - given;
        given = due;
    }
    m_counts[last] += count - given;
}

void TimeBuckets::advance(qint64 nowMs)
{
    if (isEmpty()) {
        m_startMs = (nowMs - 1) / m_widthMs * m_widthMs;
        m_counts.push_back(0);
    }
    // A long gap leaves nothing of the old to remember.
    const qint64 keeps = static_cast<qint64>(m_capacity) * m_widthMs;
    if (m_overflow == Overflow::Forget && nowMs - startMs(size()) >= keeps) {
        m_counts.assign(m_capacity, 0);
        m_startMs = (nowMs - 1) / m_widthMs * m_widthMs - keeps + m_widthMs;
    }
    while (nowMs > startMs(size())) {
        if (size() == m_capacity && m_overflow == Overflow::Coarsen) {
            coarsen();
            continue;
        }
        m_counts.push_back(0);
        if (size() > m_capacity) {
            m_counts.pop_front();
            m_startMs += m_widthMs;
        }
    }
}

qint64 TimeBuckets::startMs(std::size_t bucket) const
{
    return m_startMs + static_cast<qint64>(bucket) * m_widthMs;
}

qint64 TimeBuckets::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), qint64{0});
}

// An instant belongs to the bucket that it ends.
std::size_t TimeBuckets::bucketAt(qint64 ms) const
{
    const qint64 index = (ms - 1 - m_startMs) / m_widthMs;
    return static_cast<std::size_t>(std::clamp<qint64>(index, 0, static_cast<qint64>(size()) - 1));
}

void TimeBuckets::coarsen()
{
    std::deque<qint64> sums;
    for (std::size_t i = 0; i < m_counts.size(); i += 2)
        sums.push_back(m_counts[i] + (i + 1 < m_counts.size() ? m_counts[i + 1] : 0));
    m_counts = std::move(sums);
    m_widthMs *= 2;
}

} // namespace Gemmary
