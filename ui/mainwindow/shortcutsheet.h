// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/actions.h"

#include <QDialog>

namespace Gemmary {

// All keyboard shortcuts on one page, made from the actions themselves.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const Actions &actions, QWidget *parent);
};

} // namespace Gemmary
