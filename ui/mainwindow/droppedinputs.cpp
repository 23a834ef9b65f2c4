// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/droppedinputs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DroppedInputs)
};

QString nameOfPath(const QString &path)
{
    const QString name = QFileInfo(QDir::cleanPath(path)).fileName();
    return name.isEmpty() ? path : name; // "/" has no name
}

QString nameOfAll(const QStringList &paths)
{
    if (paths.size() == 1)
        return nameOfPath(paths.first());
    const QString folder = nameOfPath(QFileInfo(paths.first()).absolutePath());
    //: %1 is the folder they are in
    return Tr::tr("%1: %Ln item(s)", nullptr, static_cast<int>(paths.size())).arg(folder);
}

NewProcess processOver(const QStringList &paths, const ProcessSettings &settings)
{
    NewProcess process;
    process.name = nameOfAll(paths);
    process.inputs = locatorsOf(paths);
    process.settings = settings;
    return process;
}

} // namespace

DroppedInputs droppedInputs(const QMimeData &data)
{
    DroppedInputs inputs;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            inputs.paths.append(QDir::cleanPath(url.toLocalFile()));
        else
            inputs.hasLinks = true;
    }
    inputs.paths.removeDuplicates();
    if (inputs.paths.isEmpty() && !inputs.hasLinks && data.hasText())
        inputs.text = data.text();
    if (inputs.text.trimmed().isEmpty())
        inputs.text.clear();
    return inputs;
}

std::vector<NewProcess> processesFor(const QStringList &paths, Grouping grouping,
                                     const ProcessSettings &settings)
{
    std::vector<NewProcess> processes;
    if (grouping == Grouping::OneProcess) {
        processes.push_back(processOver(paths, settings));
    } else {
        for (const QString &path : paths)
            processes.push_back(processOver({path}, settings));
    }
    return processes;
}

std::vector<Locator> locatorsOf(const QStringList &paths)
{
    std::vector<Locator> locators;
    for (const QString &path : paths)
        locators.push_back({Locator::Kind::File, QFile::encodeName(path)});
    return locators;
}

} // namespace Gemmary
