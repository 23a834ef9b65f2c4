// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "providers/circuitbreaker.h"
#include "providers/daycount.h"
#include "providers/modelinfo.h"
#include "providers/sendwindow.h"

#include <map>
#include <mutex>
#include <random>
#include <set>

namespace Gemmary {

// What a provider takes from us. Zero: there is no limit.
struct RateLimits
{
    int requestsPerMinute = 0;
    qint64 tokensPerMinute = 0; // of input
    qint64 requestsPerDay = 0;
    int concurrency = 0; // requests at the same time
};

// Google publishes no numbers, so these are careful; servers of one's own are only kept from a crowd.
[[nodiscard]] RateLimits usualLimits(ProviderKind kind);

// Why a request has to wait.
enum class DelayReason {
    Pace,   // requests of the minute
    Tokens, // input of the minute
    Day,    // requests of the day
    Asked,  // the provider named a time
    Broken, // it failed several times in a row
    Busy,   // with our other requests
    Refused // it will not take this one: `cause` says why
};

struct Delay
{
    DelayReason reason = DelayReason::Pace;
    std::chrono::milliseconds wait{0};
    qint64 untilMs = 0;    // the end of the wait, in time since 1970
    ProviderTrouble cause; // the last trouble, when one is the reason
};

// The right to send one request; ends with settle() or failed(), exactly once.
struct SendTicket
{
    quint64 id = 0; // zero: a question that counts for no limit
    QString model;
};

// Holds all requests of this program with one provider and key to what the provider takes. Thread-safe; pure
// bookkeeping that never waits. Limits only ever sink: by what the provider names when it refuses.
class RateLimiter
{
public:
    // `clock` outlives it.
    RateLimiter(const RateLimits &limits, const Clock &clock, quint32 seed = std::random_device{}());

    // The ticket, or how long to wait before asking again. `tokens`: the estimate of the input.
    [[nodiscard]] tl::expected<SendTicket, Delay> reserve(qint64 tokens, const QString &model = {});
    // The same for a question that costs nothing, such as for a model's limits.
    [[nodiscard]] tl::expected<SendTicket, Delay> pass(const QString &model = {});

    // `actualTokens`: as the provider counted; zero: it did not say.
    void settle(const SendTicket &ticket, qint64 actualTokens);
    void failed(const SendTicket &ticket, const ProviderTrouble &trouble);

    void setConcurrency(int requests);
    [[nodiscard]] RateLimits limits() const;

private:
    using Time = std::chrono::steady_clock::time_point;

    struct Block
    {
        Time until;
        ProviderTrouble cause;
    };

    [[nodiscard]] Delay delay(DelayReason reason, std::chrono::milliseconds wait,
                              ProviderTrouble cause = {}) const;
    [[nodiscard]] std::optional<Delay> hindrance(const QString &model);
    [[nodiscard]] std::optional<Delay> limitReached(qint64 tokens);
    void learn(const ProviderTrouble &trouble);
    void block(const SendTicket &ticket, const ProviderTrouble &trouble);

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    RateLimits m_limits;
    std::mt19937 m_random;
    quint64 m_lastTicket = 0;
    std::set<quint64> m_running;
    SendWindow m_window;
    CircuitBreaker m_breaker;
    ProviderTrouble m_lastFailure;
    Block m_asked;                      // the wait that the provider asked for
    std::map<QString, Block> m_refused; // by model; without a name: all of them
    DayCount m_day;
};

} // namespace Gemmary
