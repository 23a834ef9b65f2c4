// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/processrecord.h"

namespace Gemmary {

class Database;

// COMPLETED or FAILED when a RUNNING process with a finished plan has nothing left to do.
[[nodiscard]] Result<void> settle(Transaction &tx, const ProcessRecord &process);

// ProcessStore::sweep. Several short transactions; looks before it writes, so that sweeping a process that
// needs nothing takes no write lock.
[[nodiscard]] Result<ProcessState> sweepProcess(const Database &database, const ProcessId &id);

} // namespace Gemmary
