// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpexchange.h"

#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace Gemmary {

// One request on the network's thread: feeds its exchange and ends by itself.
class HttpTransfer : public QObject
{
public:
    // Owns `reply`.
    HttpTransfer(QNetworkReply *reply, const HttpTimes &times, std::shared_ptr<HttpExchange> exchange,
                 QObject *parent);

    [[nodiscard]] const HttpExchange *exchange() const { return m_exchange.get(); }
    void abort() { m_reply->abort(); }

private:
    void onBytes();
    void onFinished();
    void deliver();
    void timeOut();
    [[nodiscard]] std::optional<ProviderTrouble> outcome() const;

    QNetworkReply *m_reply;
    std::shared_ptr<HttpExchange> m_exchange;
    std::chrono::milliseconds m_betweenBytes;
    QTimer m_patience; // until the next byte
    QTimer m_total;
    bool m_timedOut = false;
};

} // namespace Gemmary
