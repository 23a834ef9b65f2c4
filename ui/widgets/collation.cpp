// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collation.h"

namespace Gemmary {

QCollator nameCollator()
{
    const QLocale locale;
    // The C locale compares code points only, whatever it is asked for.
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace Gemmary
