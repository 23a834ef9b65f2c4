// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/ticks.h"
#include "widgets/theme.h"

#include <QFont>
#include <QGraphicsItem>

namespace Gemmary {

// What stands around and between the series of a chart, in the data's coordinates.
struct PlotContent
{
    struct Named
    {
        QPointF at;
        QString text;
    };
    struct LegendEntry
    {
        QString text;
        QColor color;
    };

    double xFrom = 0;
    double xTo = 1;
    double yFrom = 0;
    double yTo = 1;
    std::vector<Tick> xTicks;
    std::vector<Tick> yTicks;
    bool hasVerticalGrid = false; // lines at the x ticks instead of at the y ticks
    std::vector<Named> marks;     // vertical lines with a word; y is not looked at
    std::vector<Named> values;    // figures written after bars
    std::vector<LegendEntry> legend;
};

// Draws grid, axis texts, marks, figures and legend of a chart: QtCharts' own axes overlap, shorten or turn
// their texts, and do not mirror. Texts that would touch are left out, the minor ones first.
class PlotFrame : public QGraphicsItem
{
public:
    explicit PlotFrame(QGraphicsItem *parent);

    void setContent(PlotContent content);
    [[nodiscard]] const PlotContent &content() const { return m_content; }
    void setLook(const Colors &colors, const QColor &text, const QFont &font);
    void setMirrored(bool mirrored); // x runs from right to left
    void setBounds(const QRectF &bounds);

    [[nodiscard]] QRectF plotArea() const { return m_plot; }
    [[nodiscard]] QPointF position(const QPointF &value) const; // in the item's coordinates
    [[nodiscard]] QPointF value(const QPointF &position) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void arrange();
    [[nodiscard]] double legendHeight() const;
    [[nodiscard]] double yTextWidth() const;
    void paintGrid(QPainter &painter) const;
    void paintXTexts(QPainter &painter) const;
    void paintYTexts(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintValues(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    template <typename Draw>
    void flowLegend(Draw draw) const;

    PlotContent m_content;
    Colors m_colors;
    QColor m_text;
    QFont m_font;
    bool m_mirrored = false;
    QRectF m_bounds;
    QRectF m_plot;
};

} // namespace Gemmary
