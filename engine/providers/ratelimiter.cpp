// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ratelimiter.h"

#include "base/logging.h"

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace Gemmary {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds RefusedFor = 60s;
constexpr milliseconds BusyPatience = 1s;
constexpr milliseconds UnsaidWait = 15s;   // after a 429 that names no time
constexpr milliseconds LongestJitter = 2s; // so that not everybody comes at the same moment
constexpr milliseconds LedgerAway = 30s;
constexpr milliseconds MostLate = QuotaBook::Slack * 3 / 4; // the rest is for the way to the provider
constexpr int BookingTries = 3;

DelayReason reasonOf(QuotaWait::Reason reason)
{
    switch (reason) {
    case QuotaWait::Reason::Tokens:
        return DelayReason::Tokens;
    case QuotaWait::Reason::Day:
        return DelayReason::Day;
    case QuotaWait::Reason::Asked:
        return DelayReason::Asked;
    case QuotaWait::Reason::Pace:
        break;
    }
    return DelayReason::Pace;
}

// The limit that a refusal names; zeros: none.
RateLimits namedLimits(const ProviderTrouble &trouble)
{
    RateLimits named;
    const qint64 value = std::max<qint64>(0, trouble.quotaValue.value_or(0));
    if (trouble.kind == TroubleKind::QuotaMinute && trouble.isQuotaOfTokens)
        named.tokensPerMinute = value;
    else if (trouble.kind == TroubleKind::QuotaMinute)
        named.requestsPerMinute = static_cast<int>(std::min<qint64>(value, std::numeric_limits<int>::max()));
    else if (trouble.kind == TroubleKind::QuotaDay && !trouble.isQuotaOfTokens)
        named.requestsPerDay = value;
    return named;
}

} // namespace

RateLimits usualLimits(ProviderKind kind)
{
    return kind == ProviderKind::Gemini ? RateLimits{10, 15'000, 1'000, 0} : RateLimits{0, 0, 0, 1};
}

RateLimiter::RateLimiter(const RateLimits &limits, const Clock &clock, QuotaAccount account, quint32 seed)
    : m_clock(clock)
    , m_account(std::move(account))
    , m_limits(limits)
    , m_random(seed)
{}

tl::expected<SendTicket, Delay> RateLimiter::reserve(qint64 tokens, const QString &model,
                                                     milliseconds patience)
{
    auto ticket = admit(model);
    if (!ticket)
        return ticket;
    auto booked = book(*ticket, tokens, patience);
    if (!booked)
        drop(*ticket);
    return booked;
}

tl::expected<SendTicket, Delay> RateLimiter::pass(const QString &model)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto hindered = hindrance(model))
        return tl::unexpected(*hindered);
    return SendTicket{0, model, m_clock.steady(), m_clock.steady(), false, {}};
}

bool RateLimiter::confirm(const SendTicket &ticket)
{
    bool isGood = ticket.id == 0 || m_clock.steady() - ticket.earliest <= MostLate;
    if (isGood && ticket.isAhead) {
        const auto asked = m_account.ledger->change(m_account.name, [&](QuotaBook &book, qint64) {
            isGood = book.stands(ticket.slot);
            return false;
        });
        isGood = isGood && asked;
    }
    if (!isGood)
        drop(ticket);
    return isGood;
}

void RateLimiter::settle(const SendTicket &ticket, qint64 actualTokens)
{
    std::unique_lock lock(m_mutex);
    m_running.erase(ticket.id);
    // Answers of limits may come from memory: they do not show that the provider is back.
    if (ticket.id != 0)
        m_breaker.succeeded();
    const bool matters = m_limits.tokensPerMinute > 0 && actualTokens > 0;
    lock.unlock();
    if (matters && actualTokens != ticket.slot.tokens) {
        change([&](QuotaBook &book, qint64) {
            book.correct(ticket.slot, actualTokens);
            return true;
        });
    }
}

void RateLimiter::failed(const SendTicket &ticket, const ProviderTrouble &trouble)
{
    std::unique_lock lock(m_mutex);
    m_running.erase(ticket.id);
    if (trouble.kind == TroubleKind::Cancelled || trouble.kind == TroubleKind::Loading) {
        m_breaker.gaveUp(ticket.id); // a server that gets ready is not broken
    } else if (isTransient(trouble.kind)) {
        m_lastFailure = trouble;
        m_breaker.failed(ticket.id, m_clock.steady());
    } else {
        m_breaker.succeeded(); // it did answer
    }
    block(ticket, trouble);
    lock.unlock();
    record(trouble);
}

void RateLimiter::drop(const SendTicket &ticket)
{
    const std::scoped_lock lock(m_mutex);
    m_running.erase(ticket.id);
    m_breaker.gaveUp(ticket.id);
}

void RateLimiter::setConcurrency(int requests)
{
    const std::scoped_lock lock(m_mutex);
    m_limits.concurrency = requests;
}

Result<QuotaUse> RateLimiter::use() const
{
    std::unique_lock lock(m_mutex);
    const RateLimits limits = m_limits;
    lock.unlock();
    QuotaUse use;
    GEMMARY_TRY(m_account.ledger->change(m_account.name, [&](const QuotaBook &book, qint64 nowMs) {
        use = book.useAt(nowMs, limits);
        return false;
    }));
    return use;
}

Delay RateLimiter::delay(DelayReason reason, milliseconds wait, ProviderTrouble cause) const
{
    return {reason, wait, m_clock.epochMs() + wait.count(), std::move(cause)};
}

// What stands against any request of the model.
std::optional<Delay> RateLimiter::hindrance(const QString &model)
{
    const Time now = m_clock.steady();
    for (const QString &name : {QString(), model}) {
        const auto refused = m_refused.find(name);
        if (refused != m_refused.end() && now < refused->second.until)
            return delay(DelayReason::Refused, std::chrono::ceil<milliseconds>(refused->second.until - now),
                         refused->second.cause);
    }
    if (const milliseconds wait = m_breaker.wait(now); wait > 0ms)
        return delay(DelayReason::Broken, wait, m_lastFailure);
    return {};
}

// A ticket that counts here and has no time yet.
tl::expected<SendTicket, Delay> RateLimiter::admit(const QString &model)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto hindered = hindrance(model))
        return tl::unexpected(*hindered);
    if (m_limits.concurrency > 0 && m_running.size() >= static_cast<std::size_t>(m_limits.concurrency))
        return tl::unexpected(delay(DelayReason::Busy, BusyPatience));
    const quint64 id = ++m_lastTicket;
    m_running.insert(id);
    m_breaker.began(id);
    return SendTicket{id, model, {}, {}, false, {}};
}

tl::expected<SendTicket, Delay> RateLimiter::book(SendTicket ticket, qint64 tokens, milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    const RateLimits limits = m_limits;
    lock.unlock();
    for (int tried = 0; tried < BookingTries; ++tried) {
        tl::expected<QuotaSlot, QuotaWait> slot;
        qint64 nowMs = 0;
        // The ledger's time is that of an instant after `before` and not after `read`.
        Time before = m_clock.steady();
        Time read = before;
        const auto kept = m_account.ledger->change(m_account.name, [&](QuotaBook &book, qint64 now) {
            before = read;
            read = m_clock.steady();
            nowMs = now;
            slot = book.book(limits, tokens, now, now + patience.count());
            return slot.has_value();
        });
        if (!kept)
            return tl::unexpected(delay(DelayReason::NoLedger, LedgerAway,
                                        {TroubleKind::Unreachable, kept.error().message, {}, {}, {}, {}}));
        if (!slot)
            return tl::unexpected(delayOf(slot.error(), nowMs));
        const milliseconds wait(slot->atMs - nowMs);
        ticket.slot = *slot;
        ticket.isAhead = wait > 0ms;
        ticket.earliest = before + wait;
        ticket.due = read + wait;
        if (m_clock.steady() - ticket.earliest <= MostLate)
            return ticket;
    }
    return tl::unexpected(delay(DelayReason::Busy, BusyPatience));
}

// The cause is known where the provider told it to this program.
Delay RateLimiter::delayOf(const QuotaWait &wait, qint64 nowMs) const
{
    const DelayReason reason = reasonOf(wait.reason);
    const std::scoped_lock lock(m_mutex);
    const bool isNamed = reason == DelayReason::Asked || reason == DelayReason::Day;
    return delay(reason, milliseconds(wait.untilMs - nowMs), isNamed ? m_lastQuota : ProviderTrouble());
}

// For what may be lost: the provider will say it again.
void RateLimiter::change(const QuotaLedger::Change &change) const
{
    if (const auto kept = m_account.ledger->change(m_account.name, change); !kept)
        logWarning(logStore, QStringLiteral("what a provider said is not kept"),
                   {{"error", kept.error().message}, {"detail", kept.error().detail}});
}

// Tells all who share the account.
void RateLimiter::record(const ProviderTrouble &trouble)
{
    const bool isQuota = trouble.kind == TroubleKind::QuotaMinute || trouble.kind == TroubleKind::QuotaDay;
    if (!isQuota && !(isTransient(trouble.kind) && trouble.retryAfter))
        return;
    std::unique_lock lock(m_mutex);
    m_lastQuota = trouble;
    const milliseconds asked = trouble.retryAfter.value_or(UnsaidWait);
    const qint64 widest = std::min(asked / 10, LongestJitter).count();
    const milliseconds jitter(
        std::uniform_int_distribution<qint64>(0, std::max<qint64>(0, widest))(m_random));
    lock.unlock();
    change([&](QuotaBook &book, qint64 now) {
        book.learn(namedLimits(trouble), now);
        if (trouble.kind == TroubleKind::QuotaDay)
            book.endDay(trouble.retryAfter, now);
        else
            book.wait(asked + jitter, now);
        return true;
    });
}

// What this program need not ask again for a while.
void RateLimiter::block(const SendTicket &ticket, const ProviderTrouble &trouble)
{
    const Time until = m_clock.steady() + RefusedFor;
    if (trouble.kind == TroubleKind::Auth || trouble.kind == TroubleKind::Region)
        m_refused[{}] = {until, trouble};
    else if (trouble.kind == TroubleKind::ModelGone || trouble.kind == TroubleKind::PlanZero)
        m_refused[ticket.model] = {until, trouble};
}

} // namespace Gemmary
