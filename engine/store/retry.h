// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/job.h"
#include "store/transaction.h"

namespace Gemmary {

// ProcessStore::retry, in one transaction.
[[nodiscard]] Result<qint64> retryProcess(Transaction &tx, const ProcessId &id);

// ProcessStore::retryJob, likewise.
[[nodiscard]] Result<void> retryJob(Transaction &tx, const JobKey &job);

} // namespace Gemmary
