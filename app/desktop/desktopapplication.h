// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/language.h"
#include "desktop/modelaccess.h"
#include "desktop/servingaccess.h"
#include "desktop/sessionmarker.h"
#include "desktop/storeinuse.h"
#include "mainwindow/layoutstore.h"
#include "mainwindow/windowsettings.h"
#include "settings/settings.h"

#include <QObject>
#include <QPalette>

#include <memory>

QT_BEGIN_NAMESPACE
class QSystemTrayIcon;
QT_END_NAMESPACE

namespace Gemmary {

class AutomationDesk;
class Engine;
class FreedesktopServices;
class MainWindow;
class PreferencesFile;
class SummarizerDesk;

// The window's life: made, made anew when the language changes, kept in the background, closed with the work
// in hand saved. Owns what outlives a window.
class DesktopApplication : public QObject
{
    Q_OBJECT

public:
    DesktopApplication(Engine &engine, const Settings &settings, SettingsSources sources, StoreInUse store,
                       ModelAccess models, ServingAccess serving);
    ~DesktopApplication() override;

    void start(const QStringList &paths);
    void open(const QStringList &paths); // of a later start: shows the window, adds what it was given
    void quit();                         // finishes the jobs in hand within a second, then ends the program

private:
    void makeWindow();
    void beginWork();
    void applySettings();
    void updateTray();
    void leaveWhenDone();
    void showWindow();
    void onCloseRequested();
    void askBeforeClosing();
    void goToBackground();
    [[nodiscard]] WindowSettings windowSettings() const;

    Engine &m_engine;
    Settings m_settings;
    QString m_sharedPlace; // where results are, when others share them
    SessionMarker m_session;
    LayoutStore m_layout;
    Language m_language;
    QPalette m_systemPalette;
    std::unique_ptr<PreferencesFile> m_preferences;
    std::unique_ptr<SummarizerDesk> m_summarizers;
    std::unique_ptr<AutomationDesk> m_automation;
    std::unique_ptr<FreedesktopServices> m_desktop;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    QString m_usedLanguage;
    int m_usedWorkers = 0;
    bool m_quitting = false;
};

} // namespace Gemmary
