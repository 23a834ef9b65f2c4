// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <chrono>
#include <optional>

namespace Gemmary {

struct FollowSettings
{
    enum class Goal {
        Settled,
        Planned // its documents are found and kept here; others may do the rest
    };
    Goal goal = Goal::Settled;
    int workers = 0;                             // 0: only watch, or plan; somebody else works
    std::optional<std::chrono::seconds> timeout; // then the process is stopped cleanly
};

// How following ended.
struct FollowEnd
{
    ProcessSnapshot process;     // at its goal, or as it was last seen
    std::optional<int> exitCode; // set when it ended early: signal, time-out, store
};

} // namespace Gemmary
