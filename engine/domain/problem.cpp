// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/problem.h"

#include "domain/names.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

struct ReasonRow
{
    Reason reason;
    QLatin1StringView name;
    bool skip;
    Explanation explanation;
};

constexpr ReasonRow row(Reason reason, const char *name, bool skip, const char *what, const char *remedy)
{
    return {reason, QLatin1StringView(name), skip, {what, remedy}};
}

constexpr ReasonRow Reasons[] = {
    row(Reason::Hidden, "hidden", true, QT_TRANSLATE_NOOP("Reason", "Hidden file or folder"),
        QT_TRANSLATE_NOOP("Reason", "Use --hidden to read hidden files too")),
    row(Reason::VersionControl, "version_control", true, QT_TRANSLATE_NOOP("Reason", "Version control data"),
        QT_TRANSLATE_NOOP("Reason", "Name the folder itself to read it")),
    row(Reason::SystemLitter, "system_litter", true,
        QT_TRANSLATE_NOOP("Reason", "Housekeeping file of an operating system"),
        QT_TRANSLATE_NOOP("Reason", "Name the file itself to read it")),
    row(Reason::Excluded, "excluded", true, QT_TRANSLATE_NOOP("Reason", "Excluded by your patterns"),
        QT_TRANSLATE_NOOP("Reason", "Change --exclude to read it")),
    row(Reason::SymbolicLink, "symbolic_link", true, QT_TRANSLATE_NOOP("Reason", "Link, not followed"),
        QT_TRANSLATE_NOOP("Reason", "Name the link's target to read it")),
    row(Reason::SpecialFile, "special_file", true,
        QT_TRANSLATE_NOOP("Reason", "Not a regular file (device, pipe or socket)"),
        QT_TRANSLATE_NOOP("Reason", "Only files can be read")),
    row(Reason::Duplicate, "duplicate", true,
        QT_TRANSLATE_NOOP("Reason", "Same content as another document, counted once"),
        QT_TRANSLATE_NOOP("Reason", "Use --duplicates count to count each copy")),
    row(Reason::Empty, "empty", true, QT_TRANSLATE_NOOP("Reason", "Empty"),
        QT_TRANSLATE_NOOP("Reason", "Nothing to read; check that the file is complete")),
    row(Reason::NotText, "not_text", true, QT_TRANSLATE_NOOP("Reason", "Not text"),
        QT_TRANSLATE_NOOP("Reason", "Convert it to text, or leave it out")),
    row(Reason::TooLarge, "too_large", true, QT_TRANSLATE_NOOP("Reason", "Larger than the limit"),
        QT_TRANSLATE_NOOP("Reason", "Raise --max-size to read it")),
    row(Reason::NoPermission, "no_permission", false, QT_TRANSLATE_NOOP("Reason", "No permission to read it"),
        QT_TRANSLATE_NOOP("Reason", "Give yourself read access, then retry")),
    row(Reason::NotThere, "not_there", false, QT_TRANSLATE_NOOP("Reason", "No longer there"),
        QT_TRANSLATE_NOOP("Reason", "Put it back, then retry")),
    row(Reason::ReadError, "read_error", false,
        QT_TRANSLATE_NOOP("Reason", "The disk or the network could not deliver it"),
        QT_TRANSLATE_NOOP("Reason", "Check the drive, then retry")),
    row(Reason::ChangedWhileRead, "changed_while_read", false,
        QT_TRANSLATE_NOOP("Reason", "It changed while it was being read"),
        QT_TRANSLATE_NOOP("Reason", "Wait until nothing writes to it, then retry")),
    row(Reason::ReaderCrashed, "reader_crashed", false,
        QT_TRANSLATE_NOOP("Reason", "Reading it ended the reader, more than once"),
        QT_TRANSLATE_NOOP("Reason", "Please report the file's type; retry after an update")),
    row(Reason::SummaryFailed, "summary_failed", false,
        QT_TRANSLATE_NOOP("Reason", "It could not be summarised"),
        QT_TRANSLATE_NOOP("Reason", "Retry, or choose another summariser")),
    row(Reason::Internal, "internal", false, QT_TRANSLATE_NOOP("Reason", "A mistake in Gemmary"),
        QT_TRANSLATE_NOOP("Reason", "Please report it with the log")),
};

const ReasonRow &rowOf(Reason reason)
{
    for (const ReasonRow &candidate : Reasons) {
        if (candidate.reason == reason)
            return candidate;
    }
    return std::end(Reasons)[-1];
}

} // namespace

QString nameOf(Reason reason)
{
    return rowOf(reason).name;
}

std::optional<Reason> reasonFrom(QStringView name)
{
    for (const ReasonRow &candidate : Reasons) {
        if (candidate.name == name)
            return candidate.reason;
    }
    return std::nullopt;
}

bool isSkip(Reason reason)
{
    return rowOf(reason).skip;
}

Explanation explain(Reason reason)
{
    return rowOf(reason).explanation;
}

} // namespace Gemmary
