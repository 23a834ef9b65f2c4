// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace Gemmary {

// What a language is called where `locale` is spoken: "inglés" for "en" and Spanish. The code itself when
// nobody knows it, empty for an empty one.
[[nodiscard]] QString languageName(const QString &code, const QLocale &locale = QLocale());

} // namespace Gemmary
