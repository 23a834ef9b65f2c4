// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/mainwindow.h"

#include "engine.h"
#include "mainwindow/announcer.h"
#include "mainwindow/dropoverlay.h"
#include "mainwindow/intake.h"
#include "mainwindow/layoutstore.h"
#include "mainwindow/processstarter.h"
#include "mainwindow/recovery.h"
#include "mainwindow/startpage.h"
#include "mainwindow/statusline.h"
#include "mainwindow/summarytrouble.h"
#include "mainwindow/workspace.h"
#include "processes/processcommands.h"
#include "summarizers/consentgate.h"
#include "summarizers/quotawatch.h"
#include "summarizers/summarizerchooser.h"
#include "summarizers/summarizertexts.h"
#include "widgets/format.h"
#include "widgets/processtexts.h"
#include "widgets/theme.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds UndoTime{10'000};
constexpr std::chrono::milliseconds GeometryDelay{500};
const QString GeometryKey = QStringLiteral("window");

} // namespace

MainWindow::MainWindow(const WindowParts &parts, WindowSettings settings)
    : m_parts(parts)
    , m_settings(std::move(settings))
    , m_commands(new ProcessCommands(parts.engine, this))
    , m_gate(new ConsentGate(parts.summarizers, this))
    , m_quota(new QuotaWatch(parts.summarizers, this))
    , m_starter(new ProcessStarter(*m_commands, parts.summarizers, *m_gate, this))
    , m_intake(new Intake(parts.engine, *m_starter, parts.layout, m_settings, this))
    , m_recovery(new Recovery(parts.engine, *m_commands, this))
    , m_notice(new NoticeBar(this))
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(m_actions, m_pages))
    , m_workspace(new Workspace(parts.engine, m_settings.logPath, parts.layout, m_pages))
    , m_status(new StatusLine(this))
    , m_overlay(new DropOverlay(this))
    , m_announcer(new Announcer(m_workspace->processes(), parts.desktop, m_settings, this))
    , m_trouble(
          new SummaryTrouble(parts.engine, m_workspace->processes(), m_workspace->details().notice(), this))
    , m_recent(new QMenu(tr("&Recent folders"), this))
{
    setWindowTitle(tr("Gemmary"));
    setAcceptDrops(true);
    setUpContent();
    setUpBars();
    connectProcessActions();
    connectWindowActions();
    connectParts();
    connectSummarizers();
    connectDrops();
    updateRecentFolders();
    updateActions();
    applySettings(m_settings);
}

MainWindow::~MainWindow()
{
    delete m_trouble;
    delete m_announcer; // they look at the workspace's model
}

void MainWindow::setUpContent()
{
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workspace);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    setCentralWidget(content);
    setStatusBar(m_status);
    if (!restoreGeometry(m_parts.layout.layout(GeometryKey)))
        resize(firstSize());
    m_geometry.setSingleShot(true);
    m_geometry.setInterval(GeometryDelay);
    connect(&m_geometry, &QTimer::timeout, this,
            [this] { m_parts.layout.setLayout(GeometryKey, saveGeometry()); });
}

// Room for the list and two charts beside each other, as far as the screen has it.
QSize MainWindow::firstSize() const
{
    const QSize wanted(fontMetrics().averageCharWidth() * 200, fontMetrics().height() * 60);
    return wanted.boundedTo(screen()->availableSize() * 0.92);
}

void MainWindow::setUpBars()
{
    fillMenuBar(*this, m_actions, m_recent);
    m_toolbar = fillToolbar(*this, m_actions, m_parts.summarizers);
    connect(m_toolbar.filter, &QLineEdit::textChanged, m_workspace, &Workspace::setFilter);
}

void MainWindow::applySettings(const WindowSettings &settings)
{
    m_settings = settings;
    m_status->setPlace(m_settings.sharedPlace);
}

bool MainWindow::isWorking() const
{
    const ProcessModel &processes = m_workspace->processes();
    for (int row = 0; row < processes.rowCount(); ++row) {
        const ProcessSnapshot &process = processes.process(row);
        if (!isSettled(process.state) && !process.paused)
            return true;
    }
    return false;
}

void MainWindow::addPaths(const QStringList &paths)
{
    m_intake->addPaths(paths, Grouping::OneProcess);
}

void MainWindow::recover()
{
    m_recovery->begin();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore(); // the application finishes what is in hand first
    Q_EMIT closeRequested();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    saveGeometrySoon();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    saveGeometrySoon();
}

void MainWindow::saveGeometrySoon()
{
    m_geometry.start();
}

void MainWindow::connectParts()
{
    connect(m_commands, &ProcessCommands::happened, this, &MainWindow::showHappened);
    connect(m_commands, &ProcessCommands::failed, this,
            [this](const Error &error) { showRefused(error.message); });
    connect(m_commands, &ProcessCommands::started, this, [this](const ProcessId &id) {
        m_pages->setCurrentWidget(m_workspace);
        m_workspace->select(id);
    });
    connect(m_commands, &ProcessCommands::changed, &m_workspace->processes(), &ProcessModel::refresh);
    connect(&m_workspace->processes(), &ProcessModel::renameRequested, m_commands, &ProcessCommands::rename);
    connect(&m_workspace->processes(), &ProcessModel::failed, this,
            [this](const Error &error) { m_status->showTrouble(error.message); });
    connect(m_intake, &Intake::refused, this, &MainWindow::showRefused);
    connect(m_intake, &Intake::recentFoldersChanged, this, &MainWindow::updateRecentFolders);
    connect(m_start, &StartPage::recentChosen, this, [this](const QString &folder) { addPaths({folder}); });
    connect(m_workspace, &Workspace::selectionChanged, this, &MainWindow::updateActions);
    connect(m_workspace, &Workspace::filterCleared, m_toolbar.filter, &QLineEdit::clear);
    connect(m_workspace, &Workspace::countsChanged, this,
            [this](qint64 all, qint64 running, qint64 problems) {
                m_pages->setCurrentWidget(all > 0 ? static_cast<QWidget *>(m_workspace) : m_start);
                m_status->showWork(running, m_workspace->processes().documentsASecond());
                m_status->showProblems(problems);
            });
    connect(m_workspace, &Workspace::menuRequested, this, [this](const QPoint &position) {
        QMenu *menu = processMenu(m_actions, m_workspace->showsRemoved(), this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(position);
    });
    connect(&m_workspace->details(), &DetailsPanel::retryRequested, m_actions.action(ActionId::Retry),
            &QAction::trigger);
    connect(m_announcer, &Announcer::showRequested, this, [this](const ProcessId &id) {
        m_workspace->select(id);
        setWindowState(windowState() & ~Qt::WindowMinimized);
        show();
        raise();
        activateWindow();
    });
    connect(m_recovery, &Recovery::ready, this, &MainWindow::workMayBegin);
    connect(m_recovery, &Recovery::interrupted, this, [this](const NoticeBar::Notice &notice) {
        showNotice(notice);
        Q_EMIT workMayBegin();
    });
    connect(m_recovery, &Recovery::detailsRequested, this,
            [this] { m_workspace->sidebar().setCategory(ProcessCategory::Paused); });
    connect(m_status, &StatusLine::workClicked, this,
            [this] { m_workspace->sidebar().setCategory(ProcessCategory::Running); });
    connect(m_status, &StatusLine::problemsClicked, this,
            [this] { m_workspace->sidebar().setCategory(ProcessCategory::Problems); });
    connect(&m_parts.engine, &Engine::storeTroubled, this,
            [this](const Error &error) { m_status->showTrouble(error.message); });
    connect(&m_parts.engine, &Engine::storeRecovered, this, [this] { m_status->showTrouble({}); });
}

void MainWindow::connectSummarizers()
{
    connect(m_toolbar.summarizer, &SummarizerChooser::chosen, this, [this](const SummarizerChoice &choice) {
        m_gate->pass(choice, [this, choice] {
            if (const auto done = m_parts.summarizers.choose(choice); !done)
                showRefused(done.error().message);
        });
    });
    connect(m_toolbar.summarizer, &SummarizerChooser::preferencesRequested, this,
            [this] { showPreferences(QStringLiteral("summaries")); });
    connect(m_trouble, &SummaryTrouble::modelRequested, this,
            [this] { showPreferences(QStringLiteral("summaries")); });
    connect(m_trouble, &SummaryTrouble::retryRequested, m_actions.action(ActionId::Retry), &QAction::trigger);
    connect(m_trouble, &SummaryTrouble::keySentencesRequested, m_commands,
            [this](const ProcessSnapshot &process) { m_commands->retryWithKeySentences({process}); });
    connect(m_trouble, &SummaryTrouble::offlineRequested, this, [this](const ProcessSnapshot &process) {
        ProcessSettings offline = process.settings;
        offline.summarizer = QStringLiteral("extractive");
        offline.model.clear();
        runAgain(process, offline);
    });
    connect(m_workspace, &Workspace::selectionChanged, this, [this] {
        m_trouble->setProcess(m_workspace->showsRemoved() ? std::nullopt : m_workspace->list().current());
    });
    connect(m_starter, &ProcessStarter::held, this, &MainWindow::showHeld);
    connect(&m_parts.summarizers, &SummarizerSource::changed, this, &MainWindow::showSummarizer);
    connect(m_quota, &QuotaWatch::changed, this, &MainWindow::showSummarizer);
    connect(&m_workspace->processes(), &ProcessModel::waitingChanged, this, &MainWindow::showSummarizer);
    showSummarizer();
}

void MainWindow::showSummarizer()
{
    const SummarizerChoice choice = m_parts.summarizers.choice();
    const Recipient recipient = m_gate->recipient(choice);
    const QString name = choiceText(choice, recipient);
    if (const ProcessRow *waiting = m_workspace->processes().someWaiting())
        m_status->showSummarizer(QStringLiteral("waiting"), stateText(*waiting), waiting->waiting);
    else if (const auto &sent = m_quota->use())
        //: what makes summaries, and what of its quota is used
        m_status->showSummarizer(choiceIcon(choice, recipient), tr("%1 · %2").arg(name, quotaText(*sent)),
                                 quotaSentence(*sent));
    else
        m_status->showSummarizer(choiceIcon(choice, recipient), name);
    m_start->setPromise(
        recipient.isSomebody()
            ? tr("Files are only read. Their texts are sent to %1 for the summaries.").arg(recipient.name)
            : tr("Files are only read. Nothing leaves this computer."));
}

void MainWindow::showHeld(const QString &sentence, const std::function<void()> &instead)
{
    NoticeBar::Notice notice;
    notice.tone = NoticeBar::Tone::Warning;
    notice.text = sentence;
    if (instead)
        notice.choices.push_back({tr("Use key sentences"), instead});
    notice.choices.push_back(
        {tr("Open preferences"), [this] { showPreferences(QStringLiteral("summaries")); }});
    showNotice(std::move(notice));
}

void MainWindow::updateActions()
{
    const auto selected = m_workspace->list().selected();
    const bool removed = m_workspace->showsRemoved();
    const bool any = !selected.empty();
    const auto enable = [this](ActionId id, bool enabled) { m_actions.action(id)->setEnabled(enabled); };
    enable(ActionId::Resume, !removed && ProcessCommands::canResume(selected));
    enable(ActionId::Pause, !removed && any && ProcessCommands::canStop(selected));
    enable(ActionId::Stop, !removed && ProcessCommands::canStop(selected));
    enable(ActionId::Retry, !removed && ProcessCommands::canRetry(selected));
    enable(ActionId::RetryWithSentences, !removed && ProcessCommands::canRetryWithKeySentences(selected));
    enable(ActionId::Parked, selected.size() == 1 && parkedCount(selected.front()) > 0);
    enable(ActionId::Restore, removed && any);
    for (const ActionId id : {ActionId::Remove, ActionId::RunAgain, ActionId::Export, ActionId::Print})
        enable(id, !removed && any);
    for (const ActionId id :
         {ActionId::AddFolderTo, ActionId::AddFilesTo, ActionId::Rename, ActionId::OpenSource})
        enable(id, !removed && selected.size() == 1);
    for (const ActionId id : {ActionId::CopyRows, ActionId::CopyId, ActionId::CopyCommand})
        enable(id, any);
    enable(ActionId::Undo, static_cast<bool>(m_undo));
    const bool resumes = any && !ProcessCommands::canPause(selected) && ProcessCommands::canStop(selected);
    m_actions.action(ActionId::Pause)->setText(resumes ? tr("Resume") : tr("&Pause"));
    m_actions.action(ActionId::Pause)
        ->setIcon(themedIcon(resumes ? QStringLiteral("start") : QStringLiteral("pause")));
}

void MainWindow::updateRecentFolders()
{
    const QStringList folders = m_parts.layout.recentFolders();
    m_start->setRecentFolders(folders);
    m_recent->clear();
    for (const QString &folder : folders) {
        QString text = folder;
        QAction *action = m_recent->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, folder] { addPaths({folder}); });
    }
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("Forget them")), &QAction::triggered, this,
            &MainWindow::forgetRecentFolders);
    m_recent->setEnabled(!folders.isEmpty());
}

void MainWindow::forgetRecentFolders()
{
    m_parts.layout.forgetRecentFolders();
    updateRecentFolders();
}

void MainWindow::showNotice(NoticeBar::Notice notice)
{
    m_notice->showNotice(std::move(notice));
}

void MainWindow::showHappened(const QString &sentence, const std::function<void()> &undo)
{
    m_undo = undo;
    updateActions();
    NoticeBar::Notice notice;
    notice.text = sentence;
    notice.closesAfter = UndoTime;
    if (undo)
        notice.choices = {{tr("Undo"), [this] { m_actions.action(ActionId::Undo)->trigger(); }}};
    showNotice(std::move(notice));
}

void MainWindow::showRefused(const QString &sentence)
{
    showNotice({NoticeBar::Tone::Failure, sentence, {}, std::chrono::milliseconds(0)});
}

} // namespace Gemmary
