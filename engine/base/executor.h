// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace Gemmary {

// Runs tasks on threads of its own. The pipeline is written against this face, so that the product runs it on
// the engine's thread pool and ThreadSanitizer runs it on plain std::jthread.
class Executor
{
public:
    virtual ~Executor() = default;

    // Queues `task`; thread-safe. The task may block and must not throw.
    virtual void post(std::function<void()> task) = 0;
};

} // namespace Gemmary
