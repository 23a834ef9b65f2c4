// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/automationsource.h"

namespace Gemmary {

class CardRow;

// The rows about other programs: whether they are let in, where, with what, and how they ask.
class AutomationPage : public QObject
{
    Q_OBJECT

public:
    AutomationPage(AutomationSource &source, QWidget *window);

    [[nodiscard]] std::vector<CardRow *> makeRows(QWidget *parent);

Q_SIGNALS:
    void failed(const Gemmary::Error &error);

private:
    AutomationSource &m_source;
};

} // namespace Gemmary
