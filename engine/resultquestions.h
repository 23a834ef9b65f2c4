// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/views.h"
#include "ports/analyzer.h"
#include "ports/languages.h"
#include "ports/processstore.h"

namespace Gemmary {

// The engine's questions about a process's results: what the roots of its trees hold. They read the store and
// may take a while; NotFound without the process, Conflict while there is no result.

[[nodiscard]] Result<ProcessResults> resultsOf(ProcessStore &store, const ProcessId &id);
[[nodiscard]] Result<SetStatistics> statisticsOf(ProcessStore &store, const ProcessId &id);
[[nodiscard]] Result<SetSummary> summaryOf(ProcessStore &store, const ProcessId &id);

// Reads the whole table; memory stays within twice what is asked for.
[[nodiscard]] Result<WordList> wordsOf(ProcessStore &store, const Analyzer &analyzer,
                                       const StopWords &stopWords, const ProcessId &id,
                                       const WordFilter &filter);

} // namespace Gemmary
