// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Gemmary {

// A place on an axis with its words. Minor ones give way where there is no room for all.
struct Tick
{
    double at = 0;
    QString text;
    bool isMinor = false;
};

// 0, 20, 40 … up to the first that is not below `highest`; about `wanted` of them, in the user's locale.
[[nodiscard]] std::vector<Tick> countTicks(double highest, int wanted);

// Clock times at round distances inside [fromMs, toMs], at most `most`.
[[nodiscard]] std::vector<Tick> timeTicks(qint64 fromMs, qint64 toMs, int most);

// A logarithmic axis of milliseconds: places are log10, ticks are powers of ten, thirds between them minor.
// Zero has no logarithm: everything below a microsecond stands at a microsecond.
[[nodiscard]] double logPlace(double ms);
[[nodiscard]] std::vector<Tick> durationTicks(double fromPlace, double toPlace);

[[nodiscard]] QString formatMs(double ms);                        // 350 µs, 3.2 ms, 14 s
[[nodiscard]] QString formatFigure(double value);                 // 0.4, 12.4, 1,204
[[nodiscard]] QString formatClock(qint64 ms, qint64 precisionMs); // 14:02, or 14:02:05 below a minute

} // namespace Gemmary
