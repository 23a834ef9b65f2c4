// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/windowmenus.h"

#include "summarizers/summarizerchooser.h"
#include "widgets/searchfield.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <initializer_list>
#include <optional>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(WindowMenus)
};

using Entry = std::optional<ActionId>; // nullopt: a line between groups
constexpr Entry Line = std::nullopt;

void fill(QMenu *menu, const Actions &actions, std::initializer_list<Entry> entries)
{
    for (const Entry &entry : entries) {
        if (entry)
            menu->addAction(actions.action(*entry));
        else
            menu->addSeparator();
    }
}

QWidget *spacer(QWidget *parent)
{
    auto *space = new QWidget(parent);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return space;
}

QToolButton *addButton(const Actions &actions, QToolBar *bar)
{
    auto *menu = new QMenu(bar);
    fill(menu, actions,
         {ActionId::AddFolder, ActionId::AddFiles, ActionId::Paste, Line, ActionId::AddSamples});
    auto *button = new QToolButton(bar);
    button->setText(Tr::tr("Add"));
    button->setIcon(themedIcon(QStringLiteral("add")));
    button->setToolTip(Tr::tr("Add documents"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

QLineEdit *filterField(QWidget *parent)
{
    auto *filter = new QLineEdit(parent);
    makeSearchField(filter, Tr::tr("Filter processes"), Glass::Shown);
    filter->setMaximumWidth(filter->fontMetrics().averageCharWidth() * 30);
    filter->setAcceptDrops(false); // what is dropped on the window is documents
    return filter;
}

} // namespace

void fillMenuBar(QMainWindow &window, const Actions &actions, QMenu *recent)
{
    QMenuBar *bar = window.menuBar();
    QMenu *file = bar->addMenu(Tr::tr("&File"));
    fill(file, actions, {ActionId::AddFolder, ActionId::AddFiles, ActionId::Paste});
    file->addMenu(recent);
    fill(file, actions,
         {ActionId::AddSamples, Line, ActionId::Export, ActionId::Print, Line, ActionId::Preferences, Line,
          ActionId::Quit});
    fill(bar->addMenu(Tr::tr("&Process")), actions,
         {ActionId::Resume,
          ActionId::Pause,
          ActionId::Stop,
          ActionId::Retry,
          ActionId::RetryWithSentences,
          ActionId::Parked,
          Line,
          ActionId::AddFolderTo,
          ActionId::AddFilesTo,
          ActionId::RunAgain,
          ActionId::OpenSource,
          Line,
          ActionId::Rename,
          ActionId::Remove,
          ActionId::Restore,
          ActionId::Undo,
          Line,
          ActionId::CopyRows,
          ActionId::CopyId,
          ActionId::CopyCommand});
    fill(bar->addMenu(Tr::tr("&View")), actions,
         {ActionId::Overview, ActionId::Files, ActionId::Words, ActionId::Summary, ActionId::Log, Line,
          ActionId::Machines, Line, ActionId::Filter, ActionId::NextPane, ActionId::PreviousPane, Line,
          ActionId::Reload, ActionId::ResetLayout});
    fill(bar->addMenu(Tr::tr("&Help")), actions,
         {ActionId::Shortcuts, ActionId::Privacy, Line, ActionId::About});
}

ToolbarFields fillToolbar(QMainWindow &window, const Actions &actions, SummarizerSource &summarizers)
{
    auto *bar = new QToolBar(Tr::tr("Tools"), &window);
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int size = spacing(bar, 5);
    bar->setIconSize({size, size});
    bar->addWidget(addButton(actions, bar));
    bar->addSeparator();
    for (const ActionId id : {ActionId::Resume, ActionId::Pause, ActionId::Stop, ActionId::Retry})
        bar->addAction(actions.action(id));
    bar->addWidget(spacer(bar));
    ToolbarFields fields{new SummarizerChooser(summarizers, bar), filterField(bar)};
    bar->addWidget(fields.summarizer);
    bar->addSeparator();
    bar->addWidget(fields.filter);
    window.addToolBar(bar);
    // Shows when the window is too narrow for the tools; Qt gives it no name.
    if (auto *more = bar->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")))
        more->setAccessibleName(Tr::tr("More tools"));
    return fields;
}

QMenu *processMenu(const Actions &actions, bool removed, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    if (removed) {
        fill(menu, actions, {ActionId::Restore, Line, ActionId::CopyRows, ActionId::CopyId});
        return menu;
    }
    fill(menu, actions,
         {ActionId::Resume, ActionId::Pause, ActionId::Stop, ActionId::Retry, ActionId::RetryWithSentences,
          ActionId::Parked, Line, ActionId::AddFolderTo, ActionId::AddFilesTo, ActionId::OpenSource, Line});
    QMenu *copy = menu->addMenu(themedIcon(QStringLiteral("copy")), Tr::tr("&Copy"));
    fill(copy, actions, {ActionId::CopyRows, ActionId::CopyId, ActionId::CopyCommand});
    fill(menu, actions,
         {ActionId::Export, ActionId::Print, ActionId::RunAgain, Line, ActionId::Rename, ActionId::Remove});
    return menu;
}

} // namespace Gemmary
