// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>
#include <QString>

#include <array>
#include <span>

namespace Gemmary {

// Everything the window can be told to do. Menus, toolbar, context menu and the shortcut sheet are made of
// these.
enum class ActionId {
    AddFolder,
    AddFiles,
    Paste,
    AddSamples,
    Export,
    Print,
    Preferences,
    Quit,
    Resume,
    Pause,
    Stop,
    Retry,
    RetryWithSentences,
    Parked,
    AddFolderTo,
    AddFilesTo,
    OpenSource,
    CopyRows,
    CopyId,
    CopyCommand,
    Rename,
    RunAgain,
    Remove,
    Restore,
    Undo,
    Filter,
    Overview,
    Files,
    Words,
    Summary,
    Log,
    Machines,
    NextPane,
    PreviousPane,
    Reload,
    ResetLayout,
    Shortcuts,
    Privacy,
    About,
    Count
};

// The actions of one window, from one table: text, icon, shortcuts. Handlers are connected by whom they
// concern.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    [[nodiscard]] QAction *action(ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }

    // Those whose shortcuts work only while the list of processes has the keyboard; they are added to it.
    [[nodiscard]] static std::span<const ActionId> ofTheList();

    // In the order of the menus, for the shortcut sheet: a heading, or an action with a shortcut.
    struct SheetRow
    {
        QString heading; // empty: a row of the group above
        QAction *action = nullptr;
    };
    [[nodiscard]] std::vector<SheetRow> shortcutSheet() const;

private:
    std::array<QAction *, static_cast<std::size_t>(ActionId::Count)> m_actions{};
};

} // namespace Gemmary
