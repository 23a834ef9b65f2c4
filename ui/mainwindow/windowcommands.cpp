// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions do: each is one connection to the part that it concerns.
#include "mainwindow/mainwindow.h"

#include "engine.h"
#include "export/exportdialog.h"
#include "export/printprocess.h"
#include "machines/machinesdialog.h"
#include "mainwindow/aboutdialog.h"
#include "mainwindow/dropoverlay.h"
#include "mainwindow/intake.h"
#include "mainwindow/layoutstore.h"
#include "mainwindow/processstarter.h"
#include "mainwindow/shortcutsheet.h"
#include "mainwindow/statusline.h"
#include "mainwindow/workspace.h"
#include "parked/parkeddialog.h"
#include "preferences/preferencesdialog.h"
#include "processes/processcommands.h"
#include "welcome/welcomepage.h"
#include "widgets/answer.h"
#include "widgets/format.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

namespace Gemmary {

namespace {

const QString ExportFolder = QStringLiteral("exportFolder");

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

QString idsOf(const std::vector<ProcessSnapshot> &processes, const QString &before)
{
    QStringList lines;
    for (const ProcessSnapshot &process : processes)
        lines.append(before + process.id.toString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void MainWindow::connectProcessActions()
{
    for (const ActionId id : Actions::ofTheList())
        m_workspace->addListAction(m_actions.action(id));
    using Verb = void (ProcessCommands::*)(const ProcessCommands::Processes &);
    const std::pair<ActionId, Verb> verbs[] = {
        {ActionId::Resume, &ProcessCommands::resume},
        {ActionId::Pause, &ProcessCommands::togglePause},
        {ActionId::Stop, &ProcessCommands::stop},
        {ActionId::Retry, &ProcessCommands::retry},
        {ActionId::RetryWithSentences, &ProcessCommands::retryWithKeySentences},
        {ActionId::Remove, &ProcessCommands::remove},
        {ActionId::Restore, &ProcessCommands::restore},
    };
    for (const auto &[id, verb] : verbs) {
        connect(m_actions.action(id), &QAction::triggered, this,
                [this, verb = verb] { (m_commands->*verb)(m_workspace->list().selected()); });
    }
    const std::pair<ActionId, std::function<void()>> others[] = {
        {ActionId::AddFolderTo, [this] { m_intake->chooseFolder(m_workspace->list().current()); }},
        {ActionId::AddFilesTo, [this] { m_intake->chooseFiles(m_workspace->list().current()); }},
        {ActionId::OpenSource, [this] { openSourceFolder(); }},
        {ActionId::RunAgain, [this] { runAgain(); }},
        {ActionId::Rename, [this] { m_workspace->list().editName(); }},
        {ActionId::CopyRows, [this] { copy(m_workspace->list().selectionAsText()); }},
        {ActionId::CopyId, [this] { copy(idsOf(m_workspace->list().selected(), {})); }},
        {ActionId::CopyCommand,
         [this] { copy(idsOf(m_workspace->list().selected(), QStringLiteral("gemmary-cli results "))); }},
        {ActionId::Parked, [this] { showParked(); }},
        {ActionId::Export, [this] { exportResults(); }},
        {ActionId::Print, [this] { print(); }},
    };
    for (const auto &[id, handler] : others)
        connect(m_actions.action(id), &QAction::triggered, this, handler);
}

void MainWindow::connectWindowActions()
{
    const std::pair<ActionId, std::function<void()>> handlers[] = {
        {ActionId::AddFolder, [this] { m_intake->chooseFolder(std::nullopt); }},
        {ActionId::AddFiles, [this] { m_intake->chooseFiles(std::nullopt); }},
        {ActionId::Paste, [this] { m_intake->paste(); }},
        {ActionId::AddSamples, [this] { m_intake->addSamples(); }},
        {ActionId::Preferences, [this] { showPreferences({}); }},
        {ActionId::Privacy, [this] { showPreferences(QStringLiteral("privacy")); }},
        {ActionId::Quit, [this] { Q_EMIT closeRequested(); }},
        {ActionId::Undo,
         [this] {
             m_notice->hide();
             if (const auto undo = std::exchange(m_undo, {}))
                 undo();
             updateActions();
         }},
        {ActionId::Filter, [this] { m_toolbar.filter->setFocus(Qt::ShortcutFocusReason); }},
        {ActionId::NextPane, [this] { m_workspace->focusPane(1); }},
        {ActionId::PreviousPane, [this] { m_workspace->focusPane(-1); }},
        {ActionId::Reload, [this] { m_workspace->processes().refresh(); }},
        {ActionId::ResetLayout, [this] { m_workspace->resetLayout(); }},
        {ActionId::Shortcuts, [this] { (new ShortcutSheet(m_actions, this))->open(); }},
        {ActionId::Machines, [this] { showMachines(); }},
        {ActionId::About, [this] { (new AboutDialog(this))->open(); }},
    };
    for (const auto &[id, handler] : handlers)
        connect(m_actions.action(id), &QAction::triggered, this, handler);
    const std::pair<ActionId, DetailsPanel::Tab> tabs[] = {
        {ActionId::Overview, DetailsPanel::Overview}, {ActionId::Files, DetailsPanel::Files},
        {ActionId::Words, DetailsPanel::Words},       {ActionId::Summary, DetailsPanel::Summary},
        {ActionId::Log, DetailsPanel::Log},
    };
    for (const auto &[id, tab] : tabs) {
        connect(m_actions.action(id), &QAction::triggered, this,
                [this, tab = tab] { m_workspace->details().showTab(tab); });
    }
    connect(m_status, &StatusLine::summarizerClicked, this,
            [this] { showPreferences(QStringLiteral("summaries")); });
    connect(m_status, &StatusLine::storeClicked, this,
            [this] { showPreferences(QStringLiteral("storage")); });
}

void MainWindow::showMachines()
{
    auto *dialog = findChild<MachinesDialog *>();
    if (!dialog)
        dialog = new MachinesDialog(m_parts.engine, this);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showParked()
{
    if (const auto process = m_workspace->list().current())
        (new ParkedDialog(m_parts.engine, *process, this))->show();
}

void MainWindow::showPreferences(const QString &page)
{
    auto *dialog = findChild<PreferencesDialog *>();
    if (!dialog) {
        dialog = new PreferencesDialog(m_parts.preferences, m_parts.summarizers, *m_gate, m_parts.automation,
                                       this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PreferencesDialog::forgetRecentFoldersRequested, this,
                &MainWindow::forgetRecentFolders);
    }
    if (!page.isEmpty())
        dialog->showPage(page);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

QString MainWindow::preferencesPage() const
{
    const auto *dialog = findChild<PreferencesDialog *>();
    return dialog && dialog->isVisible() ? dialog->page() : QString();
}

void MainWindow::welcome()
{
    auto *page = new WelcomePage(m_parts.summarizers, *m_gate, this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    connect(page, &WelcomePage::samplesRequested, m_intake, &Intake::addSamples);
    connect(page, &WelcomePage::failed, this, [this](const Error &error) { showRefused(error.message); });
    page->open();
}

void MainWindow::openSourceFolder()
{
    const auto process = m_workspace->list().current();
    if (!process)
        return;
    whenAnswered(m_parts.engine.request(process->id), this, [this](const Result<NewProcess> &request) {
        if (!request || request->inputs.empty() || request->inputs.front().kind != Locator::Kind::File) {
            showRefused(request ? tr("Its documents came from no folder.") : request.error().message);
            return;
        }
        const QFileInfo input(QFile::decodeName(request->inputs.front().value));
        const QString folder = input.isDir() ? input.absoluteFilePath() : input.absolutePath();
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            showRefused(tr("No program on this computer shows folders. It is %1.").arg(isolated(folder)));
    });
}

void MainWindow::exportResults()
{
    const auto processes = m_workspace->list().selected();
    if (processes.empty())
        return;
    const QString folder = m_parts.layout.answer(ExportFolder);
    auto *dialog = new ExportDialog(m_parts.engine, processes, folder, this);
    connect(dialog, &ExportDialog::exported, this, [this](const QStringList &paths) {
        m_parts.layout.setAnswer(ExportFolder, QFileInfo(paths.first()).absolutePath());
        showNotice(exportNotice(paths));
    });
    dialog->open();
}

void MainWindow::print()
{
    if (const auto process = m_workspace->list().current())
        printProcess(m_parts.engine, *process, this);
}

void MainWindow::runAgain()
{
    for (const ProcessSnapshot &process : m_workspace->list().selected())
        runAgain(process, m_settings.processDefaults);
}

void MainWindow::runAgain(const ProcessSnapshot &process, const ProcessSettings &settings)
{
    whenAnswered(m_parts.engine.request(process.id), this,
                 [this, settings](const Result<NewProcess> &request) {
                     if (!request) {
                         showRefused(request.error().message);
                         return;
                     }
                     NewProcess again = *request;
                     again.idempotencyKey.clear();
                     again.settings = settings;
                     m_starter->start(again);
                 });
}

void MainWindow::connectDrops()
{
    connect(m_overlay, &DropOverlay::moved, this, &MainWindow::offerDrop);
    connect(m_overlay, &DropOverlay::dropped, this, &MainWindow::onDropped);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    m_dragged = droppedInputs(*event->mimeData());
    if (m_dragged.isEmpty() && !m_dragged.hasLinks)
        return;
    event->acceptProposedAction();
    offerDrop(event->position().toPoint());
}

// On a process of the list: adds to it. Elsewhere: new processes.
std::optional<ProcessSnapshot> MainWindow::processUnder(const QPoint &position) const
{
    ProcessList &list = m_workspace->list();
    const QPoint inList = list.viewport()->mapFrom(this, position);
    if (!list.isVisible() || m_workspace->showsRemoved() || !list.viewport()->rect().contains(inList))
        return std::nullopt;
    return list.processAt(inList);
}

void MainWindow::offerDrop(const QPoint &position)
{
    if (m_dragged.isEmpty()) {
        m_overlay->offer({tr("Links to the web are not fetched")});
        return;
    }
    if (const auto process = processUnder(position)) {
        m_overlay->offer({tr("Add to %1").arg(isolated(process->name))});
        return;
    }
    const auto count = static_cast<int>(m_dragged.paths.size());
    if (count == 0)
        m_overlay->offer({tr("Start a process over this text")});
    else if (count == 1)
        m_overlay->offer(
            {tr("Start a process over %1").arg(isolated(QFileInfo(m_dragged.paths.first()).fileName()))});
    else
        m_overlay->offer({tr("One process over all %Ln item(s)", nullptr, count),
                          tr("One process for each of %Ln item(s)", nullptr, count)});
}

void MainWindow::onDropped(const QMimeData *dropped, int area, const QPoint &position)
{
    const DroppedInputs inputs = droppedInputs(*dropped);
    const auto process = processUnder(position);
    if (process && !inputs.isEmpty())
        m_intake->addTo(*process, inputs);
    else
        m_intake->addInputs(inputs, area == 1 ? Grouping::OneEach : Grouping::OneProcess);
}

} // namespace Gemmary
