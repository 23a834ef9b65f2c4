// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/instance.h"

#include <vector>

namespace Gemmary {

// Where working engines tell that they are there. What they say is for people: no claim depends on it.
// Thread-safe.
class InstanceRegistry
{
public:
    virtual ~InstanceRegistry() = default;

    // Enters the instance or renews it.
    [[nodiscard]] virtual Result<void> announce(const Instance &instance) = 0;

    // It ends in good order.
    [[nodiscard]] virtual Result<void> withdraw(const InstanceId &id) = 0;

    // All that are there, and the lost ones of the last day; by machine, the oldest first.
    [[nodiscard]] virtual Result<std::vector<InstanceView>> instances() = 0;
};

} // namespace Gemmary
