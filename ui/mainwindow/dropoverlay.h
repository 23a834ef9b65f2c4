// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace Gemmary {

// Covers the window while something is dragged over it and says what letting go will do: one area, or two
// side by side to choose from. It takes over the drag from the widget it covers.
class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *window);

    // One text an area; shows the overlay.
    void offer(const QStringList &effects);

Q_SIGNALS:
    void moved(const QPoint &windowPosition);
    void dropped(const QMimeData *data, int area, const QPoint &windowPosition);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF areaRect(int area) const;
    [[nodiscard]] int areaAt(const QPointF &position) const;
    void paintArea(QPainter &painter, int area) const;

    QStringList m_effects;
    int m_area = 0; // under the pointer
};

} // namespace Gemmary
