// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/keyrow.h"

#include "summarizers/summarizersetup.h"
#include "widgets/answer.h"
#include "widgets/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Gemmary {

KeyRow::KeyRow(SummarizerSource &source, SummarizerSetup &setup, QWidget *parent)
    : CardRow(tr("Key for Google"), {}, parent)
    , m_source(source)
    , m_setup(setup)
    , m_state(new QLabel(this))
    , m_entry(new QWidget(this))
    , m_key(new QLineEdit(m_entry))
    , m_keep(new QPushButton(tr("Keep in the keyring"), m_entry))
    , m_thisRun(new QPushButton(tr("Only for this run"), m_entry))
    , m_forget(new QPushButton(tr("Forget it"), this))
    , m_answer(new QLabel(this))
{
    m_state->setObjectName(QStringLiteral("keyState"));
    m_state->setWordWrap(true);
    m_state->setOpenExternalLinks(true);
    m_state->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_key->setObjectName(QStringLiteral("googleKey"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setAccessibleName(title());
    m_key->setPlaceholderText(tr("Paste the key here"));
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->hide();
    for (QPushButton *button : {m_keep, m_thisRun, m_forget})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(m_entry);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_key, 1);
    layout->addWidget(m_keep);
    layout->addWidget(m_thisRun);
    addFaint(m_state);
    addFaint(m_entry);
    addFaint(m_answer);
    addAtEnd(m_forget);
    setTitled(m_key);
    connect(m_keep, &QPushButton::clicked, this, [this] { keep(KeyPlace::Keyring); });
    connect(m_thisRun, &QPushButton::clicked, this, [this] { keep(KeyPlace::ThisRun); });
    connect(m_key, &QLineEdit::returnPressed, this,
            [this] { keep(m_source.hasKeyring() ? KeyPlace::Keyring : KeyPlace::ThisRun); });
    connect(m_key, &QLineEdit::textChanged, this, &KeyRow::showState);
    connect(m_forget, &QPushButton::clicked, this, &KeyRow::forget);
    connect(&m_source, &SummarizerSource::changed, this, &KeyRow::showState);
    connect(&m_setup, &SummarizerSetup::changed, this, &KeyRow::showState);
    showState();
}

void KeyRow::keep(KeyPlace place)
{
    const QString key = m_key->text().trimmed();
    if (key.isEmpty())
        return;
    say(place == KeyPlace::Keyring ? tr("The keyring may ask for its password…") : QString());
    whenAnswered(m_source.keepKey(key, place), this, [this](const Result<void> &kept) {
        say(kept ? QString() : kept.error().message);
        if (kept)
            m_key->clear();
    });
}

void KeyRow::forget()
{
    whenAnswered(m_source.forgetKey(), this, [this](const Result<void> &forgotten) {
        say(forgotten ? QString() : forgotten.error().message);
    });
}

void KeyRow::showState()
{
    setOffered(m_setup.draft().summarizer == QLatin1StringView("gemini"));
    const KeyPlace place = m_source.keyPlace();
    QString state;
    switch (place) {
    case KeyPlace::Nowhere:
        state = tr("There is none yet. Make one at %1; it is free.")
                    .arg(QStringLiteral("<a href=\"https://aistudio.google.com/apikey\">aistudio.google.com"
                                        "/apikey</a>"));
        break;
    case KeyPlace::ThisRun:
        state = tr("There is one until Gemmary ends; it is written nowhere.");
        break;
    case KeyPlace::Keyring:
        state = tr("There is one in the system's keyring.");
        break;
    case KeyPlace::Outside:
        state = tr("There is one, set by %1. Change it there.").arg(m_source.keySetBy().toHtmlEscaped());
        break;
    }
    m_state->setText(state);
    m_entry->setVisible(place != KeyPlace::Outside);
    m_forget->setVisible(place == KeyPlace::ThisRun || place == KeyPlace::Keyring);
    const bool isEntered = !m_key->text().trimmed().isEmpty();
    m_keep->setEnabled(isEntered && m_source.hasKeyring());
    m_keep->setToolTip(m_source.hasKeyring() ? QString() : tr("This desktop has no keyring."));
    m_thisRun->setEnabled(isEntered);
}

void KeyRow::say(const QString &text)
{
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
}

} // namespace Gemmary
