// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"

#include <QThreadPool>

namespace Gemmary {

// Runs the pipeline's loops on a Qt thread pool. The pool outlives it and has a thread for every loop.
class PoolExecutor : public Executor
{
public:
    explicit PoolExecutor(QThreadPool &pool)
        : m_pool(pool)
    {}

    void post(std::function<void()> task) override { m_pool.start(std::move(task)); }

private:
    QThreadPool &m_pool;
};

} // namespace Gemmary
