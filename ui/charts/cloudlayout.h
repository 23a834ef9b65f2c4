// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

namespace Gemmary {

struct CloudWord
{
    QString text;
    qint64 count = 0;
};

// A word's place in a cloud.
struct PlacedWord
{
    std::size_t word = 0; // which one
    QRectF box;
    double pixelSize = 0; // of its font
};

// Places words in `area` without touching each other, letters as high as the root of their counts, the first
// in the middle and the rest around it. The same words, area and font give the same cloud. Those that find no
// place even when all are made smaller are left out, the last first. Some milliseconds for 120 words.
[[nodiscard]] std::vector<PlacedWord> layoutCloud(const std::vector<CloudWord> &words, const QSizeF &area,
                                                  const QFont &font);

} // namespace Gemmary
