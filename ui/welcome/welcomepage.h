// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/summarizersetup.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Gemmary {

class ChoiceCard;

// The first run's only page: what Gemmary does, how it summarises, and a way to see it work. It looks for
// model servers on this computer. Closing it in any other way than by its buttons chooses nothing; nothing
// behind it waits for an answer.
class WelcomePage : public QDialog
{
    Q_OBJECT

public:
    WelcomePage(SummarizerSource &source, ConsentGate &gate, QWidget *parent = nullptr);

Q_SIGNALS:
    void began(); // closed, in whatever way, unless samplesRequested() came
    void samplesRequested();
    void failed(const Gemmary::Error &error); // the choice could not be kept

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeCards();
    [[nodiscard]] QWidget *makeKeyEntry();
    [[nodiscard]] QWidget *makeButtons();
    void showServers(const std::vector<ServerOffer> &servers);
    void showGoogle();
    void finish(bool withSamples);
    void choose(const SummarizerChoice &choice);
    void chooseGoogle();
    void useGoogle();
    void onSetupChanged();
    void say(const QString &text);
    void setWaiting(bool waiting);
    void updateLook();

    SummarizerSource &m_source;
    ConsentGate &m_gate;
    SummarizerSetup m_setup;
    QList<QWidget *> m_faint;
    ChoiceCard *m_sentences = nullptr;
    ChoiceCard *m_server = nullptr;
    ChoiceCard *m_google = nullptr;
    QWidget *m_entry = nullptr;
    QLineEdit *m_key = nullptr;
    QCheckBox *m_keep = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_samples = nullptr;
    QPushButton *m_begin = nullptr;
    SummarizerChoice m_found; // the server's model
    bool m_asksForSamples = false;
    bool m_isWaiting = false; // for Google's answer
};

} // namespace Gemmary
