// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/actions.h"

#include "widgets/theme.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

constexpr const char *Documents = QT_TRANSLATE_NOOP("Actions", "Documents");
constexpr const char *Processes = QT_TRANSLATE_NOOP("Actions", "Processes");
constexpr const char *View = QT_TRANSLATE_NOOP("Actions", "View");
constexpr const char *Application = QT_TRANSLATE_NOOP("Actions", "Gemmary");

struct ActionRow
{
    ActionId id;
    const char *name; // for tests and the accessibility tree
    const char *group;
    const char *text;
    const char *icon;      // "": none
    const char *shortcuts; // separated by '|'
    const char *help;
};

const ActionRow Rows[] = {
    {ActionId::AddFolder, "addFolder", Documents, QT_TRANSLATE_NOOP("Actions", "Add f&older…"), "folder",
     "Ctrl+Shift+O", QT_TRANSLATE_NOOP("Actions", "Start a process over a folder and everything in it")},
    {ActionId::AddFiles, "addFiles", Documents, QT_TRANSLATE_NOOP("Actions", "Add &files…"), "document",
     "Ctrl+O", QT_TRANSLATE_NOOP("Actions", "Start a process over some files")},
    {ActionId::Paste, "paste", Documents, QT_TRANSLATE_NOOP("Actions", "&Paste"), "paste", "Ctrl+V",
     QT_TRANSLATE_NOOP("Actions", "Start a process over the files or the text in the clipboard")},
    {ActionId::AddSamples, "addSamples", Documents, QT_TRANSLATE_NOOP("Actions", "Try the &sample library"),
     "library", "",
     QT_TRANSLATE_NOOP("Actions", "Start a process over the short texts that come with Gemmary")},
    {ActionId::Export, "export", Documents, QT_TRANSLATE_NOOP("Actions", "&Export…"), "export", "Ctrl+E",
     QT_TRANSLATE_NOOP("Actions", "Save the results as a report or a table")},
    {ActionId::Print, "print", Documents, QT_TRANSLATE_NOOP("Actions", "P&rint…"), "print", "Ctrl+P",
     QT_TRANSLATE_NOOP("Actions", "Print a report or make a PDF of it")},
    {ActionId::Preferences, "preferences", Application, QT_TRANSLATE_NOOP("Actions", "Pre&ferences…"),
     "settings", "Ctrl+,", QT_TRANSLATE_NOOP("Actions", "Change how Gemmary works")},
    {ActionId::Quit, "quit", Application, QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q",
     QT_TRANSLATE_NOOP("Actions", "Finish what is in hand and end")},
    {ActionId::Resume, "resume", Processes, QT_TRANSLATE_NOOP("Actions", "&Start"), "start", "Ctrl+Return",
     QT_TRANSLATE_NOOP("Actions", "Go on with what is paused, stopped or failed")},
    {ActionId::Pause, "pause", Processes, QT_TRANSLATE_NOOP("Actions", "&Pause"), "pause", "Space",
     QT_TRANSLATE_NOOP("Actions", "Begin nothing new; documents in hand are finished")},
    {ActionId::Stop, "stop", Processes, QT_TRANSLATE_NOOP("Actions", "S&top"), "stop", "Ctrl+.",
     QT_TRANSLATE_NOOP("Actions", "End now and keep what is done; Start goes on from there")},
    {ActionId::Retry, "retry", Processes, QT_TRANSLATE_NOOP("Actions", "&Retry failed"), "retry", "Ctrl+R",
     QT_TRANSLATE_NOOP("Actions", "Try the documents again that failed")},
    {ActionId::RetryWithSentences, "retryWithSentences", Processes,
     QT_TRANSLATE_NOOP("Actions", "&Key sentences for failed"), "sentences", "",
     QT_TRANSLATE_NOOP("Actions", "Give documents key sentences that the model could not summarise; nothing "
                                  "is sent for them")},
    {ActionId::Parked, "parked", Processes, QT_TRANSLATE_NOOP("Actions", "Par&ked work…"), "failed",
     "Ctrl+Shift+R",
     QT_TRANSLATE_NOOP("Actions", "See which batches were given up, and why; try them again")},
    {ActionId::AddFolderTo, "addFolderTo", Processes,
     QT_TRANSLATE_NOOP("Actions", "Add a folder to this process…"), "folder", "", ""},
    {ActionId::AddFilesTo, "addFilesTo", Processes,
     QT_TRANSLATE_NOOP("Actions", "Add files to this process…"), "document", "", ""},
    {ActionId::OpenSource, "openSource", Processes, QT_TRANSLATE_NOOP("Actions", "&Open source folder"), "",
     "Ctrl+Shift+F", QT_TRANSLATE_NOOP("Actions", "Show where the documents are")},
    {ActionId::CopyRows, "copyRows", Processes, QT_TRANSLATE_NOOP("Actions", "&Copy rows"), "copy", "Ctrl+C",
     ""},
    {ActionId::CopyId, "copyId", Processes, QT_TRANSLATE_NOOP("Actions", "Copy &id"), "", "", ""},
    {ActionId::CopyCommand, "copyCommand", Processes, QT_TRANSLATE_NOOP("Actions", "Copy as co&mmand"), "",
     "", QT_TRANSLATE_NOOP("Actions", "Copy the command that shows this process in a terminal")},
    {ActionId::Rename, "rename", Processes, QT_TRANSLATE_NOOP("Actions", "Re&name"), "", "F2", ""},
    {ActionId::RunAgain, "runAgain", Processes, QT_TRANSLATE_NOOP("Actions", "Run a&gain"), "", "",
     QT_TRANSLATE_NOOP("Actions", "Start a new process over the same folders, with today's settings")},
    {ActionId::Remove, "remove", Processes, QT_TRANSLATE_NOOP("Actions", "Remo&ve"), "remove", "Del",
     QT_TRANSLATE_NOOP("Actions", "Take it off the list; its results are kept for 30 days")},
    {ActionId::Restore, "restore", Processes, QT_TRANSLATE_NOOP("Actions", "R&estore"), "undo", "",
     QT_TRANSLATE_NOOP("Actions", "Put it back on the list")},
    {ActionId::Undo, "undo", Processes, QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo", "Ctrl+Z",
     QT_TRANSLATE_NOOP("Actions", "Take back the last step")},
    {ActionId::Filter, "filter", View, QT_TRANSLATE_NOOP("Actions", "&Filter processes"), "search", "Ctrl+F",
     QT_TRANSLATE_NOOP("Actions", "Type part of a name")},
    {ActionId::Overview, "overview", View, QT_TRANSLATE_NOOP("Actions", "&Overview"), "overview", "Ctrl+1",
     ""},
    {ActionId::Files, "files", View, QT_TRANSLATE_NOOP("Actions", "&Files"), "document", "Ctrl+2", ""},
    {ActionId::Words, "words", View, QT_TRANSLATE_NOOP("Actions", "&Words"), "words", "Ctrl+3", ""},
    {ActionId::Summary, "summary", View, QT_TRANSLATE_NOOP("Actions", "&Summary"), "summary", "Ctrl+4", ""},
    {ActionId::Log, "log", View, QT_TRANSLATE_NOOP("Actions", "&Log"), "log", "Ctrl+5", ""},
    {ActionId::Machines, "machines", View, QT_TRANSLATE_NOOP("Actions", "&Machines…"), "server", "Ctrl+6",
     QT_TRANSLATE_NOOP("Actions", "See who works on your processes, here and on other computers")},
    {ActionId::NextPane, "nextPane", View, QT_TRANSLATE_NOOP("Actions", "Next pane"), "", "F6", ""},
    {ActionId::PreviousPane, "previousPane", View, QT_TRANSLATE_NOOP("Actions", "Previous pane"), "",
     "Shift+F6", ""},
    {ActionId::Reload, "reload", View, QT_TRANSLATE_NOOP("Actions", "&Refresh"), "", "F5",
     QT_TRANSLATE_NOOP("Actions", "Read the list again")},
    {ActionId::ResetLayout, "resetLayout", View, QT_TRANSLATE_NOOP("Actions", "Reset la&yout"), "", "",
     QT_TRANSLATE_NOOP("Actions", "Columns, panes and tabs as they came")},
    {ActionId::Shortcuts, "shortcuts", Application, QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
     "keyboard", "F1|Ctrl+?", ""},
    {ActionId::Privacy, "privacy", Application, QT_TRANSLATE_NOOP("Actions", "What leaves this &computer?"),
     "privacy", "", ""},
    {ActionId::About, "about", Application, QT_TRANSLATE_NOOP("Actions", "&About Gemmary"), "about", "", ""},
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

std::span<const ActionId> Actions::ofTheList()
{
    // Space, Del and the like mean other things in other panes.
    static constexpr ActionId Ids[] = {ActionId::Pause, ActionId::CopyRows, ActionId::Rename,
                                       ActionId::Remove};
    return Ids;
}

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionRow &row : Rows)
        m_actions[static_cast<std::size_t>(row.id)] = makeAction(row, this);
    for (const ActionId id : ofTheList())
        action(id)->setShortcutContext(Qt::WidgetWithChildrenShortcut);
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
