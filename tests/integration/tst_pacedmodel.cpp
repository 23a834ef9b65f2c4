// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/memoryledger.h"
#include "providers/pacedmodel.h"
#include "support/fakeserver.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Gemmary;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Fails as often as it likes without making the test long.
constexpr auto Hasty = Patience{20s, 20ms, 2, 3};

ModelRequest shortRequest(qint64 inputTokens = 12)
{
    return {u"Summarise."_s, u"A document."_s, 64, inputTokens, {}};
}

} // namespace

class TestPacedModel : public QObject
{
    Q_OBJECT

private:
    FakeServer m_server;
    HttpClient m_client;
    SystemClock m_clock;
    std::shared_ptr<RateLimiter> m_limiter;

    void limit(const RateLimits &limits)
    {
        const QuotaAccount account{std::make_shared<MemoryLedger>(m_clock), u"account"_s};
        m_limiter = std::make_shared<RateLimiter>(limits, m_clock, account);
    }

    PacedModel paced(const QString &model, const Patience &patience = Hasty, const QString &key = u"good"_s)
    {
        ProviderSettings settings;
        settings.address = QUrl(m_server.address());
        settings.key = key;
        settings.model = model;
        return {std::make_shared<ProviderModel>(settings, m_client), m_limiter, patience};
    }

private Q_SLOTS:
    void init() { limit({}); }

    void answer_quotaOfMinute_waitsAsAskedAndGoesOn()
    {
        PacedModel model = paced(u"quota-once"_s);
        QElapsedTimer timer;
        timer.start();
        const auto answer = model.answer(shortRequest(), {});
        const qint64 took = timer.elapsed();
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QVERIFY2(took >= 1'200 && took < 3'000, qPrintable(QString::number(took)));
        QCOMPARE(m_server.asked(u"quota-once"_s), 2);
        QCOMPARE(m_limiter->use()->limits.requestsPerMinute, 600);
    }

    void answer_longQuota_saysUntilWhenAtOnce()
    {
        PacedModel model = paced(u"quota-minute"_s); // 53 s
        for (int i = 0; i < 3; ++i) {
            const auto answer = model.answer(shortRequest(), {});
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, ErrorKind::RateLimited);
            QVERIFY2(answer.error().message.contains(QRegularExpression(u"\\d\\d:\\d\\d"_s)),
                     qPrintable(answer.error().message));
        }
        QCOMPARE(m_server.asked(u"quota-minute"_s), 1);
    }

    void answer_unavailableTwice_goesOn()
    {
        PacedModel model = paced(u"unavailable-twice"_s);
        QVERIFY(model.answer(shortRequest(), {}));
        QCOMPARE(m_server.asked(u"unavailable-twice"_s), 3);
    }

    void answer_unavailable_givesUpAndLeavesItAlone()
    {
        PacedModel model = paced(u"unavailable"_s);
        for (int i = 0; i < 4; ++i) {
            const auto answer = model.answer(shortRequest(), {});
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
        }
        QCOMPARE(m_server.asked(u"unavailable"_s), 5); // four tries of the first, one of the second
    }

    void answer_lastingTrouble_asksOnce_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("gone") << u"listed-only"_s << ErrorKind::InvalidInput;
        QTest::newRow("plan") << u"plan-zero"_s << ErrorKind::InvalidInput;
        QTest::newRow("region") << u"region"_s << ErrorKind::InvalidInput;
        QTest::newRow("day") << u"quota-day"_s << ErrorKind::RateLimited;
    }

    void answer_lastingTrouble_asksOnce()
    {
        QFETCH(QString, model);
        PacedModel asked = paced(model);
        for (int i = 0; i < 3; ++i) {
            const auto answer = asked.answer(shortRequest(), {});
            QVERIFY(!answer);
            QTEST(answer.error().kind, "kind");
        }
        QCOMPARE(m_server.asked(model), 1);
    }

    void answer_modelGone_othersGoOn()
    {
        QVERIFY(!paced(u"listed-only"_s).answer(shortRequest(), {}));
        QVERIFY(paced(u"gemma-4-31b-it"_s).answer(shortRequest(), {}));
    }

    void answer_badKey_contactsProviderOnce()
    {
        PacedModel model = paced(u"gemma-4-31b-it"_s, Hasty, u"bad-key"_s);
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> threads; // who began before the refusal asks no second time
            threads.reserve(4);
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] { good += model.answer(shortRequest(), {}) ? 1 : 0; });
        }
        QCOMPARE(good.load(), 0);
        const auto first = model.limits({});
        QVERIFY(!first);
        for (int i = 0; i < 20; ++i) {
            const auto answer = model.answer(shortRequest(), {});
            QVERIFY(!answer);
            QCOMPARE(answer.error().message, first.error().message);
            QVERIFY(!answer.error().detail.contains(u"bad-key"_s));
        }
        QCOMPARE(m_server.ask(u"/__count"_s)["bad_key"_L1].toInt(), 1);
    }

    void answer_cancelledInWait_endsSoon_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("limit") << u"gemma-4-31b-it"_s;
        QTest::newRow("back-off") << u"unavailable"_s;
    }

    void answer_cancelledInWait_endsSoon()
    {
        QFETCH(QString, model);
        limit({4, 0, 0, 0}); // 15 s apart
        PacedModel asked = paced(model, Patience{20s, 10s, 2, 3});
        if (model == u"gemma-4-31b-it"_s)
            QVERIFY(asked.answer(shortRequest(), {}));
        const int before = m_server.asked(model);
        CancelSource source;
        QElapsedTimer sinceCancel;
        std::jthread canceller([&] {
            std::this_thread::sleep_for(500ms);
            sinceCancel.start();
            source.cancel();
        });
        const auto answer = asked.answer(shortRequest(), source.token());
        canceller.join();
        const qint64 took = sinceCancel.elapsed();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
        QVERIFY2(took < 300, qPrintable(QString::number(took)));
        QCOMPARE(m_server.asked(model) - before, model == u"unavailable"_s ? 1 : 0);
    }

    void answer_tokensOfMinute_longWaitIsGivenBack()
    {
        limit({0, 15'000, 0, 0});
        PacedModel model = paced(u"gemma-4-31b-it"_s);
        const auto held = m_limiter->reserve(14'000);
        QVERIFY(held);
        const auto answer = model.answer(shortRequest(2'000), {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::RateLimited);
        m_limiter->settle(*held, 9'000); // the provider counted less
        QVERIFY(model.answer(shortRequest(2'000), {}));
    }

    void limits_provider_boundConcurrency()
    {
        const auto limits = paced(u"gemma-4-31b-it"_s).limits({});
        QVERIFY(limits);
        QCOMPARE(m_limiter->use()->limits.concurrency, limits->concurrency);
    }

    // One at a time, and each gets its turn.
    void answer_manyThreads_allAnswered()
    {
        limit({600, 0, 0, 1});
        PacedModel model = paced(u"gemma-4-26b-a4b-it"_s);
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> threads;
            threads.reserve(4);
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] { good += model.answer(shortRequest(), {}) ? 1 : 0; });
        }
        QCOMPARE(good.load(), 4);
    }
};

QTEST_GUILESS_MAIN(TestPacedModel)
#include "tst_pacedmodel.moc"
