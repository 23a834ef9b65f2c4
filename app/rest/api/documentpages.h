// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "rest/api/call.h"

#include <functional>

namespace Gemmary {

// Hands on a process's documents in their order, each with its summary (null: none), page by page: at most
// `most`. Errors are the engine's.
[[nodiscard]] Result<void>
readDocuments(Engine &engine, const ProcessId &id, qint64 most,
              const std::function<void(const DocumentRow &row, const DocumentSummary *summary)> &then);

} // namespace Gemmary
