// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "ports/analyzer.h"

#include <functional>
#include <span>
#include <vector>

namespace Gemmary {

// Takes rows of a merged table and may end the merge with an error.
using RowSink = std::function<Result<void>(std::string_view term, qint64 count)>;

// Gives the sum of several tables to `sink`, in byte order. Holds one chunk of each table; Cancelled when
// `cancel` is, Storage when a table is damaged.
[[nodiscard]] Result<void> mergeTables(std::span<ChunkSource *const> tables, const RowSink &sink,
                                       const CancelToken &cancel);

} // namespace Gemmary
