// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/digest.h"

#include <QSize>
#include <QString>

namespace Gemmary {

// A drawing as SVG 1.2 Tiny, so that Qt draws it too. It names what it shows (<title>, <desc>) and colours
// shapes with attributes that a page's style sheet may override by class.
struct Chart
{
    QString name; // "states", "words", "lengths"; for resources
    QString title;
    QString svg;
    QSize size; // in its own units; one is a CSS pixel
};

[[nodiscard]] Chart stateChart(const DocumentCounts &documents, const QLocale &locale);
[[nodiscard]] Chart wordsChart(const std::vector<TermCount> &words, const QLocale &locale); // the first ones
[[nodiscard]] Chart lengthsChart(const std::vector<Digest::LengthBin> &lengths, const QLocale &locale);

} // namespace Gemmary
