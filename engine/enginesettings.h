// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/pipelinesettings.h"

#include <chrono>

namespace Gemmary {

struct EngineSettings
{
    InstanceId instance = InstanceId::create();
    QString machine; // whose files it can plan; empty: the store is this machine's alone
    std::chrono::milliseconds progressInterval{
        250}; // between looks at what is watched; 1 s on a shared database
    std::chrono::milliseconds keepRemoved{std::chrono::hours(24 * 30)};
    TestHooks hooks;
};

// Which work an engine takes on.
struct WorkScope
{
    int workers = 1;               // 0: only plan
    std::optional<ProcessId> only; // nullopt: every process of the store
};

} // namespace Gemmary
