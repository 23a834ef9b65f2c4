// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/switchbox.h"

#include "widgets/theme.h"

#include <QPainter>

namespace Gemmary {

SwitchBox::SwitchBox(QWidget *parent)
    : QCheckBox(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SwitchBox::sizeHint() const
{
    return {spacing(this, 10), spacing(this, 6)};
}

QSize SwitchBox::minimumSizeHint() const
{
    return sizeHint();
}

bool SwitchBox::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void SwitchBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    const QColor edge = isEnabled() ? colors.faintText : colors.line;
    const bool on = isChecked();
    const double gap = spacing(this, 0.75);
    const QRectF track = QRectF(rect()).adjusted(gap, gap, -gap, -gap);
    const double radius = track.height() / 2;
    painter.setPen(QPen(on && isEnabled() ? colors.accent : edge, 1.4));
    painter.setBrush(on ? QBrush(isEnabled() ? colors.accent : edge) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(track, radius, radius);

    const bool atRight = on == (layoutDirection() == Qt::LeftToRight);
    const QPointF knob(atRight ? track.right() - radius : track.left() + radius, track.center().y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? palette().color(isEnabled() ? QPalette::HighlightedText : QPalette::Window) : edge);
    painter.drawEllipse(knob, radius * 0.62, radius * 0.62);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius + gap, radius + gap);
    }
}

} // namespace Gemmary
