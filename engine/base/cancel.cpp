// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancel.h"

#include <thread>

namespace Gemmary {

bool CancelToken::waitFor(std::chrono::milliseconds duration) const
{
    if (!m_state) {
        std::this_thread::sleep_for(duration);
        return false;
    }
    std::unique_lock lock(m_state->mutex);
    return m_state->changed.wait_for(lock, duration, [this] { return isCancelled(); });
}

void CancelSource::cancel()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->flag.store(true, std::memory_order_release);
    }
    m_state->changed.notify_all();
}

} // namespace Gemmary
