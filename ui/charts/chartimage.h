// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSize>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Gemmary {

enum class ImageFormat { Png, Svg };

// Writes what `draw` paints on a canvas of `size` to `path`, whole or not at all. PNG has two dots for each
// unit of the canvas. Storage errors name the reason.
[[nodiscard]] Result<void> writeImage(const QString &path, ImageFormat format, const QSize &size,
                                      const QString &title, const std::function<void(QPainter &)> &draw);

} // namespace Gemmary
