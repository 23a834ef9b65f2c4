// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/stepschart.h"

#include "widgets/format.h"

#include <QAreaSeries>
#include <QLineSeries>

#include <algorithm>
#include <cmath>

namespace Gemmary {

namespace {

constexpr double HalfThickness = 0.26;
constexpr double NarrowestBar = 0.15; // decades: a bucket of the engine's histogram (a factor of √2)
constexpr double EdgeRoom = 0.15;     // decades
constexpr int FewestRows = 3;

} // namespace

StepsChart::StepsChart(QWidget *parent)
    : ChartPanel(
          {tr("Where time goes"),
           tr("How long each step takes: the bar holds the middle half of all times, the mark in it is the "
              "median, the line reaches to the longest. The scale is logarithmic; times are exact to a "
              "factor of 1.4."),
           tr("Times show here for work that this program does while it runs.")},
          parent)
{}

void StepsChart::setTimes(std::vector<StepRow> steps)
{
    m_steps = std::move(steps);
    updateData();
}

PlotContent StepsChart::content() const
{
    double least = logPlace(m_steps.front().p25Ms);
    double most = logPlace(m_steps.front().maxMs);
    for (const StepRow &step : m_steps) {
        least = std::min(least, logPlace(step.p25Ms));
        most = std::max(most, logPlace(step.maxMs));
    }
    PlotContent content;
    content.xFrom = std::floor(least - EdgeRoom);
    content.xTo = std::max(content.xFrom + 1, most + EdgeRoom);
    content.xTicks = durationTicks(content.xFrom, content.xTo);
    content.hasVerticalGrid = true;
    content.yTo = rowCount() - 0.5;
    content.yFrom = content.yTo - std::max(rowCount(), FewestRows);
    for (int row = rowCount() - 1; row >= 0; --row)
        content.yTicks.push_back({heightOf(row), m_steps[static_cast<std::size_t>(row)].name});
    return content;
}

void StepsChart::draw()
{
    plot()->setContent(content());
    growShapes();
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        const bool isUsed = i < m_steps.size();
        m_shapes[i].toLongest->setVisible(isUsed);
        m_shapes[i].middleHalf->setVisible(isUsed);
        m_shapes[i].median->setVisible(isUsed);
        if (isUsed)
            drawStep(m_shapes[i], m_steps[i], heightOf(static_cast<int>(i)));
    }
}

void StepsChart::growShapes()
{
    while (m_shapes.size() < m_steps.size()) {
        QLineSeries *toLongest = plot()->addLine();
        QAreaSeries *middleHalf = plot()->addArea();
        m_shapes.push_back({toLongest, middleHalf, plot()->addLine()});
    }
}

void StepsChart::drawStep(const Shape &shape, const StepRow &step, double y)
{
    const Colors colors = colorsOf(palette());
    const double median = logPlace(step.medianMs);
    const double from = std::min(logPlace(step.p25Ms), median - NarrowestBar / 2);
    const double to = std::max(logPlace(step.p75Ms), median + NarrowestBar / 2);
    const double longest = std::max(to, logPlace(step.maxMs));
    const auto line = [this](double x1, double y1, double x2, double y2) {
        return QList<QPointF>{plot()->point(x1, y1), plot()->point(x2, y2)};
    };
    shape.toLongest->setPen(QPen(colors.series[1], plot()->lineWidth()));
    shape.toLongest->replace(line(to, y, longest, y));
    shape.middleHalf->setBrush(colors.series[1]);
    shape.middleHalf->upperSeries()->replace(line(from, y + HalfThickness, to, y + HalfThickness));
    shape.middleHalf->lowerSeries()->replace(line(from, y - HalfThickness, to, y - HalfThickness));
    shape.median->setPen(QPen(colors.card, plot()->lineWidth() * 1.5, Qt::SolidLine, Qt::FlatCap));
    shape.median->replace(line(median, y - HalfThickness, median, y + HalfThickness));
}

QString StepsChart::describe() const
{
    double total = 0;
    for (const StepRow &step : m_steps)
        total += step.totalMs;
    const auto slowest =
        std::max_element(m_steps.begin(), m_steps.end(),
                         [](const StepRow &a, const StepRow &b) { return a.totalMs < b.totalMs; });
    const double share = total > 0 ? slowest->totalMs / total : 0;
    //: %1 is a step like "Reading", %2 a percentage, %3 a duration
    return tr("%1 takes most of the time, %2 of it; typically %3 each")
        .arg(slowest->name, formatPercent(share), formatMs(slowest->medianMs));
}

int StepsChart::rowAt(const QPointF &value) const
{
    const int row = rowCount() - 1 - qRound(value.y());
    return row >= 0 && row < rowCount() ? row : -1;
}

QPointF StepsChart::anchor(int row) const
{
    return {logPlace(m_steps[static_cast<std::size_t>(row)].medianMs), heightOf(row)};
}

std::vector<ChartColumn> StepsChart::columns() const
{
    return {{tr("Step"), false},   {tr("Times done"), true},    {tr("Quarter below"), true},
            {tr("Median"), true},  {tr("Quarter above"), true}, {tr("95 % below"), true},
            {tr("Longest"), true}, {tr("In all"), true}};
}

QString StepsChart::cell(int row, int column) const
{
    const StepRow &step = m_steps[static_cast<std::size_t>(row)];
    switch (column) {
    case 0:
        return step.name;
    case 1:
        return formatCount(step.count);
    case 2:
        return formatMs(step.p25Ms);
    case 3:
        return formatMs(step.medianMs);
    case 4:
        return formatMs(step.p75Ms);
    case 5:
        return formatMs(step.p95Ms);
    case 6:
        return formatMs(step.maxMs);
    default:
        return formatMs(step.totalMs);
    }
}

} // namespace Gemmary
