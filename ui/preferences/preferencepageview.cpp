// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferencepageview.h"

#include "preferences/cardrow.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Gemmary {

PreferencePageView::PreferencePageView(const PreferencePageText &text, QWidget *parent)
    : QWidget(parent)
    , m_title(preferenceText(text.title))
    , m_introduction(new QLabel(preferenceText(text.introduction), this))
    , m_card(new Card(this))
{
    auto *title = new QLabel(m_title, this);
    setFontScale(title, 1.35, true);
    m_introduction->setWordWrap(true);
    m_introduction->setVisible(text.introduction != nullptr);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, spacing(this, 4));
    layout->setSpacing(spacing(this, 2));
    layout->addWidget(title);
    layout->addWidget(m_introduction);
    layout->addSpacing(spacing(this, 1));
    layout->addWidget(m_card);
    updateLook();
}

void PreferencePageView::addRow(CardRow *row)
{
    m_card->addRow(row);
}

int PreferencePageView::filter(const QString &words)
{
    const bool isWhole = words.isEmpty() || m_title.contains(words, Qt::CaseInsensitive);
    int shown = 0;
    for (CardRow *row : m_card->rows()) {
        const bool fits = row->isOffered() && (isWhole || row->matches(words));
        row->setVisible(fits);
        row->highlight(words);
        shown += fits ? 1 : 0;
    }
    m_card->update();
    return shown;
}

void PreferencePageView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void PreferencePageView::updateLook()
{
    QPalette faint = m_introduction->palette();
    faint.setColor(QPalette::WindowText, colorsOf(palette()).faintText);
    m_introduction->setPalette(faint);
}

} // namespace Gemmary
