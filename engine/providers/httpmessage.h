// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QUrl>

#include <chrono>

namespace Gemmary {

// How long a request may take. A local server that reads a long prompt says nothing for minutes.
struct HttpTimes
{
    std::chrono::milliseconds firstByte{120'000};
    std::chrono::milliseconds betweenBytes{60'000};
    std::chrono::milliseconds total{30 * 60 * 1000};
};

struct HttpRequest
{
    QUrl url;
    QByteArray body; // JSON for a POST; empty: a GET
    // The header that carries the key. A key never goes into the URL: URLs land in logs.
    QByteArray keyHeader;
    QByteArray keyValue; // empty: no key
    HttpTimes times = {};
};

struct HttpReply
{
    int status = 0;
    QByteArray retryAfter; // the header of that name
    QByteArray body;       // but for what the caller took as it came
};

// Whether only this computer sees what is sent there.
[[nodiscard]] inline bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1StringView("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace Gemmary
