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

FileIdentity identityOf(const struct stat &status)
{
    return {status.st_dev, status.st_ino};
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
                       std::set<FileIdentity> others, const QByteArray &after)
    : m_root(std::move(root))
    , m_rules(rules)
    , m_largestDocument(largestDocument)
    , m_others(std::move(others))
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

// Lists a folder and puts it on the stack; an entry when it cannot be.
std::optional<FolderWalk::Entry> FolderWalk::enter(const QByteArray &relativePath,
                                                   const QList<QByteArray> &resume)
{
    Frame frame;
    frame.relativePath = relativePath;
    frame.descriptor = openPath(fullPath(relativePath), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    struct stat status = {};
    if (!frame.descriptor.isOpen() || ::fstat(frame.descriptor.get(), &status) != 0)
        return skipped(relativePath, problemOfErrno(errno), true);
    frame.identity = identityOf(status);
    if (!relativePath.isEmpty() && m_others.contains(frame.identity))
        return skipped(relativePath, {Reason::Duplicate, QStringLiteral("named as an input of its own")},
                       true);
    const bool isLoop = std::any_of(m_frames.begin(), m_frames.end(),
                                    [&](const Frame &above) { return above.identity == frame.identity; });
    if (isLoop)
        return skipped(relativePath,
                       {Reason::SymbolicLink, QStringLiteral("leads back to a folder above it")}, true);

    DIR *folder = ::fdopendir(FileDescriptor(::dup(frame.descriptor.get())).release());
    if (!folder)
        return skipped(relativePath, problemOfErrno(errno), true);
    while (const dirent *found = ::readdir(folder)) {
        const QByteArray name(found->d_name);
        if (name != "." && name != "..")
            frame.items.push_back({name, found->d_type});
    }
    ::closedir(folder);
    std::sort(frame.items.begin(), frame.items.end(),
              [](const Item &a, const Item &b) { return a.name < b.name; });
    if (!resume.isEmpty()) {
        const auto place =
            std::lower_bound(frame.items.begin(), frame.items.end(), resume.front(),
                             [](const Item &item, const QByteArray &name) { return item.name < name; });
        frame.index = static_cast<std::size_t>(place - frame.items.begin());
        if (place != frame.items.end() && place->name == resume.front()) {
            if (resume.size() == 1)
                ++frame.index;
            else
                frame.resume = resume.sliced(1);
        }
    }
    if (m_frames.size() >= OpenFolders)
        m_frames.back().descriptor.close();
    m_frames.push_back(std::move(frame));
    return std::nullopt;
}

// What one item of a folder comes to: an entry, or nothing when it is a folder that was entered.
std::optional<FolderWalk::Entry> FolderWalk::lookAt(Frame &frame, const Item &item)
{
    const QList<QByteArray> resume = std::exchange(frame.resume, {});
    const QByteArray path = frame.relativePath.isEmpty() ? item.name : frame.relativePath + '/' + item.name;
    if (const auto reason = m_rules.skipReason(item.name, path))
        return skipped(path, {*reason, {}}, item.type == DT_DIR);
    if (item.type == DT_DIR)
        return enter(path, resume);
    if (item.type == DT_LNK)
        return skipped(path, {Reason::SymbolicLink, {}}, false);
    if (!frame.descriptor.isOpen())
        frame.descriptor = openPath(fullPath(frame.relativePath), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    struct stat status = {};
    if (::fstatat(frame.descriptor.get(), item.name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return skipped(path, problemOfErrno(errno), false);
    if (S_ISDIR(status.st_mode)) // the file system does not tell types
        return enter(path, resume);
    if (S_ISLNK(status.st_mode))
        return skipped(path, {Reason::SymbolicLink, {}}, false);
    return fileEntry(path, status);
}

FolderWalk::Entry FolderWalk::fileEntry(const QByteArray &relativePath, const struct stat &status) const
{
    if (!S_ISREG(status.st_mode))
        return skipped(relativePath, {Reason::SpecialFile, {}}, false);
    if (m_others.contains(identityOf(status)))
        return skipped(relativePath, {Reason::Duplicate, QStringLiteral("named as an input of its own")},
                       false);
    return {plannedFile(QString::fromUtf8(relativePath), fullPath(relativePath), status, m_largestDocument),
            relativePath};
}

QByteArray FolderWalk::fullPath(const QByteArray &relativePath) const
{
    return relativePath.isEmpty() ? m_root : m_root + (m_root.endsWith('/') ? "" : "/") + relativePath;
}

FolderWalk::Entry FolderWalk::skipped(const QByteArray &relativePath, Problem problem, bool folder)
{
    PlannedDocument document;
    document.name = QString::fromUtf8(relativePath) + (folder ? QStringLiteral("/") : QString());
    document.problem = std::move(problem);
    return {document, relativePath};
}

} // namespace Gemmary
