// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/processlist.h"

#include "processes/progressdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

namespace Gemmary {

ProcessList::ProcessList(ProcessModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    m_filter.setSourceModel(&model);
    setModel(&m_filter);
    setItemDelegate(new ProgressDelegate(this));
    setAccessibleName(tr("Processes"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    setUpHeader();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProcessList::currentProcessChanged);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &ProcessList::keepCurrent);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &ProcessList::keepCurrent);
    connect(&m_filter, &QAbstractItemModel::layoutChanged, this, &ProcessList::keepCurrent);
}

void ProcessList::setUpHeader()
{
    setSortingEnabled(true);
    sortByColumn(createdColumn(), Qt::DescendingOrder);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setFirstSectionMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    restoreLayout({});
    connect(header(), &QWidget::customContextMenuRequested, this, &ProcessList::showHeaderMenu);
    connect(header(), &QHeaderView::sectionResized, this, [this] {
        if (m_arranging)
            return;
        m_fitsName = false;
        Q_EMIT layoutChanged();
    });
    connect(header(), &QHeaderView::sectionMoved, this, &ProcessList::layoutChanged);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &ProcessList::layoutChanged);
}

std::optional<ProcessSnapshot> ProcessList::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(processOf(index)) : std::nullopt;
}

std::vector<ProcessSnapshot> ProcessList::selected() const
{
    // Whole rows are selected: selectedRows() would look at each cell of thousands.
    std::vector<ProcessSnapshot> processes;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            processes.push_back(processOf(m_filter.index(row, 0)));
    }
    return processes;
}

bool ProcessList::isSelected(const ProcessId &id) const
{
    const int row = m_model.rowOf(id);
    return row >= 0 && selectionModel()->isSelected(m_filter.mapFromSource(m_model.index(row, 0)));
}

std::optional<ProcessSnapshot> ProcessList::processAt(const QPoint &viewportPoint) const
{
    const QModelIndex index = indexAt(viewportPoint);
    return index.isValid() ? std::optional(processOf(index)) : std::nullopt;
}

void ProcessList::select(const ProcessId &id)
{
    const int row = m_model.rowOf(id);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_model.index(row, 0));
    m_wanted = index.isValid() ? std::nullopt : std::optional(id);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void ProcessList::editName()
{
    if (currentIndex().isValid())
        edit(currentIndex().siblingAtColumn(NameColumn));
}

QString ProcessList::selectionAsText() const
{
    QStringList lines;
    const auto line = [this](auto cell) {
        QStringList cells;
        for (int visual = 0; visual < header()->count(); ++visual) {
            const int column = header()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(cell(column));
        }
        return cells.join(QLatin1Char('\t'));
    };
    lines.append(line([this](int column) {
        return m_filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }));
    for (const QModelIndex &index : selectionModel()->selectedRows())
        lines.append(line([&](int column) { return index.siblingAtColumn(column).data().toString(); }));
    return lines.join(QLatin1Char('\n'));
}

// As wide as the others leave room for.
void ProcessList::fitName()
{
    if (!m_fitsName)
        return;
    const int others = header()->length() - header()->sectionSize(NameColumn);
    const int least = fontMetrics().averageCharWidth() * processColumns()[NameColumn].width;
    const QScopedValueRollback arranging(m_arranging, true);
    header()->resizeSection(NameColumn, std::max(least, viewport()->width() - others));
}

void ProcessList::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitName();
}

QByteArray ProcessList::saveLayout() const
{
    return header()->saveState();
}

void ProcessList::restoreLayout(const QByteArray &layout)
{
    QScopedValueRollback arranging(m_arranging, true);
    m_fitsName = layout.isEmpty() || !header()->restoreState(layout);
    if (!m_fitsName)
        return;
    const auto columns = processColumns();
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
        const ProcessColumn &meant = columns[static_cast<std::size_t>(column)];
        header()->moveSection(header()->visualIndex(column), column);
        header()->resizeSection(column, fontMetrics().averageCharWidth() * meant.width);
        setColumnHidden(column, !meant.shown);
    }
    sortByColumn(createdColumn(), Qt::DescendingOrder);
    fitName();
}

void ProcessList::keyPressEvent(QKeyEvent *event)
{
    // Space is the window's "pause"; the view would only select with it.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        event->ignore();
    else
        QTreeView::keyPressEvent(event);
}

void ProcessList::showHeaderMenu(const QPoint &point)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto columns = processColumns();
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
        QAction *action = menu->addAction(titleOf(columns[static_cast<std::size_t>(column)]));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != NameColumn);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            Q_EMIT layoutChanged();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Default columns")), &QAction::triggered, this, [this] {
        restoreLayout({});
        Q_EMIT layoutChanged();
    });
    menu->popup(header()->mapToGlobal(point));
}

void ProcessList::keepCurrent()
{
    if (m_wanted) {
        select(*m_wanted);
        return;
    }
    if (!currentIndex().isValid() && m_filter.rowCount() > 0)
        setCurrentIndex(m_filter.index(0, 0));
    else if (m_filter.rowCount() == 0)
        Q_EMIT currentProcessChanged();
}

const ProcessSnapshot &ProcessList::processOf(const QModelIndex &index) const
{
    return m_model.process(m_filter.mapToSource(index).row());
}

} // namespace Gemmary
