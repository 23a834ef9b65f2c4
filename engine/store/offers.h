// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "store/transaction.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <mutex>
#include <optional>
#include <random>
#include <vector>

namespace Gemmary {

// A job that may be claimed, as a look found it; whether it still can be, the claim finds out.
struct Offer
{
    JobKey key;
    bool wasLost = false; // a worker had it whose lease ran out
    bool suspect = false; // its documents may have cost a worker
};

// Of one process, the best first.
using Offers = std::deque<Offer>;

// What may be claimed now, by process; a look that locks nothing. Empty: there is no work. The first leaves
// come first, unless it is crowded: then workers spread over more of them.
[[nodiscard]] Result<std::vector<Offers>> readOffers(Transaction &tx, const ClaimRequest &request,
                                                     bool isCrowded);

// What a look found and nobody here has tried yet, so that not every claim begins with a look. It goes stale
// soon, and with everything that queues better work. Thread-safe.
class OfferShelf
{
public:
    // At most `most`, taken off; none when there is nothing fresh for such a request.
    [[nodiscard]] Offers take(const std::optional<ProcessId> &only, std::size_t most);

    // Puts a look's offers in the place of what is there.
    void fill(const std::optional<ProcessId> &only, std::vector<Offers> offers);
    void clear();

    // Whether others were faster with some of these offers.
    void noteLost(bool lost) { m_isCrowded = m_isCrowded || lost; }
    [[nodiscard]] bool isCrowded() const { return m_isCrowded; }

private:
    using Time = std::chrono::steady_clock::time_point;

    std::atomic<bool> m_isCrowded = false;
    std::mutex m_mutex; // guards what follows
    std::vector<Offers> m_offers;
    std::optional<ProcessId> m_only;
    Time m_lookedAt;
    std::minstd_rand m_random{std::random_device{}()};
};

} // namespace Gemmary
