// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/backoff.h"
#include "domain/ids.h"
#include "ports/protocolpoint.h"

#include <chrono>
#include <optional>

namespace Gemmary {

class StepRecorder;

// For tests of what is built on the engine; both are off in the release profile.
struct TestHooks
{
    std::chrono::milliseconds delayAfterDocument{0};
    bool failAfterFirstDocument = false; // each leaf
};

struct PipelineSettings
{
    InstanceId instance = InstanceId::create();
    int workers = 1;                            // 0: only plan
    QString machine;                            // whose files can be planned here
    std::optional<ProcessId> only;              // work on this process alone
    std::chrono::milliseconds shortestIdle{10}; // between questions for work, while there is some
    std::chrono::milliseconds longestIdle{500}; // after a while without
    std::chrono::milliseconds heartbeat{1'000}; // renewal of leases in hand; also how soon a stop is noticed
    Backoff backoff;                            // of a failed job
    TestHooks hooks;
    StepRecorder *steps = nullptr; // told of what is done; outlives the pipeline. Null: nobody asks
    ProtocolObserver observer;     // none in the product
};

} // namespace Gemmary
