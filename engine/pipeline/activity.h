// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instance.h"

#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace Gemmary {

// The board on which workers write what they do and what they have done. Thread-safe.
class ActivityBoard
{
public:
    void set(Activity activity);
    void clear();
    [[nodiscard]] std::vector<Activity> current() const;

    void countTakenOver();
    void countDone();
    [[nodiscard]] JobTally tally() const;

private:
    mutable std::mutex m_mutex;
    std::map<std::thread::id, Activity> m_activities;
    JobTally m_tally;
};

} // namespace Gemmary
