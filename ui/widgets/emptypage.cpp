// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptypage.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gemmary {

EmptyPage::EmptyPage(const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_iconName(icon)
    , m_icon(new QLabel(this))
    , m_headline(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setFontScale(m_headline, 1.25, true);
    for (QLabel *label : {m_icon, m_headline, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_icon);
        label->setTextFormat(Qt::PlainText);
    }
    m_buttons->addStretch();
    m_buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing(this, 3));
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_headline);
    layout->addWidget(m_hint);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    updateLook();
}

void EmptyPage::setTexts(const QString &headline, const QString &hint)
{
    m_headline->setText(headline);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

QPushButton *EmptyPage::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void EmptyPage::updateLook()
{
    const Colors colors = colorsOf(palette());
    const int size = spacing(this, 11);
    m_icon->setPixmap(
        themedIcon(m_iconName, colors.faintText).pixmap(QSize(size, size), devicePixelRatioF()));
    QPalette faint = m_hint->palette();
    faint.setColor(QPalette::WindowText, colors.faintText);
    m_hint->setPalette(faint);
}

} // namespace Gemmary
