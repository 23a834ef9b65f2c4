// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/filedescriptor.h"

#include <cerrno>
#include <climits>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Gemmary {

namespace {

// The folder that holds `path`, opened piece by piece, and what is left of the path below it.
std::pair<FileDescriptor, QByteArray> openAncestor(const QByteArray &path)
{
    FileDescriptor folder(::open(path.startsWith('/') ? "/" : ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    QByteArray rest = path;
    while (folder.isOpen() && rest.size() >= PATH_MAX) {
        const auto cut = rest.lastIndexOf('/', PATH_MAX / 2);
        if (cut <= 0)
            break;
        const QByteArray piece = rest.first(cut);
        const int next =
            ::openat(folder.get(), piece.startsWith('/') ? piece.constData() + 1 : piece.constData(),
                     O_PATH | O_DIRECTORY | O_CLOEXEC);
        folder = FileDescriptor(next);
        rest = rest.sliced(cut + 1);
    }
    return {std::move(folder), rest};
}

} // namespace

FileDescriptor &FileDescriptor::operator=(FileDescriptor &&other) noexcept
{
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

void FileDescriptor::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

FileDescriptor openPath(const QByteArray &path, int flags)
{
    if (path.size() < PATH_MAX)
        return FileDescriptor(::open(path.constData(), flags | O_CLOEXEC));
    const auto [folder, rest] = openAncestor(path);
    return FileDescriptor(folder.isOpen() ? ::openat(folder.get(), rest.constData(), flags | O_CLOEXEC) : -1);
}

bool statPath(const QByteArray &path, struct stat &status)
{
    if (path.size() < PATH_MAX)
        return ::lstat(path.constData(), &status) == 0;
    const auto [folder, rest] = openAncestor(path);
    return folder.isOpen() && ::fstatat(folder.get(), rest.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

Problem problemOfErrno(int error)
{
    const QString text = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case EACCES:
    case EPERM:
        return {Reason::NoPermission, {}};
    case ENOENT:
    case ENOTDIR:
    case ESTALE:
        return {Reason::NotThere, {}};
    default:
        return {Reason::ReadError, text};
    }
}

} // namespace Gemmary
