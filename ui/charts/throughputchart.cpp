// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/throughputchart.h"

#include "widgets/format.h"

#include <QAreaSeries>
#include <QDateTime>
#include <QLineSeries>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr qint64 Second = 1000;             // ms; the finest bucket
constexpr std::size_t LastMinutes = 300;    // buckets of a second
constexpr std::size_t WholeRun = 600;       // buckets, as wide as the run needs
constexpr std::size_t MostMarks = 60;       // the oldest go
constexpr qint64 AveragedOver = 5 * Second; // one document in one second is no pace
constexpr float AreaOpacity = 0.18F;

} // namespace

ThroughputChart::ThroughputChart(QWidget *parent)
    : ChartPanel(
          {tr("Documents per second"),
           tr("Documents that were read, failed or were skipped in each second, averaged over five seconds."),
           tr("The pace shows here as soon as documents are read.")},
          parent)
    , m_lastMinutes(Second, LastMinutes, TimeBuckets::Overflow::Forget)
    , m_wholeRun(Second, WholeRun, TimeBuckets::Overflow::Coarsen)
    , m_area(plot()->addArea())
    , m_line(plot()->addLine())
{
    addChoices({tr("5 min"), tr("Whole run")}, [this](int choice) {
        m_showsAll = choice == 1;
        updateRates();
    });
    m_clock.setInterval(Second);
    connect(&m_clock, &QTimer::timeout, this, [this] { advance(QDateTime::currentMSecsSinceEpoch()); });
}

void ThroughputChart::clear()
{
    m_lastMinutes.clear();
    m_wholeRun.clear();
    m_marks.clear();
    m_settled = -1;
    m_nowMs = 0;
    setRunning(false);
    updateRates();
}

void ThroughputChart::setHistory(const std::vector<ThroughputPoint> &history)
{
    m_lastMinutes.clear();
    m_wholeRun.clear();
    for (const ThroughputPoint &point : history)
        count(point.fromMs, point.toMs, point.count);
    if (!history.empty())
        m_nowMs = std::max(m_nowMs, history.back().toMs);
    if (m_running)
        advance(m_nowMs);
    updateRates();
}

void ThroughputChart::addSample(qint64 nowMs, qint64 settled)
{
    const qint64 now = std::max(nowMs, m_nowMs); // a clock set back stands still here
    // Fewer than before: failed documents wait again. Only what comes from here on counts.
    if (m_settled >= 0 && settled > m_settled)
        count(m_nowMs, now, settled - m_settled);
    m_settled = settled;
    advance(now);
}

void ThroughputChart::addMark(qint64 nowMs, const QString &text)
{
    m_marks.push_back({{static_cast<double>(std::max(nowMs, m_nowMs)), 0}, text});
    if (m_marks.size() > MostMarks)
        m_marks.erase(m_marks.begin());
    updateData();
}

void ThroughputChart::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    if (running)
        m_clock.start();
    else
        m_clock.stop();
    updateRates();
}

void ThroughputChart::count(qint64 fromMs, qint64 toMs, qint64 documents)
{
    m_lastMinutes.add(fromMs, toMs, documents);
    m_wholeRun.add(fromMs, toMs, documents);
}

void ThroughputChart::advance(qint64 nowMs)
{
    m_nowMs = std::max(nowMs, m_nowMs);
    m_lastMinutes.advance(m_nowMs);
    m_wholeRun.advance(m_nowMs);
    updateRates();
}

void ThroughputChart::updateRates()
{
    const TimeBuckets &buckets = shown();
    const qint64 width = buckets.widthMs();
    const std::size_t reach = static_cast<std::size_t>(AveragedOver / width) / 2;
    // The newest bucket of a run is not full yet.
    const std::size_t size = buckets.size() - (m_running && buckets.size() > 1 ? 1 : 0);
    m_rates.clear();
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t first = i - std::min(i, reach);
        const std::size_t last = std::min(i + reach, size - 1);
        qint64 sum = 0;
        for (std::size_t j = first; j <= last; ++j)
            sum += buckets.count(j);
        const double seconds = static_cast<double>(static_cast<qint64>(last - first + 1) * width) / Second;
        m_rates.push_back(
            {buckets.startMs(i) + width / 2, buckets.count(i), static_cast<double>(sum) / seconds});
    }
    updateData();
}

void ThroughputChart::draw()
{
    const double half = static_cast<double>(shown().widthMs()) / 2;
    PlotContent content;
    content.xFrom = static_cast<double>(m_rates.front().atMs) - half;
    content.xTo = static_cast<double>(m_rates.back().atMs) + half;
    const QFontMetrics metrics = plot()->fontMetrics();
    content.yTicks = countTicks(highest().aSecond, plot()->height() / (metrics.height() * 3));
    content.yTo = content.yTicks.back().at;
    const int room = plot()->width() / (metrics.averageCharWidth() * 12);
    content.xTicks = timeTicks(static_cast<qint64>(content.xFrom), static_cast<qint64>(content.xTo), room);
    content.marks = m_marks;
    // To both ends: a run of one bucket is a line, not a dot.
    QList<QPointF> points{plot()->point(content.xFrom, m_rates.front().aSecond)};
    for (const Rate &rate : m_rates)
        points.push_back(plot()->point(static_cast<double>(rate.atMs), rate.aSecond));
    points.push_back(plot()->point(content.xTo, m_rates.back().aSecond));
    plot()->setContent(std::move(content));
    QColor color = colorsOf(palette()).running;
    m_line->setPen(QPen(color, plot()->lineWidth(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    color.setAlphaF(AreaOpacity);
    m_area->setBrush(color);
    m_line->replace(points);
    PlotView::fillBelow(m_area, points);
}

const ThroughputChart::Rate &ThroughputChart::highest() const
{
    return *std::max_element(m_rates.begin(), m_rates.end(),
                             [](const Rate &a, const Rate &b) { return a.aSecond < b.aSecond; });
}

QString ThroughputChart::describe() const
{
    const QString most = formatFigure(highest().aSecond);
    const QString when = formatClock(highest().atMs, shown().widthMs());
    if (m_running) {
        //: %1 and %2 are figures, %3 a time of day
        return tr("%1 documents a second now; most %2 at %3")
            .arg(formatFigure(m_rates.back().aSecond), most, when);
    }
    qint64 documents = 0;
    for (const Rate &rate : m_rates)
        documents += rate.count;
    const double seconds =
        static_cast<double>(static_cast<qint64>(m_rates.size()) * shown().widthMs()) / Second;
    //: %1 and %2 are figures, %3 a time of day
    return tr("%1 documents a second on average; most %2 at %3")
        .arg(formatFigure(static_cast<double>(documents) / seconds), most, when);
}

int ThroughputChart::rowAt(const QPointF &value) const
{
    if (m_rates.empty())
        return -1;
    const double bucket =
        (value.x() - static_cast<double>(m_rates.front().atMs)) / static_cast<double>(shown().widthMs());
    return std::clamp(qRound(bucket), 0, rowCount() - 1);
}

QPointF ThroughputChart::anchor(int row) const
{
    const Rate &rate = m_rates[static_cast<std::size_t>(row)];
    return {static_cast<double>(rate.atMs), rate.aSecond};
}

std::vector<ChartColumn> ThroughputChart::columns() const
{
    return {{tr("Time"), false}, {tr("Documents a second"), true}, {tr("Documents"), true}};
}

QString ThroughputChart::cell(int row, int column) const
{
    const Rate &rate = m_rates[static_cast<std::size_t>(row)];
    switch (column) {
    case 0:
        return formatClock(rate.atMs, shown().widthMs());
    case 1:
        return formatFigure(rate.aSecond);
    default:
        return formatCount(rate.count);
    }
}

} // namespace Gemmary
