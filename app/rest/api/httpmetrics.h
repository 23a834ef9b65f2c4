// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <chrono>
#include <compare>
#include <map>
#include <mutex>
#include <string>

namespace Gemmary {

// Counts what the listener answers, for Prometheus. Thread-safe. Routes and methods are a closed set, so that
// no client can make it grow.
class HttpMetrics
{
public:
    // `route` is a pattern, or empty for what fits none; `method` as the route has it.
    void count(const char *route, const char *method, int status, std::chrono::nanoseconds taken);

    void setStreams(int streams);

    // In Prometheus's text format.
    [[nodiscard]] QByteArray text() const;

private:
    struct Answered
    {
        std::string route;
        std::string method;
        int status = 0;

        friend auto operator<=>(const Answered &, const Answered &) = default;
    };

    struct Durations
    {
        std::array<qint64, 12> buckets{}; // each without those before it
        qint64 count = 0;
        double seconds = 0;
    };

    mutable std::mutex m_mutex; // guards what follows
    std::map<Answered, qint64> m_answers;
    std::map<std::string, Durations> m_durations; // by route
    int m_streams = 0;
};

} // namespace Gemmary
