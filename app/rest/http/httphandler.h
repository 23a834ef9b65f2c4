// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/httprequest.h"
#include "rest/http/httpresponse.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace Gemmary {

inline namespace Rest {

// A request that waits for its answer. It may be kept and answered later, from any thread; when the client
// has gone, what is sent is dropped. An exchange that is let go without an answer answers 500.
class HttpExchange
{
public:
    virtual ~HttpExchange() = default;

    [[nodiscard]] virtual const HttpRequest &request() const = 0;

    // The whole answer. The first answer or stream is the one that counts.
    virtual void answer(HttpResponse response) = 0;

    // An answer without an end: `head` (its body first), then what send() is given, until end().
    virtual void stream(HttpResponse head) = 0;
    virtual void send(const QByteArray &bytes) = 0;
    virtual void end() = 0;

    // Called once, in the listener's thread, when the client has gone or reads too slowly to be kept.
    virtual void onGone(std::function<void()> then) = 0;
};

// What answers the requests of a listener. Called in the listener's thread, which it must not block.
class HttpHandler
{
public:
    virtual ~HttpHandler() = default;

    // Once a request's head is there, before its body is: an answer ends the matter; nullopt: go on.
    [[nodiscard]] virtual std::optional<HttpResponse> refuse(const HttpRequest &head) = 0;

    // The largest body of such a request, in bytes; more is 413.
    [[nodiscard]] virtual qint64 bodyLimit(const HttpRequest &head) const = 0;

    // The request is complete.
    virtual void handle(std::shared_ptr<HttpExchange> exchange) = 0;

    // The answer to what never became a request, or failed on the way: 400, 408, 413, 431, 500, 503, ….
    [[nodiscard]] virtual HttpResponse failure(int status, const QString &requestId) const = 0;
};

} // namespace Rest

} // namespace Gemmary
