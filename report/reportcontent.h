// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/job.h"
#include "domain/process.h"

#include <QLocale>

#include <functional>
#include <optional>
#include <vector>

namespace Gemmary {

// What of a process goes into a report.
struct ReportOptions
{
    bool documents = true;
    bool summaries = true; // of each document; the set's is always there
    bool problems = true;
    qint64 words = 100; // the most frequent ones; 0: none, -1: all
};

// A document with its summary. `problem` is its own or, when it was read, its summary's.
struct ReportDocument
{
    DocumentRow row;
    std::optional<Summary> summary;
    std::optional<Problem> problem;
};

// The documents after number `after`, in their order; none: that was the last page. Its error, such as
// Cancelled, ends the report and is handed on.
using DocumentPages = std::function<Result<std::vector<ReportDocument>>(qint64 after)>;

// Everything a report is made of; a value but for `documents`, which is called by the thread that writes.
struct ReportContent
{
    ProcessSnapshot process;
    std::optional<SetStatistics> statistics; // nullopt: not everything is counted yet
    std::optional<SetSummary> summary;
    std::vector<TermCount> words; // in moreFrequent() order
    DocumentPages documents;
    ReportOptions options;
    qint64 generatedMs = 0; // ms since 1970 UTC
    QLocale locale;         // of numbers and dates; texts are the program's
};

// Joins a page of rows with the summaries of the same documents, both ordered by number.
[[nodiscard]] std::vector<ReportDocument> joined(std::vector<DocumentRow> rows,
                                                 const std::vector<DocumentSummary> &summaries);

// Calls `handle(document)` for each, in order.
[[nodiscard]] Result<void> forEachDocument(const DocumentPages &pages,
                                           const std::function<void(const ReportDocument &)> &handle);

} // namespace Gemmary
