// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ticks.h"

#include "widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Ticks)
};

constexpr qint64 Second = 1000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;
constexpr std::array<qint64, 25> TimeSteps{Second,      2 * Second,  5 * Second, 10 * Second, 15 * Second,
                                           30 * Second, Minute,      2 * Minute, 5 * Minute,  10 * Minute,
                                           15 * Minute, 30 * Minute, Hour,       2 * Hour,    3 * Hour,
                                           6 * Hour,    12 * Hour,   Day,        2 * Day,     7 * Day,
                                           14 * Day,    28 * Day,    84 * Day,   168 * Day,   336 * Day};

constexpr double SmallestMs = 0.001;

// 1, 2 or 5 times a power of ten, not below `step`.
double roundStep(double step)
{
    const double decade = std::pow(10, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade >= step * (1 - 1e-9))
            return factor * decade;
    }
    return 10 * decade;
}

QString tickTime(qint64 ms, qint64 step)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms);
    const bool isMidnight = when.time() == QTime(0, 0);
    if (step >= Day || (isMidnight && step >= Minute))
        return QLocale().toString(when.date(), QLocale::ShortFormat);
    return formatClock(ms, step);
}

} // namespace

std::vector<Tick> countTicks(double highest, int wanted)
{
    if (highest <= 0)
        highest = 1; // an axis needs a length
    const double step = roundStep(highest / std::max(1, wanted));
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    std::vector<Tick> ticks;
    for (int i = 0; i == 0 || (i - 1) * step < highest * (1 - 1e-9); ++i)
        ticks.push_back({i * step, decimals == 0 ? formatCount(std::llround(i * step))
                                                 : QLocale().toString(i * step, 'f', decimals)});
    return ticks;
}

std::vector<Tick> timeTicks(qint64 fromMs, qint64 toMs, int most)
{
    qint64 step = TimeSteps.back();
    for (const qint64 candidate : TimeSteps) {
        if ((toMs - fromMs) / candidate < std::max(1, most)) {
            step = candidate;
            break;
        }
    }
    while ((toMs - fromMs) / step >= std::max(1, most))
        step *= 2;
    // Round in local time: hours and days begin where people see them begin.
    const qint64 offset = qint64{QDateTime::fromMSecsSinceEpoch(fromMs).offsetFromUtc()} * Second;
    const qint64 first = (fromMs + offset + step - 1) / step * step - offset;
    std::vector<Tick> ticks;
    for (qint64 at = first; at <= toMs; at += step)
        ticks.push_back({static_cast<double>(at), tickTime(at, step)});
    return ticks;
}

double logPlace(double ms)
{
    return std::log10(std::max(ms, SmallestMs));
}

std::vector<Tick> durationTicks(double fromPlace, double toPlace)
{
    std::vector<Tick> ticks;
    for (int decade = static_cast<int>(std::floor(fromPlace)); decade <= toPlace; ++decade) {
        for (const double factor : {1.0, 3.0}) {
            const double ms = factor * std::pow(10, decade);
            const double place = logPlace(ms);
            if (place >= fromPlace - 1e-9 && place <= toPlace + 1e-9)
                ticks.push_back({place, formatMs(ms), factor > 1});
        }
    }
    return ticks;
}

QString formatMs(double ms)
{
    const auto figure = [](double value) {
        return QLocale().toString(value, 'f',
                                  value < 9.95 && std::abs(value - std::round(value)) > 0.05 ? 1 : 0);
    };
    if (ms < 1)
        return Tr::tr("%1 µs").arg(figure(ms * 1000));
    if (ms < 1000)
        return Tr::tr("%1 ms").arg(figure(ms));
    if (ms < 60'000)
        return Tr::tr("%1 s").arg(figure(ms / 1000));
    return formatDuration(std::chrono::milliseconds(static_cast<qint64>(ms)));
}

QString formatFigure(double value)
{
    const bool isWhole = value >= 99.95 || std::abs(value - std::round(value)) < 0.005;
    return isWhole ? formatCount(std::llround(value)) : QLocale().toString(value, 'f', value < 0.995 ? 2 : 1);
}

QString formatClock(qint64 ms, qint64 precisionMs)
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    if (precisionMs < Minute && !format.contains(QLatin1Char('s')))
        format.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).time(), format);
}

} // namespace Gemmary
