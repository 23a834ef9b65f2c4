// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/httpmetrics.h"

#include "rest/api/metricstext.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::array<double, 11> Bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30}; // s

} // namespace

void HttpMetrics::count(const char *route, const char *method, int status, std::chrono::nanoseconds taken)
{
    const double seconds = std::chrono::duration<double>(taken).count();
    const auto bucket = std::lower_bound(Bounds.begin(), Bounds.end(), seconds) - Bounds.begin();
    const std::lock_guard lock(m_mutex);
    ++m_answers[{route, method, status}];
    Durations &durations = m_durations[route];
    ++durations.buckets[static_cast<std::size_t>(bucket)];
    ++durations.count;
    durations.seconds += seconds;
}

void HttpMetrics::setStreams(int streams)
{
    const std::lock_guard lock(m_mutex);
    m_streams = streams;
}

QByteArray HttpMetrics::text() const
{
    MetricsText text;
    const std::lock_guard lock(m_mutex);
    text.begin("gemmary_http_requests_total", "counter", "Requests answered.");
    for (const auto &[answered, count] : m_answers) {
        text.add(static_cast<double>(count), {{"method", QByteArray::fromStdString(answered.method)},
                                              {"route", QByteArray::fromStdString(answered.route)},
                                              {"status", QByteArray::number(answered.status)}});
    }
    text.begin("gemmary_http_request_duration_seconds", "histogram",
               "From the complete request to its answer; of streams, to their beginning.");
    for (const auto &[name, durations] : m_durations) {
        const QByteArray route = QByteArray::fromStdString(name);
        qint64 sum = 0;
        for (std::size_t i = 0; i < durations.buckets.size(); ++i) {
            sum += durations.buckets[i];
            text.add(static_cast<double>(sum),
                     {{"route", route}, {"le", i < Bounds.size() ? QByteArray::number(Bounds[i]) : "+Inf"}},
                     "_bucket");
        }
        text.add(durations.seconds, {{"route", route}}, "_sum");
        text.add(static_cast<double>(durations.count), {{"route", route}}, "_count");
    }
    text.begin("gemmary_http_event_streams", "gauge", "Open streams of events.");
    text.add(m_streams);
    return text.text();
}

} // namespace Gemmary
