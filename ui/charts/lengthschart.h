// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartpanel.h"
#include "charts/lengthbins.h"

QT_BEGIN_NAMESPACE
class QAreaSeries;
QT_END_NAMESPACE

namespace Gemmary {

// How many documents are how long: finds the empty, the huge, the odd.
class LengthsChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit LengthsChart(QWidget *parent = nullptr);

    void setLengths(const std::vector<qint64> &words); // one number a document that was read

Q_SIGNALS:
    void rangeActivated(qint64 from, qint64 to); // in words, both included

protected:
    void draw() override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] int rowAt(const QPointF &value) const override;
    [[nodiscard]] QPointF anchor(int row) const override;
    void activate(int row) override;
    [[nodiscard]] std::vector<ChartColumn> columns() const override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_bins.size()); }
    [[nodiscard]] QString cell(int row, int column) const override;

private:
    [[nodiscard]] const LengthBin &binOf(int row) const { return m_bins[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::vector<Tick> ticks() const;

    std::vector<LengthBin> m_bins;
    QAreaSeries *m_area;
};

} // namespace Gemmary
