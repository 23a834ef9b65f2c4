// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storebench.h"

#include <QTest>

#include <thread>

using namespace Gemmary;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestUsageLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<StoreBench>(); }

    void of_unknownProcess_isNothing() { QVERIFY(ledger().of(ProcessId::create())->empty()); }

    void add_sumsByProcessAndModel()
    {
        const ProcessId one = m_bench->started();
        const ProcessId other = m_bench->started();
        QVERIFY(ledger().add(one, {u"gemini"_s, u"gemma-4-31b-it"_s, 1, 5'000'000'000, 20}));
        QVERIFY(ledger().add(one, {u"gemini"_s, u"gemma-4-31b-it"_s, 1, 300, 40}));
        QVERIFY(ledger().add(one, {u"gemini"_s, u"a \u0000 'model'"_s, 1, 7, 8}));
        QVERIFY(ledger().add(other, {u"ollama"_s, u"gemma3:4b"_s, 1, 1, 1}));
        const auto usage = ledger().of(one).value();
        QCOMPARE(usage.size(), 2U);
        QCOMPARE(usage[1].model, u"gemma-4-31b-it"_s);
        QCOMPARE(usage[1].requests, 2);
        QCOMPARE(usage[1].inputTokens, 5'000'000'300);
        QCOMPARE(usage[1].outputTokens, 60);
        QCOMPARE(tokensOf(usage), 5'000'000'375);
        QCOMPARE(tokensOf(ledger().of(other).value()), 2);
    }

    void total_sumsByModelOverAllProcesses()
    {
        QVERIFY(ledger().total()->empty());
        QVERIFY(ledger().add(m_bench->started(), {u"gemini"_s, u"m"_s, 1, 5'000'000'000, 20}));
        QVERIFY(ledger().add(m_bench->started(), {u"gemini"_s, u"m"_s, 2, 300, 40}));
        QVERIFY(ledger().add(m_bench->started(), {u"ollama"_s, u"m"_s, 1, 1, 1}));
        const auto total = ledger().total().value();
        QCOMPARE(total.size(), 2U);
        QCOMPARE(total[0].requests, 3);
        QCOMPARE(total[0].inputTokens, 5'000'000'300);
        QCOMPARE(total[0].outputTokens, 60);
        QCOMPARE(total[1].provider, u"ollama"_s);
    }

    void add_fromManyThreadsAtOnce_losesNothing()
    {
        const ProcessId process = m_bench->started();
        {
            std::vector<std::jthread> threads;
            threads.reserve(4);
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    for (int n = 0; n < 10; ++n)
                        (void)ledger().add(process, {u"gemini"_s, u"m"_s, 1, 10, 1});
                });
            }
        }
        const auto usage = ledger().of(process).value();
        QCOMPARE(usage.front().requests, 40);
        QCOMPARE(tokensOf(usage), 440);
    }

    void purge_forgetsItWithTheProcess()
    {
        const ProcessId process = m_bench->started();
        QVERIFY(ledger().add(process, {u"gemini"_s, u"m"_s, 1, 10, 1}));
        QVERIFY(m_bench->store.remove(process));
        QVERIFY(!ledger().of(process)->empty());
        m_bench->clock.advance(2h);
        QVERIFY(m_bench->store.purgeRemoved(1h));
        QVERIFY(ledger().of(process)->empty());
    }

private:
    UsageLedger &ledger() { return m_bench->opened->usage(); }

    std::unique_ptr<StoreBench> m_bench;
};

QTEST_GUILESS_MAIN(TestUsageLedger)
#include "tst_usageledger.moc"
