// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/views.h"

#include <QString>

#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace Gemmary {

// What one worker is doing at this instant.
struct Activity
{
    ProcessId process;
    Step step = Step::Reading;
    QString document; // empty while results of many are combined
};

// The board on which workers write what they do, for "current file". Thread-safe.
class ActivityBoard
{
public:
    void set(Activity activity);
    void clear();
    [[nodiscard]] std::vector<Activity> current() const;

private:
    mutable std::mutex m_mutex;
    std::map<std::thread::id, Activity> m_activities;
};

} // namespace Gemmary
