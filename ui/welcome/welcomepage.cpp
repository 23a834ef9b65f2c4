// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/welcomepage.h"

#include "welcome/choicecard.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gemmary {

WelcomePage::WelcomePage(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Welcome to Gemmary"));
    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 6);
    layout->setContentsMargins(edge, edge, edge, spacing(this, 4));
    layout->setSpacing(spacing(this, 5));
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    layout->addWidget(makeHeader());
    layout->addWidget(makeCards(), 1);
    layout->addWidget(makeButtons());
    connect(this, &QDialog::finished, this, [this] {
        if (m_asksForSamples)
            Q_EMIT samplesRequested();
        else
            Q_EMIT began();
    });
    updateLook();
}

QWidget *WelcomePage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *icon = new QLabel(header);
    const int size = spacing(this, 14);
    icon->setPixmap(
        QIcon(QStringLiteral(":/icons/gemmary.svg")).pixmap(QSize(size, size), devicePixelRatioF()));
    auto *title = new QLabel(tr("Welcome to Gemmary"), header);
    setFontScale(title, 1.7, true);
    auto *promise =
        new QLabel(tr("Drop folders of documents on it: they are counted, analysed and summarised.\n"
                      "How shall summaries be made?"),
                   header);
    promise->setWordWrap(true);
    m_faint.append(promise);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(spacing(this, 1));
    texts->addStretch();
    texts->addWidget(title);
    texts->addWidget(promise);
    texts->addStretch();
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 4));
    layout->addWidget(icon);
    layout->addLayout(texts, 1);
    return header;
}

QWidget *WelcomePage::makeCards()
{
    auto *cards = new QWidget(this);
    auto *layout = new QHBoxLayout(cards);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 3));
    const ChoiceCard::Texts texts[] = {
        {QStringLiteral("sentences"), tr("Key sentences"), tr("Works now"),
         tr("The most telling sentences of each document, copied word for word. Works without a network; "
            "nothing is "
            "sent anywhere, nothing is made up.")},
        {QStringLiteral("server"), tr("Local server"), tr("In a later version"),
         tr("A model on this computer, such as Gemma in Ollama, writes summaries in its own words. Nothing "
            "is looked "
            "for yet.")},
        {QStringLiteral("cloud"), tr("Google Gemini"), tr("In a later version"),
         tr("A model at Google writes summaries. Texts would be sent to Google, so you will be asked first. "
            "Nothing is "
            "sent yet.")},
    };
    bool isFirst = true;
    for (const ChoiceCard::Texts &text : texts) {
        auto *card = new ChoiceCard(text, cards);
        layout->addWidget(card, 1);
        card->setEnabled(isFirst);
        card->setChecked(std::exchange(isFirst, false));
    }
    return cards;
}

QWidget *WelcomePage::makeButtons()
{
    auto *row = new QWidget(this);
    auto *note = new QLabel(tr("You can change this at any time, in the toolbar or in Preferences."), row);
    note->setWordWrap(true);
    m_faint.append(note);
    auto *samples = new QPushButton(themedIcon(QStringLiteral("library")), tr("Try the sample library"), row);
    auto *begin = new QPushButton(tr("Begin"), row);
    samples->setAutoDefault(false);
    begin->setDefault(true);
    begin->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 2));
    layout->addWidget(note, 1);
    layout->addWidget(samples);
    layout->addWidget(begin);
    connect(samples, &QPushButton::clicked, this, [this] {
        m_asksForSamples = true;
        accept();
    });
    connect(begin, &QPushButton::clicked, this, &QDialog::accept);
    begin->setFocus();
    return row;
}

void WelcomePage::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void WelcomePage::updateLook()
{
    for (QWidget *label : m_faint) {
        QPalette faint = label->palette();
        faint.setColor(QPalette::WindowText, colorsOf(palette()).faintText);
        label->setPalette(faint);
    }
}

} // namespace Gemmary
