// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/pipelinesettings.h"

#include <chrono>

namespace Gemmary {

struct EngineSettings
{
    InstanceId instance = InstanceId::create();
    QString machine;       // the computer's name, as other machines see it
    bool isShared = false; // other machines use the store, too, but not this one's files
    std::chrono::milliseconds progressInterval{250}; // between looks at what is watched
    std::chrono::milliseconds longestIdle{500};      // between looks for work while there is none
    std::chrono::milliseconds keepRemoved{std::chrono::hours(24 * 30)};
    TestHooks hooks;

    // Whose files can be planned; empty: everybody's, as there is only this machine.
    [[nodiscard]] QString filesOf() const { return isShared ? machine : QString(); }
};

// Which work an engine takes on.
struct WorkScope
{
    int workers = 1;               // 0: only plan
    std::optional<ProcessId> only; // nullopt: every process of the store
};

} // namespace Gemmary
