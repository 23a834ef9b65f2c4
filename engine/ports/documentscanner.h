// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "domain/document.h"
#include "domain/process.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace Gemmary {

// One thing found, in walk order. `cursor` says where the walk stands after it.
struct FoundDocument
{
    PlannedDocument document; // `problem` set: not to be read, and why
    QByteArray cursor;
};

// A walk in progress. One thread at a time. Every entry met is answered once, read or not; a folder that is
// passed over (hidden, version control) or cannot be listed is one entry whose name ends in '/'.
class DocumentScan
{
public:
    virtual ~DocumentScan() = default;

    // The next entry; nullopt at the end, and when the token given to scan() is cancelled.
    [[nodiscard]] virtual std::optional<FoundDocument> next() = 0;

    // The cursor behind everything that was given: from there, only inputs added later are walked.
    [[nodiscard]] virtual QByteArray endCursor() const = 0;
};

// Finds documents. The order depends on the tree alone, so that another planner can go on from a cursor.
class DocumentScanner
{
public:
    virtual ~DocumentScanner() = default;

    // Walks the inputs in their order; `after` is the cursor of the last entry already known, empty for all.
    [[nodiscard]] virtual std::unique_ptr<DocumentScan>
    scan(const std::vector<Locator> &inputs, const QStringList &inputNames, const ProcessSettings &settings,
         const QByteArray &after, CancelToken cancel) const = 0;
};

} // namespace Gemmary
