// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace Gemmary {

// Asks a piece of work to stop. Copies share one flag; any thread may read. Work checks it between units and
// answers ErrorKind::Cancelled. A default-made token is never cancelled.
class CancelToken
{
public:
    CancelToken() = default;

    [[nodiscard]] bool isCancelled() const { return m_flag && m_flag->load(std::memory_order_acquire); }

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<const std::atomic<bool>> flag)
        : m_flag(std::move(flag))
    {
    }

    std::shared_ptr<const std::atomic<bool>> m_flag;
};

// The side that cancels. Cancelling is final; any thread may do it.
class CancelSource
{
public:
    void cancel() { m_flag->store(true, std::memory_order_release); }
    [[nodiscard]] CancelToken token() const { return CancelToken(m_flag); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace Gemmary
