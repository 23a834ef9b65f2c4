// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/instanceregistry.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace Gemmary {

// Tells others every few seconds, from a thread of its own, that this engine works and what it does; and at
// last that it has ended. A store that does not answer is told later: nothing depends on it.
class Presence
{
public:
    using Report = std::function<Instance()>; // what to tell now; called on that thread

    Presence(InstanceRegistry &registry, Report report);
    ~Presence();
    Presence(const Presence &) = delete;
    Presence &operator=(const Presence &) = delete;

    void tellNow();

private:
    void run();
    void tell();

    InstanceRegistry &m_registry;
    Report m_report;
    bool m_isKnown = false; // only its thread, and the destructor after it
    std::mutex m_mutex;     // guards what follows
    std::condition_variable m_changed;
    bool m_isDue = true;
    bool m_ending = false;
    std::jthread m_thread; // last: it uses the members above
};

} // namespace Gemmary
