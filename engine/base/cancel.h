// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace Gemmary {

// Asks a piece of work to stop. Copies share one flag; any thread may read. Work checks it between units and
// answers ErrorKind::Cancelled. A default-made token is never cancelled.
class CancelToken
{
public:
    CancelToken() = default;

    [[nodiscard]] bool isCancelled() const
    {
        return m_state && m_state->flag.load(std::memory_order_acquire);
    }

    // Waits until cancelled, at most `duration`; answers isCancelled().
    bool waitFor(std::chrono::milliseconds duration) const;

private:
    friend class CancelSource;

    struct State
    {
        std::atomic<bool> flag{false};
        std::mutex mutex;
        std::condition_variable changed;
    };

    explicit CancelToken(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {}

    std::shared_ptr<State> m_state;
};

// The side that cancels. Cancelling is final; any thread may do it.
class CancelSource
{
public:
    void cancel();
    [[nodiscard]] CancelToken token() const { return CancelToken(m_state); }

private:
    std::shared_ptr<CancelToken::State> m_state = std::make_shared<CancelToken::State>();
};

} // namespace Gemmary
