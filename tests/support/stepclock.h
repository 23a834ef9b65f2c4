// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <atomic>

namespace Gemmary {

// A clock that a test moves by hand. Thread-safe.
class StepClock : public Clock
{
public:
    [[nodiscard]] qint64 epochMs() const override { return m_ms.load(); }
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override
    {
        return std::chrono::steady_clock::time_point(std::chrono::milliseconds(m_ms.load()));
    }

    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<qint64> m_ms{1'700'000'000'000};
};

} // namespace Gemmary
