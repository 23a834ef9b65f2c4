// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/httphandler.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace Gemmary {

class HttpConnection;

// From an exchange, which may be anywhere, to the connection that waits for its answer, as long as it does.
// Thread-safe; connection and exchange share it.
class ExchangeLink : public std::enable_shared_from_this<ExchangeLink>
{
public:
    explicit ExchangeLink(HttpConnection *connection)
        : m_connection(connection)
    {}

    // Does it in the connection's thread, in the order of calls; not at all when the exchange is over.
    void post(std::function<void(HttpConnection &)> act);

    // See HttpExchange::onGone().
    void onGone(std::function<void()> then);

    // By the connection: nothing more is posted, and what was posted is not done.
    void complete();
    void lose(); // the client has gone

private:
    [[nodiscard]] bool isOpen() const;

    mutable std::mutex m_mutex;
    HttpConnection *m_connection; // null: over
    bool m_isLost = false;
    std::function<void()> m_then;
};

// An exchange of a connection.
class ServedExchange : public HttpExchange
{
public:
    ServedExchange(HttpRequest request, std::shared_ptr<ExchangeLink> link)
        : m_request(std::move(request))
        , m_link(std::move(link))
    {}
    ServedExchange(const ServedExchange &) = delete;
    ServedExchange &operator=(const ServedExchange &) = delete;
    ~ServedExchange() override;

    [[nodiscard]] const HttpRequest &request() const override { return m_request; }
    void answer(HttpResponse response) override;
    void stream(HttpResponse head) override;
    void send(const QByteArray &bytes) override;
    void end() override;
    void onGone(std::function<void()> then) override;

private:
    HttpRequest m_request;
    std::shared_ptr<ExchangeLink> m_link;
    std::atomic<bool> m_isBegun = false;
    std::atomic<bool> m_isStream = false;
};

} // namespace Gemmary
