// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace Gemmary {

struct ChartColumn
{
    QString title;
    bool isNumber = true;
};

// The data behind a chart as rows of text in the user's locale. Texts are made when they are asked for: most
// charts are never read as a table.
class ChartSource
{
public:
    ChartSource() = default;
    virtual ~ChartSource() = default;
    Q_DISABLE_COPY_MOVE(ChartSource)

    [[nodiscard]] virtual std::vector<ChartColumn> columns() const = 0;
    [[nodiscard]] virtual int rowCount() const = 0;
    [[nodiscard]] virtual QString cell(int row, int column) const = 0;
};

// Shows a source, which must outlive it, to a view. The source's owner says when the data changed; rows come
// and go at the end, so a view keeps its place. GUI thread.
class ChartTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ChartTable(const ChartSource &source, QObject *parent = nullptr);

    void sync(); // after the source changed

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString sentence(int row) const;

    const ChartSource &m_source;
    std::vector<ChartColumn> m_columns;
    int m_rows = 0;
};

} // namespace Gemmary
