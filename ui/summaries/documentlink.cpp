// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/documentlink.h"

#include "widgets/oneline.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace Gemmary {

namespace {

constexpr int LeastWidth = 8; // average characters

} // namespace

// The button's own text stays empty: a "&" in a name is no mnemonic.
DocumentLink::DocumentLink(QString name, QWidget *parent)
    : QAbstractButton(parent)
    , m_name(std::move(name))
{
    setFontScale(this, 1.05, true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(oneLine(m_name));
    setAccessibleDescription(tr("Opens the document"));
    setToolTip(oneLine(m_name).toHtmlEscaped());
}

QSize DocumentLink::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(oneLine(m_name)) + spacing(this, 1), spacing(this, 5.5)};
}

QSize DocumentLink::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * LeastWidth, sizeHint().height()};
}

void DocumentLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(underMouse());
    painter.setFont(shown);
    painter.setPen(palette().color(QPalette::Link));
    painter.drawText(rect(), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine),
                     fontMetrics().elidedText(oneLine(m_name), Qt::ElideMiddle, width()));
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void DocumentLink::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void DocumentLink::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void DocumentLink::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Gemmary
