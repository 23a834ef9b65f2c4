// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopapplication.h"

#include "desktop/automationdesk.h"
#include "desktop/freedesktop.h"
#include "desktop/preferencesfile.h"
#include "desktop/summarizerdesk.h"
#include "engine.h"
#include "mainwindow/mainwindow.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QTimer>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds GraceTime{1000}; // for the jobs in hand when the program ends
const QString CloseQuestion = QStringLiteral("closeWhileWorking");
const QString Welcomed = QStringLiteral("welcomed");
const QString Background = QStringLiteral("background");
const QString Quit = QStringLiteral("quit");

Appearance appearanceOf(const QString &word)
{
    static const QHash<QString, Appearance> appearances{
        {QStringLiteral("light"), Appearance::Light},
        {QStringLiteral("dark"), Appearance::Dark},
        {QStringLiteral("high-contrast"), Appearance::HighContrast}};
    return appearances.value(word, Appearance::System);
}

} // namespace

DesktopApplication::DesktopApplication(Engine &engine, const Settings &settings, SettingsSources sources,
                                       StoreInUse store, ModelAccess models, ServingAccess serving)
    : m_engine(engine)
    , m_settings(settings)
    , m_sharedPlace(store.sharedPlace)
    , m_session(settings.home)
    , m_layout(settings.home + QStringLiteral("/window.ini"))
    , m_systemPalette(QApplication::palette())
    , m_preferences(std::make_unique<PreferencesFile>(settings, std::move(sources), std::move(store)))
    , m_summarizers(std::make_unique<SummarizerDesk>(*m_preferences, m_layout, engine, std::move(models)))
    , m_automation(std::make_unique<AutomationDesk>(*m_preferences, std::move(serving)))
    , m_desktop(std::make_unique<FreedesktopServices>())
{
    connect(m_preferences.get(), &PreferencesSource::changed, this, &DesktopApplication::applySettings);
    connect(&m_engine, &Engine::workingStopped, this, [this] {
        if (m_quitting)
            leaveWhenDone();
        else
            beginWork(); // with another number of workers
    });
    connect(m_automation.get(), &AutomationSource::changed, this, [this] {
        if (m_quitting)
            leaveWhenDone();
    });
}

DesktopApplication::~DesktopApplication() = default;

void DesktopApplication::start(const QStringList &paths)
{
    const std::optional<QString> crashed = m_session.begin(m_settings.instance);
    if (const auto gone = InstanceId::fromString(crashed.value_or(QString())))
        m_engine.takeOver(*gone); // this home has one window, and it is this one
    applySettings();
    makeWindow();
    m_automation->start();
    if (crashed)
        m_window->recover();
    else
        beginWork();
    if (m_layout.answer(Welcomed).isEmpty()) {
        m_layout.setAnswer(Welcomed, QStringLiteral("yes"));
        m_window->welcome();
    }
    m_window->addPaths(paths);
}

void DesktopApplication::open(const QStringList &paths)
{
    showWindow();
    m_window->addPaths(paths);
}

void DesktopApplication::quit()
{
    if (std::exchange(m_quitting, true))
        return;
    m_window->hide();
    m_automation->close();
    if (m_engine.isWorking()) {
        m_engine.stopWorking();
        QTimer::singleShot(GraceTime, this, [this] { m_engine.stopWorking(); });
    }
    leaveWhenDone();
}

void DesktopApplication::leaveWhenDone()
{
    if (m_engine.isWorking() || m_automation->isOpen())
        return;
    m_session.end();
    QApplication::quit();
}

void DesktopApplication::makeWindow()
{
    const QString preferencesPage = m_window ? m_window->preferencesPage() : QString();
    m_window = std::make_unique<MainWindow>(
        WindowParts{m_engine, *m_preferences, *m_summarizers, *m_automation, *m_desktop, m_layout},
        windowSettings());
    connect(m_window.get(), &MainWindow::closeRequested, this, &DesktopApplication::onCloseRequested);
    connect(m_window.get(), &MainWindow::workMayBegin, this, &DesktopApplication::beginWork);
    m_window->show();
    if (!preferencesPage.isEmpty())
        m_window->showPreferences(preferencesPage); // the language was changed there
}

void DesktopApplication::beginWork()
{
    if (m_engine.isWorking())
        return;
    m_usedWorkers = m_settings.ui.workerCount();
    m_engine.startWorking({m_usedWorkers, std::nullopt});
}

void DesktopApplication::applySettings()
{
    m_settings = m_preferences->settings();
    QApplication::setPalette(paletteOf(appearanceOf(m_settings.ui.appearance), m_systemPalette));
    const int workers = m_settings.ui.workerCount();
    if (m_engine.isWorking() && std::exchange(m_usedWorkers, workers) != workers)
        m_engine.stopWorking(); // finishes the jobs in hand, then begins with the new number
    const bool isOtherLanguage =
        std::exchange(m_usedLanguage, m_settings.ui.language) != m_settings.ui.language;
    if (isOtherLanguage)
        m_language.use(m_settings.ui.language);
    updateTray();
    if (!m_window)
        return;
    if (isOtherLanguage)
        QTimer::singleShot(0, this,
                           &DesktopApplication::makeWindow); // a control of the old one is on the stack
    else
        m_window->applySettings(windowSettings());
}

WindowSettings DesktopApplication::windowSettings() const
{
    WindowSettings settings;
    settings.processDefaults = defaultsFor(m_settings, !m_sharedPlace.isEmpty());
    settings.notifications = m_settings.ui.notifications;
    settings.keepAwake = m_settings.ui.keepAwake;
    settings.startAtOnce = m_settings.ui.startAtOnce;
    settings.logPath = m_settings.logPath();
    settings.sharedPlace = m_sharedPlace;
    settings.samplesPath = m_settings.home + QStringLiteral("/samples");
    return settings;
}

void DesktopApplication::updateTray()
{
    // Without a tray the window is never hidden: nobody could bring it back.
    if (!m_settings.ui.trayIcon || !QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray.reset();
        return;
    }
    if (m_tray)
        return;
    m_tray = std::make_unique<QSystemTrayIcon>(QApplication::windowIcon());
    m_tray->setToolTip(tr("Gemmary"));
    auto *menu = new QMenu;
    connect(m_tray.get(), &QObject::destroyed, menu, &QObject::deleteLater);
    connect(menu->addAction(tr("Show Gemmary")), &QAction::triggered, this, &DesktopApplication::showWindow);
    connect(menu->addAction(tr("Quit")), &QAction::triggered, this, &DesktopApplication::quit);
    m_tray->setContextMenu(menu);
    connect(m_tray.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    showWindow();
            });
    m_tray->show();
}

void DesktopApplication::showWindow()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void DesktopApplication::onCloseRequested()
{
    if (m_quitting)
        return;
    const QString answer = m_layout.answer(CloseQuestion);
    if (!m_window->isWorking() || answer == Quit)
        quit();
    else if (answer == Background)
        goToBackground();
    else
        askBeforeClosing();
}

void DesktopApplication::askBeforeClosing()
{
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Close Gemmary?"),
                        tr("Documents are still being processed."), QMessageBox::Cancel, m_window.get());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("What is done is kept either way. Your answer is remembered."));
    QPushButton *background =
        question->addButton(tr("Keep working in the background"), QMessageBox::AcceptRole);
    QPushButton *leave = question->addButton(tr("Quit and continue next time"), QMessageBox::DestructiveRole);
    connect(background, &QPushButton::clicked, this, [this] {
        m_layout.setAnswer(CloseQuestion, Background);
        goToBackground();
    });
    connect(leave, &QPushButton::clicked, this, [this] {
        m_layout.setAnswer(CloseQuestion, Quit);
        quit();
    });
    question->open();
}

void DesktopApplication::goToBackground()
{
    if (m_tray)
        m_window->hide();
    else
        m_window->showMinimized();
}

} // namespace Gemmary
