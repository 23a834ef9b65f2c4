// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/quotabook.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace Gemmary {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds Minute = 60s;
constexpr milliseconds Day = 24h;
constexpr milliseconds LongestAsked = 1h; // more is a mistake, or the day's limit
constexpr milliseconds ShortestDay = 60s; // a day's requests do not come back sooner
constexpr qint64 SecondMs = 1'000;

// The lower of two limits, where zero is none.
template <typename T>
T lower(T limit, T other)
{
    return limit == 0 || other == 0 ? std::max(limit, other) : std::min(limit, other);
}

} // namespace

tl::expected<QuotaSlot, QuotaWait> QuotaBook::book(const RateLimits &limits, qint64 tokens, qint64 nowMs,
                                                   qint64 latestMs)
{
    begin(nowMs);
    if (nowMs < m_askedUntilMs)
        return tl::unexpected(QuotaWait{QuotaWait::Reason::Asked, m_askedUntilMs});
    const RateLimits most = effective(limits);
    if (m_dayUsedUp || (most.requestsPerDay > 0 && m_daySent >= most.requestsPerDay))
        return tl::unexpected(QuotaWait{QuotaWait::Reason::Day, m_dayEndsMs});
    const qint64 pace = paceAllows(most.requestsPerMinute);
    const qint64 room = roomFor(tokens, most.tokensPerMinute, &Second::tokens, Minute + Slack);
    const QuotaSlot slot{std::max({nowMs, pace, room}), tokens, m_generation};
    if (slot.atMs > latestMs)
        return tl::unexpected(
            QuotaWait{room > pace ? QuotaWait::Reason::Tokens : QuotaWait::Reason::Pace, slot.atMs});
    enter(slot);
    return slot;
}

void QuotaBook::correct(const QuotaSlot &slot, qint64 tokens)
{
    const auto second = std::ranges::find(m_window, slot.atMs / SecondMs, &Second::number);
    if (second != m_window.end())
        second->tokens = std::max<qint64>(0, second->tokens + tokens - slot.tokens);
}

void QuotaBook::wait(milliseconds asked, qint64 nowMs)
{
    begin(nowMs);
    m_askedUntilMs = std::max<qint64>(m_askedUntilMs, nowMs + std::clamp(asked, 0ms, LongestAsked).count());
    voidBookings(nowMs);
}

void QuotaBook::endDay(std::optional<milliseconds> rest, qint64 nowMs)
{
    begin(nowMs);
    m_dayUsedUp = true;
    if (rest)
        m_dayEndsMs = nowMs + std::clamp(*rest, ShortestDay, Day).count();
    voidBookings(nowMs);
}

void QuotaBook::learn(const RateLimits &named, qint64 nowMs)
{
    begin(nowMs);
    m_learned.requestsPerMinute = lower(m_learned.requestsPerMinute, named.requestsPerMinute);
    m_learned.tokensPerMinute = lower(m_learned.tokensPerMinute, named.tokensPerMinute);
    m_learned.requestsPerDay = lower(m_learned.requestsPerDay, named.requestsPerDay);
    voidBookings(nowMs);
}

RateLimits QuotaBook::effective(const RateLimits &limits) const
{
    return {lower(limits.requestsPerMinute, m_learned.requestsPerMinute),
            lower(limits.tokensPerMinute, m_learned.tokensPerMinute),
            lower(limits.requestsPerDay, m_learned.requestsPerDay), limits.concurrency};
}

QuotaUse QuotaBook::useAt(qint64 nowMs, const RateLimits &limits) const
{
    QuotaBook book = *this;
    book.begin(nowMs);
    const RateLimits most = book.effective(limits);
    return {book.m_dayUsedUp ? std::max(book.m_daySent, most.requestsPerDay) : book.m_daySent, most};
}

// The day ends at midnight UTC until the provider says when its own does: reports differ whether Google's is
// UTC's or the Pacific's.
void QuotaBook::begin(qint64 nowMs)
{
    if (m_lastSlotMs > nowMs + (Minute + Slack).count()) { // the clock was set back: let a minute pass
        m_window.clear();
        m_lastSlotMs = nowMs + (Minute + Slack).count();
    }
    std::erase_if(m_window, [nowMs](const Second &second) {
        return (second.number + 1) * SecondMs + (Minute + Slack).count() <= nowMs;
    });
    m_askedUntilMs = std::min<qint64>(m_askedUntilMs, nowMs + LongestAsked.count());
    m_dayEndsMs = std::min<qint64>(m_dayEndsMs, nowMs + Day.count());
    if (nowMs < m_dayEndsMs)
        return;
    m_dayEndsMs += ((nowMs - m_dayEndsMs) / Day.count() + 1) * Day.count();
    m_daySent = 0;
    m_dayUsedUp = false;
    m_learned = {};
}

void QuotaBook::voidBookings(qint64 nowMs)
{
    ++m_generation;
    const qint64 present = nowMs / SecondMs;
    for (const Second &second : m_window)
        m_daySent -= second.number > present ? second.requests : 0;
    std::erase_if(m_window, [present](const Second &second) { return second.number > present; });
    m_daySent = std::max<qint64>(0, m_daySent);
    m_lastSlotMs = std::min(m_lastSlotMs, nowMs);
}

// Evenly spread; the number of a minute besides stops only what was sent before the limit became lower.
qint64 QuotaBook::paceAllows(int perMinute) const
{
    if (perMinute <= 0)
        return m_lastSlotMs;
    const qint64 distance = ((Minute + Slack).count() + perMinute - 1) / perMinute;
    return std::max(m_lastSlotMs > 0 ? m_lastSlotMs + distance : 0,
                    roomFor(1, perMinute, &Second::requests, Minute));
}

qint64 QuotaBook::roomFor(qint64 amount, qint64 perMinute, qint64 Second::*member, milliseconds length) const
{
    qint64 room = 0;
    if (perMinute <= 0)
        return room;
    const qint64 others = std::max<qint64>(0, perMinute - amount);
    qint64 used = 0;
    for (const Second &second : m_window)
        used += second.*member;
    for (auto second = m_window.begin(); used > others && second != m_window.end(); ++second) {
        used -= (*second).*member;
        room = (second->number + 1) * SecondMs + length.count();
    }
    return room;
}

void QuotaBook::enter(const QuotaSlot &slot)
{
    const qint64 number = slot.atMs / SecondMs;
    if (m_window.empty() || m_window.back().number != number)
        m_window.push_back({number, 0, 0});
    ++m_window.back().requests;
    m_window.back().tokens += slot.tokens;
    m_lastSlotMs = slot.atMs;
    ++m_daySent;
}

QJsonObject QuotaBook::toJson() const
{
    QJsonArray window;
    for (const Second &second : m_window)
        window.append(QJsonArray{second.number, second.requests, second.tokens});
    return {{QStringLiteral("last_slot_ms"), m_lastSlotMs},
            {QStringLiteral("asked_until_ms"), m_askedUntilMs},
            {QStringLiteral("day_ends_ms"), m_dayEndsMs},
            {QStringLiteral("day_sent"), m_daySent},
            {QStringLiteral("day_used_up"), m_dayUsedUp},
            {QStringLiteral("learned"),
             QJsonArray{m_learned.requestsPerMinute, m_learned.tokensPerMinute, m_learned.requestsPerDay}},
            {QStringLiteral("generation"), m_generation},
            {QStringLiteral("window"), window}};
}

QuotaBook QuotaBook::fromJson(const QJsonObject &object)
{
    QuotaBook book;
    book.m_lastSlotMs = object[QLatin1StringView("last_slot_ms")].toInteger();
    book.m_askedUntilMs = object[QLatin1StringView("asked_until_ms")].toInteger();
    book.m_dayEndsMs = object[QLatin1StringView("day_ends_ms")].toInteger();
    book.m_daySent = object[QLatin1StringView("day_sent")].toInteger();
    book.m_dayUsedUp = object[QLatin1StringView("day_used_up")].toBool();
    const QJsonArray learned = object[QLatin1StringView("learned")].toArray();
    book.m_learned = {learned[0].toInt(), learned[1].toInteger(), learned[2].toInteger(), 0};
    book.m_generation = object[QLatin1StringView("generation")].toInteger();
    const QJsonArray window = object[QLatin1StringView("window")].toArray();
    for (const QJsonValue &second : window)
        book.m_window.push_back({second[0].toInteger(), second[1].toInteger(), second[2].toInteger()});
    return book;
}

} // namespace Gemmary
