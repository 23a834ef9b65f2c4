// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/httpclient.h"

#include "providers/httptransfer.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds Patience{50}; // between looks at the cancel token
constexpr qsizetype LongestBody = 8 * 1024 * 1024;
constexpr qsizetype LongestStream = 64 * 1024 * 1024;

// The system's proxies, but never for what stays on this computer.
class OutsideProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

QNetworkRequest networkRequest(const HttpRequest &request)
{
    QNetworkRequest made(request.url);
    // By default Qt follows redirects and takes the key's header along to the other host.
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // Qt 6.4: CVE-2023-38197 and relatives
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setRawHeader("Accept-Encoding", "identity"); // compressed events would wait for each other
    if (!request.body.isEmpty())
        made.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!request.keyValue.isEmpty())
        made.setRawHeader(request.keyHeader, request.keyValue);
    return made;
}

// Nothing of a refused request leaves the computer, no look-up of a name either.
std::optional<ProviderTrouble> refusal(const HttpRequest &request)
{
    const auto refused = [](TroubleKind kind, const char *words) {
        return ProviderTrouble{kind, QString::fromLatin1(words), {}, {}, {}, {}};
    };
    const QString scheme = request.url.scheme();
    if (scheme != QLatin1StringView("http") && scheme != QLatin1StringView("https"))
        return refused(TroubleKind::WrongAddress, "neither http nor https");
    if (request.url.host().isEmpty() || !request.url.userInfo().isEmpty())
        return refused(TroubleKind::WrongAddress, "no host, or a password in the address");
    if (request.keyValue.isEmpty())
        return {};
    // A line's end in it would begin a header of its own.
    if (!std::all_of(request.keyValue.begin(), request.keyValue.end(),
                     [](char c) { return c >= ' ' && c < 0x7F; }))
        return refused(TroubleKind::Auth, "no key has such characters");
    if (scheme == QLatin1StringView("http") && !isLoopback(request.url))
        return refused(TroubleKind::Insecure, "a key over plain http");
    return {};
}

} // namespace

// The side of HttpClient that lives on the network's thread.
class HttpWorker : public QObject
{
public:
    void start(const HttpRequest &request, std::shared_ptr<HttpExchange> exchange)
    {
        if (!m_manager) { // here, so that it belongs to this thread
            m_manager = new QNetworkAccessManager(this);
            m_manager->setProxyFactory(new OutsideProxies);
        }
        const QNetworkRequest made = networkRequest(request);
        QNetworkReply *reply =
            request.body.isEmpty() ? m_manager->get(made) : m_manager->post(made, request.body);
        m_transfers.push_back(new HttpTransfer(reply, request.times, std::move(exchange), this));
        connect(m_transfers.back(), &QObject::destroyed, this,
                [this](const QObject *gone) { std::erase(m_transfers, gone); });
    }

    void abort(const HttpExchange *exchange)
    {
        for (HttpTransfer *transfer : m_transfers) {
            if (transfer->exchange() == exchange)
                return transfer->abort();
        }
    }

private:
    QNetworkAccessManager *m_manager = nullptr;
    std::vector<HttpTransfer *> m_transfers;
};

HttpClient::HttpClient()
    : m_worker(new HttpWorker)
{
    m_thread.setObjectName(QStringLiteral("providers"));
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

HttpClient::~HttpClient()
{
    m_thread.quit();
    m_thread.wait();
}

Attempt<HttpReply> HttpClient::send(const HttpRequest &request, const TakeBytes &take,
                                    const CancelToken &cancel)
{
    if (auto refused = refusal(request))
        return tl::unexpected(*std::move(refused));
    const auto exchange = std::make_shared<HttpExchange>();
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, request, exchange] { worker->start(request, exchange); });
    const auto abandon = [this, &exchange] {
        // Holds the exchange, lest another take its address before this arrives.
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, exchange] { worker->abort(exchange.get()); });
    };
    HttpReply reply;
    qsizetype received = 0;
    for (;;) {
        if (cancel.isCancelled()) {
            abandon();
            return trouble(TroubleKind::Cancelled);
        }
        const HttpExchange::Piece piece = exchange->next(Patience);
        reply.status = piece.status;
        reply.retryAfter = piece.retryAfter;
        received += piece.bytes.size();
        const bool isTaken = take && piece.status == 200;
        if (received > (isTaken ? LongestStream : LongestBody)) {
            abandon();
            return trouble(TroubleKind::BadReply, QStringLiteral("more than %1 bytes").arg(received));
        }
        if (isTaken && !piece.bytes.isEmpty() && !take(piece.bytes)) {
            abandon();
            return reply;
        }
        if (!isTaken)
            reply.body.append(piece.bytes);
        if (piece.isLast && piece.trouble)
            return tl::unexpected(*piece.trouble);
        if (piece.isLast)
            return reply;
    }
}

} // namespace Gemmary
