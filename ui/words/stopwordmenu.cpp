// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/stopwordmenu.h"

#include "base/languagename.h"
#include "widgets/collation.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace Gemmary {

namespace {

// Those that stop words ship for, ISO 639-1. A test compares them with the lists.
const char *const Languages[] = {"da", "de", "en", "es", "fi", "fr", "hu", "it",
                                 "ne", "nl", "no", "pt", "ru", "sv", "tr"};

} // namespace

StopWordMenu::StopWordMenu(QWidget *parent)
    : QPushButton(parent)
    , m_modes(new QActionGroup(this))
{
    setMenu(new QMenu(this));
    setToolTip(tr("Stop words are words like “the” and “of” that say little about a text"));
    fillMenu();
    showChoice();
}

void StopWordMenu::setChoice(Mode mode, const QStringList &chosen)
{
    m_mode = mode;
    m_chosen = chosen;
    showChoice();
}

QStringList StopWordMenu::effective(const QStringList &found) const
{
    QStringList languages;
    if (m_mode != Mode::Off) {
        for (const QString &language : m_mode == Mode::Chosen ? m_chosen : found) {
            if (known().contains(language))
                languages.append(language);
        }
    }
    return languages;
}

QStringList StopWordMenu::known()
{
    QStringList codes;
    for (const char *code : Languages)
        codes.append(QString::fromLatin1(code));
    return codes;
}

void StopWordMenu::fillMenu()
{
    const auto addMode = [this](Mode mode, const QString &text) {
        QAction *action = menu()->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        m_modes->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { choose(mode); });
    };
    addMode(Mode::Off, tr("&Count them too"));
    addMode(Mode::Automatic, tr("Leave out those of the &languages found"));
    addMode(Mode::Chosen, tr("Leave out those of the languages &below"));
    menu()->addSeparator();
    QStringList codes = known();
    const QCollator collator = nameCollator();
    std::sort(codes.begin(), codes.end(), [&collator](const QString &a, const QString &b) {
        return collator.compare(languageName(a), languageName(b)) < 0;
    });
    for (const QString &code : codes) {
        QAction *action = menu()->addAction(languageName(code));
        action->setCheckable(true);
        action->setData(code);
        m_languages.append(action);
        connect(action, &QAction::triggered, this, [this, code](bool on) { toggleLanguage(code, on); });
    }
}

void StopWordMenu::choose(Mode mode)
{
    m_mode = mode;
    showChoice();
    Q_EMIT choiceChanged();
}

void StopWordMenu::toggleLanguage(const QString &language, bool on)
{
    m_chosen.removeAll(language);
    if (on)
        m_chosen.append(language);
    choose(Mode::Chosen);
}

void StopWordMenu::showChoice()
{
    for (QAction *action : m_modes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_mode));
    for (QAction *action : std::as_const(m_languages))
        action->setChecked(m_chosen.contains(action->data().toString()));
    QString choice = tr("Stop words: counted");
    if (m_mode == Mode::Automatic)
        choice = tr("Stop words: left out");
    else if (m_mode == Mode::Chosen)
        choice = tr("Stop words: %Ln language(s) left out", nullptr, static_cast<int>(m_chosen.size()));
    setText(choice);
    setAccessibleName(choice);
}

} // namespace Gemmary
