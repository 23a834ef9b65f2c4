// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format.h"

#include "base/counttext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

} // namespace

QString formatCount(qint64 count)
{
    return countText(count);
}

QString formatBytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString formatPercent(double share)
{
    const double percent = share * 100;
    //: %1 is a number; put the blank and the sign as your language does
    return Tr::tr("%1%").arg(QLocale().toString(percent, 'f', percent > 0 && percent < 10 ? 1 : 0));
}

QString formatRate(double documentsASecond)
{
    return Tr::tr("%1 docs/s").arg(QLocale().toString(documentsASecond, 'f', documentsASecond < 10 ? 1 : 0));
}

QString formatDuration(std::chrono::milliseconds duration)
{
    if (duration < std::chrono::milliseconds(100))
        return Tr::tr("%1 ms").arg(duration.count());
    const double seconds = static_cast<double>(duration.count()) / 1000;
    if (seconds < 60)
        return Tr::tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0));
    const auto whole = static_cast<qint64>(seconds);
    const QLatin1Char zero('0');
    if (whole < 3600)
        return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, zero);
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, zero)
        .arg(whole % 60, 2, 10, zero);
}

QString formatWhen(qint64 msSinceEpoch)
{
    if (msSinceEpoch == 0)
        return {};
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(msSinceEpoch);
    QString time = QLocale().toString(when.time(), QLocale::ShortFormat);
    if (when.date() == QDate::currentDate())
        return time;
    //: %1 is a date, %2 a time
    return Tr::tr("%1 %2").arg(QLocale().toString(when.date(), QLocale::ShortFormat), time);
}

QString isolated(const QString &name)
{
    return QChar(0x2068) + name + QChar(0x2069);
}

} // namespace Gemmary
