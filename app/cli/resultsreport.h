// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "wire/processjson.h"

namespace Gemmary {

// Prints results as people read them: totals, top words with bars, key sentences of the set and of each
// document, problems with reason and remedy. `all` prints every document; otherwise the first ones and how to
// see the rest.
void printReport(const Terminal &terminal, const ResultsContent &content, bool all);

// One line a document: report/csvreport.h's table for programs.
void printCsv(const Terminal &terminal, const ResultsContent &content);

// "Found 1,204: 1,167 analysed, 34 skipped, 3 failed"
[[nodiscard]] QString documentsSentence(const DocumentCounts &documents);

} // namespace Gemmary
