// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "ports/contentsource.h"
#include "ports/processstore.h"

#include <QHash>

#include <functional>
#include <optional>
#include <span>

namespace Gemmary {

// Finds documents whose content an earlier document of the same process has. Only documents of equal size are
// read, so most are not. The earliest in walk order is the one that counts, whoever plans. One thread; memory
// is about 40 bytes a document.
class DuplicateFinder
{
public:
    DuplicateFinder(ProcessStore &store, const ContentSource &content, const ProcessId &process);

    // Takes in what was planned before, by a planner that is gone.
    [[nodiscard]] Result<void> loadPlanned(const CancelToken &cancel);

    // Answers the name of the earlier document with the same content, or nullopt and remembers `task`. Fills
    // in its SHA-256 where it had to be found out. `unpublished` are documents planned but not yet in the
    // store.
    [[nodiscard]] Result<std::optional<QString>>
    check(DocumentTask &task, std::span<const DocumentTask> unpublished, const CancelToken &cancel);

    // Takes back a document that turned out not to be read, or to be another by now, so that none counts as
    // its copy. As check() left it.
    void forget(const DocumentTask &task);

private:
    [[nodiscard]] Result<std::optional<DocumentTask>> find(qint64 number,
                                                           std::span<const DocumentTask> unpublished);
    [[nodiscard]] QByteArray digestOf(const PlannedDocument &document, const CancelToken &cancel) const;
    void remember(const DocumentTask &task);

    struct SameSize
    {
        qint64 first = 0;      // number of the first document of this size
        bool digested = false; // its digest is in m_byDigest
    };

    ProcessStore &m_store;
    const ContentSource &m_content;
    ProcessId m_process;
    QHash<qint64, SameSize> m_bySize;
    QHash<QByteArray, qint64> m_byDigest; // SHA-256 → number
};

} // namespace Gemmary
