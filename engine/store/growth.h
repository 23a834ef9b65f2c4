// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/processrecord.h"
#include "store/progressdelta.h"

namespace Gemmary {

// What a tree that gets more leaves takes back first. Both add to `delta` what they undo.

// Drops inner nodes whose set of leaves grows: from the first that is not full to the right, at each level.
[[nodiscard]] Result<void> dropGrowingNodes(Transaction &tx, const ProcessRecord &process,
                                            ProgressDelta &delta);

// Queues parked jobs once more, which keeps dead letters and dropped nodes apart; answers how many.
[[nodiscard]] Result<qint64> redriveJobs(Transaction &tx, const ProcessId &id, ProgressDelta &delta);

} // namespace Gemmary
