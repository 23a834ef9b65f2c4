// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workestimate.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr qint64 MinutesOfDay = 24LL * 60;

qint64 minutesFor(qint64 amount, qint64 perMinute)
{
    return perMinute > 0 ? (amount + perMinute - 1) / perMinute : 0;
}

} // namespace

std::chrono::minutes WorkEstimate::duration() const
{
    const auto minutes = [this](qint64 ofRequests, qint64 ofTokens) {
        return std::max(minutesFor(ofRequests, limits.requestsPerMinute),
                        minutesFor(ofTokens, limits.tokensPerMinute));
    };
    const qint64 daily = limits.requestsPerDay;
    if (daily <= 0 || requests <= daily)
        return std::chrono::minutes(minutes(requests, inputTokens));
    const qint64 days = (requests - 1) / daily; // that end before the work does
    const qint64 last = requests - days * daily;
    const auto share = static_cast<double>(last) / static_cast<double>(requests);
    return std::chrono::minutes(days * MinutesOfDay +
                                minutes(last, static_cast<qint64>(static_cast<double>(inputTokens) * share)));
}

} // namespace Gemmary
