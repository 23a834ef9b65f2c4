// SPDX-License-Identifier: GPL-3.0-or-later
// Many threads at one limiter, with every way that a request ends. A plain program, as threadstorm is: Qt
// Test keeps a thread of its own, which ThreadSanitizer cannot see through. Ends with 0 when the counts are
// exact.
#include "providers/memoryledger.h"
#include "providers/ratelimiter.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <thread>

using namespace Gemmary;

namespace {

constexpr int Threads = 6;
constexpr int TriesEach = 2'000;
constexpr int PerDay = 500;
constexpr int AtOnce = 3;

// Of kinds that stop nothing: the day's limit must be what ends it.
constexpr std::array Troubles = {TroubleKind::Overflow, TroubleKind::Cancelled, TroubleKind::Loading};

struct Tally
{
    std::atomic<int> sent{0};
    std::atomic<int> running{0};
    std::atomic<bool> wasCrowded{false};
};

void end(RateLimiter &limiter, const SendTicket &ticket)
{
    if (ticket.id % 2 == 0)
        limiter.settle(ticket, 1);
    else
        limiter.failed(ticket,
                       trouble(Troubles[ticket.id % Troubles.size()], QStringLiteral("words")).value());
}

void sendMany(RateLimiter &limiter, Tally &tally)
{
    for (int i = 0; i < TriesEach; ++i) {
        const auto ticket = limiter.reserve(1, QStringLiteral("model"));
        if (!ticket) {
            std::this_thread::yield();
            continue;
        }
        if (++tally.running > AtOnce)
            tally.wasCrowded = true;
        ++tally.sent;
        --tally.running;
        end(limiter, *ticket);
        limiter.setConcurrency(AtOnce);
    }
}

} // namespace

int main()
{
    const SystemClock clock;
    RateLimiter limiter({0, 0, PerDay, AtOnce}, clock,
                        {std::make_shared<MemoryLedger>(clock), QStringLiteral("account")});
    Tally tally;
    {
        std::array<std::jthread, Threads> threads;
        for (std::jthread &thread : threads)
            thread = std::jthread([&] { sendMany(limiter, tally); });
    }
    while (const auto ticket = limiter.reserve(1)) { // when a slow machine left some of the day
        ++tally.sent;
        limiter.settle(*ticket, 1);
    }
    std::printf("%d sent%s\n", tally.sent.load(), tally.wasCrowded ? ", too many at once" : "");
    return tally.sent == PerDay && !tally.wasCrowded ? 0 : 1;
}
