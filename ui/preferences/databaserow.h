// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/informationrow.h"
#include "preferences/preferencessource.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Gemmary {

// The address of a database that several computers share: tried out before it is used.
class DatabaseRow : public CardRow
{
    Q_OBJECT

public:
    DatabaseRow(PreferencesSource &source, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &address); // empty: one's own file
    void failed(const Gemmary::Error &error);

private:
    QPushButton *addButton(const QString &text, void (DatabaseRow::*act)());
    void test();
    void use();
    void stop();
    void keep(const QString &address);
    void showAnswer(const Result<StoreFacts> &facts);
    void updateButtons();
    [[nodiscard]] QString address() const;

    PreferencesSource &m_source;
    QLineEdit *m_address;
    QLabel *m_answer;
    QPushButton *m_test;
    QPushButton *m_use;
    QPushButton *m_stop;
};

} // namespace Gemmary
