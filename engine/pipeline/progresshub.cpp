// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/progresshub.h"

#include "base/logging.h"

namespace Gemmary {

namespace {

constexpr auto ShortestRound =
    std::chrono::milliseconds(100); // no watcher is told more than ten times a second

} // namespace

ProgressHub::ProgressHub(ProcessStore &store, Executor &executor, std::chrono::milliseconds interval,
                         Listener listener)
    : m_store(store)
    , m_interval(interval)
    , m_listener(std::move(listener))
{
    executor.post([this] { run(); });
}

ProgressHub::~ProgressHub()
{
    std::unique_lock lock(m_mutex);
    m_ending = true;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_running; });
}

void ProgressHub::watch(const ProcessId &process)
{
    const std::scoped_lock lock(m_mutex);
    m_versions[process] = -1;
    m_poked = true;
    m_changed.notify_all();
}

void ProgressHub::unwatch(const ProcessId &process)
{
    const std::scoped_lock lock(m_mutex);
    m_versions.erase(process);
}

void ProgressHub::poke()
{
    const std::scoped_lock lock(m_mutex);
    m_poked = true;
    m_changed.notify_all();
}

void ProgressHub::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        m_changed.wait_for(lock, m_interval, [this] { return m_ending || m_poked; });
        if (m_ending)
            break;
        m_poked = false;
        askRound(lock);
        m_changed.wait_for(lock, ShortestRound, [this] { return m_ending; });
    }
    m_running = false;
    m_changed.notify_all();
}

// The store is asked without the lock; a process unwatched meanwhile is not told.
void ProgressHub::askRound(std::unique_lock<std::mutex> &lock)
{
    const auto watched = m_versions;
    for (const auto &[process, known] : watched) {
        lock.unlock();
        const auto snapshot = m_store.snapshot(process);
        lock.lock();
        const auto entry = m_versions.find(process);
        if (m_ending || !snapshot || entry == m_versions.end() || snapshot->version == entry->second)
            continue;
        entry->second = snapshot->version;
        lock.unlock();
        m_listener(*snapshot);
        lock.lock();
    }
}

} // namespace Gemmary
