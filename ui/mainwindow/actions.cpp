// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/actions.h"

#include "widgets/theme.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

#define TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

constexpr const char *Documents = TEXT("Documents");
constexpr const char *Processes = TEXT("Processes");
constexpr const char *View = TEXT("View");
constexpr const char *Application = TEXT("Gemmary");

struct ActionRow
{
    ActionId id;
    const char *name; // for tests and the accessibility tree
    const char *group;
    const char *text;
    const char *icon; // "": none
    const char *shortcuts; // separated by '|'
    const char *help;
};

const ActionRow Rows[] = {
    {ActionId::AddFolder, "addFolder", Documents, TEXT("Add f&older…"), "folder", "Ctrl+Shift+O",
     TEXT("Start a process over a folder and everything in it")},
    {ActionId::AddFiles, "addFiles", Documents, TEXT("Add &files…"), "document", "Ctrl+O",
     TEXT("Start a process over some files")},
    {ActionId::Paste, "paste", Documents, TEXT("&Paste"), "paste", "Ctrl+V",
     TEXT("Start a process over the files or the text in the clipboard")},
    {ActionId::AddSamples, "addSamples", Documents, TEXT("Try the &sample library"), "library", "",
     TEXT("Start a process over the short texts that come with Gemmary")},
    {ActionId::Export, "export", Documents, TEXT("&Export…"), "export", "Ctrl+E",
     TEXT("Save the results as a report or a table")},
    {ActionId::Print, "print", Documents, TEXT("P&rint…"), "print", "Ctrl+P",
     TEXT("Print a report or make a PDF of it")},
    {ActionId::Preferences, "preferences", Application, TEXT("Pre&ferences…"), "settings", "Ctrl+,",
     TEXT("Change how Gemmary works")},
    {ActionId::Quit, "quit", Application, TEXT("&Quit"), "", "Ctrl+Q", TEXT("Finish what is in hand and end")},
    {ActionId::Resume, "resume", Processes, TEXT("&Start"), "start", "Ctrl+Return",
     TEXT("Go on with what is paused, stopped or failed")},
    {ActionId::Pause, "pause", Processes, TEXT("&Pause"), "pause", "Space",
     TEXT("Begin nothing new; documents in hand are finished")},
    {ActionId::Stop, "stop", Processes, TEXT("S&top"), "stop", "Ctrl+.",
     TEXT("End now and keep what is done; Start goes on from there")},
    {ActionId::Retry, "retry", Processes, TEXT("&Retry failed"), "retry", "Ctrl+R",
     TEXT("Try the documents again that failed")},
    {ActionId::AddFolderTo, "addFolderTo", Processes, TEXT("Add a folder to this process…"), "folder", "", ""},
    {ActionId::AddFilesTo, "addFilesTo", Processes, TEXT("Add files to this process…"), "document", "", ""},
    {ActionId::OpenSource, "openSource", Processes, TEXT("&Open source folder"), "", "Ctrl+Shift+F",
     TEXT("Show where the documents are")},
    {ActionId::CopyRows, "copyRows", Processes, TEXT("&Copy rows"), "copy", "Ctrl+C", ""},
    {ActionId::CopyId, "copyId", Processes, TEXT("Copy &id"), "", "", ""},
    {ActionId::CopyCommand, "copyCommand", Processes, TEXT("Copy as co&mmand"), "", "",
     TEXT("Copy the command that shows this process in a terminal")},
    {ActionId::Rename, "rename", Processes, TEXT("Re&name"), "", "F2", ""},
    {ActionId::RunAgain, "runAgain", Processes, TEXT("Run a&gain"), "", "",
     TEXT("Start a new process over the same folders, with today's settings")},
    {ActionId::Remove, "remove", Processes, TEXT("Remo&ve"), "remove", "Del",
     TEXT("Take it off the list; its results are kept for 30 days")},
    {ActionId::Restore, "restore", Processes, TEXT("R&estore"), "undo", "", TEXT("Put it back on the list")},
    {ActionId::Undo, "undo", Processes, TEXT("&Undo"), "undo", "Ctrl+Z", TEXT("Take back the last step")},
    {ActionId::Filter, "filter", View, TEXT("&Filter processes"), "search", "Ctrl+F",
     TEXT("Type part of a name")},
    {ActionId::Overview, "overview", View, TEXT("&Overview"), "overview", "Ctrl+1", ""},
    {ActionId::Files, "files", View, TEXT("&Files"), "document", "Ctrl+2", ""},
    {ActionId::Words, "words", View, TEXT("&Words"), "words", "Ctrl+3", ""},
    {ActionId::Summary, "summary", View, TEXT("&Summary"), "summary", "Ctrl+4", ""},
    {ActionId::Log, "log", View, TEXT("&Log"), "log", "Ctrl+5", ""},
    {ActionId::NextPane, "nextPane", View, TEXT("Next pane"), "", "F6", ""},
    {ActionId::PreviousPane, "previousPane", View, TEXT("Previous pane"), "", "Shift+F6", ""},
    {ActionId::Reload, "reload", View, TEXT("&Refresh"), "", "F5", TEXT("Read the list again")},
    {ActionId::ResetLayout, "resetLayout", View, TEXT("Reset la&yout"), "", "",
     TEXT("Columns, panes and tabs as they came")},
    {ActionId::Shortcuts, "shortcuts", Application, TEXT("&Keyboard shortcuts"), "keyboard", "F1|Ctrl+?", ""},
    {ActionId::Privacy, "privacy", Application, TEXT("What leaves this &computer?"), "privacy", "", ""},
    {ActionId::About, "about", Application, TEXT("&About Gemmary"), "about", "", ""},
};

QAction *makeAction(const ActionRow &row, QObject *parent)
{
    auto *action = new QAction(QCoreApplication::translate("Actions", row.text), parent);
    action->setObjectName(QString::fromLatin1(row.name));
    if (*row.icon)
        action->setIcon(themedIcon(QString::fromLatin1(row.icon)));
    QList<QKeySequence> shortcuts;
    for (const QString &keys : QString::fromLatin1(row.shortcuts).split(QLatin1Char('|'), Qt::SkipEmptyParts))
        shortcuts.append(QKeySequence(keys, QKeySequence::PortableText));
    action->setShortcuts(shortcuts);
    const QString help = *row.help ? QCoreApplication::translate("Actions", row.help) : QString();
    action->setStatusTip(help);
    QString name = action->text();
    name.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    QString tip = help.isEmpty() ? name : name + QStringLiteral("\n") + help;
    if (!shortcuts.isEmpty())
        tip += QStringLiteral(" (%1)").arg(shortcuts.first().toString(QKeySequence::NativeText));
    action->setToolTip(tip);
    return action;
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionRow &row : Rows)
        m_actions[static_cast<std::size_t>(row.id)] = makeAction(row, this);
}

std::vector<Actions::SheetRow> Actions::shortcutSheet() const
{
    std::vector<SheetRow> sheet;
    for (const char *group : {Documents, Processes, View, Application}) {
        sheet.push_back({QCoreApplication::translate("Actions", group), nullptr});
        for (const ActionRow &row : Rows) {
            if (row.group == group && *row.shortcuts)
                sheet.push_back({{}, action(row.id)});
        }
    }
    return sheet;
}

} // namespace Gemmary
