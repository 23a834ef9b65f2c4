// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/timejson.h"

#include <chrono>

namespace Gemmary {

namespace {

// Digits of `number`, up to just before `end`, with zeros in front.
void putDigits(char *end, int count, unsigned number)
{
    for (; count > 0; --count, number /= 10)
        *--end = static_cast<char>('0' + number % 10);
}

} // namespace

QByteArray timeText(qint64 epochMs)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(epochMs)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    QByteArray text("0000-00-00T00:00:00.000Z");
    char *begin = text.data();
    putDigits(begin + 4, 4, static_cast<unsigned>(int(date.year())));
    putDigits(begin + 7, 2, unsigned(date.month()));
    putDigits(begin + 10, 2, unsigned(date.day()));
    putDigits(begin + 13, 2, static_cast<unsigned>(clock.hours().count()));
    putDigits(begin + 16, 2, static_cast<unsigned>(clock.minutes().count()));
    putDigits(begin + 19, 2, static_cast<unsigned>(clock.seconds().count()));
    putDigits(begin + 23, 3, static_cast<unsigned>(clock.subseconds().count()));
    return text;
}

QJsonValue timeJson(qint64 epochMs)
{
    if (epochMs == 0)
        return QJsonValue::Null;
    return QString::fromLatin1(timeText(epochMs));
}

qint64 timeFromJson(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace Gemmary
