// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/httptransfer.h"

namespace Gemmary {

HttpTransfer::HttpTransfer(QNetworkReply *reply, const HttpTimes &times,
                           std::shared_ptr<HttpExchange> exchange, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_exchange(std::move(exchange))
    , m_betweenBytes(times.betweenBytes)
{
    m_reply->setParent(this);
    // Not Qt's transferTimeout: it knows one time only, and ends with the same error as an abort().
    for (QTimer *timer : {&m_patience, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &HttpTransfer::timeOut);
    }
    m_patience.start(times.firstByte);
    m_total.start(times.total);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpTransfer::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpTransfer::onFinished);
}

void HttpTransfer::onBytes()
{
    m_patience.start(m_betweenBytes);
    deliver();
}

void HttpTransfer::deliver()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_exchange->deliver(status, m_reply->rawHeader("Retry-After"),
                        m_reply->isOpen() ? m_reply->readAll() : QByteArray());
}

void HttpTransfer::onFinished()
{
    m_patience.stop();
    m_total.stop();
    deliver();
    m_exchange->finish(outcome());
    deleteLater();
}

void HttpTransfer::timeOut()
{
    m_timedOut = true;
    m_reply->abort();
}

std::optional<ProviderTrouble> HttpTransfer::outcome() const
{
    const auto made = [](TroubleKind kind, const QString &words = {}) {
        return ProviderTrouble{kind, words, {}, {}, {}, {}};
    };
    if (m_timedOut)
        return made(TroubleKind::TimedOut);
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (status >= 300 && status < 400)
        return made(TroubleKind::Redirected, QStringLiteral("HTTP %1").arg(status));
    if (status >= 400 || error == QNetworkReply::NoError)
        return {}; // Qt calls those errors too; what they mean is in their bodies
    const QString words = QStringLiteral("network error %1").arg(error);
    if (status != 0)
        return made(TroubleKind::BrokeOff, words);
    if (error == QNetworkReply::SslHandshakeFailedError)
        return made(TroubleKind::Insecure, words);
    return made(TroubleKind::Unreachable, words);
}

} // namespace Gemmary
