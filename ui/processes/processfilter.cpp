// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/processfilter.h"

#include "processes/processmodel.h"
#include "widgets/processtexts.h"

namespace Gemmary {

ProcessFilterModel::ProcessFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    setSortRole(ProcessModel::ValueRole);
}

void ProcessFilterModel::setCategory(ProcessCategory category)
{
    m_category = category;
    invalidateFilter();
}

void ProcessFilterModel::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool ProcessFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ProcessSnapshot &process = static_cast<const ProcessModel *>(sourceModel())->process(row);
    if (!isIn(m_category, process))
        return false;
    return m_text.isEmpty() || process.name.contains(m_text, Qt::CaseInsensitive) ||
           process.id.toString().startsWith(m_text, Qt::CaseInsensitive);
}

bool ProcessFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == NameColumn) {
        const auto *processes = static_cast<const ProcessModel *>(sourceModel());
        return processes->nameKey(left.row()).compare(processes->nameKey(right.row())) < 0;
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace Gemmary
