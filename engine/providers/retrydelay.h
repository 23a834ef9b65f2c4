// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace Gemmary {

// A duration as Google writes it: "53.15s", "10h17m5.7s", "868.4ms".
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(QStringView text);

// The one in "… Please retry in 53.15s."
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelayIn(const QString &message);

// The Retry-After header: seconds or a date.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &header);

} // namespace Gemmary
