// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "sqlstore/rows.h"

namespace Gemmary {

// Queues the parent of a node when all of the parent's children are done: a full group at any time, a smaller
// last one only when the plan is finished. Nothing happens at the root.
[[nodiscard]] Result<void> enqueueParent(Transaction &transaction, const JobKey &child,
                                         const ProcessFacts &facts);

// Does for an open process what lost workers left undone; see ProcessStore::sweep().
[[nodiscard]] Result<ProcessState> sweepProcess(Transaction &transaction, const QString &process);

// Redrives dead letters and queues failed documents anew; see ProcessStore::retry().
[[nodiscard]] Result<qint64> retryProcess(Transaction &transaction, const QString &process);

} // namespace Gemmary
