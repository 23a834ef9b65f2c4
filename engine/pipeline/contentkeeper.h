// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/contentsource.h"
#include "ports/contentstore.h"

#include <functional>

namespace Gemmary {

// Keeps the content of documents that are files in the store, before they are published, so that any machine
// can read them. One thread.
class ContentKeeper
{
public:
    // Asked before each piece is read, for a large file may take long; false: leave off.
    using GoOn = std::function<Result<bool>()>;

    // `largest`: bytes of a document that is kept.
    ContentKeeper(const ContentSource &files, ContentStore &store, qint64 largest, GoOn goOn);

    // Gives a document that is a file and too large to be kept that problem.
    void checkSize(PlannedDocument &document) const;

    // Gives a document that is a file the Blob locator, size and digest of what is kept, or the problem that
    // it cannot be read. What the store has is not sent again. Errors are the store's and those of `goOn`;
    // Cancelled when that said no.
    [[nodiscard]] Result<void> keep(PlannedDocument &document) const;

private:
    [[nodiscard]] Result<std::optional<Problem>> keepFile(PlannedDocument &document) const;

    const ContentSource &m_files;
    ContentStore &m_store;
    qint64 m_largest;
    GoOn m_goOn;
};

} // namespace Gemmary
