// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/job.h"
#include "store/transaction.h"

namespace Gemmary {

// Who makes the summaries of what is retried.
enum class RetryBy { Summarizer, KeySentences };

// ProcessStore::retry and retryWithKeySentences, in one transaction.
[[nodiscard]] Result<qint64> retryProcess(Transaction &tx, const ProcessId &id, RetryBy by);

// ProcessStore::retryJob, likewise.
[[nodiscard]] Result<void> retryJob(Transaction &tx, const JobKey &job);

} // namespace Gemmary
