// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/queryvalues.h"

#include <QDateTime>
#include <QSet>

namespace Gemmary {

namespace {

QString named(const char *name)
{
    return QString(QLatin1StringView(name));
}

} // namespace

tl::unexpected<ApiError> badParameter(const char *name, const QString &sentence)
{
    return refusal(400, QStringLiteral("invalid_parameter"), sentence,
                   {{QStringLiteral("parameter"), named(name)}});
}

tl::expected<void, ApiError> QueryValues::allow(std::initializer_list<const char *> names) const
{
    QSet<QString> seen;
    for (const auto &[key, value] : m_query.queryItems(QUrl::FullyDecoded)) {
        bool isKnown = false;
        for (const char *name : names)
            isKnown = isKnown || key == QLatin1StringView(name);
        const QByteArray shown = key.left(100).toUtf8();
        if (!isKnown)
            return badParameter(shown.constData(),
                                QStringLiteral("There is no parameter of that name here."));
        if (seen.contains(key))
            return badParameter(shown.constData(), QStringLiteral("The parameter is given twice."));
        seen.insert(key);
    }
    return {};
}

QString QueryValues::text(const char *name) const
{
    return m_query.queryItemValue(named(name), QUrl::FullyDecoded);
}

tl::expected<qint64, ApiError> QueryValues::number(const char *name, qint64 otherwise, qint64 least,
                                                   qint64 most) const
{
    if (!m_query.hasQueryItem(named(name)))
        return otherwise;
    bool isNumber = false;
    const qint64 value = text(name).toLongLong(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    return badParameter(
        name,
        QStringLiteral("%1 must be a whole number from %2 to %3.").arg(named(name)).arg(least).arg(most));
}

tl::expected<bool, ApiError> QueryValues::flag(const char *name) const
{
    const QString value = text(name);
    if (value == QLatin1StringView("true"))
        return true;
    if (value == QLatin1StringView("false") || !m_query.hasQueryItem(named(name)))
        return false;
    return badParameter(name, QStringLiteral("%1 must be true or false.").arg(named(name)));
}

tl::expected<qint64, ApiError> QueryValues::time(const char *name) const
{
    if (!m_query.hasQueryItem(named(name)))
        return 0;
    // An unescaped + of a time zone arrives as a blank in some clients' queries.
    const auto time =
        QDateTime::fromString(text(name).replace(QLatin1Char(' '), QLatin1Char('+')), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() != Qt::LocalTime && time.toMSecsSinceEpoch() >= 0)
        return time.toMSecsSinceEpoch();
    return badParameter(
        name,
        QStringLiteral("%1 must be a time with its zone, such as 2026-01-31T12:00:00Z.").arg(named(name)));
}

QByteArray QueryValues::nextLink(const HttpRequest &request, const QString &cursor)
{
    QUrlQuery query = request.query;
    query.removeAllQueryItems(QStringLiteral("cursor"));
    query.addQueryItem(QStringLiteral("cursor"), cursor);
    return '<' + request.path + '?' + query.toString(QUrl::FullyEncoded).toUtf8() + ">; rel=\"next\"";
}

} // namespace Gemmary
