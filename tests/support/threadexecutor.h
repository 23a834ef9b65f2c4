// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"

#include <mutex>
#include <thread>
#include <vector>

namespace Gemmary {

// A thread a task, so that ThreadSanitizer sees everything; joins them all at its end.
class ThreadExecutor : public Executor
{
public:
    void post(std::function<void()> task) override
    {
        const std::scoped_lock lock(m_mutex);
        m_threads.emplace_back(std::move(task));
    }

private:
    std::mutex m_mutex;
    std::vector<std::jthread> m_threads;
};

} // namespace Gemmary
