// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storebench.h"

#include <QTest>

#include <algorithm>
#include <mutex>
#include <thread>

using namespace Gemmary;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Account = u"a1b2"_s;
constexpr auto TenAMinute = RateLimits{10, 0, 0, 0};

using Booking = tl::expected<QuotaSlot, QuotaWait>;

Booking book(QuotaLedger &ledger, const RateLimits &limits, std::chrono::milliseconds patience = {},
             qint64 tokens = 1, const QString &account = Account)
{
    Booking booking;
    const auto kept = ledger.change(account, [&](QuotaBook &book, qint64 nowMs) {
        booking = book.book(limits, tokens, nowMs, nowMs + patience.count());
        return booking.has_value();
    });
    if (!kept)
        qFatal("%s", qPrintable(kept.error().message));
    return booking;
}

} // namespace

class TestQuotaLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<StoreBench>(); }

    void book_nextRequest_isOneDistanceLater()
    {
        QCOMPARE(book(ledger(), TenAMinute)->atMs, m_bench->clock.epochMs());
        QCOMPARE(book(ledger(), TenAMinute).error().untilMs, m_bench->clock.epochMs() + 6'200);
    }

    void book_otherAccount_isNotHindered()
    {
        QVERIFY(book(ledger(), TenAMinute));
        QVERIFY(book(ledger(), TenAMinute, 0ms, 1, u"other"_s));
    }

    void book_afterRestart_goesOnWithTheSameBook()
    {
        QVERIFY(book(ledger(), {10, 0, 2, 0}));
        reopen();
        QVERIFY(!book(ledger(), {10, 0, 2, 0}));
        m_bench->clock.advance(10s);
        QVERIFY(book(ledger(), {10, 0, 2, 0}));
        reopen();
        m_bench->clock.advance(10s);
        const auto refused = book(ledger(), {10, 0, 2, 0});
        QVERIFY(!refused);
        QVERIFY(refused.error().reason == QuotaWait::Reason::Day);
    }

    void book_tokensOfTheMinute_surviveARestart()
    {
        QVERIFY(book(ledger(), {0, 1'000, 0, 0}, 0ms, 700));
        reopen();
        const auto refused = book(ledger(), {0, 1'000, 0, 0}, 0ms, 400);
        QVERIFY(!refused);
        QVERIFY(refused.error().reason == QuotaWait::Reason::Tokens);
        QVERIFY(book(ledger(), {0, 1'000, 0, 0}, 0ms, 300));
    }

    void wait_askedOfOneProgram_holdsForAll()
    {
        const auto second = openStoreUnderTest(m_bench->folder.path(), m_bench->clock);
        const auto ahead = book(second->quotas(), TenAMinute, 20s);
        QVERIFY(ledger().change(Account, [](QuotaBook &book, qint64 nowMs) {
            book.wait(53s, nowMs);
            book.learn({4, 0, 0, 0}, nowMs);
            return true;
        }));
        const auto refused = book(second->quotas(), TenAMinute, 20s);
        QVERIFY(!refused);
        QVERIFY(refused.error().reason == QuotaWait::Reason::Asked);
        QCOMPARE(refused.error().untilMs, m_bench->clock.epochMs() + 53'000);
        QVERIFY(second->quotas().change(Account, [&](const QuotaBook &book, qint64) {
            [&] {
                QVERIFY(!book.stands(*ahead));
                QCOMPARE(book.effective(TenAMinute).requestsPerMinute, 4);
            }();
            return false;
        }));
    }

    void change_thatKeepsNothing_leavesTheBook()
    {
        QVERIFY(ledger().change(Account, [](QuotaBook &book, qint64 nowMs) {
            book.wait(53s, nowMs);
            return false;
        }));
        QVERIFY(book(ledger(), TenAMinute));
    }

    // Two programs with many threads book a few hundred requests: each slot is given once, at its distance.
    void book_twoProgramsAtOnce_neverAboveTheLimit()
    {
        constexpr int Programs = 2;
        constexpr int Threads = 3;
        constexpr int Each = 25;
        constexpr auto Limits = RateLimits{600, 0, 0, 0};
        std::vector<std::unique_ptr<StoreUnderTest>> programs;
        std::mutex mutex;
        std::vector<qint64> booked;
        {
            std::vector<std::jthread> threads;
            for (int program = 0; program < Programs; ++program) {
                programs.push_back(openStoreUnderTest(m_bench->folder.path(), m_bench->clock));
                for (int thread = 0; thread < Threads; ++thread) {
                    threads.emplace_back([&, &quotas = programs.back()->quotas()] {
                        for (int i = 0; i < Each; ++i) {
                            const auto slot = book(quotas, Limits, 60s);
                            const std::scoped_lock lock(mutex);
                            booked.push_back(slot ? slot->atMs : -1);
                        }
                    });
                }
            }
        }
        QCOMPARE(std::ssize(booked), Programs * Threads * Each);
        std::ranges::sort(booked);
        QCOMPARE(booked.front(), m_bench->clock.epochMs());
        for (std::size_t i = 1; i < booked.size(); ++i)
            QVERIFY(booked[i] - booked[i - 1] >= 100);
    }

private:
    QuotaLedger &ledger() { return m_bench->opened->quotas(); }
    void reopen() { m_bench->opened = openStoreUnderTest(m_bench->folder.path(), m_bench->clock); }

    std::unique_ptr<StoreBench> m_bench;
};

QTEST_GUILESS_MAIN(TestQuotaLedger)
#include "tst_quotaledger.moc"
