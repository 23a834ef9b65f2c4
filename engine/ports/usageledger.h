// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "domain/modelusage.h"

#include <vector>

namespace Gemmary {

// Keeps what models took for each process. Thread-safe. Errors are the store's: Storage, Unavailable.
class UsageLedger
{
public:
    virtual ~UsageLedger() = default;

    // Adds to the sums of the process, once, whatever becomes of the answer.
    [[nodiscard]] virtual Result<void> add(const ProcessId &process, const ModelUsage &usage) = 0;

    // A row for each model that answered; none for an unknown process.
    [[nodiscard]] virtual Result<std::vector<ModelUsage>> of(const ProcessId &process) = 0;

    // The same for all processes that are kept, those removed a short while ago included.
    [[nodiscard]] virtual Result<std::vector<ModelUsage>> total() = 0;
};

} // namespace Gemmary
