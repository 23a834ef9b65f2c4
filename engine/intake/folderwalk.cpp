// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/folderwalk.h"

#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Gemmary {

namespace {

constexpr std::size_t OpenFolders = 32; // descriptors held at once; the rest are opened again when needed
constexpr int FolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW;

FileIdentity identityOf(const struct stat &status)
{
    return {status.st_dev, status.st_ino};
}

QByteArray lastPart(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

// Calls take(name, type) for each entry of the folder; 0, or the errno value of what kept it from the end.
template <typename Take>
int listFolder(const FileDescriptor &folder, Take take)
{
    FileDescriptor copy(::fcntl(folder.get(), F_DUPFD_CLOEXEC, 0)); // closedir() closes what it was given
    DIR *stream = copy.isOpen() ? ::fdopendir(copy.get()) : nullptr;
    if (!stream)
        return errno;
    (void)copy.release();
    for (;;) {
        errno = 0; // the only way to tell an error from the end
        const dirent *found = ::readdir(stream);
        if (!found)
            break;
        const QByteArray name(found->d_name);
        if (name != "." && name != "..")
            take(name, found->d_type);
    }
    const int error = errno;
    ::closedir(stream);
    return error;
}

} // namespace

PlannedDocument plannedFile(const QString &name, const QByteArray &path, const struct stat &status,
                            qint64 largestDocument)
{
    PlannedDocument document;
    document.name = name;
    document.locator = {Locator::Kind::File, path};
    document.bytes = status.st_size;
    document.modifiedNs = static_cast<qint64>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    if (status.st_size == 0)
        document.problem = Problem{Reason::Empty, {}};
    else if (status.st_size > largestDocument)
        document.problem = Problem{Reason::TooLarge, QLocale::c().formattedDataSize(status.st_size)};
    return document;
}

FolderWalk::FolderWalk(QByteArray root, const EntryRules &rules, qint64 largestDocument,
                       const GivenInputs &inputs, const QByteArray &after)
    : m_root(std::move(root))
    , m_rules(rules)
    , m_largestDocument(largestDocument)
    , m_inputs(inputs)
{
    if (!after.isEmpty())
        m_after = after.split('/');
}

std::optional<FolderWalk::Entry> FolderWalk::next(const CancelToken &cancel)
{
    if (!std::exchange(m_entered, true)) {
        if (auto trouble = enter({}, m_after))
            return trouble;
    }
    while (!m_frames.empty() && !cancel.isCancelled()) {
        Frame &frame = m_frames.back();
        if (frame.index == frame.items.size()) {
            m_frames.pop_back();
            continue;
        }
        const Item item = frame.items[frame.index++];
        if (auto entry = lookAt(frame, item))
            return entry;
    }
    return std::nullopt;
}

// Lists a folder and puts it on the stack; an entry when it is not walked into.
std::optional<FolderWalk::Entry> FolderWalk::enter(const QByteArray &relativePath,
                                                   const QList<QByteArray> &resume)
{
    Frame frame;
    frame.relativePath = relativePath;
    frame.descriptor = openFolder(relativePath);
    struct stat status = {};
    if (!frame.descriptor.isOpen() || ::fstat(frame.descriptor.get(), &status) != 0)
        return passedOver(relativePath, problemOfErrno(errno), true);
    frame.identity = identityOf(status);
    if (auto reason = reasonToPass(frame))
        return passedOver(relativePath, std::move(*reason), true);

    const int error = listFolder(frame.descriptor, [&frame](const QByteArray &name, unsigned char type) {
        frame.items.push_back({name, type});
    });
    if (error != 0) // half a folder would look like a whole one
        return passedOver(relativePath, problemOfErrno(error), true);
    std::sort(frame.items.begin(), frame.items.end(),
              [](const Item &a, const Item &b) { return a.name < b.name; });
    if (!resume.isEmpty())
        goOnFrom(frame, resume);
    if (m_frames.size() >= OpenFolders)
        m_frames.back().descriptor.close();
    m_frames.push_back(std::move(frame));
    return std::nullopt;
}

// From the folder above where there is one: paths may be too long to open, and slow to open when they are
// long.
FileDescriptor FolderWalk::openFolder(const QByteArray &relativePath)
{
    if (m_frames.empty())
        return openPath(m_root, FolderFlags);
    Frame &above = m_frames.back();
    if (!reopen(above))
        return {};
    return FileDescriptor(
        ::openat(above.descriptor.get(), lastPart(relativePath).constData(), FolderFlags | O_CLOEXEC));
}

// A folder can be reached a second time where file systems are mounted into themselves.
std::optional<Problem> FolderWalk::reasonToPass(const Frame &frame) const
{
    const bool isLoop = std::any_of(m_frames.begin(), m_frames.end(),
                                    [&](const Frame &above) { return above.identity == frame.identity; });
    if (isLoop)
        return Problem{Reason::SymbolicLink, QStringLiteral("leads back to a folder above it")};
    const auto given = m_inputs.find(frame.identity);
    if (!frame.relativePath.isEmpty() && given != m_inputs.end())
        return Problem{Reason::Duplicate, given->second};
    return std::nullopt;
}

// Sets a folder's first item after the path `resume`, whose first part is in this folder or was.
void FolderWalk::goOnFrom(Frame &frame, const QList<QByteArray> &resume)
{
    const auto place =
        std::lower_bound(frame.items.begin(), frame.items.end(), resume.front(),
                         [](const Item &item, const QByteArray &name) { return item.name < name; });
    frame.index = static_cast<std::size_t>(place - frame.items.begin());
    if (place == frame.items.end() || place->name != resume.front())
        return;
    if (resume.size() == 1)
        ++frame.index;
    else
        frame.resume = resume.sliced(1);
}

// What one item of a folder comes to: an entry, or nothing when it is a folder that was entered.
std::optional<FolderWalk::Entry> FolderWalk::lookAt(Frame &frame, const Item &item)
{
    const QList<QByteArray> resume = std::exchange(frame.resume, {});
    const QByteArray path = frame.relativePath.isEmpty() ? item.name : frame.relativePath + '/' + item.name;
    if (const auto reason = m_rules.skipReason(item.name, path))
        return passedOver(path, {*reason, {}}, isFolder(frame, item));
    if (isFolder(frame, item))
        return enter(path, resume);
    if (item.type == DT_LNK)
        return passedOver(path, {Reason::SymbolicLink, {}}, false);
    struct stat status = {};
    if (!reopen(frame) ||
        ::fstatat(frame.descriptor.get(), item.name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return passedOver(path, problemOfErrno(errno), false);
    return fileEntry(path, status);
}

FolderWalk::Entry FolderWalk::fileEntry(const QByteArray &relativePath, const struct stat &status) const
{
    if (S_ISLNK(status.st_mode))
        return passedOver(relativePath, {Reason::SymbolicLink, {}}, false);
    if (!S_ISREG(status.st_mode))
        return passedOver(relativePath, {Reason::SpecialFile, {}}, false);
    if (const auto given = m_inputs.find(identityOf(status)); given != m_inputs.end())
        return passedOver(relativePath, {Reason::Duplicate, given->second}, false);
    return {plannedFile(QString::fromUtf8(relativePath), fullPath(relativePath), status, m_largestDocument),
            relativePath};
}

// Sets errno when it cannot.
bool FolderWalk::reopen(Frame &frame) const
{
    if (!frame.descriptor.isOpen())
        frame.descriptor = openPath(fullPath(frame.relativePath), FolderFlags);
    return frame.descriptor.isOpen();
}

bool FolderWalk::isFolder(Frame &frame, const Item &item) const
{
    if (item.type != DT_UNKNOWN) // some file systems do not tell types
        return item.type == DT_DIR;
    struct stat status = {};
    return reopen(frame) &&
           ::fstatat(frame.descriptor.get(), item.name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(status.st_mode);
}

QByteArray FolderWalk::fullPath(const QByteArray &relativePath) const
{
    return relativePath.isEmpty() ? m_root : m_root + (m_root.endsWith('/') ? "" : "/") + relativePath;
}

FolderWalk::Entry FolderWalk::passedOver(const QByteArray &relativePath, Problem problem, bool folder) const
{
    PlannedDocument document;
    document.name = QString::fromUtf8(relativePath) + (folder ? QStringLiteral("/") : QString());
    document.locator = {Locator::Kind::File, fullPath(relativePath)};
    document.problem = std::move(problem);
    return {document, relativePath};
}

} // namespace Gemmary
