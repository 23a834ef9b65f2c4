// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartpanel.h"
#include "charts/points.h"
#include "charts/timebuckets.h"

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QLineSeries;
QT_END_NAMESPACE

namespace Gemmary {

// How many documents are settled a second: the last five minutes by the second, or the whole run.
class ThroughputChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit ThroughputChart(QWidget *parent = nullptr);

    void clear();
    void setHistory(const std::vector<ThroughputPoint> &history); // instead of what there was; oldest first
    void addSample(qint64 nowMs, qint64 settled); // so many are settled in all; the first only sets the scale
    void addMark(qint64 nowMs, const QString &text);
    void setRunning(bool running); // time goes on even when nothing is settled

protected:
    void draw() override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] int rowAt(const QPointF &value) const override;
    [[nodiscard]] QPointF anchor(int row) const override;
    [[nodiscard]] std::vector<ChartColumn> columns() const override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_rates.size()); }
    [[nodiscard]] QString cell(int row, int column) const override;

private:
    struct Rate // of one bucket
    {
        qint64 atMs; // its middle
        qint64 count;
        double aSecond; // averaged with its neighbours
    };

    void count(qint64 fromMs, qint64 toMs, qint64 documents);
    void advance(qint64 nowMs);
    void updateRates();
    [[nodiscard]] const TimeBuckets &shown() const { return m_showsAll ? m_wholeRun : m_lastMinutes; }
    [[nodiscard]] const Rate &highest() const;

    TimeBuckets m_lastMinutes;
    TimeBuckets m_wholeRun;
    bool m_showsAll = false;
    std::vector<Rate> m_rates; // of what is shown
    std::vector<PlotContent::Named> m_marks;
    qint64 m_settled = -1; // negative: not known yet
    qint64 m_nowMs = 0;
    bool m_running = false;
    QTimer m_clock;
    QAreaSeries *m_area;
    QLineSeries *m_line;
};

} // namespace Gemmary
