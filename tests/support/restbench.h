// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/api/resthandler.h"
#include "support/realengine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace Gemmary::Test {

// A body in memory, with the readable bytes behind it that the interface promises.
class MemoryBody : public HttpBody
{
public:
    explicit MemoryBody(const QByteArray &bytes)
        : m_size(bytes.size())
        , m_bytes(bytes + QByteArray(64, '\0'))
    {}

    QByteArrayView bytes() const override { return QByteArrayView(m_bytes).first(m_size); }

private:
    qsizetype m_size;
    QByteArray m_bytes;
};

// An exchange without a network that keeps what it is answered.
class KeptExchange : public HttpExchange
{
public:
    explicit KeptExchange(HttpRequest request)
        : m_request(std::move(request))
    {}

    const HttpRequest &request() const override { return m_request; }

    void answer(HttpResponse response) override { keep(std::move(response)); }
    void stream(HttpResponse head) override { keep(std::move(head)); }

    void send(const QByteArray &bytes) override
    {
        const std::lock_guard lock(m_mutex);
        m_sent += bytes;
    }

    void end() override { m_ended = true; }

    void onGone(std::function<void()> then) override
    {
        const std::lock_guard lock(m_mutex);
        m_gone = std::move(then);
        m_changed.notify_all();
    }

    // The client of a stream goes.
    void leave()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return bool(m_gone); });
        m_gone();
    }

    [[nodiscard]] bool waitForAnswer()
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(60), [this] { return m_answered; });
    }
    [[nodiscard]] bool isEnded() const { return m_ended; }

    [[nodiscard]] HttpResponse response() const
    {
        const std::lock_guard lock(m_mutex);
        return m_response;
    }

    [[nodiscard]] QByteArray sent() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sent;
    }

private:
    void keep(HttpResponse response)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_answered)
            m_response = std::move(response);
        m_answered = true;
        m_changed.notify_all();
    }

    HttpRequest m_request;
    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::function<void()> m_gone;
    HttpResponse m_response;
    QByteArray m_sent;
    bool m_answered = false;
    std::atomic<bool> m_ended = false;
};

// What came back, as tests look at it.
struct Reply
{
    HttpResponse response;

    [[nodiscard]] int status() const { return response.status; }
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(response.body).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(response.body).array(); }
    [[nodiscard]] QString code() const { return object().value(QLatin1StringView("code")).toString(); }
    [[nodiscard]] QString field() const { return object().value(QLatin1StringView("field")).toString(); }

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : response.headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

inline HttpRequest request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                           const Headers &headers = {})
{
    HttpRequest made;
    made.id = QStringLiteral("request-1");
    made.method = method;
    const auto query = target.indexOf('?');
    made.path = target.left(query < 0 ? target.size() : query);
    for (const QByteArray &segment : made.path.mid(1).split('/'))
        made.segments.append(QByteArray::fromPercentEncoding(segment));
    if (query >= 0)
        made.query = QUrlQuery(QString::fromLatin1(target.mid(query + 1)));
    made.headers = headers;
    if (!body.isEmpty()) {
        made.headers.append({"content-length", QByteArray::number(body.size())});
        made.body = std::make_shared<MemoryBody>(body);
    }
    return made;
}

// Asks a handler as a listener does.
inline Reply ask(HttpHandler &handler, const HttpRequest &made)
{
    if (const auto refused = handler.refuse(made))
        return {*refused};
    const auto exchange = std::make_shared<KeptExchange>(made);
    handler.handle(exchange);
    if (!exchange->waitForAnswer())
        qFatal("no answer");
    return {exchange->response()};
}

inline Reply ask(HttpHandler &handler, const QByteArray &method, const QByteArray &target,
                 const QByteArray &body = {}, const Headers &headers = {})
{
    return ask(handler, request(method, target, body, headers));
}

} // namespace Gemmary::Test
