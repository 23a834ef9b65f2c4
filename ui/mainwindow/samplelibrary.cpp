// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/samplelibrary.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QSaveFile>

// A static library's resources are only linked in when somebody names them, outside any namespace.
static void useSamples()
{
    Q_INIT_RESOURCE(samples);
}

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SampleLibrary)
};

Result<void> copyTo(const QString &resource, const QString &path)
{
    QFile source(resource);
    QSaveFile target(path);
    const bool isWritten = QDir().mkpath(QFileInfo(path).path()) && source.open(QIODevice::ReadOnly) &&
                           target.open(QIODevice::WriteOnly) &&
                           target.write(source.readAll()) == source.size() && target.commit();
    if (!isWritten) {
        return failure(
            ErrorKind::Storage,
            Tr::tr("The sample library could not be written to %1: %2").arg(path, target.errorString()));
    }
    return {};
}

} // namespace

Result<QString> unpackSamples(const QString &folder)
{
    useSamples();
    const QString root = QStringLiteral(":/samples");
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString resource = files.next();
        const QString path = folder + resource.mid(root.size());
        if (QFileInfo(path).size() != QFileInfo(resource).size() || !QFileInfo::exists(path))
            GEMMARY_TRY(copyTo(resource, path));
    }
    return folder;
}

} // namespace Gemmary
