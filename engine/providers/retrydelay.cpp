// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/retrydelay.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr double LongestMs = 7.0 * 24 * 60 * 60 * 1000; // what asks for more is wrong

std::chrono::milliseconds bounded(double milliseconds)
{
    return std::chrono::milliseconds(static_cast<qint64>(std::clamp(milliseconds, 0.0, LongestMs)));
}

QString durationPattern()
{
    return QStringLiteral("(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+(?:\\.\\d+)?)(m?)s)?");
}

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(QStringView text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(durationPattern()));
    const QRegularExpressionMatch match = form.match(text.toString());
    if (text.isEmpty() || !match.hasMatch())
        return {};
    const double minutes = match.captured(1).toDouble() * 60 + match.captured(2).toDouble();
    const double last = match.captured(3).toDouble() * (match.captured(4).isEmpty() ? 1000 : 1);
    return bounded(minutes * 60'000 + last);
}

std::optional<std::chrono::milliseconds> retryDelayIn(const QString &message)
{
    static const QRegularExpression form(QStringLiteral("retry in (%1)").arg(durationPattern()),
                                         QRegularExpression::CaseInsensitiveOption);
    return parseDuration(form.match(message).captured(1));
}

std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &header)
{
    bool isNumber = false;
    const double seconds = header.trimmed().toDouble(&isNumber);
    if (isNumber)
        return bounded(seconds * 1000);
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    if (!date.isValid())
        return {};
    return bounded(static_cast<double>(QDateTime::currentDateTimeUtc().msecsTo(date)));
}

} // namespace Gemmary
