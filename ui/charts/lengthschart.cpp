// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lengthschart.h"

#include "widgets/format.h"

#include <QAreaSeries>

#include <algorithm>
#include <limits>

namespace Gemmary {

namespace {

constexpr double HalfThickness = 0.42; // of a bar, of the distance between two
constexpr double FewestPlaces = 5;     // along the axis: one bin is no wall

QString rangeText(const LengthBin &bin)
{
    if (bin.from == bin.to)
        return formatCount(bin.from);
    if (bin.to == std::numeric_limits<qint64>::max())
        return QStringLiteral("≥ %1").arg(formatCount(bin.from));
    return QStringLiteral("%1–%2").arg(formatCount(bin.from), formatCount(bin.to));
}

} // namespace

LengthsChart::LengthsChart(QWidget *parent)
    : ChartPanel(
          {tr("Length of documents"),
           tr("How many documents have how many words. Each bar reaches about three times as far as the "
              "one before; empty documents have their own."),
           tr("The lengths show here when documents have been read.")},
          parent)
    , m_area(plot()->addArea())
{
    setActivatable(tr("Click to list them"));
}

void LengthsChart::setLengths(const std::vector<qint64> &words)
{
    m_bins = lengthBins(words);
    updateData();
}

// Bars are named at their edges, where a bin begins.
std::vector<Tick> LengthsChart::ticks() const
{
    std::vector<Tick> ticks;
    for (int row = 0; row < rowCount(); ++row) {
        const qint64 from = binOf(row).from;
        const bool isThird = QString::number(from).startsWith(QLatin1Char('3'));
        ticks.push_back({from == 0 ? row : row - 0.5, formatCount(from), isThird});
    }
    if (binOf(rowCount() - 1).to < std::numeric_limits<qint64>::max() && binOf(rowCount() - 1).to > 0)
        ticks.push_back({rowCount() - 0.5, formatCount(binOf(rowCount() - 1).to + 1), true});
    return ticks;
}

void LengthsChart::draw()
{
    const double places = std::max<double>(rowCount(), FewestPlaces);
    const auto highest =
        std::max_element(m_bins.begin(), m_bins.end(),
                         [](const LengthBin &a, const LengthBin &b) { return a.documents < b.documents; });
    const int most = static_cast<int>(std::min<qint64>(highest->documents, std::numeric_limits<int>::max()));
    PlotContent content;
    content.xFrom = (rowCount() - places) / 2 - 0.5;
    content.xTo = content.xFrom + places;
    content.xTicks = ticks();
    content.yTicks =
        countTicks(most, std::min(most, plot()->height() / (plot()->fontMetrics().height() * 3)));
    content.yTo = content.yTicks.back().at;
    plot()->setContent(std::move(content));
    QList<QPointF> outline;
    for (int row = 0; row < rowCount(); ++row) {
        const double documents = static_cast<double>(binOf(row).documents);
        for (const QPointF corner :
             {QPointF(row - HalfThickness, 0), QPointF(row - HalfThickness, documents),
              QPointF(row + HalfThickness, documents), QPointF(row + HalfThickness, 0)})
            outline.push_back(plot()->point(corner.x(), corner.y()));
    }
    m_area->setBrush(colorsOf(palette()).series[2]);
    PlotView::fillBelow(m_area, outline);
}

QString LengthsChart::describe() const
{
    qint64 documents = 0;
    const LengthBin *most = &m_bins.front();
    for (const LengthBin &bin : m_bins) {
        documents += bin.documents;
        if (bin.documents > most->documents)
            most = &bin;
    }
    const double share = static_cast<double>(most->documents) / static_cast<double>(documents);
    //: %1 is a percentage, %2 a range like 100–299
    return tr("%Ln document(s); %1 have %2 words", nullptr, static_cast<int>(documents))
        .arg(formatPercent(share), rangeText(*most));
}

int LengthsChart::rowAt(const QPointF &value) const
{
    const int row = qRound(value.x());
    return row >= 0 && row < rowCount() ? row : -1;
}

QPointF LengthsChart::anchor(int row) const
{
    return {static_cast<double>(row), static_cast<double>(binOf(row).documents)};
}

void LengthsChart::activate(int row)
{
    Q_EMIT rangeActivated(binOf(row).from, binOf(row).to);
}

std::vector<ChartColumn> LengthsChart::columns() const
{
    return {{tr("Words"), false}, {tr("Documents"), true}};
}

QString LengthsChart::cell(int row, int column) const
{
    return column == 0 ? rangeText(binOf(row)) : formatCount(binOf(row).documents);
}

} // namespace Gemmary
