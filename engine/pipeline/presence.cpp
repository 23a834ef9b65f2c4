// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/presence.h"

#include "base/logging.h"

namespace Gemmary {

Presence::Presence(InstanceRegistry &registry, Report report)
    : m_registry(registry)
    , m_report(std::move(report))
    , m_thread([this] { run(); })
{}

Presence::~Presence()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
    if (!m_isKnown)
        return;
    if (const auto withdrawn = m_registry.withdraw(m_report().id); !withdrawn)
        logWarning(logPipeline, QStringLiteral("not signed off"), {{"error", withdrawn.error().message}});
}

void Presence::tellNow()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isDue = true;
    }
    m_changed.notify_all();
}

void Presence::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        m_isDue = false;
        lock.unlock();
        tell();
        lock.lock();
        m_changed.wait_for(lock, PresenceInterval, [this] { return m_ending || m_isDue; });
    }
}

void Presence::tell()
{
    const auto told = m_registry.announce(m_report());
    m_isKnown = told.has_value();
    if (!told)
        logWarning(logPipeline, QStringLiteral("presence not told"), {{"error", told.error().message}});
}

} // namespace Gemmary
