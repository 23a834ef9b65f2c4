// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartimage.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace Gemmary {

namespace {

constexpr int DotsPerUnit = 2;

void writePng(QIODevice &device, const QSize &size, const std::function<void(QPainter &)> &draw)
{
    QImage image(size * DotsPerUnit, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(DotsPerUnit);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    image.save(&device, "PNG");
}

void writeSvg(QIODevice &device, const QSize &size, const QString &title,
              const std::function<void(QPainter &)> &draw)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(title);
    QPainter painter(&generator);
    draw(painter);
}

} // namespace

Result<void> writeImage(const QString &path, ImageFormat format, const QSize &size, const QString &title,
                        const std::function<void(QPainter &)> &draw)
{
    QBuffer image;
    image.open(QIODevice::WriteOnly);
    if (format == ImageFormat::Png)
        writePng(image, size, draw);
    else
        writeSvg(image, size, title, draw);
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(image.data()) == image.data().size() && file.commit();
    if (!isWritten)
        return failure(ErrorKind::Storage, QStringLiteral("The image cannot be written."),
                       file.errorString());
    return {};
}

} // namespace Gemmary
