// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/stateschart.h"

#include "widgets/format.h"
#include "widgets/processtexts.h"

#include <QAreaSeries>

#include <algorithm>
#include <array>

namespace Gemmary {

namespace {

constexpr std::size_t MostPoints = 300; // five areas of them cost some milliseconds a frame

struct Layer
{
    DocumentState state;
    qint64 DocumentCounts::*count;
    float strength; // of the state's colour on the card
};

// From the top of the stack to its bottom.
constexpr std::array<Layer, 5> Layers{{
    {DocumentState::Waiting, &DocumentCounts::waiting, 0.35F},
    {DocumentState::Skipped, &DocumentCounts::skipped, 0.75F},
    {DocumentState::Failed, &DocumentCounts::failed, 0.9F},
    {DocumentState::Partial, &DocumentCounts::partial, 0.45F},
    {DocumentState::Done, &DocumentCounts::done, 0.85F},
}};

// Layers hide each other, so they are mixed with the card instead of being transparent.
QColor colorOf(const Layer &layer, const Colors &colors)
{
    // What was read in part is a paler "done": its own colour would be the one of the skipped.
    const QColor color =
        layer.state == DocumentState::Partial ? colors.done : stateColor(layer.state, colors);
    const auto mix = [&layer](float over, float under) {
        return over * layer.strength + under * (1 - layer.strength);
    };
    return QColor::fromRgbF(mix(color.redF(), colors.card.redF()), mix(color.greenF(), colors.card.greenF()),
                            mix(color.blueF(), colors.card.blueF()));
}

} // namespace

StatesChart::StatesChart(QWidget *parent)
    : ChartPanel(
          {tr("Documents by state"),
           tr("How many documents wait, were read, failed or were skipped, at each moment of the run."),
           tr("The documents’ way shows here as soon as some are found.")},
          parent)
    , m_timeline(MostPoints)
{
    for (std::size_t i = 0; i < Layers.size(); ++i)
        m_areas.push_back(plot()->addArea());
}

void StatesChart::clear()
{
    m_timeline.clear();
    updateData();
}

void StatesChart::setHistory(const std::vector<StatesPoint> &history)
{
    m_timeline.clear();
    for (const StatesPoint &point : history)
        m_timeline.add(point);
    updateData();
}

void StatesChart::addSample(qint64 nowMs, const DocumentCounts &counts)
{
    if (counts.found() == 0 && rowCount() == 0)
        return; // nothing was found yet
    m_timeline.add({nowMs, counts});
    updateData();
}

PlotContent StatesChart::content() const
{
    PlotContent content;
    content.xFrom = static_cast<double>(pointOf(0).atMs);
    content.xTo = content.xFrom + static_cast<double>(spanMs());
    qint64 most = 1;
    for (const StatesPoint &point : m_timeline.points())
        most = std::max(most, point.counts.found());
    const QFontMetrics metrics = plot()->fontMetrics();
    content.yTicks =
        countTicks(static_cast<double>(most),
                   std::min<int>(static_cast<int>(most), plot()->height() / (metrics.height() * 3)));
    content.yTo = content.yTicks.back().at;
    const int room = plot()->width() / (metrics.averageCharWidth() * 12);
    content.xTicks = timeTicks(pointOf(0).atMs, pointOf(0).atMs + spanMs(), room);
    const Colors colors = colorsOf(palette());
    for (auto layer = Layers.rbegin(); layer != Layers.rend(); ++layer) {
        const bool isUsed = std::any_of(m_timeline.points().begin(), m_timeline.points().end(),
                                        [&](const StatesPoint &p) { return p.counts.*layer->count > 0; });
        if (isUsed)
            content.legend.push_back({stateWord(layer->state), colorOf(*layer, colors)});
    }
    return content;
}

void StatesChart::draw()
{
    PlotContent content = this->content();
    const double end = content.xTo;
    plot()->setContent(std::move(content));
    const Colors colors = colorsOf(palette());
    std::array<QList<QPointF>, Layers.size()> tops;
    for (const StatesPoint &point : m_timeline.points()) {
        qint64 height = point.counts.found();
        for (std::size_t i = 0; i < Layers.size(); ++i) {
            tops[i].push_back(plot()->point(static_cast<double>(point.atMs), static_cast<double>(height)));
            height -= point.counts.*Layers[i].count;
        }
    }
    for (std::size_t i = 0; i < Layers.size(); ++i) {
        if (rowCount() == 1) // an area of one point has no width
            tops[i].push_back(plot()->point(end, tops[i].front().y()));
        m_areas[i]->setBrush(colorOf(Layers[i], colors));
        PlotView::fillBelow(m_areas[i], tops[i]);
    }
}

QString StatesChart::describe() const
{
    const DocumentCounts &counts = m_timeline.points().back().counts;
    QStringList parts{tr("%Ln document(s)", nullptr, static_cast<int>(counts.found()))};
    for (auto layer = Layers.rbegin(); layer != Layers.rend(); ++layer) {
        if (const qint64 count = counts.*layer->count; count > 0) {
            //: a number of documents and their state
            parts.push_back(tr("%1 %2").arg(formatCount(count), QLocale().toLower(stateWord(layer->state))));
        }
    }
    return parts.join(QStringLiteral(", "));
}

int StatesChart::rowAt(const QPointF &value) const
{
    const std::vector<StatesPoint> &points = m_timeline.points();
    const auto distance = [&](const StatesPoint &point) {
        return std::abs(static_cast<double>(point.atMs) - value.x());
    };
    const auto nearest =
        std::min_element(points.begin(), points.end(), [&](const StatesPoint &a, const StatesPoint &b) {
            return distance(a) < distance(b);
        });
    return nearest == points.end() ? -1 : static_cast<int>(nearest - points.begin());
}

QPointF StatesChart::anchor(int row) const
{
    const StatesPoint &point = pointOf(row);
    return {static_cast<double>(point.atMs),
            static_cast<double>(point.counts.found() - point.counts.waiting)};
}

std::vector<ChartColumn> StatesChart::columns() const
{
    std::vector<ChartColumn> columns{{tr("Time"), false}};
    for (auto layer = Layers.rbegin(); layer != Layers.rend(); ++layer)
        columns.push_back({stateWord(layer->state), true});
    return columns;
}

QString StatesChart::cell(int row, int column) const
{
    const StatesPoint &point = pointOf(row);
    if (column == 0)
        return formatClock(point.atMs, spanMs() / rowCount());
    return formatCount(point.counts.*Layers[Layers.size() - static_cast<std::size_t>(column)].count);
}

const StatesPoint &StatesChart::pointOf(int row) const
{
    return m_timeline.points()[static_cast<std::size_t>(row)];
}

qint64 StatesChart::spanMs() const
{
    return std::max<qint64>(1000, m_timeline.points().back().atMs - m_timeline.points().front().atMs);
}

} // namespace Gemmary
