// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/rowfilter.h"
#include "domain/views.h"

#include <QCollatorSortKey>

#include <memory>
#include <mutex>
#include <vector>

namespace Gemmary {

// A run of documents as the store had them at one moment. It never changes, so that any thread may filter and
// sort it; what happens later comes as another page in its place.
class DocumentPage
{
public:
    using NameKeys = std::vector<QCollatorSortKey>;

    // `before`: the page that this one will replace, for what they have in common; or null.
    DocumentPage(std::vector<DocumentLine> lines, const DocumentPage *before);

    [[nodiscard]] const std::vector<DocumentLine> &lines() const { return m_lines; }
    [[nodiscard]] const KindCounts &counts() const { return m_counts; }
    [[nodiscard]] bool isSettled() const { return m_waiting == 0; }

    // The lines that say something else than they did in `before`; lines only this page has are not among
    // them.
    [[nodiscard]] std::vector<int> changedSince(const DocumentPage &before) const;

    // What file names are ordered by, "2" before "10"; made at the first call, by whichever thread.
    [[nodiscard]] std::shared_ptr<const NameKeys> nameKeys() const;

private:
    std::vector<DocumentLine> m_lines;
    KindCounts m_counts{};
    qint64 m_waiting = 0;
    mutable std::mutex m_mutex; // guards the keys
    mutable std::shared_ptr<const NameKeys> m_nameKeys;
};

using DocumentPages = std::vector<std::shared_ptr<const DocumentPage>>;

// A document's name is a path below what the user gave.
[[nodiscard]] QString fileNameOf(const DocumentLine &line);
[[nodiscard]] QString folderOf(const DocumentLine &line); // empty: at the top

} // namespace Gemmary
