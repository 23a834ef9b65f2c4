// SPDX-License-Identifier: GPL-3.0-or-later
#include "restservice.h"

#include "base/logging.h"
#include "engine.h"
#include "rest/access/accesscontrol.h"
#include "rest/access/tokenfile.h"
#include "rest/api/resthandler.h"
#include "rest/http/httplistener.h"
#include "rest/http/tlsfiles.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RestService)
};

TokenFile tokenFileOf(const Settings &settings)
{
    return TokenFile(TokenFile::pathBelow(settings.home));
}

// The handler's view of access: asked in the listener's thread only.
AccessCheck checkOf(AccessControl control)
{
    return [shared = std::make_shared<AccessControl>(std::move(control))](
               const HttpRequest &head) -> std::optional<HttpResponse> {
        const auto refusal = shared->verdict(head);
        if (!refusal)
            return std::nullopt;
        HttpResponse response = refusalResponse(refusal->status, refusal->code, refusal->message, head.id);
        response.headers.append(refusal->headers);
        return response;
    };
}

class RestService : public Serving
{
public:
    RestService(Engine &engine, const RestSettings &settings, AccessControl control, const HttpLimits &limits,
                std::optional<QSslConfiguration> tls)
        : m_isSecure(tls.has_value())
        , m_handler(makeRestHandler(engine, settings, checkOf(std::move(control))))
        , m_listener(*m_handler, limits, std::move(tls))
    {
        connect(&m_listener, &HttpListener::closed, this, &Serving::closed);
    }

    Result<void> listen(const QHostAddress &address, quint16 port)
    {
        GEMMARY_ASSIGN(taken, m_listener.listen(address, port));
        m_url.setScheme(m_isSecure ? QStringLiteral("https") : QStringLiteral("http"));
        m_url.setHost(address.toString());
        m_url.setPort(taken);
        logInfo(logApp, QStringLiteral("listening"), {{"url", url()}});
        return {};
    }

    [[nodiscard]] QString url() const override { return m_url.toString(); }
    void close() override { m_listener.close(); }

private:
    bool m_isSecure;
    QUrl m_url;
    std::unique_ptr<HttpHandler> m_handler;
    HttpListener m_listener;
};

Result<QHostAddress> addressOf(const QString &host)
{
    const QHostAddress address =
        host == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (address.isNull()) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("Listen on an address, not on %1: 127.0.0.1 serves this computer alone, 0.0.0.0 "
                   "all others too.")
                .arg(host));
    }
    return address;
}

Result<std::optional<QSslConfiguration>> tlsOf(const ServeSettings &serve)
{
    if (serve.tlsCertificate.isEmpty() && serve.tlsKey.isEmpty())
        return std::nullopt;
    if (serve.tlsCertificate.isEmpty() || serve.tlsKey.isEmpty())
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("A certificate needs its key, and a key its certificate."));
    GEMMARY_ASSIGN(tls, readTlsFiles(serve.tlsCertificate, serve.tlsKey));
    return std::optional(tls);
}

} // namespace

Result<std::unique_ptr<Serving>> startServing(const Settings &settings, const ServeSettings &serve,
                                              Engine &engine, std::shared_ptr<TokenUses> uses)
{
    GEMMARY_ASSIGN(address, addressOf(serve.host));
    GEMMARY_ASSIGN(tls, tlsOf(serve));
    AccessSettings access;
    access.address = address;
    access.allowedHosts = serve.allowedHosts;
    access.userTokens = TokenFile::pathBelow(settings.home);
    access.plainTokens = serve.tokenFile;
    access.uses = std::move(uses);
    access.isEncrypted = tls.has_value();
    access.isInsecure = serve.insecure;
    GEMMARY_ASSIGN(control, AccessControl::open(access));
    RestSettings rest;
    rest.processDefaults = settings.processDefaults;
    rest.camel = serve.camel;
    HttpLimits limits;
    limits.spoolFolder = settings.home;
    auto service = std::make_unique<RestService>(engine, rest, std::move(control), limits, std::move(tls));
    GEMMARY_TRY(service->listen(address, static_cast<quint16>(serve.port)));
    return service;
}

Result<QString> addToken(const Settings &settings, const QString &name)
{
    GEMMARY_ASSIGN(token, tokenFileOf(settings).add(name));
    return QString::fromLatin1(token);
}

Result<std::vector<TokenFacts>> listTokens(const Settings &settings)
{
    GEMMARY_ASSIGN(tokens, tokenFileOf(settings).tokens());
    std::vector<TokenFacts> facts;
    facts.reserve(tokens.size());
    for (const AccessToken &token : tokens)
        facts.push_back({token.name, token.createdAt});
    return facts;
}

Result<void> revokeToken(const Settings &settings, const QString &name)
{
    return tokenFileOf(settings).revoke(name);
}

} // namespace Gemmary
