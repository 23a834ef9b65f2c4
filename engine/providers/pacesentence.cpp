// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/pacesentence.h"

#include <QCoreApplication>
#include <QDateTime>

#include <iterator>

namespace Gemmary {

namespace {

struct Row
{
    DelayReason reason;
    ErrorKind error;
    const char *message; // %1: the provider; %2: a time of the day
};

constexpr Row Rows[] = {
    {DelayReason::Pace, ErrorKind::RateLimited,
     QT_TRANSLATE_NOOP("Provider", "The requests to %1 for this minute are used up; it goes on at %2.")},
    {DelayReason::Tokens, ErrorKind::RateLimited,
     QT_TRANSLATE_NOOP("Provider", "%1 takes no more text this minute; it goes on at %2.")},
    {DelayReason::Day, ErrorKind::RateLimited,
     QT_TRANSLATE_NOOP("Provider",
                       "The day's requests to %1 are used up; it goes on at %2, or choose a model "
                       "on this computer.")},
    {DelayReason::Asked, ErrorKind::RateLimited,
     QT_TRANSLATE_NOOP("Provider", "%1 asked us to wait; it goes on at %2.")},
    {DelayReason::Broken, ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("Provider", "%1 failed several times in a row; the next try is at %2.")},
    {DelayReason::Busy, ErrorKind::RateLimited,
     QT_TRANSLATE_NOOP("Provider", "%1 is busy with other requests; it goes on at %2 at the earliest.")},
    {DelayReason::NoLedger, ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("Provider", "The database that keeps the limits of %1 does not answer, so nothing is "
                                   "sent; the next try is at %2.")},
};

constexpr bool everyReasonHasItsRow()
{
    for (std::size_t i = 0; i < std::size(Rows); ++i) {
        if (static_cast<std::size_t>(Rows[i].reason) != i)
            return false;
    }
    return std::size(Rows) == static_cast<std::size_t>(DelayReason::Refused);
}
static_assert(everyReasonHasItsRow());

// The minute that has begun is over before the wait is.
QString minuteAfter(qint64 epochMs)
{
    constexpr qint64 Minute = 60'000;
    const qint64 full = (epochMs + Minute - 1) / Minute * Minute;
    return QDateTime::fromMSecsSinceEpoch(full).toString(QStringLiteral("HH:mm"));
}

} // namespace

Error errorOf(const Delay &delay, const QString &provider)
{
    const Row &row = Rows[static_cast<std::size_t>(delay.reason)];
    const QString message =
        QCoreApplication::translate("Provider", row.message).arg(provider, minuteAfter(delay.untilMs));
    return {row.error, message, delay.cause.words};
}

} // namespace Gemmary
