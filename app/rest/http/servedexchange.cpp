// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/servedexchange.h"

#include "rest/http/httpconnection.h"

namespace Gemmary {

// Under the lock, so that the connection, whose destructor takes it, outlives the posting; Qt drops what was
// posted to an object that goes.
void ExchangeLink::post(std::function<void(HttpConnection &)> act)
{
    const std::lock_guard lock(m_mutex);
    if (!m_connection)
        return;
    QMetaObject::invokeMethod(
        m_connection,
        [link = shared_from_this(), connection = m_connection, act = std::move(act)] {
            if (link->isOpen())
                act(*connection);
        },
        Qt::QueuedConnection);
}

void ExchangeLink::onGone(std::function<void()> then)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isLost) {
            m_then = m_connection ? std::move(then) : nullptr;
            return;
        }
    }
    then();
}

void ExchangeLink::complete()
{
    std::function<void()> then; // goes after the lock, with what it holds
    const std::lock_guard lock(m_mutex);
    m_connection = nullptr;
    then = std::exchange(m_then, nullptr);
}

void ExchangeLink::lose()
{
    std::function<void()> then;
    {
        const std::lock_guard lock(m_mutex);
        m_connection = nullptr;
        m_isLost = true;
        then = std::exchange(m_then, nullptr);
    }
    if (then)
        then();
}

bool ExchangeLink::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return m_connection != nullptr;
}

ServedExchange::~ServedExchange()
{
    if (!m_isBegun)
        m_link->post([](HttpConnection &connection) { connection.fail(500); });
    else if (m_isStream)
        m_link->post([](HttpConnection &connection) { connection.end(); });
}

void ServedExchange::answer(HttpResponse response)
{
    if (!m_isBegun.exchange(true)) {
        m_link->post(
            [response = std::move(response)](HttpConnection &connection) { connection.answer(response); });
    }
}

void ServedExchange::stream(HttpResponse head)
{
    if (!m_isBegun.exchange(true)) {
        m_isStream = true;
        m_link->post([head = std::move(head)](HttpConnection &connection) { connection.stream(head); });
    }
}

void ServedExchange::send(const QByteArray &bytes)
{
    if (m_isStream)
        m_link->post([bytes](HttpConnection &connection) { connection.send(bytes); });
}

void ServedExchange::end()
{
    if (m_isStream.exchange(false))
        m_link->post([](HttpConnection &connection) { connection.end(); });
}

void ServedExchange::onGone(std::function<void()> then)
{
    m_link->onGone(std::move(then));
}

} // namespace Gemmary
