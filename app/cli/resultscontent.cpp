// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/resultscontent.h"

#include "engine.h"

#include <iterator>

namespace Gemmary {

namespace {

constexpr int Page = 1000;

} // namespace

Result<ResultsContent> fetchResults(Engine &engine, const ProcessId &id)
{
    ResultsContent content;
    GEMMARY_ASSIGN(results, engine.results(id).result());
    content.results = std::move(results);
    GEMMARY_ASSIGN(documents, fetchDocuments(engine, id, {}));
    content.documents = std::move(documents);
    for (qint64 after = -1;;) {
        GEMMARY_ASSIGN(page, engine.summaries(id, after, Page).result());
        if (page.empty())
            return content;
        after = page.back().number;
        std::move(page.begin(), page.end(), std::back_inserter(content.summaries));
    }
}

Result<std::vector<DocumentRow>> fetchDocuments(Engine &engine, const ProcessId &id, DocumentFilter filter)
{
    std::vector<DocumentRow> documents;
    filter.limit = Page;
    for (;;) {
        GEMMARY_ASSIGN(page, engine.documents(id, filter).result());
        if (page.empty())
            return documents;
        filter.after = page.back().number;
        std::move(page.begin(), page.end(), std::back_inserter(documents));
    }
}

} // namespace Gemmary
