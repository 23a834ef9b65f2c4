// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <QJsonObject>
#include <QtGlobal>

#include <chrono>
#include <optional>
#include <vector>

namespace Gemmary {

// What a provider takes from us. Zero: there is no limit.
struct RateLimits
{
    int requestsPerMinute = 0;
    qint64 tokensPerMinute = 0; // of input
    qint64 requestsPerDay = 0;
    int concurrency = 0; // requests of one program at the same time

    bool operator==(const RateLimits &) const = default;
};

// A moment at which one request may be sent.
struct QuotaSlot
{
    qint64 atMs = 0;
    qint64 tokens = 0;     // as reserved
    qint64 generation = 0; // of the bookings it belongs to
};

// Why a request has to wait, and until when.
struct QuotaWait
{
    enum class Reason { Pace, Tokens, Day, Asked };
    Reason reason = Reason::Pace;
    qint64 untilMs = 0;
};

// What all who share an account sent today, and what they may send.
struct QuotaUse
{
    qint64 requestsOfDay = 0;
    RateLimits limits; // with what the provider named

    bool operator==(const QuotaUse &) const = default;
};

// What all machines know together of one provider and key: when they send, and what the provider said. A
// value that QuotaLedger keeps; its functions take the ledger's time in ms since 1970, and times in it are
// of that clock. It is small whatever the limits are: the window is kept by seconds.
//
// Requests are booked ahead, one behind the other and evenly spread, so nobody looks again and again whether
// it is his turn. In no minute more than the limits are sent, even when each arrives up to Slack after its
// slot: the distances are that much longer. Limits only ever sink, by what the provider names; what was
// learned is forgotten with the day. A booking that is not used is lost, never made up for.
class QuotaBook
{
public:
    static constexpr std::chrono::milliseconds Slack{2'000};

    // The next slot, if it is not later than `latestMs`. `tokens`: the estimate of the input; more than the
    // limit of a minute goes when nothing else is there.
    [[nodiscard]] tl::expected<QuotaSlot, QuotaWait> book(const RateLimits &limits, qint64 tokens,
                                                          qint64 nowMs, qint64 latestMs);

    // Whether a slot that was waited for still stands: the provider may have asked to wait since.
    [[nodiscard]] bool stands(const QuotaSlot &slot) const { return slot.generation == m_generation; }

    // What a request really took.
    void correct(const QuotaSlot &slot, qint64 tokens);

    // The provider asked for a wait. All that is booked ahead is void.
    void wait(std::chrono::milliseconds asked, qint64 nowMs);

    // It says that the day's requests are used up, whatever was counted, and perhaps for how long.
    void endDay(std::optional<std::chrono::milliseconds> rest, qint64 nowMs);

    // It named limits; zeros say nothing.
    void learn(const RateLimits &named, qint64 nowMs);

    // `limits`, or less where the provider named less.
    [[nodiscard]] RateLimits effective(const RateLimits &limits) const;

    [[nodiscard]] QuotaUse useAt(qint64 nowMs, const RateLimits &limits) const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static QuotaBook fromJson(const QJsonObject &object);

private:
    struct Second
    {
        qint64 number = 0; // since 1970
        qint64 requests = 0;
        qint64 tokens = 0;
    };

    void begin(qint64 nowMs);
    void voidBookings(qint64 nowMs);
    [[nodiscard]] qint64 paceAllows(int perMinute) const;
    [[nodiscard]] qint64 roomFor(qint64 amount, qint64 perMinute, qint64 Second::*member,
                                 std::chrono::milliseconds length) const;
    void enter(const QuotaSlot &slot);

    qint64 m_lastSlotMs = 0;
    qint64 m_askedUntilMs = 0;
    qint64 m_dayEndsMs = 0;
    qint64 m_daySent = 0;
    bool m_dayUsedUp = false;
    RateLimits m_learned;
    qint64 m_generation = 0;
    std::vector<Second> m_window; // oldest first
};

} // namespace Gemmary
