// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/intake.h"

#include "engine.h"
#include "mainwindow/layoutstore.h"
#include "mainwindow/processstarter.h"
#include "mainwindow/samplelibrary.h"
#include "mainwindow/windowsettings.h"
#include "widgets/answer.h"

#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QTemporaryFile>
#include <QtConcurrentRun>

namespace Gemmary {

Intake::Intake(Engine &engine, ProcessStarter &starter, LayoutStore &layout, const WindowSettings &settings,
               QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_starter(starter)
    , m_layout(layout)
    , m_settings(settings)
    , m_window(window)
{}

void Intake::addPaths(const QStringList &paths, Grouping grouping)
{
    if (paths.isEmpty())
        return;
    remember(paths);
    for (const NewProcess &process : processesFor(paths, grouping, m_settings.processDefaults))
        start(process);
}

void Intake::addText(const QString &text)
{
    keepText(text, [this](const Locator &locator) {
        NewProcess process;
        //: %1 is a time
        process.name =
            tr("Pasted text %1").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
        process.inputs = {locator};
        process.inputNames = {process.name};
        process.settings = m_settings.processDefaults;
        start(process);
    });
}

void Intake::addInputs(const DroppedInputs &inputs, Grouping grouping)
{
    if (!inputs.paths.isEmpty())
        addPaths(inputs.paths, grouping);
    else if (!inputs.text.isEmpty())
        addText(inputs.text);
    else if (inputs.hasLinks)
        Q_EMIT refused(tr("Links to the web are not fetched. Save the page as a file, then drop the file."));
    else
        Q_EMIT refused(tr("There are no files and no text in it."));
}

void Intake::addTo(const ProcessSnapshot &process, const DroppedInputs &inputs)
{
    if (!inputs.paths.isEmpty()) {
        remember(inputs.paths);
        m_starter.addInputs(process, locatorsOf(inputs.paths), {});
        return;
    }
    keepText(inputs.text, [this, process](const Locator &locator) {
        const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
        m_starter.addInputs(process, {locator}, {tr("Pasted text %1").arg(time)});
    });
}

void Intake::addSamples()
{
    const auto unpack = [folder = m_settings.samplesPath] { return unpackSamples(folder); };
    whenAnswered(QtConcurrent::run(unpack), this, [this](const Result<QString> &folder) {
        if (!folder) {
            Q_EMIT refused(folder.error().message);
            return;
        }
        NewProcess process;
        process.name = tr("Sample library");
        process.inputs = locatorsOf({*folder});
        process.settings = m_settings.processDefaults;
        start(process);
    });
}

void Intake::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    addInputs(data ? droppedInputs(*data) : DroppedInputs(), Grouping::OneProcess);
}

void Intake::chooseFolder(const std::optional<ProcessSnapshot> &process)
{
    auto *dialog = new QFileDialog(m_window, tr("Choose a folder"), m_layout.recentFolders().value(0));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, [this, process](const QStringList &paths) {
        if (process)
            addTo(*process, {paths, {}, false});
        else
            addPaths(paths, Grouping::OneProcess);
    });
    dialog->open();
}

void Intake::chooseFiles(const std::optional<ProcessSnapshot> &process)
{
    auto *dialog = new QFileDialog(m_window, tr("Choose files"), m_layout.recentFolders().value(0));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, process](const QStringList &paths) {
        if (process)
            addTo(*process, {paths, {}, false});
        else
            addPaths(paths, Grouping::OneProcess);
    });
    dialog->open();
}

void Intake::keepText(const QString &text, const std::function<void(const Locator &locator)> &then)
{
    // The engine reads from a descriptor; the file stays open until it has.
    const auto file = std::make_shared<QTemporaryFile>();
    const QByteArray bytes = text.toUtf8();
    if (!file->open() || file->write(bytes) != bytes.size() || !file->flush() || !file->seek(0)) {
        Q_EMIT refused(tr("The text could not be written to the folder for temporary files: %1")
                           .arg(file->errorString()));
        return;
    }
    whenAnswered(m_engine.keepContent(file->handle()), this,
                 [this, file, then](const Result<Locator> &locator) {
                     if (locator)
                         then(*locator);
                     else
                         Q_EMIT refused(locator.error().message);
                 });
}

void Intake::start(NewProcess process)
{
    process.paused = !m_settings.startAtOnce;
    m_starter.start(process);
}

void Intake::remember(const QStringList &paths)
{
    const QFileInfo first(paths.first());
    m_layout.addRecentFolder(first.isDir() ? first.absoluteFilePath() : first.absolutePath());
    Q_EMIT recentFoldersChanged();
}

} // namespace Gemmary
