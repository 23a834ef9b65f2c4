// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/automationsource.h"
#include "preferences/cardrow.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Gemmary {

class CopyButton;

// Whether other programs may use this one, and what has become of that: the address that it listens at, or
// why it does not.
class ListenerRow : public CardRow
{
    Q_OBJECT

public:
    ListenerRow(AutomationSource &source, QWidget *parent);

Q_SIGNALS:
    void failed(const Gemmary::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeStateLine();
    void choose(bool on);
    void showState();
    void drawState();

    AutomationSource &m_source;
    QCheckBox *m_switch;
    QLabel *m_lock; // what else sets it
    QWidget *m_line;
    QLabel *m_sign;
    QLabel *m_state;
    CopyButton *m_copy;
    QPushButton *m_again;
};

} // namespace Gemmary
