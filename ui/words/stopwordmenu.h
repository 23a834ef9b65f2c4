// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QActionGroup;
QT_END_NAMESPACE

namespace Gemmary {

// The choice which stop words are left out: none, those of the languages found, or those of chosen ones.
class StopWordMenu : public QPushButton
{
    Q_OBJECT

public:
    enum class Mode { Off, Automatic, Chosen };

    explicit StopWordMenu(QWidget *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] QStringList chosen() const { return m_chosen; }
    void setChoice(Mode mode, const QStringList &chosen); // does not emit choiceChanged()

    // ISO 639-1 of what is left out, given the languages that were found.
    [[nodiscard]] QStringList effective(const QStringList &found) const;
    [[nodiscard]] static QStringList known(); // languages with a list of stop words

Q_SIGNALS:
    void choiceChanged();

private:
    void fillMenu();
    void choose(Mode mode);
    void toggleLanguage(const QString &language, bool on);
    void showChoice();

    Mode m_mode = Mode::Automatic;
    QStringList m_chosen;
    QActionGroup *m_modes;
    QList<QAction *> m_languages;
};

} // namespace Gemmary
