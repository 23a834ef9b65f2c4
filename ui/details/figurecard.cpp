// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/figurecard.h"

#include "widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace Gemmary {

FigureCard::FigureCard(const QString &name, const QString &definition, QWidget *parent)
    : QFrame(parent)
    , m_name(new QLabel(name, this))
    , m_figure(new QLabel(QStringLiteral("–"), this))
    , m_detail(new QLabel(definition, this))
{
    setToolTip(definition);
    setFontScale(m_figure, 1.7, true);
    setFontScale(m_detail, 0.88);
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 3);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(spacing(this, 0.5));
    layout->addWidget(m_name);
    layout->addWidget(m_figure);
    layout->addWidget(m_detail, 1);
    updateLook();
    updateAccessibleName();
}

void FigureCard::setFigure(const QString &figure)
{
    if (figure == m_figure->text())
        return;
    m_figure->setText(figure);
    updateAccessibleName();
}

void FigureCard::setDetail(const QString &detail)
{
    if (detail == m_detail->text())
        return;
    m_detail->setText(detail);
    updateAccessibleName();
}

void FigureCard::setClickable(bool clickable)
{
    m_clickable = clickable;
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
}

void FigureCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void FigureCard::keyPressEvent(QKeyEvent *event)
{
    const bool activates =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_clickable && activates)
        Q_EMIT clicked();
    else
        QFrame::keyPressEvent(event);
}

void FigureCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.line, hasFocus() ? 2 : 1));
    painter.setBrush(colors.card);
    const double radius = spacing(this, 1.5);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

void FigureCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void FigureCard::updateLook()
{
    for (QLabel *label : {m_name, m_detail}) {
        QPalette faint = label->palette();
        faint.setColor(QPalette::WindowText, colorsOf(palette()).faintText);
        label->setPalette(faint);
    }
}

void FigureCard::updateAccessibleName()
{
    //: name of a number and the number: read aloud
    setAccessibleName(tr("%1: %2").arg(m_name->text(), m_figure->text()));
    setAccessibleDescription(m_detail->text());
}

} // namespace Gemmary
