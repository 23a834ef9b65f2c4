// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/oneline.h"

#include "widgets/format.h"

#include <algorithm>

namespace Gemmary {

QString oneLine(const QString &text)
{
    QString line = text;
    const auto breaks = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
               c.category() == QChar::Separator_Paragraph;
    };
    std::replace_if(line.begin(), line.end(), breaks, QChar(u' '));
    return isolated(line);
}

} // namespace Gemmary
