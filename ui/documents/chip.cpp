// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/chip.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace Gemmary {

Chip::Chip(Kind kind, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    setText(text);
    setCheckable(kind == Kind::Choice);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setCount(qint64 count)
{
    if (count == m_count)
        return;
    m_count = count;
    //: a filter and how many documents it shows: read aloud
    setAccessibleName(tr("%1, %Ln document(s)", nullptr, static_cast<int>(count)).arg(text()));
    updateGeometry();
    update();
}

QString Chip::figure() const
{
    if (m_kind == Kind::Removable)
        return QStringLiteral("✕");
    return m_count < 0 ? QString() : formatCount(m_count);
}

int Chip::gap() const
{
    return spacing(this, 1.5);
}

QSize Chip::sizeHint() const
{
    const QString number = figure();
    const int numberWidth = number.isEmpty() ? 0 : gap() + fontMetrics().horizontalAdvance(number);
    return {gap() * 4 + fontMetrics().horizontalAdvance(text()) + numberWidth, spacing(this, 7)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsOf(palette());
    const bool on = isChecked() || isDown() || m_kind == Kind::Removable;
    QColor fill = on ? colors.accent : colors.card;
    if (!on && underMouse() && isEnabled())
        fill = palette().color(QPalette::Midlight);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor textColor = palette().color(group, on ? QPalette::HighlightedText : QPalette::WindowText);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::WindowText), 2)
                              : QPen(on ? fill : colors.line));
    painter.setBrush(fill);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    const QRect inner = rect().adjusted(gap() * 2, 0, -gap() * 2, 0);
    const auto leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const auto trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    painter.setPen(textColor);
    painter.drawText(inner, static_cast<int>(leading), text());
    painter.setPen(on || !isEnabled() ? textColor : colors.faintText);
    painter.drawText(inner, static_cast<int>(trailing), figure());
}

} // namespace Gemmary
