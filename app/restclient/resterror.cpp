// SPDX-License-Identifier: GPL-3.0-or-later
#include "restclient/resterror.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RestClient)
};

using Key = QLatin1StringView;

constexpr qsizetype LongestText = 500;

// What the listener's own sentence is good enough for; its code decides where one status means several
// things.
struct Row
{
    int status;
    const char *code; // null: any
    ErrorKind kind;
};

constexpr Row Rows[] = {
    {400, "not_ready", ErrorKind::Conflict}, {400, nullptr, ErrorKind::InvalidInput},
    {404, "not_found", ErrorKind::NotFound}, {405, nullptr, ErrorKind::Unavailable},
    {409, nullptr, ErrorKind::Conflict},     {413, nullptr, ErrorKind::TooLong},
    {415, nullptr, ErrorKind::InvalidInput}, {422, nullptr, ErrorKind::InvalidInput},
    {429, nullptr, ErrorKind::Unavailable},  {503, "store", ErrorKind::Storage},
    {503, nullptr, ErrorKind::Unavailable},  {500, nullptr, ErrorKind::Internal},
};

Error unauthorized(const QUrl &url, bool hadToken)
{
    const QString make = Tr::tr("Make one where it runs, with gemmary-cli token add NAME, and put it into "
                                "API_TOKEN or a file for --token-file.");
    return {ErrorKind::Refused,
            (hadToken ? Tr::tr("The listener at %1 does not know this token.").arg(url.toString())
                      : Tr::tr("The listener at %1 wants a token.").arg(url.toString())) +
                QLatin1Char(' ') + make,
            {}};
}

// The address without what a hostile one could hide in it; it is not followed, so it is only shown.
Error redirected(const QUrl &url, const RestReply &reply)
{
    const QUrl target = url.resolved(QUrl::fromEncoded(reply.location));
    return {
        ErrorKind::Unavailable,
        Tr::tr("%1 sends on to %2, which is not followed. If you trust it, give that address.")
            .arg(url.toString(),
                 plainText(target.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
                               .toString())),
        QStringLiteral("HTTP %1").arg(reply.status)};
}

} // namespace

QString plainText(const QString &text)
{
    QString plain = text.left(LongestText);
    for (QChar &one : plain) {
        const bool isHarmless = one.isPrint() && one.category() != QChar::Other_Format;
        if (!isHarmless && !one.isSurrogate())
            one = QLatin1Char(' ');
    }
    return plain.simplified();
}

QJsonObject errorBody(const RestReply &reply)
{
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    return object.value(Key("error")).isString() ? object : QJsonObject();
}

Error notGemmary(const QUrl &url, const QString &detail)
{
    return {
        ErrorKind::Unavailable,
        Tr::tr("What answers at %1 is no listener of Gemmary, or one that speaks otherwise (another version, "
               "--compat camel). Check the address (--api-url, API_URL).")
            .arg(url.toString()),
        plainText(detail)};
}

Error errorOf(const RestReply &reply, const QUrl &url, bool hadToken)
{
    if (reply.status >= 300 && reply.status < 400)
        return redirected(url, reply);
    const QJsonObject body = errorBody(reply);
    const QString request = plainText(body.value(Key("request_id")).toString());
    const QString status = QStringLiteral("HTTP %1 %2").arg(reply.status).arg(request).trimmed();
    const QString code = body.value(Key("code")).toString();
    if (reply.status == 401)
        return unauthorized(url, hadToken);
    if (body.isEmpty() && reply.status != 429 && reply.status != 503 && reply.status != 413)
        return notGemmary(url, status);
    const QString sentence = plainText(body.value(Key("error")).toString());
    if (reply.status == 403 || reply.status == 421) {
        return {ErrorKind::Refused,
                Tr::tr("The listener at %1 refuses: %2 A name of it is allowed with gemmary-cli serve "
                       "--allowed-host NAME.")
                    .arg(url.toString(), sentence),
                status};
    }
    for (const Row &row : Rows) {
        if (row.status != reply.status || (row.code && code != QLatin1StringView(row.code)))
            continue;
        return {row.kind,
                sentence.isEmpty()
                    ? Tr::tr("The listener at %1 is busy. Try again later.").arg(url.toString())
                    : sentence,
                status};
    }
    return notGemmary(url, status);
}

} // namespace Gemmary
