// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportcontent.h"

namespace Gemmary {

std::vector<ReportDocument> joined(std::vector<DocumentRow> rows,
                                   const std::vector<DocumentSummary> &summaries)
{
    std::vector<ReportDocument> documents;
    documents.reserve(rows.size());
    auto summary = summaries.begin();
    for (DocumentRow &row : rows) {
        while (summary != summaries.end() && summary->number < row.number)
            ++summary;
        ReportDocument document;
        document.problem = row.problem;
        if (summary != summaries.end() && summary->number == row.number) {
            document.summary = summary->summary;
            if (!document.problem)
                document.problem = summary->problem;
        }
        document.row = std::move(row);
        documents.push_back(std::move(document));
    }
    return documents;
}

Result<void> forEachDocument(const DocumentPages &pages,
                             const std::function<void(const ReportDocument &)> &handle)
{
    for (qint64 after = -1;;) {
        GEMMARY_ASSIGN(page, pages(after));
        if (page.empty())
            return {};
        for (const ReportDocument &document : page)
            handle(document);
        after = page.back().row.number;
    }
}

} // namespace Gemmary
