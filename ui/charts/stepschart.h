// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartpanel.h"
#include "charts/points.h"

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QLineSeries;
QT_END_NAMESPACE

namespace Gemmary {

// Where the time goes: for each step the middle half of its times as a bar, the median in it, and a line to
// the longest, on a logarithmic axis.
class StepsChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit StepsChart(QWidget *parent = nullptr);

    void setTimes(std::vector<StepRow> steps); // in the order of the work

protected:
    void draw() override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] int rowAt(const QPointF &value) const override;
    [[nodiscard]] QPointF anchor(int row) const override;
    [[nodiscard]] std::vector<ChartColumn> columns() const override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_steps.size()); }
    [[nodiscard]] QString cell(int row, int column) const override;

private:
    struct Shape // of one step
    {
        QLineSeries *toLongest;
        QAreaSeries *middleHalf;
        QLineSeries *median;
    };

    void growShapes();
    void drawStep(const Shape &shape, const StepRow &step, double y);
    [[nodiscard]] PlotContent content() const;
    [[nodiscard]] double heightOf(int row) const { return rowCount() - 1 - row; } // the first step is on top

    std::vector<StepRow> m_steps;
    std::vector<Shape> m_shapes; // never fewer than steps
};

} // namespace Gemmary
