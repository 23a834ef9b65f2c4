// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordbardelegate.h"

#include "widgets/theme.h"
#include "words/wordmodel.h"

#include <QApplication>
#include <QPainter>

namespace Gemmary {

namespace {

constexpr double TableRow = 1.5; // heights of a line of text
constexpr double ChartRow = 1.75;
constexpr double TableBar = 0.5;
constexpr double ChartBar = 0.95;

} // namespace

void WordBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (index.column() == WordModel::BarColumn) {
        paintBar(painter, option, index);
        return;
    }
    QStyledItemDelegate::paint(painter, option, index);
}

void WordBarDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (m_labelled && index.column() == WordModel::WordColumn)
        option->displayAlignment = Qt::AlignTrailing | Qt::AlignVCenter;
    if (index.column() != WordModel::RankColumn)
        return;
    option->text += QString(2, QChar::Nbsp); // away from the word
    option->palette.setColor(QPalette::Text, colorsOf(option->palette).faintText);
}

QSize WordBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qRound(option.fontMetrics.height() * (m_labelled ? ChartRow : TableRow)));
    return size;
}

void WordBarDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QWidget *widget = option.widget;
    (widget ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const int gap = option.fontMetrics.averageCharWidth();
    const QString label = m_labelled ? index.data().toString() : QString();
    const int labelWidth =
        m_labelled ? option.fontMetrics.horizontalAdvance(QStringLiteral("0,000,000")) + gap : 0;
    const QRect inner = option.rect.adjusted(gap, 0, -gap, 0);
    const double height = option.fontMetrics.height() * (m_labelled ? ChartBar : TableBar);
    const double room = std::max(0, inner.width() - labelWidth);
    const double length = std::max(2.0, room * index.data(WordModel::ShareRole).toDouble());
    QRectF bar(inner.left(), inner.center().y() + 0.5 - height / 2, length, height);
    QRect labelArea(inner.left() + qRound(length) + gap, inner.top(), labelWidth, inner.height());
    if (option.direction == Qt::RightToLeft)
        bar.moveRight(inner.right());
    labelArea = QStyle::visualRect(option.direction, inner, labelArea);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? text : colorsOf(option.palette).series[0]);
    const double radius = std::min(height / 5, length / 2);
    painter->drawRoundedRect(bar, radius, radius);
    painter->setPen(text);
    painter->setFont(option.font);
    painter->drawText(labelArea, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextDontClip),
                      label);
    painter->restore();
}

} // namespace Gemmary
