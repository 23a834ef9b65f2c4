// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/sidebar.h"

#include "widgets/format.h"
#include "widgets/processtexts.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace Gemmary {

namespace {

constexpr int CountRole = Qt::UserRole;

struct CategoryRow
{
    ProcessCategory category;
    const char *title;
    const char *icon;
};

const CategoryRow Categories[] = {
    {ProcessCategory::All, QT_TRANSLATE_NOOP("Gemmary::Sidebar", "All processes"), "all"},
    {ProcessCategory::Running, QT_TRANSLATE_NOOP("Gemmary::Sidebar", "Running"), "running"},
    {ProcessCategory::Waiting, QT_TRANSLATE_NOOP("Gemmary::Sidebar", "Waiting"), "waiting"},
    {ProcessCategory::Paused, QT_TRANSLATE_NOOP("Gemmary::Sidebar", "Paused"), "paused"},
    {ProcessCategory::Problems, QT_TRANSLATE_NOOP("Gemmary::Sidebar", "Problems"), "warning"},
    {ProcessCategory::Finished, QT_TRANSLATE_NOOP("Gemmary::Sidebar", "Finished"), "done"},
    {ProcessCategory::Stopped, QT_TRANSLATE_NOOP("Gemmary::Sidebar", "Stopped"), "stopped"},
    {ProcessCategory::Removed, QT_TRANSLATE_NOOP("Gemmary::Sidebar", "Recently removed"), "remove"},
};

// Draws the count at the end of the row, quiet and in line with the others.
class CountDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(std::max(size.height(), option.fontMetrics.height() * 7 / 4));
        size.rwidth() += option.fontMetrics.horizontalAdvance(QStringLiteral("000,000"));
        return size;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                                 : colorsOf(option.palette).faintText);
        const int gap = option.fontMetrics.averageCharWidth();
        painter->drawText(
            option.rect.adjusted(gap, 0, -gap, 0),
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter),
            formatCount(index.data(CountRole).toLongLong()));
        painter->restore();
    }
};

} // namespace

bool isIn(ProcessCategory category, const ProcessSnapshot &process)
{
    const bool open = !isSettled(process.state);
    switch (category) {
    case ProcessCategory::All:
    case ProcessCategory::Removed:
        return true;
    case ProcessCategory::Running:
        return process.state == ProcessState::Running && !process.paused;
    case ProcessCategory::Waiting:
        return process.state == ProcessState::Pending && !process.paused;
    case ProcessCategory::Paused:
        return open && process.paused;
    case ProcessCategory::Problems:
        return problemCount(process) > 0 || process.state == ProcessState::Failed;
    case ProcessCategory::Finished:
        return process.state == ProcessState::Completed;
    case ProcessCategory::Stopped:
        return process.state == ProcessState::Stopped;
    }
    return false;
}

Sidebar::Sidebar(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Categories"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new CountDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int size = Gemmary::spacing(this, 4.5);
    setIconSize({size, size});
    for (const CategoryRow &row : Categories) {
        auto *item = new QListWidgetItem(themedIcon(QString::fromLatin1(row.icon)), tr(row.title), this);
        item->setData(CountRole, 0);
    }
    setCurrentRow(0);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT categoryChanged(category());
    });
}

void Sidebar::setCount(ProcessCategory category, qint64 count)
{
    QListWidgetItem *entry = item(static_cast<int>(category));
    entry->setData(CountRole, count);
    entry->setData(Qt::AccessibleTextRole,
                   //: a category of processes and how many it has: read aloud
                   tr("%1, %Ln process(es)", nullptr, static_cast<int>(count)).arg(entry->text()));
}

ProcessCategory Sidebar::category() const
{
    return static_cast<ProcessCategory>(std::max(0, currentRow()));
}

void Sidebar::setCategory(ProcessCategory category)
{
    setCurrentRow(static_cast<int>(category));
}

QSize Sidebar::sizeHint() const
{
    return {sizeHintForColumn(0) + Gemmary::spacing(this, 2), QListWidget::sizeHint().height()};
}

} // namespace Gemmary
