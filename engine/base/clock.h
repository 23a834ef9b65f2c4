// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Gemmary {

// Time as the engine sees it, so that tests move it by hand. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;

    // Milliseconds since 1970-01-01 UTC. Only ever compared with times of the same store.
    [[nodiscard]] virtual qint64 epochMs() const = 0;

    // Never goes back; for durations.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point steady() const = 0;
};

class SystemClock : public Clock
{
public:
    [[nodiscard]] qint64 epochMs() const override
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override
    {
        return std::chrono::steady_clock::now();
    }
};

} // namespace Gemmary
