// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/access/accesscontrol.h"

#include "base/logging.h"
#include "rest/access/tokenfile.h"
#include "rest/http/clientaddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AccessControl)
};

// The token in "Bearer TOKEN"; null: none.
QByteArrayView bearerOf(QByteArrayView authorization)
{
    constexpr QByteArrayView Scheme("bearer ");
    if (authorization.size() <= Scheme.size() ||
        qstrnicmp(authorization.data(), Scheme.data(), static_cast<std::size_t>(Scheme.size())) != 0)
        return {};
    return authorization.sliced(Scheme.size()).trimmed();
}

AccessRefusal unknown(const QByteArray &authorization)
{
    return {401,
            QStringLiteral("unauthorized"),
            authorization.isNull()
                ? QStringLiteral("A token is needed: send Authorization: Bearer TOKEN. gemmary-cli token add "
                                 "NAME makes one.")
                : QStringLiteral("This token is not known here. It may have been revoked; gemmary-cli token "
                                 "add NAME makes another."),
            {{"WWW-Authenticate", "Bearer realm=\"gemmary\""}}};
}

AccessRefusal tooMany(std::chrono::seconds wait)
{
    return {429,
            QStringLiteral("too_many_attempts"),
            QStringLiteral("Too many attempts without a valid token. Try again in %1 s.").arg(wait.count()),
            {{"Retry-After", QByteArray::number(static_cast<qint64>(wait.count()))}}};
}

} // namespace

AccessControl::AccessControl(const AccessSettings &settings)
    : m_hosts(settings.address, settings.allowedHosts)
    , m_uses(settings.uses)
    , m_needsToken(!settings.address.isLoopback())
{
    const QString user = settings.userTokens;
    if (!user.isEmpty())
        m_tokens.emplace_back(user, [user] { return TokenFile(user).tokens(); });
    const QString plain = settings.plainTokens;
    if (!plain.isEmpty())
        m_tokens.emplace_back(plain, [plain] { return readPlainTokens(plain); });
}

Result<AccessControl> AccessControl::open(const AccessSettings &settings)
{
    AccessControl check(settings);
    if (!settings.plainTokens.isEmpty())
        GEMMARY_TRY(readPlainTokens(settings.plainTokens));
    if (!settings.userTokens.isEmpty())
        GEMMARY_TRY(TokenFile(settings.userTokens).tokens());
    if (settings.address.isLoopback())
        return check;
    const bool hasTokens =
        std::ranges::any_of(check.m_tokens, [](WatchedTokens &tokens) { return !tokens.current().empty(); });
    if (!hasTokens) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Whoever reaches %1 would be let in. Make a token first: gemmary-cli token add "
                              "NAME; or listen on 127.0.0.1, for this computer only.")
                           .arg(settings.address.toString()));
    }
    if (!settings.isEncrypted && !settings.isInsecure) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Beyond this computer tokens and documents would travel readable to others. "
                              "Give a certificate (--tls-certificate, --tls-key), or --insecure where "
                              "something in front of it encrypts."));
    }
    return check;
}

std::optional<AccessRefusal> AccessControl::strangerVerdict(const HttpRequest &head) const
{
    const QByteArray host = head.header("host");
    if (!m_hosts.isOurs(host)) {
        return AccessRefusal{
            421, QStringLiteral("misdirected"),
            QStringLiteral("Nobody is called \"%1\" here. If it should be, serve with --allowed-host.")
                .arg(QString::fromUtf8(host.left(100)))};
    }
    if (!head.header("origin").isNull())
        return AccessRefusal{403, QStringLiteral("origin"),
                             QStringLiteral("Web pages are not served: the request has an Origin.")};
    return std::nullopt;
}

std::optional<AccessRefusal> AccessControl::verdict(const HttpRequest &head)
{
    if (auto refusal = strangerVerdict(head))
        return refusal;
    const QByteArray authorization = head.header("authorization");
    if (!needsToken() || isKnown(authorization)) // a right one is let in whatever others do at its address
        return std::nullopt;
    const QString network = networkOf(QHostAddress(head.peer));
    const auto now = std::chrono::steady_clock::now();
    if (const auto wait = m_failures.waitOf(network, now); wait.count() > 0)
        return tooMany(wait);
    if (!authorization.isNull()) {
        m_failures.add(network, now);
        logWarning(logApp, QStringLiteral("refused a token"), {{"peer", head.peer}, {"request_id", head.id}});
    }
    return unknown(authorization);
}

bool AccessControl::needsToken()
{
    for (WatchedTokens &tokens : m_tokens)
        m_needsToken = !tokens.current().empty() || !tokens.isReadable() || m_needsToken;
    return m_needsToken;
}

bool AccessControl::isKnown(const QByteArray &authorization)
{
    const QByteArrayView token = bearerOf(authorization);
    if (token.isEmpty())
        return false;
    for (WatchedTokens &tokens : m_tokens) {
        const AccessToken *known = findToken(token, tokens.current());
        if (known && m_uses)
            m_uses->note(known->name);
        if (known)
            return true;
    }
    return false;
}

} // namespace Gemmary
