// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/actions.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QMainWindow;
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace Gemmary {

class SummarizerChooser;
class SummarizerSource;

// What the toolbar has beside its actions.
struct ToolbarFields
{
    SummarizerChooser *summarizer = nullptr;
    QLineEdit *filter = nullptr;
};

// Fill the window's bars from the actions. `recent` becomes the File menu's list of recent folders.
void fillMenuBar(QMainWindow &window, const Actions &actions, QMenu *recent);
[[nodiscard]] ToolbarFields fillToolbar(QMainWindow &window, const Actions &actions,
                                        SummarizerSource &summarizers);

// A new menu for processes, owned by `parent`; for removed ones it offers to bring them back.
[[nodiscard]] QMenu *processMenu(const Actions &actions, bool removed, QWidget *parent);

} // namespace Gemmary
