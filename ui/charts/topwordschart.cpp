// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/topwordschart.h"

#include "widgets/format.h"

#include <QAreaSeries>
#include <QLineSeries>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr double LinesABar = 1.45; // room for a bar in lines of its word
constexpr int MostBars = 30;
constexpr int FewestPlaces = 8;        // two words are no towers
constexpr double HalfThickness = 0.34; // of a bar, of the distance between two

} // namespace

TopWordsChart::TopWordsChart(QWidget *parent)
    : ChartPanel(
          {tr("Most frequent words"),
           tr("How often each word stands in all documents, as a number or per 10,000 words. Words that "
              "every text has (“the”, “and”) are left out where their language is known."),
           tr("The words show here when documents have been counted.")},
          parent)
    , m_area(plot()->addArea())
{
    addChoices({tr("Count"), tr("Per 10,000")}, [this](int choice) { m_isRelative = choice == 1; });
    setActivatable(tr("Click to see where it stands"));
}

void TopWordsChart::setWords(const std::vector<TermCount> &words, qint64 totalTerms)
{
    m_words.clear();
    for (const TermCount &word : words)
        m_words.push_back({QString::fromStdString(word.term), word.count});
    m_totalTerms = totalTerms;
    updateData();
}

void TopWordsChart::draw()
{
    const QFontMetrics metrics = plot()->fontMetrics();
    const int fitting = static_cast<int>(plot()->height() / (metrics.lineSpacing() * LinesABar));
    m_bars = std::clamp(fitting, 1, std::min(MostBars, rowCount()));
    PlotContent content;
    content.hasVerticalGrid = true; // none: the figures stand beside the bars
    content.yTo = m_bars - 0.5;
    content.yFrom = content.yTo - std::max(m_bars, std::min(fitting, FewestPlaces));
    QList<QPointF> outline;
    int widest = 0;
    for (int row = m_bars - 1; row >= 0; --row) {
        const Word &word = wordOf(row);
        const double y = heightOf(row);
        const double x = measureOf(word);
        content.yTicks.push_back({y, word.text});
        content.values.push_back({{x, y}, figureOf(word)});
        widest = std::max(widest, metrics.horizontalAdvance(content.values.back().text));
        for (const QPointF corner : {QPointF(0, y - HalfThickness), QPointF(x, y - HalfThickness),
                                     QPointF(x, y + HalfThickness), QPointF(0, y + HalfThickness)})
            outline.push_back(plot()->point(corner.x(), corner.y()));
    }
    plot()->setContent(content); // tells how wide the plot is
    const double room =
        std::max(0.4, 1 - (widest + metrics.averageCharWidth()) / std::max(1.0, plot()->plotArea().width()));
    content.xTo = measureOf(m_words.front()) / room;
    plot()->setContent(std::move(content));
    m_area->setBrush(colorsOf(palette()).series[0]);
    m_area->upperSeries()->replace(outline);
    m_area->lowerSeries()->replace(QList<QPointF>{outline.front(), outline.back()});
}

double TopWordsChart::perTenThousand(const Word &word) const
{
    return m_totalTerms > 0 ? 10'000 * static_cast<double>(word.count) / static_cast<double>(m_totalTerms)
                            : 0;
}

double TopWordsChart::measureOf(const Word &word) const
{
    // A bar of no length has no axis; without a total there is nothing to relate to.
    return std::max(1e-6, m_isRelative ? perTenThousand(word) : static_cast<double>(word.count));
}

QString TopWordsChart::figureOf(const Word &word) const
{
    return m_isRelative ? formatFigure(perTenThousand(word)) : formatCount(word.count);
}

QString TopWordsChart::describe() const
{
    const Word &first = wordOf(0);
    const QString most =
        tr("“%1” %Ln time(s)", nullptr, static_cast<int>(first.count)).arg(isolated(first.text));
    if (rowCount() == 1)
        return most;
    //: %1 is a word and how often it is there, %2 another word, %3 how often
    return tr("%1, then “%2” %3").arg(most, isolated(wordOf(1).text), formatCount(wordOf(1).count));
}

int TopWordsChart::rowAt(const QPointF &value) const
{
    const int row = m_bars - 1 - qRound(value.y());
    return row >= 0 && row < std::min(m_bars, rowCount()) ? row : -1;
}

QPointF TopWordsChart::anchor(int row) const
{
    return {measureOf(wordOf(row)), std::max(-0.5, heightOf(row))};
}

void TopWordsChart::activate(int row)
{
    Q_EMIT wordActivated(wordOf(row).text);
}

std::vector<ChartColumn> TopWordsChart::columns() const
{
    return {{tr("Word"), false}, {tr("Count"), true}, {tr("Per 10,000 words"), true}};
}

QString TopWordsChart::cell(int row, int column) const
{
    const Word &word = wordOf(row);
    switch (column) {
    case 0:
        return word.text;
    case 1:
        return formatCount(word.count);
    default:
        return formatFigure(perTenThousand(word));
    }
}

} // namespace Gemmary
