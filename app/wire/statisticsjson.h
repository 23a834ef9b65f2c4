// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/job.h"
#include "domain/process.h"
#include "domain/views.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace Gemmary {

// What a report is made of, losslessly: who reads it can compute and show everything that the sender could.

struct ProcessStatistics
{
    ProcessSnapshot process;
    std::optional<SetStatistics> statistics; // nullopt: not everything is counted yet
    std::optional<SetSummary> summary;       // nullopt: none, or not all is summarised yet
};

// {"process", "settings", "statistics", "summary"}; the last two are null while there is nothing.
[[nodiscard]] QJsonObject statisticsJson(const ProcessStatistics &statistics);
[[nodiscard]] Result<ProcessStatistics> statisticsFromJson(const QJsonObject &object);

// The document of a list with "number", "message", "detail", "format", "milliseconds" and "statistics".
[[nodiscard]] QJsonObject documentDetailsJson(const DocumentRow &row);
[[nodiscard]] Result<std::vector<DocumentRow>> documentsFromJson(const QJsonArray &array);

// [{"number", "summary", "reason", "detail"}]
[[nodiscard]] QJsonArray summariesJson(const std::vector<DocumentSummary> &summaries);
[[nodiscard]] Result<std::vector<DocumentSummary>> summariesFromJson(const QJsonArray &array);

// {"words", "matching", "forms"}
[[nodiscard]] QJsonObject wordsJson(const WordList &list);
[[nodiscard]] WordList wordsFromJson(const QJsonObject &object);

} // namespace Gemmary
