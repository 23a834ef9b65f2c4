// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentlist.h"

#include "documents/documentcolumns.h"
#include "documents/documentmodel.h"
#include "widgets/processtexts.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Gemmary {

namespace {

// Gives each state its icon in its colour, and rows room to breathe.
class DocumentDelegate : public QStyledItemDelegate
{
public:
    DocumentDelegate(const DocumentModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() * 7 / 4);
        return size;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == DocumentNameColumn)
            option->textElideMode = Qt::ElideMiddle;
        if (index.column() != DocumentStateColumn)
            return;
        const DocumentState state = m_model.line(index.row()).state;
        option->icon = themedIcon(stateIcon(state), stateColor(state, colorsOf(option->palette)));
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    }

private:
    const DocumentModel &m_model;
};

} // namespace

DocumentList::DocumentList(DocumentModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new DocumentDelegate(model, this));
    setAccessibleName(tr("Documents"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    setUpHeader();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DocumentList::currentDocumentChanged);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &DocumentList::keepCurrent);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &DocumentList::keepCurrent);
}

void DocumentList::setUpHeader()
{
    header()->setSortIndicatorClearable(true); // a third click: as found
    header()->setSortIndicator(FoundOrder, Qt::AscendingOrder);
    setSortingEnabled(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(true);
    header()->setFirstSectionMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    restoreLayout({});
    connect(header(), &QWidget::customContextMenuRequested, this, &DocumentList::showHeaderMenu);
    connect(header(), &QHeaderView::sectionResized, this, &DocumentList::layoutChanged);
    connect(header(), &QHeaderView::sectionMoved, this, &DocumentList::layoutChanged);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &DocumentList::layoutChanged);
}

const DocumentLine *DocumentList::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? &m_model.line(index.row()) : nullptr;
}

void DocumentList::select(qint64 number)
{
    const int row = m_model.rowOf(number);
    if (row < 0)
        return;
    setCurrentIndex(m_model.index(row, DocumentNameColumn));
    scrollTo(currentIndex());
}

QString DocumentList::selectionAsText() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < header()->count(); ++visual) {
        if (const int column = header()->logicalIndex(visual); !isColumnHidden(column))
            columns.push_back(column);
    }
    QStringList lines;
    const auto add = [&](auto cell) {
        QStringList cells;
        for (const int column : columns)
            cells.append(cell(documentColumn(column)));
        lines.append(cells.join(QLatin1Char('\t')));
    };
    add([](const DocumentColumn &column) { return titleOf(column); });
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : std::as_const(rows))
        add([&](const DocumentColumn &column) { return column.text(m_model.line(row.row())); });
    return lines.join(QLatin1Char('\n'));
}

QByteArray DocumentList::saveLayout() const
{
    return header()->saveState();
}

void DocumentList::restoreLayout(const QByteArray &layout)
{
    if (!layout.isEmpty() && header()->restoreState(layout)) {
        setColumnHidden(DocumentNameColumn, false);
        return;
    }
    const auto columns = documentColumns();
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
        const DocumentColumn &meant = documentColumn(column);
        header()->moveSection(header()->visualIndex(column), column);
        header()->resizeSection(column, fontMetrics().averageCharWidth() * meant.width);
        setColumnHidden(column, !meant.shown);
    }
    sortByColumn(FoundOrder, Qt::AscendingOrder);
}

// A tree view looks at each cell of thousands of rows to find out what to paint: what is in sight.
void DocumentList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                               const QList<int> &roles)
{
    if (topLeft.row() == bottomRight.row())
        QTreeView::dataChanged(topLeft, bottomRight, roles);
    else
        viewport()->update();
}

void DocumentList::showHeaderMenu(const QPoint &point)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto columns = documentColumns();
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
        QAction *action = menu->addAction(titleOf(documentColumn(column)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != DocumentNameColumn);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            Q_EMIT layoutChanged();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Order as found")), &QAction::triggered, this,
            [this] { sortByColumn(FoundOrder, Qt::AscendingOrder); });
    connect(menu->addAction(tr("Default columns")), &QAction::triggered, this, [this] {
        restoreLayout({});
        Q_EMIT layoutChanged();
    });
    menu->popup(header()->mapToGlobal(point));
}

void DocumentList::keepCurrent()
{
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, DocumentNameColumn));
    else if (m_model.rowCount() == 0)
        Q_EMIT currentDocumentChanged();
}

} // namespace Gemmary
