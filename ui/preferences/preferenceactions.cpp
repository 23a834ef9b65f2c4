// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferenceactions.h"

#include "preferences/databaserow.h"
#include "preferences/informationrow.h"
#include "widgets/format.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds UndoTime{10'000};
const QString FileEnding = QStringLiteral("conf");

// What leaves this computer.
InformationRow *makeLeavesRow(const PreferenceFacts &facts, QWidget *parent)
{
    if (facts.sharedPlace.isEmpty()) {
        return new InformationRow(
            PreferenceActions::tr("What else leaves this computer: nothing"),
            PreferenceActions::tr(
                "Gemmary opens no network connection by itself: no telemetry, no account, no look for "
                "updates. Only processes that a model summarises ask that model, wherever it is; where that "
                "is not here, you are asked first, or told on the command line."),
            parent);
    }
    auto *row = new InformationRow(
        PreferenceActions::tr("What else leaves this computer: what the shared database keeps"),
        PreferenceActions::tr(
            "Names and places of documents, their figures, words and key sentences, and the "
            "content of those that other computers are to read. Nothing goes anywhere else: no "
            "telemetry, no account, no look for updates."),
        parent);
    row->addPath(facts.sharedPlace);
    return row;
}

} // namespace

PreferenceActions::PreferenceActions(PreferencesSource &source, QWidget *window)
    : QObject(window)
    , m_source(source)
    , m_window(window)
{}

std::vector<PreferenceActions::PagedRow> PreferenceActions::makeRows(QWidget *parent)
{
    std::vector<PagedRow> rows = makeStorageRows(parent);
    for (const auto &more : {makePrivacyRows(parent), makeAdvancedRows(parent)})
        rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

std::vector<PreferenceActions::PagedRow> PreferenceActions::makeStorageRows(QWidget *parent)
{
    const PreferenceFacts facts = m_source.facts();
    const bool isShared = !facts.sharedPlace.isEmpty();
    auto *results = new InformationRow(
        tr("Results"),
        isShared ? tr("All processes with their figures, word tables and summaries, shared with "
                      "every computer that uses this database.")
                 //: %1 is a size such as "12 MB"
                 : tr("All processes with their figures, word tables and summaries: %1")
                       .arg(formatBytes(facts.storeBytes)),
        parent);
    results->addPath(isShared ? facts.sharedPlace : facts.storePath);
    if (!isShared) {
        results->addButton(tr("Open folder"), [this, facts] {
            open(facts.homePath,
                 tr("No program on this computer shows folders. It is %1.").arg(isolated(facts.homePath)));
        });
    }
    auto *place = new InformationRow(tr("Keep them elsewhere"),
                                     tr("Set the environment variable GEMMARY_HOME to another folder before "
                                        "Gemmary starts."),
                                     parent);
    auto *database = new DatabaseRow(m_source, parent);
    connect(database, &DatabaseRow::failed, this, &PreferenceActions::sayFailed);
    connect(database, &DatabaseRow::chosen, this, [this](const QString &address) {
        say(address.isEmpty() ? tr("From its next start on, Gemmary keeps results on this computer alone.")
                              : tr("From its next start on, Gemmary uses the shared database."));
    });
    return {{PreferencePage::Storage, results},
            {PreferencePage::Storage, place},
            {PreferencePage::Storage, database}};
}

std::vector<PreferenceActions::PagedRow> PreferenceActions::makePrivacyRows(QWidget *parent)
{
    const PreferenceFacts facts = m_source.facts();
    auto *leaves = makeLeavesRow(facts, parent);
    auto *reads = new InformationRow(
        tr("Your documents are only read"),
        tr("They are never changed or moved. What you paste is kept with its process, because "
           "there is no file to read it from again; and so are documents that other computers "
           "are to read."),
        parent);
    auto *kept = new InformationRow(tr("What is kept"),
                                    tr("Names and places of documents, their figures and words, and their "
                                       "key sentences, where the results are."),
                                    parent);
    kept->addPath(facts.sharedPlace.isEmpty() ? facts.storePath : facts.sharedPlace);
    auto *removed = new InformationRow(tr("Removed processes"),
                                       tr("Stay under Recently removed for 30 days, so that a slip can be "
                                          "undone; then they are deleted for good."),
                                       parent);
    auto *recent =
        new InformationRow(tr("Recent folders"), tr("Remembered so that you can choose them again."), parent);
    recent->addButton(tr("Forget them"), [this] { forgetRecentFolders(); });
    return {{PreferencePage::Privacy, leaves},
            {PreferencePage::Privacy, reads},
            {PreferencePage::Privacy, kept},
            {PreferencePage::Privacy, removed},
            {PreferencePage::Privacy, recent}};
}

std::vector<PreferenceActions::PagedRow> PreferenceActions::makeAdvancedRows(QWidget *parent)
{
    const PreferenceFacts facts = m_source.facts();
    auto *log = new InformationRow(tr("Log"), {}, parent);
    log->addPath(facts.logPath);
    log->addButton(tr("Open log"), [this, path = facts.logPath] {
        open(path, tr("No program on this computer shows the log. It is %1.").arg(isolated(path)));
    });
    auto *file =
        new InformationRow(tr("File of preferences"),
                           tr("Lines that you write into it yourself, and comments, are kept."), parent);
    file->addPath(facts.settingsPath);
    auto *diagnostics = new InformationRow(
        tr("Diagnostics"),
        tr("Versions and settings for a report of trouble. No document, no address, no password."), parent);
    diagnostics->addButton(tr("Copy"), [this] { copyDiagnostics(); });
    auto *take = new InformationRow(
        tr("Take your preferences along"),
        tr("To another computer, or as a copy to come back to. No folders and no passwords."), parent);
    take->addButton(tr("Import…"), [this] { chooseImport(); });
    take->addButton(tr("Export…"), [this] { chooseExport(); });
    auto *reset = new InformationRow(tr("Start over"),
                                     tr("Every preference gets its default. You can undo it."), parent);
    reset->addButton(tr("Reset all"), [this] { resetAll(); });
    return {{PreferencePage::Advanced, log},
            {PreferencePage::Advanced, diagnostics},
            {PreferencePage::Advanced, file},
            {PreferencePage::Advanced, take},
            {PreferencePage::Advanced, reset}};
}

void PreferenceActions::open(const QString &path, const QString &otherwise)
{
    if (!QFileInfo::exists(path))
        sayFailed({ErrorKind::NotFound, tr("There is no %1 yet.").arg(isolated(path)), {}});
    else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        sayFailed({ErrorKind::Unavailable, otherwise, {}});
}

void PreferenceActions::chooseExport()
{
    auto *dialog = new QFileDialog(m_window, tr("Export preferences"), QDir::homePath(),
                                   tr("Preferences (*.%1)").arg(FileEnding));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(FileEnding);
    dialog->selectFile(QStringLiteral("gemmary-preferences.") + FileEnding);
    connect(dialog, &QFileDialog::fileSelected, this, &PreferenceActions::exportTo);
    dialog->open();
}

void PreferenceActions::chooseImport()
{
    auto *dialog = new QFileDialog(m_window, tr("Import preferences"), QDir::homePath(),
                                   tr("Preferences (*.%1);;All files (*)").arg(FileEnding));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PreferenceActions::importFrom);
    dialog->open();
}

void PreferenceActions::exportTo(const QString &path)
{
    if (const auto done = m_source.exportTo(path); !done)
        sayFailed(done.error());
    else
        say(tr("Your preferences are in %1.").arg(isolated(path)));
}

void PreferenceActions::importFrom(const QString &path)
{
    const auto before = m_source.chosen();
    if (const auto done = m_source.importFrom(path); !done)
        sayFailed(done.error());
    else
        sayWithUndo(tr("The preferences in %1 hold now.").arg(isolated(path)), before);
}

void PreferenceActions::resetAll()
{
    const auto before = m_source.chosen();
    if (const auto done = m_source.replaceChosen({}); !done)
        sayFailed(done.error());
    else
        sayWithUndo(tr("Every preference has its default."), before);
}

void PreferenceActions::copyDiagnostics()
{
    QGuiApplication::clipboard()->setText(m_source.diagnostics());
    say(tr("The diagnostics are on the clipboard. Paste them into your report."));
}

void PreferenceActions::forgetRecentFolders()
{
    Q_EMIT forgetRecentFoldersRequested();
    say(tr("The recent folders are forgotten."));
}

void PreferenceActions::say(const QString &text)
{
    Q_EMIT said({NoticeBar::Tone::Information, text, {}, UndoTime});
}

void PreferenceActions::sayWithUndo(const QString &text, const PreferencesSource::Values &before)
{
    const auto undo = [this, before] {
        if (const auto done = m_source.replaceChosen(before); !done)
            sayFailed(done.error());
    };
    Q_EMIT said({NoticeBar::Tone::Information, text, {{tr("Undo"), undo}}, UndoTime});
}

void PreferenceActions::sayFailed(const Error &error)
{
    Q_EMIT said({NoticeBar::Tone::Failure, error.message, {}, {}});
}

} // namespace Gemmary
