// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ports/quotaledger.h"
#include "providers/circuitbreaker.h"
#include "providers/modelinfo.h"

#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>

namespace Gemmary {

// Google publishes no numbers, so these are careful; servers of one's own are only kept from a crowd.
[[nodiscard]] RateLimits usualLimits(ProviderKind kind);

// Why a request has to wait.
enum class DelayReason {
    Pace,     // requests of the minute
    Tokens,   // input of the minute
    Day,      // requests of the day
    Asked,    // the provider named a time
    Broken,   // it failed several times in a row
    Busy,     // with our other requests
    NoLedger, // nobody knows what others have sent: `cause` says why
    Refused   // it will not take this one: `cause` says why
};

struct Delay
{
    DelayReason reason = DelayReason::Pace;
    std::chrono::milliseconds wait{0};
    qint64 untilMs = 0;    // the end of the wait, in time since 1970
    ProviderTrouble cause; // the last trouble, when one is the reason and was ours
};

// The right to send one request, at `due`; ends with settle() or failed(), exactly once.
struct SendTicket
{
    quint64 id = 0; // zero: a question that counts for no limit
    QString model;
    std::chrono::steady_clock::time_point due;      // surely not before its slot
    std::chrono::steady_clock::time_point earliest; // that the slot can be: the ledger's clock is another one
    bool isAhead = false;                           // it was booked for later
    QuotaSlot slot;
};

// Where a limiter's requests are booked. `ledger` is shared with all that use the account.
struct QuotaAccount
{
    std::shared_ptr<QuotaLedger> ledger;
    QString name;
};

// Holds all requests of this program with one provider and key to what the provider takes, together with all
// who share the account. Thread-safe; never waits but for the ledger. What is known of this program alone
// stays here: how many requests are under way, whether the provider fails, what it refuses.
class RateLimiter
{
public:
    using Time = std::chrono::steady_clock::time_point;

    // `clock` outlives it.
    RateLimiter(const RateLimits &limits, const Clock &clock, QuotaAccount account,
                quint32 seed = std::random_device{}());

    // The ticket for a time within `patience`, or how long to wait before asking again. `tokens`: the
    // estimate of the input.
    [[nodiscard]] tl::expected<SendTicket, Delay> reserve(qint64 tokens, const QString &model = {},
                                                          std::chrono::milliseconds patience = {});
    // The same for a question that costs nothing, such as for a model's limits.
    [[nodiscard]] tl::expected<SendTicket, Delay> pass(const QString &model = {});

    // To be asked when a ticket is due: whether its time still stands. When not, the ticket has ended.
    [[nodiscard]] bool confirm(const SendTicket &ticket);

    // `actualTokens`: as the provider counted; zero: it did not say.
    void settle(const SendTicket &ticket, qint64 actualTokens);
    void failed(const SendTicket &ticket, const ProviderTrouble &trouble);
    void drop(const SendTicket &ticket); // it is not sent

    void setConcurrency(int requests);
    [[nodiscard]] Result<QuotaUse> use() const; // by all who share the account; errors are the ledger's

private:
    struct Block
    {
        Time until;
        ProviderTrouble cause;
    };

    [[nodiscard]] Delay delay(DelayReason reason, std::chrono::milliseconds wait,
                              ProviderTrouble cause = {}) const;
    [[nodiscard]] Delay delayOf(const QuotaWait &wait, qint64 nowMs) const;
    [[nodiscard]] std::optional<Delay> hindrance(const QString &model);
    [[nodiscard]] tl::expected<SendTicket, Delay> admit(const QString &model);
    [[nodiscard]] tl::expected<SendTicket, Delay> book(SendTicket ticket, qint64 tokens,
                                                       std::chrono::milliseconds patience);
    void change(const QuotaLedger::Change &change) const;
    void record(const ProviderTrouble &trouble);
    void block(const SendTicket &ticket, const ProviderTrouble &trouble);

    const Clock &m_clock;
    const QuotaAccount m_account;
    mutable std::mutex m_mutex; // guards what follows; never held while the ledger is asked
    RateLimits m_limits;
    std::mt19937 m_random;
    quint64 m_lastTicket = 0;
    std::set<quint64> m_running;
    CircuitBreaker m_breaker;
    ProviderTrouble m_lastFailure;
    ProviderTrouble m_lastQuota;
    std::map<QString, Block> m_refused; // by model; without a name: all of them
};

} // namespace Gemmary
