// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/memoryledger.h"
#include "providers/pacesentence.h"
#include "support/stepclock.h"

#include <QDateTime>
#include <QTest>

#include <vector>

using namespace Gemmary;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr auto Usual = RateLimits{10, 15'000, 1'000, 0};

ProviderTrouble troubleOf(TroubleKind kind, std::optional<milliseconds> retryAfter = {},
                          std::optional<qint64> quotaValue = {}, bool isOfTokens = false)
{
    return {kind, u"words"_s, retryAfter, quotaValue, {}, {}, isOfTokens};
}

} // namespace

class TestRateLimiter : public QObject
{
    Q_OBJECT

private:
    StepClock m_clock;
    std::shared_ptr<QuotaLedger> m_ledger = std::make_shared<MemoryLedger>(m_clock);

    RateLimiter limiterOf(const RateLimits &limits, quint32 seed = 1)
    {
        m_ledger = std::make_shared<MemoryLedger>(m_clock);
        return another(limits, seed);
    }

    // Of a second program on the same ledger.
    RateLimiter another(const RateLimits &limits, quint32 seed = 2)
    {
        return {limits, m_clock, {m_ledger, u"account"_s}, seed};
    }

    // The wait, or zero and the request is done.
    milliseconds send(RateLimiter &limiter, qint64 tokens = 1)
    {
        const auto ticket = limiter.reserve(tokens);
        if (!ticket)
            return ticket.error().wait;
        limiter.settle(*ticket, 0);
        return 0ms;
    }

    static void fail(RateLimiter &limiter, const ProviderTrouble &trouble, const QString &model = {})
    {
        const auto ticket = limiter.reserve(1, model);
        QVERIFY(ticket);
        limiter.failed(*ticket, trouble);
    }

private Q_SLOTS:
    void reserve_pace_evenWithoutBurst()
    {
        RateLimiter limiter = limiterOf(Usual);
        m_clock.advance(1h); // nothing is saved up
        QVERIFY(send(limiter) == 0ms);
        QCOMPARE(limiter.reserve(1).error().reason, DelayReason::Pace);
        QVERIFY(send(limiter) == 6'200ms); // a little more than 6 s, for requests that are late on their way
        m_clock.advance(6'200ms);
        QVERIFY(send(limiter) == 0ms);
    }

    void reserve_noLimits_passesAtOnce()
    {
        RateLimiter limiter = limiterOf({});
        for (int i = 0; i < 5'000; ++i)
            QVERIFY(send(limiter, 1'000'000) == 0ms);
    }

    void reserve_tokens_waitForRoom()
    {
        RateLimiter limiter = limiterOf({0, 1'000, 0, 0});
        QVERIFY(send(limiter, 600) == 0ms);
        m_clock.advance(10s);
        const auto second = limiter.reserve(400);
        QVERIFY(second);
        QCOMPARE(limiter.reserve(200).error().reason, DelayReason::Tokens);
        const milliseconds wait = send(limiter, 200);
        QVERIFY(wait > 51s && wait <= 53s);
        limiter.settle(*second, 150); // less than was reserved
        QVERIFY(send(limiter, 200) == 0ms);
    }

    void reserve_largerThanWindow_passesAlone()
    {
        RateLimiter limiter = limiterOf({0, 1'000, 0, 0});
        QVERIFY(send(limiter, 10) == 0ms);
        m_clock.advance(20s);
        const milliseconds wait = send(limiter, 5'000);
        QVERIFY(wait > 41s && wait <= 43s);
        m_clock.advance(wait);
        QVERIFY(send(limiter, 5'000) == 0ms);
        QVERIFY(send(limiter, 1) > 60s);
    }

    void reserve_dayUsedUp_waitsForNextDay()
    {
        RateLimiter limiter = limiterOf({0, 0, 3, 0});
        for (int i = 0; i < 3; ++i)
            QVERIFY(send(limiter) == 0ms);
        const auto refused = limiter.reserve(1);
        QCOMPARE(refused.error().reason, DelayReason::Day);
        QCOMPARE(refused.error().untilMs % milliseconds(24h).count(), 0); // midnight, UTC
        m_clock.advance(refused.error().wait - 1ms);
        QVERIFY(send(limiter) == 1ms);
        m_clock.advance(1ms);
        QVERIFY(send(limiter) == 0ms);
    }

    void use_countsTheDaysRequestsUntilTheDayEnds()
    {
        RateLimiter limiter = limiterOf(Usual);
        QCOMPARE(limiter.use()->requestsOfDay, 0);
        QVERIFY(send(limiter) == 0ms);
        QCOMPARE(limiter.use()->requestsOfDay, 1);
        QCOMPARE(limiter.use()->limits.requestsPerDay, Usual.requestsPerDay);
        m_clock.advance(24h);
        QCOMPARE(limiter.use()->requestsOfDay, 0);
    }

    void use_whenTheProviderEndsTheDay_isAllOfIt()
    {
        RateLimiter limiter = limiterOf(Usual);
        fail(limiter, troubleOf(TroubleKind::QuotaDay, 10h, 50));
        QCOMPARE(limiter.use()->requestsOfDay, 50);
    }

    void failed_quotaOfDay_endsAsProviderSays()
    {
        RateLimiter limiter = limiterOf(Usual);
        fail(limiter, troubleOf(TroubleKind::QuotaDay, 10h, 50));
        QCOMPARE(limiter.use()->limits.requestsPerDay, 50);
        m_clock.advance(9h);
        QVERIFY(send(limiter) == 1h);
        m_clock.advance(1h);
        QVERIFY(send(limiter) == 0ms);
    }

    void failed_quotaOfMinute_isLearnedDownwards()
    {
        RateLimiter limiter = limiterOf(Usual);
        fail(limiter, troubleOf(TroubleKind::QuotaMinute, 1s, 30));
        QCOMPARE(limiter.use()->limits.requestsPerMinute, 10);
        m_clock.advance(7s);
        fail(limiter, troubleOf(TroubleKind::QuotaMinute, 1s, 4));
        QCOMPARE(limiter.use()->limits.requestsPerMinute, 4);
        QVERIFY(send(limiter) <= 1'100ms); // first what was asked for
        m_clock.advance(2s);
        QVERIFY(send(limiter) == 13'500ms); // then the new distance
        m_clock.advance(13'500ms);
        fail(limiter, troubleOf(TroubleKind::QuotaMinute, 1s, 9'000, true));
        QCOMPARE(limiter.use()->limits.tokensPerMinute, 9'000);
        QCOMPARE(limiter.use()->limits.requestsPerMinute, 4);
    }

    void reserve_twoPrograms_shareOnePace()
    {
        RateLimiter limiter = limiterOf(Usual);
        RateLimiter other = another(Usual);
        QVERIFY(send(limiter) == 0ms);
        QVERIFY(send(other) == 6'200ms);
        m_clock.advance(6'200ms);
        QVERIFY(send(other) == 0ms);
        QVERIFY(send(limiter) == 6'200ms);
    }

    void reserve_patience_booksAheadOneBehindTheOther()
    {
        RateLimiter limiter = limiterOf(Usual);
        RateLimiter other = another(Usual);
        const auto now = m_clock.steady();
        QVERIFY(limiter.reserve(1, {}, 20s)->due == now);
        QVERIFY(other.reserve(1, {}, 20s)->due == now + 6'200ms);
        QVERIFY(limiter.reserve(1, {}, 20s)->due == now + 12'400ms);
        QCOMPARE(other.reserve(1, {}, 10s).error().reason, DelayReason::Pace);
    }

    void confirm_providerAskedToWaitMeanwhile_isVoid()
    {
        RateLimiter limiter = limiterOf(Usual);
        RateLimiter other = another(Usual);
        const auto first = other.reserve(1);
        const auto booked = limiter.reserve(1, {}, 20s);
        QVERIFY(first && booked);
        m_clock.advance(2s);
        other.failed(*first, troubleOf(TroubleKind::QuotaMinute, 53s));
        m_clock.advance(4'200ms);
        QVERIFY(!limiter.confirm(*booked));
        QCOMPARE(limiter.reserve(1).error().reason, DelayReason::Asked);
        QVERIFY(limiter.reserve(1).error().wait >= 48s);
    }

    void confirm_tooLate_isVoid()
    {
        RateLimiter limiter = limiterOf(Usual);
        const auto booked = limiter.reserve(1);
        m_clock.advance(1s);
        QVERIFY(limiter.confirm(*booked));
        m_clock.advance(1s); // as after the computer slept
        QVERIFY(!limiter.confirm(*booked));
    }

    void reserve_clockSetBack_waitsNoLongerThanAboutAMinute()
    {
        RateLimiter limiter = limiterOf(Usual);
        m_clock.advance(3h);
        QVERIFY(send(limiter) == 0ms);
        m_clock.advance(-2h);
        const milliseconds wait = send(limiter);
        QVERIFY(wait > 60s && wait < 70s);
        m_clock.advance(wait);
        QVERIFY(send(limiter) == 0ms);
    }

    void reserve_ledgerAway_saysSoAndSendsNothing()
    {
        struct Away : QuotaLedger
        {
            Result<void> change(const QString &, const Change &) override
            {
                return failure(ErrorKind::Storage, u"no route to the server"_s);
            }
        };
        RateLimiter limiter({}, m_clock, {std::make_shared<Away>(), u"account"_s});
        const auto refused = limiter.reserve(1, {}, 20s);
        QCOMPARE(refused.error().reason, DelayReason::NoLedger);
        QCOMPARE(errorOf(refused.error(), u"Google"_s).kind, ErrorKind::Unavailable);
        QVERIFY(errorOf(refused.error(), u"Google"_s).message.contains(u"database"_s));
    }

    void failed_quotaOfMinute_waitsAsLongAsAsked()
    {
        RateLimiter limiter = limiterOf({});
        fail(limiter, troubleOf(TroubleKind::QuotaMinute, 53'150ms));
        const auto refused = limiter.reserve(1);
        QCOMPARE(refused.error().reason, DelayReason::Asked);
        QVERIFY(refused.error().wait >= 53'150ms && refused.error().wait <= 55'150ms);
        QCOMPARE(refused.error().cause.words, u"words"_s);
    }

    void failed_fiveTimes_opensLongerEachTime()
    {
        RateLimiter limiter = limiterOf({});
        for (int i = 0; i < 5; ++i)
            fail(limiter, troubleOf(TroubleKind::Transient));
        for (const milliseconds open : {60s, 120s, 240s, 480s, 900s, 900s}) {
            QCOMPARE(limiter.reserve(1).error().reason, DelayReason::Broken);
            QVERIFY(send(limiter) == open);
            m_clock.advance(open);
            const auto probe = limiter.reserve(1);
            QVERIFY(probe);
            QVERIFY(!limiter.reserve(1)); // one looks
            limiter.failed(*probe, troubleOf(TroubleKind::Unreachable));
        }
        m_clock.advance(15min);
        QVERIFY(send(limiter) == 0ms);
        for (int i = 0; i < 4; ++i)
            fail(limiter, troubleOf(TroubleKind::TimedOut));
        QVERIFY(send(limiter) == 0ms); // it counts from the beginning
    }

    void failed_probeCancelled_nextOneLooks()
    {
        RateLimiter limiter = limiterOf({});
        for (int i = 0; i < 5; ++i)
            fail(limiter, troubleOf(TroubleKind::Transient));
        m_clock.advance(60s);
        fail(limiter, troubleOf(TroubleKind::Cancelled));
        QVERIFY(send(limiter) == 0ms);
        QVERIFY(limiter.reserve(1) && limiter.reserve(1));
    }

    void failed_loading_isNotBroken()
    {
        RateLimiter limiter = limiterOf({});
        for (int i = 0; i < 10; ++i)
            fail(limiter, troubleOf(TroubleKind::Loading));
        QVERIFY(send(limiter) == 0ms);
    }

    void failed_otherTrouble_interruptsTheRow()
    {
        RateLimiter limiter = limiterOf({});
        for (int i = 0; i < 12; ++i)
            fail(limiter, troubleOf(i % 4 == 3 ? TroubleKind::Overflow : TroubleKind::Transient));
        QVERIFY(send(limiter) == 0ms);
    }

    void failed_keyOrModel_isRefusedForAMinute()
    {
        RateLimiter limiter = limiterOf({});
        fail(limiter, troubleOf(TroubleKind::ModelGone), u"gone"_s);
        QCOMPARE(limiter.reserve(1, u"gone"_s).error().cause.kind, TroubleKind::ModelGone);
        fail(limiter, troubleOf(TroubleKind::Auth), u"other"_s);
        const auto refused = limiter.pass(u"third"_s);
        QCOMPARE(refused.error().reason, DelayReason::Refused);
        QCOMPARE(refused.error().cause.kind, TroubleKind::Auth);
        m_clock.advance(60s);
        QVERIFY(send(limiter) == 0ms);
    }

    void reserve_concurrency_isBounded()
    {
        RateLimiter limiter = limiterOf(usualLimits(ProviderKind::Ollama));
        const auto first = limiter.reserve(1);
        QCOMPARE(limiter.reserve(1).error().reason, DelayReason::Busy);
        limiter.setConcurrency(2);
        QVERIFY(limiter.reserve(1));
        QVERIFY(!limiter.reserve(1));
        limiter.settle(*first, 1);
        QVERIFY(limiter.reserve(1));
    }

    void reserve_thousandRequests_neverAboveLimits_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U})
            QTest::addRow("seed %u", seed) << seed;
    }

    // Several workers, answers of any length, and faults: whatever happens, each minute keeps to the limits.
    void reserve_thousandRequests_neverAboveLimits()
    {
        QFETCH(quint32, seed);
        struct Sent
        {
            qint64 at;
            qint64 tokens;
        };
        struct Running
        {
            qint64 ends;
            SendTicket ticket;
            std::size_t sent;
        };
        std::mt19937 random(seed);
        const auto pick = [&random](qint64 least, qint64 most) {
            return std::uniform_int_distribution<qint64>(least, most)(random);
        };
        RateLimiter limiter = limiterOf({10, 15'000, 0, 4}, seed);
        std::vector<Sent> sent;
        std::vector<Running> running;
        qint64 wanted = pick(100, 6'000);
        while (sent.size() < 1'000) {
            const qint64 now = m_clock.epochMs();
            std::erase_if(running, [&](const Running &request) {
                if (request.ends > now)
                    return false;
                Sent &done = sent[request.sent];
                if (pick(1, 100) <= 5) {
                    const bool isQuota = pick(0, 1) == 0;
                    limiter.failed(request.ticket, isQuota ? troubleOf(TroubleKind::QuotaMinute, 7s)
                                                           : troubleOf(TroubleKind::Transient));
                } else {
                    done.tokens = pick(done.tokens / 2, done.tokens);
                    limiter.settle(request.ticket, done.tokens);
                }
                return true;
            });
            if (const auto ticket = limiter.reserve(wanted)) {
                running.push_back({now + pick(100, 40'000), *ticket, sent.size()});
                sent.push_back({now, wanted});
                wanted = pick(100, 6'000);
            } else {
                m_clock.advance(milliseconds(std::min<qint64>(ticket.error().wait.count(), pick(1, 2'000))));
            }
        }
        for (std::size_t first = 0, end = 0; first < sent.size(); ++first) {
            qint64 tokens = 0;
            for (end = first; end < sent.size() && sent[end].at < sent[first].at + 60'000; ++end)
                tokens += sent[end].tokens;
            QVERIFY(end - first <= 10);
            QVERIFY2(tokens <= 15'000, qPrintable(QString::number(tokens)));
        }
        const double minutes = static_cast<double>(sent.back().at - sent.front().at) / 60'000.0;
        QVERIFY2(minutes < 420, qPrintable(QString::number(minutes))); // and it does not dawdle
    }

    void errorOf_delay_saysWhyAndUntilWhen()
    {
        const qint64 until = QDateTime(QDate(2026, 3, 1), QTime(14, 5, 1)).toMSecsSinceEpoch();
        for (const DelayReason reason :
             {DelayReason::Pace, DelayReason::Tokens, DelayReason::Day, DelayReason::Asked,
              DelayReason::Broken, DelayReason::Busy, DelayReason::NoLedger}) {
            const Error error = errorOf({reason, 1s, until, troubleOf(TroubleKind::Transient)}, u"100%2"_s);
            QVERIFY2(error.message.contains(u"14:06"_s), qPrintable(error.message));
            QVERIFY(error.message.contains(u"100%2"_s));
            QVERIFY(isTransient(error.kind));
            QCOMPARE(error.kind == ErrorKind::Unavailable,
                     reason == DelayReason::Broken || reason == DelayReason::NoLedger);
        }
    }
};

QTEST_APPLESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
