// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "store/processrecord.h"

namespace Gemmary {

class Database;

// Queues a job of a process that is RUNNING; does nothing when it is queued already.
[[nodiscard]] Result<void> queueJob(Transaction &tx, const JobKey &key, int fanIn);

// Queues leaves first … end-1 for each of the process's stages, the same way.
[[nodiscard]] Result<void> queueLeaves(Transaction &tx, const ProcessRecord &process, qint64 first,
                                       qint64 end);

// After `child` was completed: queues its parent when that was the last of its group. In transactions of its
// own: were it part of the completion, completions in one group would contradict each other. Whether it did.
[[nodiscard]] Result<bool> queueParent(const Database &database, const JobKey &child);

// Queues every parent whose children are all done, in both stages: after a plan ended, a process was resumed
// or a worker was lost.
[[nodiscard]] Result<void> queueReadyParents(Transaction &tx, const ProcessRecord &process);

} // namespace Gemmary
