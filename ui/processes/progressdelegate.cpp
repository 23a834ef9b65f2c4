// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/progressdelegate.h"

#include "processes/processmodel.h"
#include "widgets/processtexts.h"

#include <QApplication>
#include <QPainter>

namespace Gemmary {

namespace {

struct BarGeometry
{
    QRectF bar;
    QRect text;
};

BarGeometry geometryOf(const QStyleOptionViewItem &option)
{
    const int gap = option.fontMetrics.averageCharWidth();
    const QRect inner = option.rect.adjusted(gap, 0, -gap, 0);
    const int textWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("100,000 of 100,000"));
    const int barWidth = std::max(inner.width() - textWidth - gap, inner.width() / 3);
    const double height = option.fontMetrics.height() * 0.36;
    QRect bar = inner;
    bar.setWidth(barWidth);
    QRect text = inner;
    text.setLeft(inner.left() + barWidth + gap);
    bar = QStyle::visualRect(option.direction, inner, bar);
    text = QStyle::visualRect(option.direction, inner, text);
    return {QRectF(bar.left(), bar.center().y() + 0.5 - height / 2, bar.width(), height), text};
}

} // namespace

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    if (index.column() == ProgressColumn) {
        paintProgress(painter, option, index);
        return;
    }
    QStyleOptionViewItem shown = option;
    if (index.column() == StateColumn) {
        const auto state = static_cast<ShownState>(index.data(ProcessModel::StateRole).toInt());
        shown.icon = themedIcon(stateIcon(state), stateColor(state, colorsOf(option.palette)));
        shown.features |= QStyleOptionViewItem::HasDecoration;
        shown.decorationSize = QSize(option.fontMetrics.height(), option.fontMetrics.height());
        initStyleOption(&shown, index);
        const QWidget *widget = option.widget;
        (widget ? widget->style() : QApplication::style())
            ->drawControl(QStyle::CE_ItemViewItem, &shown, painter, widget);
        return;
    }
    QStyledItemDelegate::paint(painter, shown, index);
}

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() * 2);
    return size;
}

void ProgressDelegate::paintProgress(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QWidget *widget = option.widget;
    (widget ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Colors colors = colorsOf(option.palette);
    const auto state = static_cast<ShownState>(index.data(ProcessModel::StateRole).toInt());
    const QColor text =
        selected ? option.palette.color(QPalette::HighlightedText) : option.palette.color(QPalette::Text);
    const QColor fill = selected ? text : stateColor(state, colors);
    QColor track = selected ? text : colors.faintText;
    track.setAlphaF(0.22F);

    const BarGeometry geometry = geometryOf(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const double radius = geometry.bar.height() / 2;
    painter->setBrush(track);
    painter->drawRoundedRect(geometry.bar, radius, radius);
    const double share = index.data(ProcessModel::ShareRole).toDouble();
    painter->setBrush(share < 0 ? QBrush(fill, Qt::BDiagPattern) : QBrush(fill));
    QRectF filled = geometry.bar;
    if (share >= 0) {
        filled.setWidth(std::max(filled.height(), filled.width() * std::min(1.0, share)));
        if (option.direction == Qt::RightToLeft)
            filled.moveRight(geometry.bar.right());
    }
    if (share != 0)
        painter->drawRoundedRect(filled, radius, radius);
    painter->setPen(text);
    painter->setFont(option.font);
    painter->drawText(
        geometry.text, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, geometry.text.width()));
    painter->restore();
}

} // namespace Gemmary
