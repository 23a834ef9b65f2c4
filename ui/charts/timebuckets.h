// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace Gemmary {

// Counts of events in buckets of equal width along time, in a bounded number of buckets.
//
// When there are too many, either the oldest are forgotten (the last minutes) or neighbours are added
// together and the width doubles (the whole run), so a run of any length costs the same memory. Plain values,
// any thread.
class TimeBuckets
{
public:
    enum class Overflow { Forget, Coarsen };

    TimeBuckets(qint64 widthMs, std::size_t capacity, Overflow overflow);

    void clear();

    // Spreads `count` evenly over (fromMs, toMs]. What lies before the first bucket is forgotten, or, on a
    // whole run (a clock was set back), goes into the first.
    void add(qint64 fromMs, qint64 toMs, qint64 count);

    // Opens empty buckets up to `nowMs`.
    void advance(qint64 nowMs);

    [[nodiscard]] bool isEmpty() const { return m_counts.empty(); }
    [[nodiscard]] std::size_t size() const { return m_counts.size(); }
    [[nodiscard]] qint64 widthMs() const { return m_widthMs; }
    [[nodiscard]] qint64 startMs(std::size_t bucket = 0) const;
    [[nodiscard]] qint64 count(std::size_t bucket) const { return m_counts[bucket]; }
    [[nodiscard]] qint64 total() const;

private:
    std::size_t bucketAt(qint64 ms) const;
    void coarsen();

    qint64 m_firstWidthMs;
    qint64 m_widthMs;
    std::size_t m_capacity;
    Overflow m_overflow;
    qint64 m_startMs = 0;
    std::deque<qint64> m_counts;
};

} // namespace Gemmary
