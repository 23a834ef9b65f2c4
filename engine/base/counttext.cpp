// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/counttext.h"

#include <cstdlib>

namespace Gemmary {

namespace {

QString regrouped(const QString &text, const QString &separator)
{
    QString grouped = text;
    grouped.remove(separator);
    for (qsizetype place = grouped.size() - 3; place > 0 && grouped.at(place - 1).isDigit(); place -= 3)
        grouped.insert(place, separator);
    return grouped;
}

} // namespace

QString countText(qint64 count, const QLocale &locale)
{
    // Qt 6.4 sets one separator only where numbers of four digits have none, as in Spanish: 1234.567.
    constexpr qint64 TwoSeparators = 1'000'000;
    const QString text = locale.toString(count);
    const QString separator = locale.groupSeparator();
    if (std::abs(count) < TwoSeparators || separator.isEmpty() || text.count(separator) != 1)
        return text;
    return regrouped(text, separator);
}

} // namespace Gemmary
