// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/points.h"

#include <vector>

namespace Gemmary {

// How many documents were in each state along a run, in a bounded number of points.
//
// At most one point a step of time; when there are too many, every other is dropped and the step doubles. The
// first and the newest point are always exact. Plain values, any thread.
class StateTimeline
{
public:
    explicit StateTimeline(std::size_t capacity);

    void clear();
    void
    add(const StatesPoint &point); // one before the newest (a clock set back) replaces the newest's counts

    [[nodiscard]] const std::vector<StatesPoint> &points() const { return m_points; }

private:
    void thinOut();

    std::size_t m_capacity;
    qint64 m_stepMs;
    std::vector<StatesPoint> m_points;
};

} // namespace Gemmary
