// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/statetimeline.h"

namespace Gemmary {

namespace {

constexpr qint64 FirstStep = 250; // ms; charts are not drawn more often

} // namespace

StateTimeline::StateTimeline(std::size_t capacity)
    : m_capacity(capacity)
    , m_stepMs(FirstStep)
{
    m_points.reserve(capacity);
}

void StateTimeline::clear()
{
    m_points.clear();
    m_stepMs = FirstStep;
}

void StateTimeline::add(const StatesPoint &point)
{
    const std::size_t size = m_points.size();
    if (size > 0 && point.atMs <= m_points.back().atMs) {
        m_points.back().counts = point.counts;
        return;
    }
    // The newest point moves on until it is a whole step from the one before.
    if (size > 1 && m_points[size - 1].atMs - m_points[size - 2].atMs < m_stepMs) {
        m_points.back() = point;
        return;
    }
    if (size >= m_capacity)
        thinOut();
    m_points.push_back(point);
}

void StateTimeline::thinOut()
{
    std::size_t kept = 1;
    for (std::size_t i = 2; i < m_points.size(); i += 2)
        m_points[kept++] = m_points[i];
    m_points.resize(kept);
    m_stepMs *= 2;
}

} // namespace Gemmary
