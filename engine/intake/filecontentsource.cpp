// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/filecontentsource.h"

#include "intake/filedescriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Gemmary {

namespace {

constexpr qint64 LargeFile = 4 * 1024 * 1024; // from here on the kernel is told to read ahead

qint64 nanoseconds(const timespec &time)
{
    return static_cast<qint64>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

// A program can set the time of modification back; the change time it cannot.
bool isSameVersion(const struct stat &a, const struct stat &b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size &&
           nanoseconds(a.st_mtim) == nanoseconds(b.st_mtim) &&
           nanoseconds(a.st_ctim) == nanoseconds(b.st_ctim);
}

Problem problemOfOpening(int error)
{
    switch (error) {
    case ELOOP: // O_NOFOLLOW: a link took the file's place
        return {Reason::SymbolicLink, {}};
    case ENXIO: // a socket, or a device that is not there
        return {Reason::SpecialFile, {}};
    default:
        return problemOfErrno(error);
    }
}

class FileReader : public ContentReader
{
public:
    FileReader(FileDescriptor descriptor, QByteArray path, const struct stat &status)
        : m_descriptor(std::move(descriptor))
        , m_path(std::move(path))
        , m_status(status)
    {}

    Outcome<qint64> read(std::span<char> buffer) override
    {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            const auto count = ::read(m_descriptor.get(), buffer.data() + filled, buffer.size() - filled);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return tl::unexpected(problemOfErrno(errno));
            if (count == 0)
                break;
            filled += static_cast<std::size_t>(count);
        }
        return static_cast<qint64>(filled);
    }

    Outcome<void> rewind() override
    {
        if (::lseek(m_descriptor.get(), 0, SEEK_SET) < 0)
            return tl::unexpected(problemOfErrno(errno));
        return {};
    }

    // The open file and the file now at the path: programs that save by renaming change only the second.
    Outcome<void> verifyUnchanged() override
    {
        struct stat there = {};
        struct stat here = {};
        if (!statPath(m_path, there) || ::fstat(m_descriptor.get(), &here) != 0)
            return tl::unexpected(problemOfErrno(errno));
        const bool unchanged = isSameVersion(m_status, here) && isSameVersion(m_status, there);
        return unchanged ? Outcome<void>() : problem(Reason::ChangedWhileRead);
    }

    qint64 bytes() const override { return m_status.st_size; }
    qint64 modifiedNs() const override { return nanoseconds(m_status.st_mtim); }

private:
    FileDescriptor m_descriptor;
    QByteArray m_path;
    struct stat m_status;
};

} // namespace

Outcome<std::unique_ptr<ContentReader>> FileContentSource::open(const Locator &locator) const
{
    if (locator.kind != Locator::Kind::File)
        return problem(Reason::Internal, QStringLiteral("not a file"));
    if (locator.value.contains('\0')) // the system would open what is named before it
        return problem(Reason::NotThere);
    // Without O_NONBLOCK, opening a named pipe that took the file's place would wait for a writer.
    const QByteArray path = m_paths.here(locator.value);
    FileDescriptor descriptor = openPath(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    if (!descriptor.isOpen())
        return tl::unexpected(problemOfOpening(errno));
    struct stat status = {};
    if (::fstat(descriptor.get(), &status) != 0)
        return tl::unexpected(problemOfErrno(errno));
    if (!S_ISREG(status.st_mode))
        return problem(Reason::SpecialFile);
    if (status.st_size >= LargeFile)
        ::posix_fadvise(descriptor.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return std::make_unique<FileReader>(std::move(descriptor), path, status);
}

} // namespace Gemmary
