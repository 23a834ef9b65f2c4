// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/eventhub.h"

#include "rest/api/eventsource.h"
#include "rest/api/httpmetrics.h"

#include <algorithm>
#include <atomic>

namespace Gemmary {

using Moment = std::chrono::steady_clock::time_point;

// One client that listens. `isGone` is set by the listener's thread; the rest is the hub's.
struct EventHub::Stream
{
    std::shared_ptr<HttpExchange> exchange;
    std::optional<ProcessId> only;
    QByteArray lastEventId; // as it came in
    bool isGreeted = false;
    qint64 told = 0; // number of the last event that it was told, or that is not for it
    Moment spoken;
    std::shared_ptr<std::atomic<bool>> isGone = std::make_shared<std::atomic<bool>>(false);
};

EventHub::EventHub(Engine &engine, const RestSettings &settings, HttpMetrics &metrics)
    : m_settings(settings)
    , m_metrics(metrics)
    , m_source(std::make_unique<EventSource>(engine))
    , m_thread([this] { run(); })
{}

EventHub::~EventHub()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
    for (const auto &stream : m_streams)
        stream->exchange->end();
}

bool EventHub::add(const std::shared_ptr<HttpExchange> &exchange, std::optional<ProcessId> only,
                   const HttpResponse &head)
{
    auto stream = std::make_shared<Stream>();
    stream->exchange = exchange;
    stream->only = only;
    stream->lastEventId = exchange->request().header("last-event-id");
    stream->spoken = std::chrono::steady_clock::now();
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending || static_cast<int>(m_streams.size()) >= m_settings.mostStreams)
            return false;
        exchange->stream(head);
        exchange->onGone([gone = stream->isGone] { *gone = true; });
        m_streams.push_back(std::move(stream));
        m_metrics.setStreams(static_cast<int>(m_streams.size()));
    }
    m_changed.notify_all();
    return true;
}

void EventHub::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_streams.empty(); });
        forgetGone();
        if (m_ending)
            return;
        const auto streams = m_streams;
        lock.unlock();
        const bool all =
            std::any_of(streams.begin(), streams.end(), [](const auto &stream) { return !stream->only; });
        std::vector<ProcessId> those;
        for (const auto &stream : streams) {
            if (stream->only)
                those.push_back(*stream->only);
        }
        std::sort(those.begin(), those.end());
        those.erase(std::unique(those.begin(), those.end()), those.end());
        m_source->look(all, those);
        for (const auto &stream : streams)
            serve(*stream);
        lock.lock();
        // A new stream is greeted soon, but many new ones do not make for more looks.
        m_changed.wait_for(lock, m_settings.eventInterval, [this] { return m_ending; });
    }
}

void EventHub::serve(Stream &stream)
{
    const auto known = stream.isGreeted ? std::optional(stream.told) : m_source->numberOf(stream.lastEventId);
    const auto events = known ? m_source->since(*known, stream.only) : m_source->present(stream.only);
    QByteArray text;
    for (const EventSource::Event &event : events) {
        // Only the last of those that say how things are has an id: who gets less of them begins again.
        if (known || &event == &events.back())
            text += "id: " + m_source->idOf(event.number) + '\n';
        text += event.text + '\n';
    }
    const Moment now = std::chrono::steady_clock::now();
    if (text.isEmpty() && now - stream.spoken >= m_settings.commentInterval)
        text = ": still there\n\n";
    if (!text.isEmpty()) {
        stream.exchange->send(text);
        stream.spoken = now;
    }
    stream.isGreeted = true;
    stream.told = m_source->last();
}

void EventHub::forgetGone()
{
    std::erase_if(m_streams, [](const auto &stream) { return stream->isGone->load(); });
    m_metrics.setStreams(static_cast<int>(m_streams.size()));
}

} // namespace Gemmary
