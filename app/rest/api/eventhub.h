// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "rest/api/restsettings.h"
#include "rest/http/httphandler.h"

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace Gemmary {

class EventSource;
class HttpMetrics;

// Tells the clients of GET /process/events how processes get on, as server-sent events. It looks for changes
// itself, on a thread of its own and only while somebody listens. Thread-safe.
//
// An event's id is "<run>-<number>". Who comes back with the last one it got is told what has changed since,
// as long as this run remembers; everybody else is told how things are.
class EventHub
{
public:
    EventHub(Engine &engine, const RestSettings &settings, HttpMetrics &metrics);
    ~EventHub(); // ends the streams
    EventHub(const EventHub &) = delete;
    EventHub &operator=(const EventHub &) = delete;

    // Begins a stream, of one process or of all; false: there are too many, nothing is answered.
    [[nodiscard]] bool add(const std::shared_ptr<HttpExchange> &exchange, std::optional<ProcessId> only,
                           const HttpResponse &head);

private:
    struct Stream;

    void run();
    void serve(Stream &stream);
    void forgetGone();

    const RestSettings &m_settings;
    HttpMetrics &m_metrics;
    std::unique_ptr<EventSource> m_source; // of the hub's thread alone

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<Stream>> m_streams;
    bool m_ending = false;

    std::thread m_thread; // last, for it uses all of the above
};

} // namespace Gemmary
