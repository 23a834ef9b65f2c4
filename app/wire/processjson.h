// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "domain/process.h"

#include <QJsonObject>

#include <vector>

namespace Gemmary {

// The JSON of DESIGN §7, for the REST listener and for `--json`: keys snake_case, times RFC 3339 UTC, absent
// facts null.
// The first appends it as text, which is the quickest.
void appendProcess(QByteArray &text, const ProcessSnapshot &process);
[[nodiscard]] QJsonObject processJson(const ProcessSnapshot &process);

// When it will be done, straight on from the rate so far, or when it was; 0: nobody can say.
[[nodiscard]] qint64 estimatedCompletionMs(const ProcessSnapshot &process);

// Everything a results object is made of. Lists are whole.
struct ResultsContent
{
    ProcessResults results;
    std::vector<DocumentRow> documents;
    std::vector<DocumentSummary> summaries; // by document number
};

[[nodiscard]] QJsonObject resultsJson(const ResultsContent &content);

// The parts of a results object, for whoever writes a long one piece by piece: all but its four lists; and
// the entries of `documents`, `problems` and `file_summaries`.
[[nodiscard]] QJsonObject totalsJson(const ProcessResults &results);
[[nodiscard]] QJsonObject documentJson(const DocumentRow &row);
[[nodiscard]] QJsonObject problemJson(const QString &name, const Problem &problem);
[[nodiscard]] QJsonObject summaryJson(const QString &name, const Summary &summary);

// One problem as a person reads it, translated: what, detail and remedy.
[[nodiscard]] QString problemText(const Problem &problem);

} // namespace Gemmary
