// SPDX-License-Identifier: GPL-3.0-or-later
#include "restclient/listeneraddress.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RestClient)
};

bool isAddress(const QUrl &url)
{
    const bool isHttp =
        url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    return url.isValid() && isHttp && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() &&
           !url.hasFragment();
}

// A line's end in it would begin a header of its own.
bool isToken(const QByteArray &token)
{
    return std::ranges::all_of(token, [](char one) { return one > ' ' && one < 0x7F; });
}

} // namespace

bool staysHere(const QUrl &url)
{
    return url.host() == QLatin1StringView("localhost") || QHostAddress(url.host()).isLoopback();
}

Result<ListenerAddress> listenerAddress(const QString &url, const QString &token)
{
    ListenerAddress address{QUrl(url.trimmed(), QUrl::StrictMode), token.trimmed().toUtf8()};
    if (!isAddress(address.url)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The address of the listener (--api-url or API_URL) is none. Give one such as "
                              "http://127.0.0.1:8787, without user, password or query."));
    }
    QString path = address.url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    address.url.setPath(path);
    if (!isToken(address.token)) {
        return failure(ErrorKind::Refused,
                       Tr::tr("The token has characters that no token has. Copy it again, as gemmary-cli "
                              "token add has shown it."));
    }
    if (!address.token.isEmpty() && address.url.scheme() == QLatin1StringView("http") &&
        !staysHere(address.url)) {
        return failure(ErrorKind::Refused,
                       Tr::tr("The token is not sent to %1: anybody on the way could read it. Use https://, "
                              "or leave the token away.")
                           .arg(address.url.host()));
    }
    return address;
}

} // namespace Gemmary
