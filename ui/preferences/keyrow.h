// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/cardrow.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Gemmary {

enum class KeyPlace;
class SummarizerSetup;
class SummarizerSource;

// The key for Google: entered once, never shown again.
class KeyRow : public CardRow
{
    Q_OBJECT

public:
    KeyRow(SummarizerSource &source, SummarizerSetup &setup, QWidget *parent);

private:
    void keep(KeyPlace place);
    void forget();
    void showState();
    void say(const QString &text);

    SummarizerSource &m_source;
    SummarizerSetup &m_setup;
    QLabel *m_state;
    QWidget *m_entry;
    QLineEdit *m_key;
    QPushButton *m_keep;
    QPushButton *m_thisRun;
    QPushButton *m_forget;
    QLabel *m_answer;
};

} // namespace Gemmary
