// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace Gemmary {

// Figures as people read them, in the user's locale.

[[nodiscard]] QString formatCount(qint64 count);           // 1,204
[[nodiscard]] QString formatBytes(qint64 bytes);           // 1.2 MB
[[nodiscard]] QString formatPercent(double share);         // of 0 … 1: 81 %; under 10 %: 3.4 %
[[nodiscard]] QString formatRate(double documentsASecond); // 14 docs/s
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration); // 0.8 s, 14 s, 2:05, 1:02:05
[[nodiscard]] QString formatWhen(qint64 msSinceEpoch); // today 14:02, else a short date; empty for 0

// A path or name inside a sentence: Unicode isolates keep its direction from turning the sentence around.
[[nodiscard]] QString isolated(const QString &name);

} // namespace Gemmary
