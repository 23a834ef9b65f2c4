// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/activity.h"

namespace Gemmary {

void ActivityBoard::set(Activity activity)
{
    const std::scoped_lock lock(m_mutex);
    m_activities[std::this_thread::get_id()] = std::move(activity);
}

void ActivityBoard::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_activities.erase(std::this_thread::get_id());
}

std::vector<Activity> ActivityBoard::current() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<Activity> activities;
    activities.reserve(m_activities.size());
    for (const auto &[thread, activity] : m_activities)
        activities.push_back(activity);
    return activities;
}

void ActivityBoard::countTakenOver()
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.takenOver;
}

void ActivityBoard::countDone()
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.done;
}

JobTally ActivityBoard::tally() const
{
    const std::scoped_lock lock(m_mutex);
    return m_tally;
}

} // namespace Gemmary
