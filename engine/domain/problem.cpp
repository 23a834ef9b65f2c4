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

#define TEXT(text) QT_TRANSLATE_NOOP("Reason", text)

constexpr ReasonRow Reasons[] = {
    row(Reason::Hidden, "hidden", true, TEXT("Hidden file or folder"),
        TEXT("Use --hidden to read hidden files too")),
    row(Reason::VersionControl, "version_control", true, TEXT("Version control data"),
        TEXT("Name the folder itself to read it")),
    row(Reason::SystemLitter, "system_litter", true, TEXT("Housekeeping file of an operating system"),
        TEXT("Name the file itself to read it")),
    row(Reason::Excluded, "excluded", true, TEXT("Excluded by your patterns"),
        TEXT("Change --exclude to read it")),
    row(Reason::SymbolicLink, "symbolic_link", true, TEXT("Link, not followed"),
        TEXT("Name the link's target to read it")),
    row(Reason::SpecialFile, "special_file", true, TEXT("Not a regular file (device, pipe or socket)"),
        TEXT("Only files can be read")),
    row(Reason::Duplicate, "duplicate", true, TEXT("Same content as another document, counted once"),
        TEXT("Use --duplicates count to count each copy")),
    row(Reason::Empty, "empty", true, TEXT("Empty"),
        TEXT("Nothing to read; check that the file is complete")),
    row(Reason::NotText, "not_text", true, TEXT("Not text"), TEXT("Convert it to text, or leave it out")),
    row(Reason::TooLarge, "too_large", true, TEXT("Larger than the limit"),
        TEXT("Raise --max-size to read it")),
    row(Reason::NoPermission, "no_permission", false, TEXT("No permission to read it"),
        TEXT("Give yourself read access, then retry")),
    row(Reason::NotThere, "not_there", false, TEXT("No longer there"), TEXT("Put it back, then retry")),
    row(Reason::ReadError, "read_error", false, TEXT("The disk or the network could not deliver it"),
        TEXT("Check the drive, then retry")),
    row(Reason::ChangedWhileRead, "changed_while_read", false, TEXT("It changed while it was being read"),
        TEXT("Wait until nothing writes to it, then retry")),
    row(Reason::ReaderCrashed, "reader_crashed", false, TEXT("Reading it ended the reader, more than once"),
        TEXT("Please report the file's type; retry after an update")),
    row(Reason::SummaryFailed, "summary_failed", false, TEXT("It could not be summarised"),
        TEXT("Retry, or choose another summariser")),
    row(Reason::Internal, "internal", false, TEXT("A mistake in Gemmary"),
        TEXT("Please report it with the log")),
};

#undef TEXT

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
