// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/resultscontent.h"

#include "cli/processdesk.h"

#include <iterator>

namespace Gemmary {

namespace {

constexpr int Page = 1000;

} // namespace

Result<ResultsContent> fetchResults(ProcessDesk &desk, const ProcessId &id)
{
    ResultsContent content;
    GEMMARY_ASSIGN(results, desk.results(id));
    content.results = std::move(results);
    GEMMARY_ASSIGN(documents, fetchDocuments(desk, id, {}));
    content.documents = std::move(documents);
    for (qint64 after = -1;;) {
        GEMMARY_ASSIGN(page, desk.summaries(id, after, Page));
        if (page.empty())
            return content;
        after = page.back().number;
        std::move(page.begin(), page.end(), std::back_inserter(content.summaries));
    }
}

Result<std::vector<DocumentRow>> fetchDocuments(ProcessDesk &desk, const ProcessId &id, DocumentFilter filter)
{
    std::vector<DocumentRow> documents;
    filter.limit = Page;
    for (;;) {
        GEMMARY_ASSIGN(page, desk.documents(id, filter));
        if (page.empty())
            return documents;
        filter.after = page.back().number;
        std::move(page.begin(), page.end(), std::back_inserter(documents));
    }
}

} // namespace Gemmary
