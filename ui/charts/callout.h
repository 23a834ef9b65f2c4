// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QGraphicsItem>
#include <QPalette>

namespace Gemmary {

// A dot on a chart's datum with its exact figures beside it, kept inside the chart.
class Callout : public QGraphicsItem
{
public:
    explicit Callout(QGraphicsItem *parent);

    void setLook(const QPalette &palette, const QFont &font);
    void setBounds(const QRectF &bounds);
    void showAt(const QPointF &anchor, const QString &text); // plain, may have lines
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void arrange();

    QPalette m_palette;
    QFont m_font;
    QRectF m_bounds;
    QPointF m_anchor;
    QString m_text;
    QRectF m_box;
};

} // namespace Gemmary
