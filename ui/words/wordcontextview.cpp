// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordcontextview.h"

#include "widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr double RowHeight = 1.5; // heights of a line of text
constexpr int DocumentWidth = 28; // average characters
constexpr int MostWordWidth = 24;

class ContextDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.fontMetrics.averageCharWidth(), qRound(option.fontMetrics.height() * RowHeight)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode =
            static_cast<Qt::TextElideMode>(index.data(WordContextModel::ElideRole).toInt());
        const Colors colors = colorsOf(option->palette);
        if (index.column() == WordContextModel::WordColumn) {
            option->font.setBold(true);
            option->fontMetrics = QFontMetrics(option->font);
            option->palette.setColor(QPalette::Text, colors.running);
        } else if (index.column() == WordContextModel::DocumentColumn) {
            option->palette.setColor(QPalette::Text, colors.faintText);
        }
    }
};

} // namespace

WordContextView::WordContextView(WordContextModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new ContextDelegate(this));
    setAccessibleName(tr("Places of the word"));
    setAccessibleDescription(tr("Enter opens the document"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(WordContextModel::BeforeColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(WordContextModel::AfterColumn, QHeaderView::Stretch);
    header()->resizeSection(WordContextModel::DocumentColumn,
                            fontMetrics().averageCharWidth() * DocumentWidth);
    connect(&model, &QAbstractItemModel::modelReset, this, &WordContextView::onReset);
    connect(this, &QAbstractItemView::doubleClicked, this, &WordContextView::activate);
    connect(this, &QWidget::customContextMenuRequested, this, &WordContextView::showMenu);
}

void WordContextView::copyRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : rows)
        lines.append(m_model.place(row).name + QLatin1Char('\t') + m_model.sentenceOf(row));
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

bool WordContextView::event(QEvent *event)
{
    // The window copies processes with the same keys; here they mean places.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void WordContextView::keyPressEvent(QKeyEvent *event)
{
    const bool activates = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
                           !(event->modifiers() & ~Qt::KeypadModifier);
    if (event->key() == Qt::Key_Escape)
        event->ignore(); // the page goes back with it; the view would search for it
    else if (activates && currentIndex().isValid())
        activate(currentIndex());
    else if (event->matches(QKeySequence::Copy))
        copyRows();
    else
        QTreeView::keyPressEvent(event);
}

void WordContextView::onReset()
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int most = metrics.averageCharWidth() * MostWordWidth;
    int width = header()->sectionSizeHint(WordContextModel::WordColumn);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString &word = m_model.place(row).word;
        width = std::max(width, word.size() > MostWordWidth ? most : metrics.horizontalAdvance(word));
    }
    header()->resizeSection(WordContextModel::WordColumn,
                            std::min(width, most) + metrics.averageCharWidth() * 3);
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, 0));
}

void WordContextView::showMenu(const QPoint &point)
{
    if (!currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Open the document")), &QAction::triggered, this,
            [this] { activate(currentIndex()); });
    connect(menu->addAction(tr("&Copy rows")), &QAction::triggered, this, &WordContextView::copyRows);
    menu->popup(viewport()->mapToGlobal(point));
}

void WordContextView::activate(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT documentActivated(m_model.place(index.row()).document);
}

} // namespace Gemmary
