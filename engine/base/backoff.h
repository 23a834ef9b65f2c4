// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <random>

namespace Gemmary {

// Exponential back-off with jitter: U(0.5, 1) · min(longest, first · 2^(attempt-1)).
struct Backoff
{
    std::chrono::milliseconds first{5'000};
    std::chrono::milliseconds longest{15 * 60 * 1000};

    // The delay before the try that follows failed try number `attempt` (from 1).
    template <typename Random>
    [[nodiscard]] std::chrono::milliseconds delayAfter(int attempt, Random &random) const
    {
        auto delay = first;
        for (int i = 1; i < attempt && delay < longest; ++i)
            delay *= 2;
        delay = std::min(delay, longest);
        const double share = std::uniform_real_distribution<double>(0.5, 1.0)(random);
        return std::chrono::milliseconds(static_cast<long long>(static_cast<double>(delay.count()) * share));
    }
};

} // namespace Gemmary
