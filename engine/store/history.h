// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/views.h"
#include "store/transaction.h"

#include <vector>

namespace Gemmary {

// ProcessStore::history, in a read transaction: the leaves done, gathered into `mostPoints` equal spans of
// time, those without any left out. NotFound for a process that is not there.
[[nodiscard]] Result<std::vector<HistoryPoint>> readHistory(Transaction &tx, const ProcessId &id,
                                                            int mostPoints);

} // namespace Gemmary
