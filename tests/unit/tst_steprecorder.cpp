// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/steprecorder.h"

#include <QTest>

using namespace Gemmary;
using namespace std::chrono_literals;

class TestStepRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void add_anyDuration_fallsIntoItsPowerOfTwo_data()
    {
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<int>("bucket");
        QTest::addRow("none") << qint64(0) << 0;
        QTest::addRow("1") << qint64(1) << 0;
        QTest::addRow("2") << qint64(2) << 1;
        QTest::addRow("3") << qint64(3) << 1;
        QTest::addRow("1000") << qint64(1000) << 9;
        QTest::addRow("a month") << qint64(30) * 24 * 3600 * 1'000'000 << 39;
    }

    void add_anyDuration_fallsIntoItsPowerOfTwo()
    {
        QFETCH(const qint64, microseconds);
        QFETCH(const int, bucket);
        StepRecorder recorder;
        const auto id = ProcessId::create();
        recorder.add(id, Step::Counting, std::chrono::microseconds(microseconds));
        const auto steps = recorder.of(id);
        QCOMPARE(steps.size(), std::size_t(1));
        QVERIFY(steps[0].step == Step::Counting);
        QCOMPARE(steps[0].count, 1);
        QCOMPARE(steps[0].totalUs, microseconds);
        QCOMPARE(steps[0].buckets[static_cast<std::size_t>(bucket)], 1);
    }

    void add_manyProcesses_keepsThoseUsedLast()
    {
        StepRecorder recorder;
        const auto old = ProcessId::create();
        const auto used = ProcessId::create();
        recorder.add(old, Step::Reading, 1ms);
        recorder.add(used, Step::Reading, 1ms);
        for (std::size_t i = 1; i < StepRecorder::MostProcesses; ++i) {
            recorder.add(ProcessId::create(), Step::Saving, 1ms);
            recorder.add(used, Step::Reading, 1ms);
        }
        QVERIFY(recorder.of(old).empty());
        QCOMPARE(recorder.of(used).front().count, static_cast<qint64>(StepRecorder::MostProcesses));
    }
};

QTEST_GUILESS_MAIN(TestStepRecorder)
#include "tst_steprecorder.moc"
