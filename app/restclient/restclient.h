// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "restclient/listeneraddress.h"
#include "restclient/resterror.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QUrlQuery>

#include <chrono>

QT_BEGIN_NAMESPACE
class QNetworkReply;
class QNetworkRequest;
QT_END_NAMESPACE

namespace Gemmary {

// Sends requests to one listener and waits for each answer in an event loop of its own. For one thread, one
// request at a time.
//
// An answer of status 200 to 299, or 304, is a reply; every other is an Error with a sentence: Refused (401,
// 403, 421), NotFound, Conflict, InvalidInput, TooLong (413), Storage, Unavailable (nobody there, too late,
// busy, or no Gemmary), Cancelled (abort()).
class RestClient : public QObject
{
    Q_OBJECT

public:
    explicit RestClient(ListenerAddress address);
    ~RestClient() override;

    [[nodiscard]] Result<RestReply> get(const QString &path, const QUrlQuery &query = {},
                                        const QByteArray &etag = {});
    [[nodiscard]] Result<RestReply> remove(const QString &path);

    // An act: it is not repeated when the connection breaks.
    [[nodiscard]] Result<RestReply> act(const QString &path, const QUrlQuery &query = {});

    // What may be said twice: contents, or a start with its key. Repeated for some half a minute while nobody
    // answers.
    [[nodiscard]] Result<RestReply> upload(const QString &path, const QByteArray &body,
                                           const QByteArray &idempotencyKey = {});

    // Ends the request in hand, with Cancelled, or the pause.
    void abort();

    // How long a question may take; a minute otherwise.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    // Waits, or until abort().
    void pause(std::chrono::milliseconds time);

    // What the last answer's body says when it was an error; empty otherwise.
    [[nodiscard]] const QJsonObject &lastError() const { return m_lastError; }

    [[nodiscard]] const QUrl &url() const { return m_address.url; }

private:
    struct Request
    {
        QByteArray method;
        QUrl url;
        QByteArray body = {};
        QByteArray etag = {};
        QByteArray idempotencyKey = {};
        int repeats = 0; // while the connection breaks or cannot be made
        std::chrono::milliseconds patience{60'000};
    };

    [[nodiscard]] QUrl urlOf(const QString &path, const QUrlQuery &query = {}) const;
    [[nodiscard]] QNetworkRequest networkRequest(const Request &request) const;
    [[nodiscard]] Result<RestReply> send(const Request &request);
    void wait(std::chrono::milliseconds time);
    [[nodiscard]] Result<RestReply> sendOnce(const Request &request);
    [[nodiscard]] Error errorOf(const QNetworkReply &reply) const;

    ListenerAddress m_address;
    QNetworkAccessManager m_network;
    QJsonObject m_lastError;
    QNetworkReply *m_reply = nullptr; // in hand
    QEventLoop m_pause;
    std::chrono::milliseconds m_patience{60'000};
    bool m_aborted = false;
};

} // namespace Gemmary
