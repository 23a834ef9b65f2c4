// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/entryrules.h"

#include "intake/wildcard.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::string_view VersionControl[] = {".git", ".hg",    ".svn",    ".bzr",
                                               "CVS",  "_darcs", ".fossil", ".jj"};

// Housekeeping of operating systems and office programs, in lower case: Windows does not care for case.
constexpr std::string_view Litter[] = {
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    ".ds_store",
    ".appledouble",
    ".spotlight-v100",
    "._*",
    "__macosx",
    "$recycle.bin",
    "lost+found",
    "system volume information",
    ".trash-*",
    ".trashes",
    ".directory",
    "~$*",
    ".~lock.*#",
    ".fseventsd",
    ".nfs0*",
};

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool isVersionControl(const QByteArray &name)
{
    return std::find(std::begin(VersionControl), std::end(VersionControl), view(name)) !=
           std::end(VersionControl);
}

bool isLitter(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return std::any_of(std::begin(Litter), std::end(Litter),
                       [&](std::string_view pattern) { return matchesWildcard(pattern, view(lower)); });
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
    if (isVersionControl(name))
        return Reason::VersionControl;
    if (isLitter(name))
        return Reason::SystemLitter;
    if (isExcluded(name, relativePath))
        return Reason::Excluded;
    if (name.startsWith('.') && !m_readHidden)
        return Reason::Hidden;
    return std::nullopt;
}

// A pattern without a slash is held against the name, wherever it is; one with a slash against the whole path
// below the input, as if it began there.
bool EntryRules::isExcluded(const QByteArray &name, const QByteArray &relativePath) const
{
    return std::any_of(m_exclude.begin(), m_exclude.end(), [&](const QByteArray &pattern) {
        if (!pattern.contains('/'))
            return matchesWildcard(view(pattern), view(name));
        return matchesWildcard(view(pattern).substr(pattern.startsWith('/') ? 1 : 0), view(relativePath));
    });
}

} // namespace Gemmary
