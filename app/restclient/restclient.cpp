// SPDX-License-Identifier: GPL-3.0-or-later
#include "restclient/restclient.h"

#include <QCoreApplication>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RestClient)
};

constexpr qint64 LongestAnswer = 64LL * 1024 * 1024; // a page of a thousand documents is some 5 MiB
constexpr int BusyRepeats = 5;
constexpr std::chrono::seconds LongestBusyPause(30);
constexpr int UploadRepeats = 6; // with the pauses between, half a minute
constexpr int QuestionRepeats = 1;
constexpr std::chrono::minutes UploadPatience(11); // the listener takes ten to keep one, at most

// The system's proxies, but never for what stays on this computer.
class OutsideProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (staysHere(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

std::chrono::seconds busyPause(const QByteArray &retryAfter)
{
    bool isNumber = false;
    const int seconds = retryAfter.toInt(&isNumber);
    return std::clamp(std::chrono::seconds(isNumber ? seconds : 2), std::chrono::seconds(1),
                      LongestBusyPause);
}

// Link: </process/list?cursor=17_…&limit=100>; rel="next"
QByteArray cursorOf(const QByteArray &link)
{
    static const QRegularExpression form(QStringLiteral("<([^>]*)>\\s*;\\s*rel=\"?next\"?"));
    const auto match = form.match(QString::fromLatin1(link));
    const QUrlQuery query(QUrl(match.captured(1)));
    return query.queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded).toUtf8();
}

bool isAnswer(int status)
{
    return (status >= 200 && status < 300) || status == 304;
}

} // namespace

RestClient::RestClient(ListenerAddress address)
    : m_address(std::move(address))
{
    m_network.setProxyFactory(new OutsideProxies);
}

RestClient::~RestClient() = default;

Result<RestReply> RestClient::get(const QString &path, const QUrlQuery &query, const QByteArray &etag)
{
    Request request{"GET", urlOf(path, query)};
    request.patience = m_patience;
    request.etag = etag;
    request.repeats = QuestionRepeats;
    return send(request);
}

Result<RestReply> RestClient::remove(const QString &path)
{
    return send({"DELETE", urlOf(path)});
}

Result<RestReply> RestClient::act(const QString &path, const QUrlQuery &query)
{
    return send({"POST", urlOf(path, query)});
}

Result<RestReply> RestClient::upload(const QString &path, const QByteArray &body,
                                     const QByteArray &idempotencyKey)
{
    Request request{"POST", urlOf(path)};
    request.body = body;
    request.idempotencyKey = idempotencyKey;
    request.repeats = UploadRepeats;
    request.patience = UploadPatience;
    return send(request);
}

void RestClient::abort()
{
    m_aborted = true;
    m_pause.quit();
    if (m_reply)
        m_reply->abort();
}

void RestClient::pause(std::chrono::milliseconds time)
{
    m_aborted = false;
    wait(time);
}

void RestClient::wait(std::chrono::milliseconds time)
{
    if (m_aborted)
        return;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &m_pause, &QEventLoop::quit);
    timer.start(time);
    m_pause.exec();
}

QUrl RestClient::urlOf(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_address.url;
    url.setPath(url.path() + path);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QNetworkRequest RestClient::networkRequest(const Request &request) const
{
    QNetworkRequest made(request.url);
    // By default Qt follows redirects and takes the token along to the other host.
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // Qt 6.4: CVE-2023-38197 and relatives
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setRawHeader("Accept-Encoding", "identity"); // else a small answer could unfold without an end
    made.setRawHeader("User-Agent", "gemmary-cli/" + QCoreApplication::applicationVersion().toUtf8());
    if (!request.body.isEmpty())
        made.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!m_address.token.isEmpty())
        made.setRawHeader("Authorization", "Bearer " + m_address.token);
    if (!request.etag.isEmpty())
        made.setRawHeader("If-None-Match", request.etag);
    if (!request.idempotencyKey.isEmpty())
        made.setRawHeader("Idempotency-Key", request.idempotencyKey);
    return made;
}

Result<RestReply> RestClient::send(const Request &request)
{
    m_aborted = false;
    int broken = 0;
    for (int busy = 0;;) {
        auto reply = sendOnce(request);
        m_lastError = {};
        if (!reply) {
            if (!isTransient(reply.error().kind) || broken >= request.repeats)
                return reply;
            wait(std::chrono::milliseconds(500) * (1 << std::min(broken, 4)));
            ++broken;
            continue;
        }
        if (isAnswer(reply->status))
            return reply;
        m_lastError = errorBody(*reply);
        const bool isBusy = reply->status == 429 || reply->status == 503;
        if (!isBusy || busy++ >= BusyRepeats)
            return failure(Gemmary::errorOf(*reply, m_address.url, !m_address.token.isEmpty()));
        wait(busyPause(reply->retryAfter));
    }
}

Result<RestReply> RestClient::sendOnce(const Request &request)
{
    if (m_aborted)
        return failure(ErrorKind::Cancelled, Tr::tr("Ended."));
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(networkRequest(request), request.method, request.body));
    m_reply = reply.get();
    QEventLoop loop;
    QTimer patience;
    RestReply answer;
    bool isLate = false;
    const auto takeBytes = [&] {
        patience.start();
        if (reply->isOpen())
            answer.body += reply->readAll();
        if (answer.body.size() > LongestAnswer)
            reply->abort();
    };
    patience.setSingleShot(true);
    patience.setInterval(request.patience);
    connect(&patience, &QTimer::timeout, reply.get(), [&] {
        isLate = true;
        reply->abort();
    });
    connect(reply.get(), &QNetworkReply::readyRead, &loop, takeBytes);
    connect(reply.get(), &QNetworkReply::uploadProgress, &loop, [&] { patience.start(); });
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    patience.start();
    if (!reply->isFinished())
        loop.exec();
    takeBytes();
    m_reply = nullptr;
    if (m_aborted)
        return failure(ErrorKind::Cancelled, Tr::tr("Ended."));
    if (isLate) {
        return failure(ErrorKind::Unavailable,
                       Tr::tr("The listener at %1 took too long to answer.").arg(m_address.url.toString()));
    }
    if (answer.body.size() > LongestAnswer)
        return failure(notGemmary(m_address.url, QStringLiteral("more than %1 bytes").arg(LongestAnswer)));
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWhole = reply->error() == QNetworkReply::NoError || answer.status >= 300;
    if (answer.status == 0 || !isWhole)
        return failure(errorOf(*reply));
    answer.etag = reply->rawHeader("ETag");
    answer.retryAfter = reply->rawHeader("Retry-After");
    answer.location = reply->rawHeader("Location");
    answer.nextCursor = cursorOf(reply->rawHeader("Link"));
    return answer;
}

Error RestClient::errorOf(const QNetworkReply &reply) const
{
    const QString where = m_address.url.toString();
    const QString words = QStringLiteral("network error %1").arg(reply.error());
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorKind::Unavailable,
                Tr::tr("Nothing listens at %1. Start it there with gemmary-cli serve, or work on this "
                       "computer's own store with --local.")
                    .arg(where),
                words};
    case QNetworkReply::HostNotFoundError:
        return {ErrorKind::Unavailable,
                Tr::tr("There is no computer %1. Check the address (--api-url, API_URL).")
                    .arg(m_address.url.host()),
                words};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::Refused,
                Tr::tr("The certificate of %1 is not trusted here, so nothing was sent. Add who signed it to "
                       "those this "
                       "computer trusts (update-ca-certificates).")
                    .arg(where),
                words};
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return notGemmary(m_address.url, words);
    default:
        return {ErrorKind::Unavailable,
                Tr::tr("The connection to %1 broke off. Check the network, then try again.").arg(where),
                words};
    }
}

} // namespace Gemmary
