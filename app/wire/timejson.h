// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace Gemmary {

// RFC 3339 UTC of ms since 1970, such as 2026-01-31T12:00:00.000Z.
[[nodiscard]] QByteArray timeText(qint64 epochMs);

// The same; null for 0, which means not yet.
[[nodiscard]] QJsonValue timeJson(qint64 epochMs);

// The same back: 0 for whatever is no such time.
[[nodiscard]] qint64 timeFromJson(const QJsonValue &value);

} // namespace Gemmary
