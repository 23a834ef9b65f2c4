// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ratelimiter.h"

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace Gemmary {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds RefusedFor = 60s;
constexpr milliseconds BusyPatience = 1s;
constexpr milliseconds UnsaidWait = 15s;   // after a 429 that names no time
constexpr milliseconds LongestAsked = 1h;  // more is a mistake, or the day's limit
constexpr milliseconds LongestJitter = 2s; // so that not everybody comes at the same moment

template <typename T>
T lowered(T limit, qint64 value)
{
    const auto named = static_cast<T>(std::min<qint64>(value, std::numeric_limits<T>::max()));
    return limit == 0 ? named : std::min(limit, named);
}

} // namespace

RateLimits usualLimits(ProviderKind kind)
{
    return kind == ProviderKind::Gemini ? RateLimits{10, 15'000, 1'000, 0} : RateLimits{0, 0, 0, 1};
}

RateLimiter::RateLimiter(const RateLimits &limits, const Clock &clock, quint32 seed)
    : m_clock(clock)
    , m_limits(limits)
    , m_random(seed)
    , m_day(clock.epochMs())
{}

tl::expected<SendTicket, Delay> RateLimiter::reserve(qint64 tokens, const QString &model)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto hindered = hindrance(model))
        return tl::unexpected(*hindered);
    if (const auto reached = limitReached(tokens))
        return tl::unexpected(*reached);
    const quint64 id = ++m_lastTicket;
    m_running.insert(id);
    m_window.add(id, m_clock.steady(), tokens);
    m_breaker.began(id);
    m_day.add();
    return SendTicket{id, model};
}

tl::expected<SendTicket, Delay> RateLimiter::pass(const QString &model)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto hindered = hindrance(model))
        return tl::unexpected(*hindered);
    return SendTicket{0, model};
}

void RateLimiter::settle(const SendTicket &ticket, qint64 actualTokens)
{
    const std::scoped_lock lock(m_mutex);
    m_running.erase(ticket.id);
    if (actualTokens > 0)
        m_window.correct(ticket.id, actualTokens);
    // Answers of limits may come from memory: they do not show that the provider is back.
    if (ticket.id != 0)
        m_breaker.succeeded();
}

void RateLimiter::failed(const SendTicket &ticket, const ProviderTrouble &trouble)
{
    const std::scoped_lock lock(m_mutex);
    m_running.erase(ticket.id);
    if (trouble.kind == TroubleKind::Cancelled || trouble.kind == TroubleKind::Loading) {
        m_breaker.gaveUp(ticket.id); // a server that gets ready is not broken
    } else if (isTransient(trouble.kind)) {
        m_lastFailure = trouble;
        m_breaker.failed(ticket.id, m_clock.steady());
    } else {
        m_breaker.succeeded(); // it did answer
    }
    learn(trouble);
    block(ticket, trouble);
}

void RateLimiter::setConcurrency(int requests)
{
    const std::scoped_lock lock(m_mutex);
    m_limits.concurrency = requests;
}

RateLimits RateLimiter::limits() const
{
    const std::scoped_lock lock(m_mutex);
    return m_limits;
}

Delay RateLimiter::delay(DelayReason reason, milliseconds wait, ProviderTrouble cause) const
{
    return {reason, wait, m_clock.epochMs() + wait.count(), std::move(cause)};
}

// What stands against any request of the model.
std::optional<Delay> RateLimiter::hindrance(const QString &model)
{
    const Time now = m_clock.steady();
    const auto rest = [now](Time until) { return std::chrono::ceil<milliseconds>(until - now); };
    for (const QString &name : {QString(), model}) {
        const auto refused = m_refused.find(name);
        if (refused != m_refused.end() && now < refused->second.until)
            return delay(DelayReason::Refused, rest(refused->second.until), refused->second.cause);
    }
    if (const milliseconds wait = m_breaker.wait(now); wait > 0ms)
        return delay(DelayReason::Broken, wait, m_lastFailure);
    if (now < m_asked.until)
        return delay(DelayReason::Asked, rest(m_asked.until), m_asked.cause);
    return {};
}

std::optional<Delay> RateLimiter::limitReached(qint64 tokens)
{
    if (const milliseconds wait = m_day.wait(m_clock.epochMs(), m_limits.requestsPerDay); wait > 0ms)
        return delay(DelayReason::Day, wait, m_day.cause());
    if (m_limits.concurrency > 0 && m_running.size() >= static_cast<std::size_t>(m_limits.concurrency))
        return delay(DelayReason::Busy, BusyPatience);
    const Time now = m_clock.steady();
    m_window.forget(now);
    const Time pace = m_window.paceAllows(m_limits.requestsPerMinute);
    const Time room = m_window.roomFor(tokens, m_limits.tokensPerMinute);
    if (const Time next = std::max(pace, room); next > now) {
        const auto reason = room > pace ? DelayReason::Tokens : DelayReason::Pace;
        return delay(reason, std::chrono::ceil<milliseconds>(next - now));
    }
    return {};
}

void RateLimiter::learn(const ProviderTrouble &trouble)
{
    const qint64 value = trouble.quotaValue.value_or(0);
    if (value <= 0)
        return;
    if (trouble.kind == TroubleKind::QuotaMinute && trouble.isQuotaOfTokens)
        m_limits.tokensPerMinute = lowered(m_limits.tokensPerMinute, value);
    else if (trouble.kind == TroubleKind::QuotaMinute)
        m_limits.requestsPerMinute = lowered(m_limits.requestsPerMinute, value);
    else if (trouble.kind == TroubleKind::QuotaDay && !trouble.isQuotaOfTokens)
        m_limits.requestsPerDay = lowered(m_limits.requestsPerDay, value);
}

void RateLimiter::block(const SendTicket &ticket, const ProviderTrouble &trouble)
{
    const Time now = m_clock.steady();
    switch (trouble.kind) {
    case TroubleKind::Auth:
    case TroubleKind::Region:
        m_refused[{}] = {now + RefusedFor, trouble};
        return;
    case TroubleKind::ModelGone:
    case TroubleKind::PlanZero:
        m_refused[ticket.model] = {now + RefusedFor, trouble};
        return;
    case TroubleKind::QuotaDay:
        m_day.usedUp(trouble, m_clock.epochMs());
        return;
    default:
        break;
    }
    const bool isQuota = trouble.kind == TroubleKind::QuotaMinute;
    if (!isQuota && !(isTransient(trouble.kind) && trouble.retryAfter))
        return;
    const milliseconds asked =
        std::clamp(trouble.retryAfter.value_or(UnsaidWait), milliseconds(0), LongestAsked);
    const qint64 widest = std::min(asked / 10, LongestJitter).count();
    const milliseconds jitter(std::uniform_int_distribution<qint64>(0, widest)(m_random));
    if (const Time until = now + asked + jitter; until > m_asked.until)
        m_asked = {until, trouble};
}

} // namespace Gemmary
