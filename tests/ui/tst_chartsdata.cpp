// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/cloudlayout.h"
#include "charts/lengthbins.h"
#include "charts/statetimeline.h"
#include "charts/ticks.h"
#include "charts/timebuckets.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Gemmary;

namespace {

constexpr qint64 Start = 1'700'000'000'000; // ms since the epoch, on a whole second

DocumentCounts counted(qint64 done, qint64 waiting)
{
    DocumentCounts counts;
    counts.done = done;
    counts.waiting = waiting;
    return counts;
}

std::vector<CloudWord> manyWords(int count)
{
    std::vector<CloudWord> words;
    words.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        words.push_back({QStringLiteral("word%1").arg(i), static_cast<qint64>(1000 / std::pow(i + 1, 0.7))});
    return words;
}

} // namespace

class TestChartsData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void buckets_runOfAWeek_stayBoundedAndKeepEveryEvent()
    {
        TimeBuckets whole(1000, 600, TimeBuckets::Overflow::Coarsen);
        qint64 sum = 0;
        for (qint64 minute = 0; minute < 7 * 24 * 60; ++minute) {
            whole.add(Start + minute * 60'000, Start + (minute + 1) * 60'000, minute % 7);
            sum += minute % 7;
            QVERIFY(whole.size() <= 600);
        }
        QCOMPARE(whole.total(), sum);
        QVERIFY(whole.size() >= 300); // still as fine as there is room for
        QVERIFY(whole.startMs() <= Start);
        QVERIFY(whole.startMs(whole.size()) >= Start + 7 * 24 * 3'600'000LL);
    }

    void buckets_lastMinutes_forgetWhatIsOlder()
    {
        TimeBuckets recent(1000, 300, TimeBuckets::Overflow::Forget);
        for (qint64 second = 0; second < 1000; ++second)
            recent.add(Start + second * 1000, Start + (second + 1) * 1000, 2);
        QCOMPARE(recent.size(), 300u);
        QCOMPARE(recent.total(), 600);
        QCOMPARE(recent.startMs(), Start + 700'000);
    }

    void buckets_spanOverSeveral_isSpreadEvenly()
    {
        TimeBuckets buckets(1000, 300, TimeBuckets::Overflow::Forget);
        buckets.add(Start, Start + 4000, 10);
        QCOMPARE(buckets.size(), 4u);
        QCOMPARE(buckets.total(), 10);
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY2(buckets.count(i) == 2 || buckets.count(i) == 3,
                     qPrintable(QString::number(buckets.count(i))));
    }

    void buckets_spanThatBeganBeforeTheWindow_countsOnlyItsShareInside()
    {
        TimeBuckets recent(1000, 10, TimeBuckets::Overflow::Forget);
        recent.add(Start, Start + 100'000, 1000); // ten a second
        QCOMPARE(recent.size(), 10u);
        QCOMPARE(recent.total(), 100);
        QCOMPARE(recent.count(0), 10);
    }

    void buckets_clockSetBack_losesNothingOnAWholeRun()
    {
        TimeBuckets whole(1000, 600, TimeBuckets::Overflow::Coarsen);
        whole.add(Start, Start + 2000, 4);
        whole.add(Start - 60'000, Start - 59'000, 3);
        whole.add(Start + 1500, Start + 500, 2);  // ends before it begins
        whole.add(Start + 1500, Start + 1500, 1); // takes no time
        QCOMPARE(whole.size(), 2u);
        QCOMPARE(whole.total(), 10);
        TimeBuckets recent(1000, 300, TimeBuckets::Overflow::Forget);
        recent.add(Start, Start + 2000, 4);
        recent.add(Start + 2000, Start + 2000, 3);
        QCOMPARE(recent.total(), 7);
    }

    void buckets_longGap_areEmptyBetween()
    {
        TimeBuckets recent(1000, 300, TimeBuckets::Overflow::Forget);
        recent.add(Start, Start + 1000, 5);
        recent.advance(Start + 10'000);
        recent.add(Start + 10'000, Start + 11'000, 7);
        QCOMPARE(recent.size(), 11u);
        QCOMPARE(recent.count(0), 5);
        QCOMPARE(recent.count(5), 0);
        QCOMPARE(recent.count(10), 7);
        recent.advance(Start + 24 * 3'600'000LL); // a day of sleep: nothing is left to remember
        QCOMPARE(recent.size(), 300u);
        QCOMPARE(recent.total(), 0);
    }

    void timeline_longRun_keepsFirstAndNewestPointInBoundedMemory()
    {
        StateTimeline timeline(300);
        for (qint64 i = 0; i <= 100'000; ++i) {
            timeline.add({Start + i * 100, counted(i, 100'000 - i)});
            QVERIFY(timeline.points().size() <= 300);
        }
        QCOMPARE(timeline.points().front().atMs, Start);
        QCOMPARE(timeline.points().back().counts.done, 100'000);
        QVERIFY(timeline.points().size() > 100);
        for (std::size_t i = 1; i < timeline.points().size(); ++i)
            QVERIFY(timeline.points()[i].atMs > timeline.points()[i - 1].atMs);
    }

    void timeline_clockSetBack_keepsTheNewestCounts()
    {
        StateTimeline timeline(300);
        timeline.add({Start, counted(0, 10)});
        timeline.add({Start + 5000, counted(4, 6)});
        timeline.add({Start - 5000, counted(5, 5)});
        QCOMPARE(timeline.points().size(), 2u);
        QCOMPARE(timeline.points().back().atMs, Start + 5000);
        QCOMPARE(timeline.points().back().counts.done, 5);
    }

    void lengthBins_edges_data()
    {
        QTest::addColumn<qint64>("words");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::newRow("none") << 0LL << 0LL << 0LL;
        QTest::newRow("one") << 1LL << 1LL << 9LL;
        QTest::newRow("nine") << 9LL << 1LL << 9LL;
        QTest::newRow("ten") << 10LL << 10LL << 29LL;
        QTest::newRow("thirty") << 30LL << 30LL << 99LL;
        QTest::newRow("a novel") << 206'052LL << 100'000LL << 299'999LL;
        QTest::newRow("the most") << std::numeric_limits<qint64>::max() << 1'000'000'000'000LL
                                  << std::numeric_limits<qint64>::max();
    }

    void lengthBins_edges()
    {
        QFETCH(qint64, words);
        const std::vector<LengthBin> bins = lengthBins({words});
        QCOMPARE(bins.size(), 1u);
        QTEST(bins[0].from, "from");
        QTEST(bins[0].to, "to");
        QCOMPARE(bins[0].documents, 1);
    }

    void lengthBins_gapBetweenLengths_isShownEmptyAndNothingIsLost()
    {
        const std::vector<LengthBin> bins = lengthBins({0, 5, 5, 40});
        QCOMPARE(bins.size(), 4u); // 0, 1–9, 10–29, 30–99
        QCOMPARE(bins[2].documents, 0);
        QCOMPARE(bins[0].documents + bins[1].documents + bins[3].documents, 4);
        QVERIFY(lengthBins({}).empty());
    }

    void logPlace_zeroAndLess_standsAtAMicrosecond()
    {
        QCOMPARE(logPlace(0), -3.0);
        QCOMPARE(logPlace(-5), -3.0);
        QCOMPARE(logPlace(1), 0.0);
        QCOMPARE(logPlace(1000), 3.0);
    }

    void durationTicks_fromMicrosecondsToSeconds_nameTheDecades()
    {
        QStringList major;
        for (const Tick &tick : durationTicks(-2, 3)) {
            if (!tick.isMinor)
                major.push_back(tick.text);
        }
        QCOMPARE(major,
                 QStringList({QStringLiteral("10 µs"), QStringLiteral("100 µs"), QStringLiteral("1 ms"),
                              QStringLiteral("10 ms"), QStringLiteral("100 ms"), QStringLiteral("1 s")}));
    }

    void countTicks_anyHighest_coverItWithRoundNumbers()
    {
        for (const double highest : {0.0, 0.3, 1.0, 7.0, 99.0, 3140.0, 1e9}) {
            const std::vector<Tick> ticks = countTicks(highest, 4);
            QCOMPARE(ticks.front().at, 0.0);
            QVERIFY(ticks.size() >= 2);
            QVERIFY(ticks.size() <= 7);
            QVERIFY(ticks.back().at >= highest * (1 - 1e-9));
        }
        QCOMPARE(countTicks(3140, 4).back().text, QStringLiteral("4,000"));
    }

    void timeTicks_anySpan_areRoundAndNeverMoreThanFit()
    {
        for (const qint64 span : {3LL, 300LL, 3600LL, 86'400LL, 40 * 86'400LL, 4000 * 86'400LL}) {
            const std::vector<Tick> ticks = timeTicks(Start + 123, Start + 123 + span * 1000, 4);
            QVERIFY(!ticks.empty() || span < 10);
            QVERIFY2(ticks.size() <= 5, qPrintable(QString::number(span)));
            for (const Tick &tick : ticks)
                QCOMPARE(static_cast<qint64>(tick.at) % 1000, 0);
        }
    }

    void cloud_anyWords_neverTouchAndComeOutTheSameTwice()
    {
        const std::vector<CloudWord> words = manyWords(120);
        const std::vector<PlacedWord> placed = layoutCloud(words, {900, 400}, QFont());
        QCOMPARE(placed.size(), 120u);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            QVERIFY(QRectF(0, 0, 900, 400).contains(placed[i].box));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!placed[i].box.intersects(placed[j].box));
        }
        const std::vector<PlacedWord> again = layoutCloud(words, {900, 400}, QFont());
        QCOMPARE(again.size(), placed.size());
        for (std::size_t i = 0; i < placed.size(); ++i)
            QCOMPARE(again[i].box, placed[i].box);
    }

    void cloud_fourTimesTheCount_isTwiceAsHigh()
    {
        const std::vector<PlacedWord> placed =
            layoutCloud({{QStringLiteral("whale"), 400}, {QStringLiteral("ship"), 100}}, {900, 400}, QFont());
        QCOMPARE(placed.size(), 2u);
        QCOMPARE(placed[0].pixelSize, 2 * placed[1].pixelSize);
    }

    void cloud_noRoom_leavesOutTheRarestAndKeepsTheFirst()
    {
        const std::vector<PlacedWord> placed = layoutCloud(manyWords(120), {120, 60}, QFont());
        QVERIFY(!placed.empty());
        QVERIFY(placed.size() < 120);
        QCOMPARE(placed[0].word, 0u);
        QVERIFY(layoutCloud(manyWords(5), {0, 0}, QFont()).empty());
    }
};

QTEST_MAIN(TestChartsData)
#include "tst_chartsdata.moc"
