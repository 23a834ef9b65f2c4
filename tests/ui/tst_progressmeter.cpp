// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/progressmeter.h"

#include <QTest>

using namespace Gemmary;
using std::chrono::milliseconds;

namespace {

ProcessSnapshot running(qint64 done, qint64 waiting)
{
    ProcessSnapshot process;
    process.state = ProcessState::Running;
    process.planned = true;
    process.settings.summarizer = QStringLiteral("none");
    process.documents.done = done;
    process.documents.waiting = waiting;
    return process;
}

} // namespace

class TestProgressMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steadyWork_givesRateAndTimeLeft()
    {
        ProgressMeter meter;
        meter.add(milliseconds(0), running(0, 100));
        meter.add(milliseconds(5000), running(50, 50));
        QCOMPARE(meter.documentsASecond(), 10.0);
        QCOMPARE(meter.remaining(), milliseconds(5000));
    }

    void onlyTheLastTenSeconds_count()
    {
        ProgressMeter meter;
        meter.add(milliseconds(0), running(0, 1000));
        meter.add(milliseconds(60'000), running(600, 400)); // a fast start, long ago
        meter.add(milliseconds(65'000), running(605, 395));
        meter.add(milliseconds(70'000), running(610, 390));
        meter.add(milliseconds(75'000), running(615, 385));
        QCOMPARE(meter.documentsASecond(), 1.0);
    }

    void pausedWork_hasNeitherRateNorTimeLeft()
    {
        ProgressMeter meter;
        meter.add(milliseconds(0), running(0, 100));
        meter.add(milliseconds(1000), running(10, 90));
        ProcessSnapshot paused = running(10, 90);
        paused.paused = true;
        meter.add(milliseconds(2000), paused);
        QCOMPARE(meter.documentsASecond(), 0.0);
        QVERIFY(!meter.remaining());
    }

    void totalThatGrows_forgetsTheOldPace()
    {
        ProgressMeter meter;
        meter.add(milliseconds(0), running(0, 100));
        meter.add(milliseconds(1000), running(90, 10));
        meter.add(milliseconds(2000), running(90, 100'000)); // a folder was added
        QVERIFY(!meter.remaining());
    }

    void unknownTotal_hasNoTimeLeft()
    {
        ProgressMeter meter;
        ProcessSnapshot scanning = running(10, 20);
        scanning.planned = false;
        meter.add(milliseconds(0), scanning);
        scanning.documents.done = 20;
        meter.add(milliseconds(1000), scanning);
        QVERIFY(!meter.remaining());
        QCOMPARE(meter.documentsASecond(), 10.0);
    }

    void clockThatStandsStill_isNoDivisionByZero()
    {
        ProgressMeter meter;
        meter.add(milliseconds(5), running(0, 100));
        meter.add(milliseconds(5), running(50, 50));
        QCOMPARE(meter.documentsASecond(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestProgressMeter)
#include "tst_progressmeter.moc"
