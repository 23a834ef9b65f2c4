// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/pipelinesettings.h"

#include <chrono>

namespace Gemmary {

struct EngineSettings
{
    InstanceId instance = InstanceId::create();
    QString machine;                                 // the computer's name, as other machines see it
    std::chrono::milliseconds progressInterval{250}; // between looks at what is watched
    std::chrono::milliseconds longestIdle{500};      // between looks for work while there is none
    std::chrono::milliseconds keepRemoved{std::chrono::hours(24 * 30)};
    TestHooks hooks;
};

// Which work an engine takes on.
struct WorkScope
{
    int workers = 1;
    std::optional<ProcessId> only; // nullopt: every process of the store
};

} // namespace Gemmary
