// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/listenerhost.h"

#include "base/logging.h"

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds GraceTime(2'000); // for answers in hand; slow clients hold nothing up

} // namespace

ListenerHost::ListenerHost(Start start)
    : m_start(std::move(start))
    , m_grace(this) // moves to the thread, too
{
    m_grace.setSingleShot(true);
    m_grace.setInterval(GraceTime);
    connect(&m_grace, &QTimer::timeout, this, &ListenerHost::end);
}

void ListenerHost::use(std::optional<Settings> wish)
{
    m_wish = std::move(wish);
    if (!m_serving)
        begin();
    else if (!m_grace.isActive()) {
        m_serving->close();
        m_grace.start();
    }
}

void ListenerHost::end()
{
    m_grace.stop();
    m_serving.reset();
    begin();
}

void ListenerHost::begin()
{
    if (!m_wish) {
        Q_EMIT closed();
        return;
    }
    auto started = m_start(*m_wish);
    if (!started) {
        logWarning(logApp, QStringLiteral("not listening"), {{"error", started.error().message}});
        Q_EMIT failed(started.error());
        return;
    }
    m_serving = std::move(*started);
    // Queued: it does not end inside of its own signal.
    connect(m_serving.get(), &Serving::closed, this, &ListenerHost::end, Qt::QueuedConnection);
    Q_EMIT opened(m_serving->url());
}

} // namespace Gemmary
