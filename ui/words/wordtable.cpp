// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordtable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace Gemmary {

namespace {

// In the order of WordModel::Column, in average characters.
constexpr int Widths[] = {9, 26, 13, 13, 30};
constexpr int ChartWordWidth = 22;

} // namespace

WordTable::WordTable(WordModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new WordBarDelegate(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Words"));
    setAccessibleDescription(tr("Enter shows a word where it stands in the documents"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    setUpHeader();
    connect(this, &QWidget::customContextMenuRequested, this, &WordTable::showMenu);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT wordActivated(m_model.word(index.row())); });
    connect(&model, &QAbstractItemModel::modelReset, this, &WordTable::keepCurrent);
}

void WordTable::setUpHeader()
{
    setSortingEnabled(true);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    restoreLayout({});
    connect(header(), &QHeaderView::sectionResized, this, &WordTable::layoutChanged);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &WordTable::layoutChanged);
}

void WordTable::showAsBars(bool bars)
{
    if (bars == m_bars)
        return;
    if (bars)
        m_tableLayout = header()->saveState();
    m_bars = bars;
    const QSignalBlocker quiet(header()); // the widths of the chart are nobody's choice
    m_delegate->setLabelled(bars);
    setHeaderHidden(bars);
    setAlternatingRowColors(!bars);
    for (const int column : {WordModel::RankColumn, WordModel::CountColumn, WordModel::RateColumn})
        setColumnHidden(column, bars);
    if (bars) {
        header()->resizeSection(WordModel::WordColumn, fontMetrics().averageCharWidth() * ChartWordWidth);
        sortByColumn(WordModel::RankColumn, Qt::AscendingOrder);
    } else {
        header()->restoreState(m_tableLayout);
        sortByColumn(header()->sortIndicatorSection(), header()->sortIndicatorOrder());
    }
    scheduleDelayedItemsLayout();
}

void WordTable::select(const QString &word)
{
    const int row = m_model.rowOf(word);
    if (row < 0)
        return;
    setCurrentIndex(m_model.index(row, 0));
    scrollTo(currentIndex(), PositionAtCenter);
}

QString WordTable::currentWord() const
{
    return currentIndex().isValid() ? m_model.word(currentIndex().row()) : QString();
}

void WordTable::copyRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.empty()) {
        for (int row = 0; row < m_model.rowCount(); ++row)
            rows.push_back(row);
    }
    const auto line = [](auto cell) {
        QStringList cells;
        for (int column = WordModel::RankColumn; column <= WordModel::RateColumn; ++column)
            cells.append(cell(column));
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines{
        line([this](int column) { return m_model.headerData(column, Qt::Horizontal).toString(); })};
    for (const int row : rows)
        lines.append(line([this, row](int column) { return m_model.index(row, column).data().toString(); }));
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

QByteArray WordTable::saveLayout() const
{
    return m_bars ? m_tableLayout : header()->saveState();
}

void WordTable::restoreLayout(const QByteArray &layout)
{
    if (m_bars) {
        m_tableLayout = layout;
        return;
    }
    if (!layout.isEmpty() && header()->restoreState(layout))
        return;
    for (int column = 0; column < WordModel::ColumnCount; ++column)
        header()->resizeSection(column, fontMetrics().averageCharWidth() * Widths[column]);
    sortByColumn(WordModel::RankColumn, Qt::AscendingOrder);
}

bool WordTable::event(QEvent *event)
{
    // The window copies processes with the same keys; here they mean words.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void WordTable::keyPressEvent(QKeyEvent *event)
{
    const bool activates = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
                           !(event->modifiers() & ~Qt::KeypadModifier);
    if (activates && currentIndex().isValid())
        Q_EMIT wordActivated(currentWord());
    else if (event->matches(QKeySequence::Copy))
        copyRows();
    else
        QTreeView::keyPressEvent(event);
}

void WordTable::showMenu(const QPoint &point)
{
    if (!currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show in &context")), &QAction::triggered, this,
            [this] { Q_EMIT wordActivated(currentWord()); });
    connect(menu->addAction(tr("&Copy rows")), &QAction::triggered, this, &WordTable::copyRows);
    menu->popup(viewport()->mapToGlobal(point));
}

// A view without a current row tells a screen reader nothing, and Orca may stumble over it.
void WordTable::keepCurrent()
{
    if (m_model.rowCount() > 0 && !currentIndex().isValid()) {
        selectionModel()->setCurrentIndex(m_model.index(0, 0), QItemSelectionModel::NoUpdate);
        scrollToTop();
    }
}

} // namespace Gemmary
