// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"
#include "domain/process.h"
#include "ports/processstore.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>

namespace Gemmary {

// Tells watchers how processes get on, by asking the store for snapshots of what is watched and passing on
// those that changed. So it makes no difference which engine, here or elsewhere, does the work. Thread-safe.
class ProgressHub
{
public:
    using Listener = std::function<void(const ProcessSnapshot &)>; // on the hub's thread; must not block

    // Runs one loop on the executor. `interval` is the time between rounds.
    ProgressHub(ProcessStore &store, Executor &executor, std::chrono::milliseconds interval,
                Listener listener);
    ~ProgressHub(); // ends the loop and waits for it
    ProgressHub(const ProgressHub &) = delete;
    ProgressHub &operator=(const ProgressHub &) = delete;

    // The listener gets one snapshot soon, then each change until unwatch().
    void watch(const ProcessId &process);
    void unwatch(const ProcessId &process);

    // Asks now; something happened here.
    void poke();

private:
    void run();
    void askRound(std::unique_lock<std::mutex> &lock);

    ProcessStore &m_store;
    std::chrono::milliseconds m_interval;
    Listener m_listener;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::map<ProcessId, qint64> m_versions; // last told; -1: none
    bool m_poked = false;
    bool m_ending = false;
    bool m_running = true;
};

} // namespace Gemmary
