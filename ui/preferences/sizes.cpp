// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/sizes.h"

#include <limits>

namespace Gemmary {

int mebibytes(const QString &size)
{
    const auto unit = size.isEmpty() ? -1 : QStringLiteral("KMGT").indexOf(size.back());
    const qint64 number = (unit < 0 ? size : size.chopped(1)).toLongLong();
    const qint64 bytes = number << (10 * (unit + 1));
    const qint64 whole = (bytes + (1 << 20) - 1) >> 20;
    return static_cast<int>(std::min<qint64>(whole, std::numeric_limits<int>::max()));
}

QString sizeOfMebibytes(int mebibytes)
{
    return QString::number(mebibytes) + QLatin1Char('M');
}

} // namespace Gemmary
