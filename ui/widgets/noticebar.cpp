// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/noticebar.h"

#include "widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Gemmary {

namespace {

QColor toneColor(NoticeBar::Tone tone, const Colors &colors)
{
    switch (tone) {
    case NoticeBar::Tone::Information:
        break;
    case NoticeBar::Tone::Warning:
        return colors.warning;
    case NoticeBar::Tone::Failure:
        return colors.failed;
    }
    return colors.accent;
}

QString toneIcon(NoticeBar::Tone tone)
{
    return tone == NoticeBar::Tone::Information ? QStringLiteral("about") : QStringLiteral("warning");
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_choices(new QHBoxLayout)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *close = new QToolButton(this);
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(close->accessibleName());
    auto *layout = new QHBoxLayout(this);
    const int edge = spacing(this, 2);
    layout->setContentsMargins(spacing(this, 3), edge, edge, edge);
    layout->setSpacing(spacing(this, 2));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_choices);
    layout->addWidget(close);
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, &NoticeBar::dismiss);
    connect(close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::showNotice(Notice notice)
{
    m_notice = std::move(notice);
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_text->setText(m_notice.text);
    setAccessibleName(m_notice.text);
    for (const Choice &choice : m_notice.choices)
        addChoice(choice);
    m_time.stop();
    if (m_notice.closesAfter.count() > 0)
        m_time.start(m_notice.closesAfter);
    updateLook();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::addChoice(Choice choice)
{
    auto *button = new QPushButton(choice.text, this);
    connect(button, &QPushButton::clicked, this, [this, act = std::move(choice.act)] {
        m_time.stop();
        hide();
        act();
    });
    m_choices->addWidget(button);
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = toneColor(m_notice.tone, colorsOf(palette()));
    QColor fill = color;
    fill.setAlphaF(0.12F);
    painter.setPen(QPen(color, 1));
    painter.setBrush(fill);
    const double radius = spacing(this, 1);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void NoticeBar::updateLook()
{
    const int size = spacing(this, 5);
    const QColor color = toneColor(m_notice.tone, colorsOf(palette()));
    m_icon->setPixmap(
        themedIcon(toneIcon(m_notice.tone), color).pixmap(QSize(size, size), devicePixelRatioF()));
    update();
}

void NoticeBar::dismiss()
{
    m_time.stop();
    hide();
    Q_EMIT dismissed();
}

} // namespace Gemmary
