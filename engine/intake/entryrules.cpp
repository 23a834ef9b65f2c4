// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/entryrules.h"

#include <algorithm>
#include <fnmatch.h>

namespace Gemmary {

namespace {

constexpr const char *VersionControl[] = {".git",   ".hg",     ".svn", ".bzr",       "CVS",
                                          "_darcs", ".fossil", ".jj",  ".gitmodules"};

// Housekeeping of operating systems and office programs.
constexpr const char *Litter[] = {
    "Thumbs.db", "ehthumbs.db",  "desktop.ini",     "Desktop.ini",
    ".DS_Store", ".AppleDouble", ".Spotlight-V100", "._*",
    "__MACOSX",  "$RECYCLE.BIN", "lost+found",      "System Volume Information",
    ".Trash-*",  ".Trashes",     ".directory",      "~$*",
    ".~lock.*#", ".fseventsd",   ".nfs*",
};

template <std::size_t Count>
bool matchesAny(const char *const (&patterns)[Count], const QByteArray &name)
{
    return std::any_of(std::begin(patterns), std::end(patterns),
                       [&](const char *pattern) { return ::fnmatch(pattern, name.constData(), 0) == 0; });
}

} // namespace

EntryRules::EntryRules(const ProcessSettings &settings)
    : m_readHidden(settings.readHidden)
{
    for (const QString &pattern : settings.exclude) {
        QByteArray bytes = pattern.toUtf8();
        while (bytes.endsWith('/'))
            bytes.chop(1);
        if (!bytes.isEmpty())
            m_exclude.append(bytes);
    }
}

std::optional<Reason> EntryRules::skipReason(const QByteArray &name, const QByteArray &relativePath) const
{
    if (matchesAny(VersionControl, name))
        return Reason::VersionControl;
    if (matchesAny(Litter, name))
        return Reason::SystemLitter;
    if (isExcluded(name, relativePath))
        return Reason::Excluded;
    if (name.startsWith('.') && !m_readHidden)
        return Reason::Hidden;
    return std::nullopt;
}

// A pattern without a slash is held against the name, one with a slash against the whole relative path; there
// "*" stays within a folder unless the pattern holds "**".
bool EntryRules::isExcluded(const QByteArray &name, const QByteArray &relativePath) const
{
    return std::any_of(m_exclude.begin(), m_exclude.end(), [&](const QByteArray &pattern) {
        if (!pattern.contains('/'))
            return ::fnmatch(pattern.constData(), name.constData(), 0) == 0;
        const int flags = pattern.contains("**") ? 0 : FNM_PATHNAME;
        return ::fnmatch(pattern.constData(), relativePath.constData(), flags) == 0;
    });
}

} // namespace Gemmary
