// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/transaction.h"

namespace Gemmary {

// ProcessStore::retry, in one transaction.
[[nodiscard]] Result<qint64> retryProcess(Transaction &tx, const ProcessId &id);

} // namespace Gemmary
