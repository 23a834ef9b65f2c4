// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "rest/api/call.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace Gemmary {

// The original system's own shapes, for --compat camel: keys in camelCase but for process_id, absent facts
// left out, summaries in a map.

// What the original has in `results` beside the totals.
struct CamelLists
{
    QJsonArray filesProcessed;
    QJsonObject fileSummaries; // names that come twice are told apart: "a.txt (2)"
    QJsonArray mostFrequentWords;
};

// The lists as far as they are; of long processes only the first documents, unless they are complete.
[[nodiscard]] tl::expected<CamelLists, ApiError> camelLists(const Call &call, const ProcessSnapshot &process);

[[nodiscard]] QJsonObject camelProcessJson(const ProcessSnapshot &process, const CamelLists &lists);
[[nodiscard]] HttpResponse camelList(const std::vector<ProcessSnapshot> &processes);
[[nodiscard]] Answer camelResults(const Call &call, const ProcessSnapshot &process);

} // namespace Gemmary
