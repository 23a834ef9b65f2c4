// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/cardrow.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Gemmary {

class SummarizerSetup;
class SummarizerSource;

// What makes summaries: key sentences, a kind of model, or nothing.
class SummarizerRow : public CardRow
{
    Q_OBJECT

public:
    SummarizerRow(SummarizerSource &source, SummarizerSetup &setup, QWidget *parent);

private:
    void showSetup();

    SummarizerSource &m_source;
    SummarizerSetup &m_setup;
    QComboBox *m_box;
    QLabel *m_state;
};

// Which of the provider's models, and whether it answers.
class ModelRow : public CardRow
{
    Q_OBJECT

public:
    ModelRow(SummarizerSource &source, SummarizerSetup &setup, QWidget *parent);

private:
    void showSetup();
    void fillBox();

    SummarizerSource &m_source;
    SummarizerSetup &m_setup;
    QComboBox *m_box;
    QPushButton *m_test;
    QPushButton *m_refresh;
    QLabel *m_status;
    QLabel *m_trial;
};

// Where the server is that has the models.
class ServerRow : public CardRow
{
    Q_OBJECT

public:
    ServerRow(SummarizerSource &source, SummarizerSetup &setup, QWidget *parent);

private:
    void showSetup();
    void use();

    SummarizerSource &m_source;
    SummarizerSetup &m_setup;
    QLineEdit *m_address;
    QPushButton *m_use;
    QLabel *m_answer;
};

} // namespace Gemmary
