// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/callout.h"

#include "widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace Gemmary {

namespace {

double dotRadius(const QFont &font)
{
    return QFontMetricsF(font).height() / 5;
}

} // namespace

Callout::Callout(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    hide();
}

void Callout::setLook(const QPalette &palette, const QFont &font)
{
    m_palette = palette;
    m_font = font;
    arrange();
}

void Callout::setBounds(const QRectF &bounds)
{
    m_bounds = bounds;
    arrange();
}

void Callout::showAt(const QPointF &anchor, const QString &text)
{
    m_anchor = anchor;
    m_text = text;
    arrange();
    show();
}

void Callout::arrange()
{
    prepareGeometryChange();
    const QFontMetricsF metrics(m_font);
    const double edge = metrics.height() / 3;
    const double away = metrics.height() / 2;
    const QRectF text = metrics.boundingRect(QRectF(0, 0, 10'000, 10'000), Qt::AlignLeading, m_text);
    m_box = QRectF(QPointF(), text.size() + QSizeF(2 * edge, 2 * edge));
    const bool fitsRight = m_anchor.x() + away + m_box.width() <= m_bounds.right();
    const double left = fitsRight ? m_anchor.x() + away : m_anchor.x() - away - m_box.width();
    const double top = m_anchor.y() - away - m_box.height() / 2;
    m_box.moveTo(
        std::clamp(left, m_bounds.left(), std::max(m_bounds.left(), m_bounds.right() - m_box.width())),
        std::clamp(top, m_bounds.top(), std::max(m_bounds.top(), m_bounds.bottom() - m_box.height())));
}

QRectF Callout::boundingRect() const
{
    const double radius = dotRadius(m_font) + 2;
    return m_box.adjusted(-2, -2, 2, 2)
        .united({m_anchor.x() - radius, m_anchor.y() - radius, 2 * radius, 2 * radius});
}

void Callout::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Colors colors = colorsOf(m_palette);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.card, 2));
    painter->setBrush(m_palette.color(QPalette::WindowText));
    painter->drawEllipse(m_anchor, dotRadius(m_font), dotRadius(m_font));
    painter->setPen(QPen(colors.line, 1));
    painter->setBrush(m_palette.color(QPalette::ToolTipBase));
    const double radius = QFontMetricsF(m_font).height() / 4;
    painter->drawRoundedRect(m_box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->setFont(m_font);
    painter->setPen(m_palette.color(QPalette::ToolTipText));
    const double edge = QFontMetricsF(m_font).height() / 3;
    painter->drawText(m_box.adjusted(edge, edge, -edge, -edge), Qt::AlignLeading | Qt::TextDontClip, m_text);
}

} // namespace Gemmary
