// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "domain/process.h"

#include <QJsonObject>

#include <vector>

namespace Gemmary {

// The JSON of DESIGN §7, for the REST listener and for `--json`: keys snake_case, times RFC 3339 UTC, absent
// facts null.
[[nodiscard]] QJsonObject processJson(const ProcessSnapshot &process);

// Everything a results object is made of. Lists are whole.
struct ResultsContent
{
    ProcessResults results;
    std::vector<DocumentRow> documents;
    std::vector<DocumentSummary> summaries; // by document number
};

[[nodiscard]] QJsonObject resultsJson(const ResultsContent &content);

// One problem as a person reads it, translated: what, detail and remedy.
[[nodiscard]] QString problemText(const Problem &problem);

} // namespace Gemmary
