// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttable.h"

namespace Gemmary {

ChartTable::ChartTable(const ChartSource &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
{}

void ChartTable::sync()
{
    std::vector<ChartColumn> columns = m_source.columns();
    const bool isSame =
        std::equal(columns.begin(), columns.end(), m_columns.begin(), m_columns.end(),
                   [](const ChartColumn &a, const ChartColumn &b) { return a.title == b.title; });
    if (!isSame) { // another measure: nothing of the old rows is worth keeping
        beginResetModel();
        m_columns = std::move(columns);
        m_rows = m_source.rowCount();
        endResetModel();
        return;
    }
    const int rows = m_source.rowCount();
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    // Between a change of the source and sync() there may be fewer rows than the view knows.
    if (!index.isValid() || index.row() >= m_source.rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_source.cell(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? sentence(index.row()) : m_source.cell(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    default:
        return {};
    }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ChartColumn &column = m_columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.isNumber ? Qt::AlignTrailing : Qt::AlignLeading) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

// What arrow keys read out: the whole row.
QString ChartTable::sentence(int row) const
{
    QStringList parts{m_source.cell(row, 0)};
    for (int column = 1; column < columnCount(); ++column) {
        const QString &title = m_columns[static_cast<std::size_t>(column)].title;
        //: a column's name and its figure, read aloud
        parts.push_back(tr("%1: %2").arg(title, m_source.cell(row, column)));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace Gemmary
