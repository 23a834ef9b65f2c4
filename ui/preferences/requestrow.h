// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/automationsource.h"
#include "preferences/cardrow.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace Gemmary {

class CopyButton;

// What a program may ask, as a command for a terminal. A token is a variable in it, never itself.
class RequestRow : public CardRow
{
    Q_OBJECT

public:
    RequestRow(AutomationSource &source, QWidget *parent);

private:
    [[nodiscard]] QWidget *makeChoiceLine();
    [[nodiscard]] QWidget *makeCommand();
    void showCommand();
    void showDescription(const ListenerState &state);

    AutomationSource &m_source;
    QComboBox *m_request;
    QLabel *m_command;
    QLabel *m_token;
    QLabel *m_description;
    CopyButton *m_copy;
};

} // namespace Gemmary
