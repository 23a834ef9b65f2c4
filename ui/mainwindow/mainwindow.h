// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "mainwindow/actions.h"
#include "mainwindow/droppedinputs.h"
#include "mainwindow/windowmenus.h"
#include "mainwindow/windowsettings.h"
#include "widgets/noticebar.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Gemmary {

class Announcer;
class AutomationSource;
class ConsentGate;
class DesktopServices;
class DropOverlay;
class Engine;
class Intake;
class LayoutStore;
class PreferencesSource;
class ProcessCommands;
class ProcessStarter;
class QuotaWatch;
class Recovery;
class StartPage;
class StatusLine;
class SummarizerSource;
class SummaryTrouble;
class Workspace;

// What a window works with; all outlive it.
struct WindowParts
{
    Engine &engine;
    PreferencesSource &preferences;
    SummarizerSource &summarizers;
    AutomationSource &automation;
    DesktopServices &desktop;
    LayoutStore &layout;
};

// Gemmary's window: a client of the engine's façade. It composes its parts and connects what they say; each
// part does its own work. Changing the language makes a new one.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const WindowParts &parts, WindowSettings settings);
    ~MainWindow() override;

    void applySettings(const WindowSettings &settings);
    [[nodiscard]] bool isWorking() const;    // documents are being processed
    void addPaths(const QStringList &paths); // arguments of this or a second start
    void recover();                          // after an unclean end; workMayBegin() follows
    void welcome();                          // the first run's page
    void showMachines();
    void showParked();
    void showPreferences(const QString &page);     // empty: where they were
    [[nodiscard]] QString preferencesPage() const; // empty: they are not shown

Q_SIGNALS:
    void workMayBegin();
    void closeRequested(); // by the user; the application decides

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void setUpContent();
    [[nodiscard]] QSize firstSize() const;
    void setUpBars();
    void connectProcessActions();
    void connectWindowActions();
    void connectParts();
    void connectSummarizers();
    void showSummarizer();
    void showHeld(const QString &sentence, const std::function<void()> &instead);
    void connectDrops();
    void updateActions();
    void updateRecentFolders();
    void offerDrop(const QPoint &position);
    void onDropped(const QMimeData *dropped, int area, const QPoint &position);
    [[nodiscard]] std::optional<ProcessSnapshot> processUnder(const QPoint &position) const;
    void showNotice(NoticeBar::Notice notice);
    void showHappened(const QString &sentence, const std::function<void()> &undo);
    void showRefused(const QString &sentence);
    void forgetRecentFolders();
    void openSourceFolder();
    void runAgain();
    void runAgain(const ProcessSnapshot &process, const ProcessSettings &settings);
    void exportResults();
    void print();
    void saveGeometrySoon();

    WindowParts m_parts;
    WindowSettings m_settings;
    Actions m_actions;
    ProcessCommands *m_commands;
    ConsentGate *m_gate;
    QuotaWatch *m_quota;
    ProcessStarter *m_starter;
    Intake *m_intake;
    Recovery *m_recovery;
    NoticeBar *m_notice;
    QStackedWidget *m_pages;
    StartPage *m_start;
    Workspace *m_workspace;
    StatusLine *m_status;
    DropOverlay *m_overlay;
    Announcer *m_announcer;
    SummaryTrouble *m_trouble;
    ToolbarFields m_toolbar;
    QMenu *m_recent;
    std::function<void()> m_undo;
    QTimer m_geometry;
    DroppedInputs m_dragged; // what is being dragged over the window
};

} // namespace Gemmary
