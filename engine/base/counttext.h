// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace Gemmary {

// A count as people read it where `locale` is spoken: 1,204,567.
[[nodiscard]] QString countText(qint64 count, const QLocale &locale = QLocale());

} // namespace Gemmary
