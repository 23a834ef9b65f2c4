// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storebench.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

QByteArray keyOf(char letter)
{
    return QByteArray(32, letter);
}

ModelAnswer answerOf(const QString &text)
{
    ModelAnswer answer;
    answer.text = text;
    answer.model = QStringLiteral("gemma-4-31b-it");
    answer.inputTokens = 5'000'000'000;
    answer.outputTokens = 12;
    return answer;
}

} // namespace

class TestSummaryCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<StoreBench>(); }

    void get_unknownKey_isNothing()
    {
        cache().put(keyOf('a'), answerOf(QStringLiteral("one")));
        QVERIFY(!cache().get(keyOf('b')));
    }

    void get_answersWhatWasPutToTheLastCharacter()
    {
        const QString hostile = QStringLiteral("a\u0000b \"quoted\" \\ 'x' ñ — 世界 \U0001F600\n<b>");
        cache().put(keyOf('a'), answerOf(hostile));
        const auto answer = cache().get(keyOf('a'));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->text, hostile);
        QCOMPARE(answer->model, QStringLiteral("gemma-4-31b-it"));
        QCOMPARE(answer->inputTokens, 5'000'000'000);
        QCOMPARE(answer->outputTokens, 12);
        QVERIFY(answer->end == AnswerEnd::Complete);
    }

    void put_again_keepsTheFirstAnswer()
    {
        cache().put(keyOf('a'), answerOf(QStringLiteral("first")));
        cache().put(keyOf('a'), answerOf(QStringLiteral("second")));
        QCOMPARE(cache().get(keyOf('a'))->text, QStringLiteral("first"));
    }

    void put_fromManyThreadsAtOnce_leavesOneAnswer()
    {
        std::vector<std::jthread> threads;
        threads.reserve(4);
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([this, i] { cache().put(keyOf('a'), answerOf(QString::number(i))); });
        threads.clear();
        QVERIFY(cache().get(keyOf('a')).has_value());
    }

    void purge_forgetsWhatIsOlderThanThirtyDaysOnly()
    {
        cache().put(keyOf('a'), answerOf(QStringLiteral("old")));
        m_bench->clock.advance(29 * 24h);
        cache().put(keyOf('b'), answerOf(QStringLiteral("new")));
        QVERIFY(m_bench->store.purgeRemoved(1h));
        QVERIFY(cache().get(keyOf('a')));
        m_bench->clock.advance(24h);
        QVERIFY(m_bench->store.purgeRemoved(1h));
        QVERIFY(!cache().get(keyOf('a')));
        QVERIFY(cache().get(keyOf('b')));
    }

private:
    SummaryCache &cache() { return m_bench->opened->summaries(); }

    std::unique_ptr<StoreBench> m_bench;
};

QTEST_GUILESS_MAIN(TestSummaryCache)
#include "tst_summarycache.moc"
