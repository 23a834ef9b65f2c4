// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace Gemmary::Test {

// A folder that goes away with the test. Paths are bytes below it.
class FolderTree
{
public:
    FolderTree() { m_folder.setAutoRemove(false); } // Qt does not remove trees deeper than PATH_MAX
    ~FolderTree() { QProcess::execute(QStringLiteral("rm"), {QStringLiteral("-rf"), m_folder.path()}); }
    Q_DISABLE_COPY_MOVE(FolderTree)

    [[nodiscard]] QByteArray path(const QByteArray &relative = {}) const
    {
        const QByteArray root = QFile::encodeName(m_folder.path());
        return relative.isEmpty() ? root : root + '/' + relative;
    }

    void folder(const QByteArray &relative) const
    {
        for (auto slash = relative.indexOf('/'); slash >= 0; slash = relative.indexOf('/', slash + 1))
            ::mkdir(path(relative.first(slash)).constData(), 0755);
        ::mkdir(path(relative).constData(), 0755);
    }

    // Makes the folders above it, too.
    void file(const QByteArray &relative, const QByteArray &content = "text") const
    {
        if (const auto slash = relative.lastIndexOf('/'); slash >= 0)
            folder(relative.first(slash));
        const int descriptor =
            ::open(path(relative).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (::write(descriptor, content.constData(), static_cast<std::size_t>(content.size())) !=
            content.size())
            qFatal("cannot write %s", relative.constData());
        ::close(descriptor);
    }

    void link(const QByteArray &relative, const QByteArray &target) const
    {
        if (::symlink(target.constData(), path(relative).constData()) != 0)
            qFatal("cannot link %s", relative.constData());
    }

    void pipe(const QByteArray &relative) const { ::mkfifo(path(relative).constData(), 0644); }

    void socket(const QByteArray &relative) const
    {
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path(relative).constData(), sizeof address.sun_path);
        if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("cannot make socket %s", relative.constData());
        ::close(descriptor);
    }

    // Makes `depth` folders, each in the one before and with a file in it.
    void chain(const QByteArray &name, int depth) const
    {
        int folder = ::open(path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
        for (int i = 0; i < depth; ++i) {
            ::mkdirat(folder, name.constData(), 0755);
            const int below = ::openat(folder, name.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
            ::close(std::exchange(folder, below));
            const int file = ::openat(folder, "file", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
            if (::write(file, "deep", 4) != 4)
                qFatal("cannot write at depth %d", i);
            ::close(file);
        }
        ::close(folder);
    }

    void remove(const QByteArray &relative) const { ::unlink(path(relative).constData()); }

private:
    QTemporaryDir m_folder;
};

} // namespace Gemmary::Test
