// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartpanel.h"
#include "charts/statetimeline.h"

QT_BEGIN_NAMESPACE
class QAreaSeries;
QT_END_NAMESPACE

namespace Gemmary {

// Where a process's documents stand along its run: stacked areas, one a state.
class StatesChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit StatesChart(QWidget *parent = nullptr);

    void clear();
    void setHistory(const std::vector<StatesPoint> &history); // instead of what there was; oldest first
    void addSample(qint64 nowMs, const DocumentCounts &counts);

protected:
    void draw() override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] int rowAt(const QPointF &value) const override;
    [[nodiscard]] QPointF anchor(int row) const override;
    [[nodiscard]] std::vector<ChartColumn> columns() const override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_timeline.points().size()); }
    [[nodiscard]] QString cell(int row, int column) const override;

private:
    [[nodiscard]] PlotContent content() const;
    [[nodiscard]] const StatesPoint &pointOf(int row) const;
    [[nodiscard]] qint64 spanMs() const;

    StateTimeline m_timeline;
    std::vector<QAreaSeries *>
        m_areas; // from the whole stack down to its lowest layer, each hiding the one before
};

} // namespace Gemmary
