// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace Gemmary {

// Why one document was not, or not wholly, read. A closed set: each has a sentence and a remedy (explain()).
enum class Reason {
    // Decided not to read: the document is skipped.
    Hidden,
    VersionControl,
    SystemLitter,
    Excluded,
    SymbolicLink,
    SpecialFile,
    Duplicate,
    Empty,
    NotText,
    TooLarge,
    // Tried and could not: the document failed.
    NoPermission,
    NotThere,
    ReadError,
    ChangedWhileRead,
    ReaderCrashed,
    SummaryFailed,
    Internal
};

[[nodiscard]] QString nameOf(Reason reason); // snake_case, as stored and sent
[[nodiscard]] std::optional<Reason> reasonFrom(QStringView name);

// Skips are decisions, failures are tries that did not work.
[[nodiscard]] bool isSkip(Reason reason);

// One document's trouble, and a raw detail such as "JPEG image" or an errno text.
struct Problem
{
    Reason reason = Reason::Internal;
    QString detail;
};

// A value, or the trouble that this one document has. Never the trouble of a batch: that is an Error.
template <typename T>
using Outcome = tl::expected<T, Problem>;

[[nodiscard]] inline tl::unexpected<Problem> problem(Reason reason, QString detail = {})
{
    return tl::unexpected<Problem>(Problem{reason, std::move(detail)});
}

// English source texts of a reason, translated at the edges in the context "Reason".
struct Explanation
{
    const char *what;   // "No permission to read it"
    const char *remedy; // "Give yourself read access, then retry"
};
[[nodiscard]] Explanation explain(Reason reason);

} // namespace Gemmary
