// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plotframe.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr double WidestYTexts = 0.36; // of the chart

} // namespace

PlotFrame::PlotFrame(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{}

void PlotFrame::setContent(PlotContent content)
{
    m_content = std::move(content);
    arrange();
}

void PlotFrame::setLook(const Colors &colors, const QColor &text, const QFont &font)
{
    m_colors = colors;
    m_text = text;
    m_font = font;
    arrange();
}

void PlotFrame::setMirrored(bool mirrored)
{
    m_mirrored = mirrored;
    arrange();
}

void PlotFrame::setBounds(const QRectF &bounds)
{
    prepareGeometryChange();
    m_bounds = bounds;
    arrange();
}

void PlotFrame::arrange()
{
    const QFontMetricsF metrics(m_font);
    const double gap = metrics.height() / 3;
    const double yTexts = m_content.yTicks.empty() ? 0 : yTextWidth() + gap;
    const double xTexts = m_content.xTicks.empty() ? 0 : metrics.height() + gap / 2;
    const double marks = m_content.marks.empty() ? 0 : metrics.height();
    // Half a line at the top: the highest tick's text reaches above the plot.
    const double top = legendHeight() + std::max(marks, metrics.height() / 2);
    m_plot = m_bounds.adjusted(m_mirrored ? gap : yTexts, top, m_mirrored ? -yTexts : -gap, -xTexts);
    update();
}

double PlotFrame::yTextWidth() const
{
    const QFontMetricsF metrics(m_font);
    double width = 0;
    for (const Tick &tick : m_content.yTicks)
        width = std::max(width, metrics.horizontalAdvance(tick.text));
    return std::min(width, m_bounds.width() * WidestYTexts);
}

QPointF PlotFrame::position(const QPointF &value) const
{
    const double x = (value.x() - m_content.xFrom) / (m_content.xTo - m_content.xFrom);
    const double y = (value.y() - m_content.yFrom) / (m_content.yTo - m_content.yFrom);
    return {m_plot.left() + (m_mirrored ? 1 - x : x) * m_plot.width(), m_plot.bottom() - y * m_plot.height()};
}

QPointF PlotFrame::value(const QPointF &position) const
{
    const double x = (position.x() - m_plot.left()) / std::max(1.0, m_plot.width());
    const double y = (m_plot.bottom() - position.y()) / std::max(1.0, m_plot.height());
    return {m_content.xFrom + (m_mirrored ? 1 - x : x) * (m_content.xTo - m_content.xFrom),
            m_content.yFrom + y * (m_content.yTo - m_content.yFrom)};
}

void PlotFrame::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setFont(m_font);
    paintGrid(*painter);
    paintMarks(*painter);
    painter->setPen(m_colors.faintText);
    paintXTexts(*painter);
    paintYTexts(*painter);
    paintValues(*painter);
    paintLegend(*painter);
}

void PlotFrame::paintGrid(QPainter &painter) const
{
    QColor faint = m_colors.line;
    faint.setAlphaF(0.6F);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(faint, 1));
    if (m_content.hasVerticalGrid) {
        for (const Tick &tick : m_content.xTicks) {
            const double x = position({tick.at, 0}).x();
            painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        }
    } else {
        for (const Tick &tick : m_content.yTicks) {
            const double y = position({0, tick.at}).y();
            painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        }
    }
    painter.setPen(QPen(m_colors.line, 1)); // the axis that the shapes stand on
    const double zero = position({m_content.xFrom, 0}).x();
    if (m_content.hasVerticalGrid || m_content.xTicks.empty())
        painter.drawLine(QPointF(zero, m_plot.top()), QPointF(zero, m_plot.bottom()));
    else
        painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void PlotFrame::paintXTexts(QPainter &painter) const
{
    const QFontMetricsF metrics(m_font);
    const double gap = metrics.averageCharWidth();
    std::vector<QRectF> taken;
    for (const bool minor : {false, true}) {
        for (const Tick &tick : m_content.xTicks) {
            if (tick.isMinor != minor || tick.text.isEmpty())
                continue;
            const double width = metrics.horizontalAdvance(tick.text) + 1;
            const double middle = position({tick.at, 0}).x();
            const double left = std::clamp(middle - width / 2, m_bounds.left(),
                                           std::max(m_bounds.left(), m_bounds.right() - width));
            const QRectF box(left, m_bounds.bottom() - metrics.height(), width, metrics.height());
            const QRectF wanted = box.adjusted(-gap, 0, gap, 0);
            if (std::any_of(taken.begin(), taken.end(),
                            [&](const QRectF &b) { return b.intersects(wanted); }))
                continue;
            taken.push_back(box);
            painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, tick.text);
        }
    }
}

void PlotFrame::paintYTexts(QPainter &painter) const
{
    const QFontMetricsF metrics(m_font);
    const double gap = metrics.height() / 3;
    const double width = yTextWidth();
    const double left = m_mirrored ? m_plot.right() + gap : m_plot.left() - gap - width;
    double last = m_bounds.bottom() + metrics.height();
    for (const Tick &tick : m_content.yTicks) {
        const double middle = position({0, tick.at}).y();
        if (std::abs(last - middle) < metrics.height() * 0.95)
            continue;
        last = middle;
        const QRectF box(left, middle - metrics.height() / 2, width, metrics.height());
        const QString text = metrics.elidedText(tick.text, Qt::ElideRight, width + 1);
        const auto side = m_mirrored ? Qt::AlignLeft : Qt::AlignRight;
        painter.drawText(box, side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextDontClip, text);
    }
}

void PlotFrame::paintMarks(QPainter &painter) const
{
    const QFontMetricsF metrics(m_font);
    double free = -1;
    for (const PlotContent::Named &mark : m_content.marks) {
        const double x = position(mark.at).x();
        if (x < m_plot.left() || x > m_plot.right())
            continue;
        painter.setPen(QPen(m_colors.paused, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        const double width = metrics.horizontalAdvance(mark.text);
        const double left =
            std::clamp(x - width / 2, m_bounds.left(), std::max(m_bounds.left(), m_bounds.right() - width));
        if (!m_mirrored && left < free)
            continue; // the line says it; the words would run into the ones before
        if (m_mirrored && free >= 0 && left + width > free)
            continue;
        painter.setPen(m_colors.paused);
        painter.drawText(QPointF(left, m_plot.top() - metrics.descent()), mark.text);
        free = m_mirrored ? left - metrics.averageCharWidth() : left + width + metrics.averageCharWidth();
    }
}

void PlotFrame::paintValues(QPainter &painter) const
{
    const QFontMetricsF metrics(m_font);
    painter.setPen(m_text);
    for (const PlotContent::Named &value : m_content.values) {
        const QPointF end = position(value.at);
        const double width = metrics.horizontalAdvance(value.text);
        const double gap = metrics.averageCharWidth() / 2;
        const double left = m_mirrored ? end.x() - gap - width : end.x() + gap;
        painter.drawText(QPointF(left, end.y() + (metrics.ascent() - metrics.descent()) / 2), value.text);
    }
}

// Calls draw(swatch, place of the text, entry) for each entry, in rows from the reading side.
template <typename Draw>
void PlotFrame::flowLegend(Draw draw) const
{
    const QFontMetricsF metrics(m_font);
    const double swatch = metrics.ascent() * 0.8;
    const double gap = metrics.averageCharWidth();
    double x = 0;
    double y = m_bounds.top();
    for (const PlotContent::LegendEntry &entry : m_content.legend) {
        const double width = swatch + gap * 0.8 + metrics.horizontalAdvance(entry.text);
        if (x > 0 && x + width > m_bounds.width()) {
            x = 0;
            y += metrics.lineSpacing();
        }
        QRectF box(m_bounds.left() + x, y + (metrics.height() - swatch) / 2, swatch, swatch);
        QRectF text(box.right() + gap * 0.8, y, width - swatch, metrics.height());
        if (m_mirrored) {
            const double axis = m_bounds.left() + m_bounds.right();
            box.moveLeft(axis - box.right());
            text.moveLeft(axis - text.right());
        }
        draw(box, text, entry);
        x += width + gap * 2;
    }
}

double PlotFrame::legendHeight() const
{
    double bottom = m_bounds.top();
    flowLegend([&](const QRectF &, const QRectF &text, const PlotContent::LegendEntry &) {
        bottom = text.bottom();
    });
    return bottom > m_bounds.top() ? bottom - m_bounds.top() + QFontMetricsF(m_font).height() / 4 : 0;
}

void PlotFrame::paintLegend(QPainter &painter) const
{
    flowLegend([&](const QRectF &swatch, const QRectF &text, const PlotContent::LegendEntry &entry) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.color);
        painter.drawRoundedRect(swatch, swatch.width() / 4, swatch.width() / 4);
        painter.setPen(m_colors.faintText);
        const auto side = m_mirrored ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(text, side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextDontClip, entry.text);
    });
}

} // namespace Gemmary
