// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storebench.h"

#include <QTest>

#include <functional>
#include <set>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

struct Sums
{
    qint64 done = 0;
    qint64 failed = 0;
    qint64 summarised = 0;
};

Sums sumsOf(const std::vector<HistoryPoint> &points)
{
    Sums sums;
    for (const HistoryPoint &point : points) {
        sums.done += point.done;
        sums.failed += point.failed;
        sums.summarised += point.summarised;
    }
    return sums;
}

} // namespace

// The questions of ProcessStore that lists and charts ask, and rename().
class TestProcessQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void question_unknownOrPurgedProcess_isNotFound()
    {
        StoreBench bench;
        const auto purged = bench.started();
        QVERIFY(bench.store.remove(purged));
        bench.clock.advance(1h);
        QCOMPARE(bench.store.purgeRemoved(1min).value(), 1);
        for (const auto &id : {ProcessId::create(), purged}) {
            QCOMPARE(kindOf(bench.store.rename(id, QStringLiteral("x")).error()), ErrorKind::NotFound);
            QCOMPARE(kindOf(bench.store.request(id).error()), ErrorKind::NotFound);
            QCOMPARE(kindOf(bench.store.history(id, 10).error()), ErrorKind::NotFound);
            QCOMPARE(kindOf(bench.store.documentLines(id, -1, 10).error()), ErrorKind::NotFound);
            QCOMPARE(kindOf(bench.store.document(id, 0).error()), ErrorKind::NotFound);
            QCOMPARE(kindOf(bench.store.documentSummary(id, 0).error()), ErrorKind::NotFound);
        }
        QCOMPARE(bench.store.counts().value().all, 0);
        QCOMPARE(bench.store.counts().value().removed, 0);
    }

    void rename_anyProcess_showsAndIsNoticed()
    {
        StoreBench bench;
        const auto id = bench.started();
        const auto before = bench.store.snapshot(id).value().version;
        const QString name = QStringLiteral("Letters ✓") + QChar(0xD800);
        QVERIFY(bench.store.rename(id, name));
        const auto process = bench.store.snapshot(id).value();
        QCOMPARE(process.name, QStringLiteral("Letters ✓") + QChar(QChar::ReplacementCharacter));
        QVERIFY(process.version != before);
        QCOMPARE(bench.store.request(id).value().name, process.name);
        QVERIFY(bench.store.remove(id));
        QVERIFY(bench.store.rename(id, QStringLiteral("while removed")));
        QVERIFY(bench.store.restore(id));
        QCOMPARE(bench.store.snapshot(id).value().name, QStringLiteral("while removed"));
    }

    void request_started_isWhatWasAsked()
    {
        StoreBench bench;
        NewProcess asked = ProcessDriver::request({});
        asked.inputs = {{Locator::Kind::File, QByteArray("/a\xff b", 5)}};
        asked.inputNames = {QStringLiteral("a")};
        const auto id = bench.store.start(asked).value();
        const auto request = bench.store.request(id).value();
        QCOMPARE(request.inputs, asked.inputs);
        QCOMPARE(request.inputNames, asked.inputNames);
        QCOMPARE(toJson(request.settings), toJson(asked.settings));
    }

    void counts_everyKind_countsEachProcessOnce()
    {
        StoreBench bench;
        (void)bench.started(); // waiting
        const auto running = bench.driver.plan({1, 1, 2, false});
        QCOMPARE(bench.stateOf(running), ProcessState::Running);
        QVERIFY(bench.store.setPaused(bench.started(), true));
        QVERIFY(bench.store.setPaused(bench.driver.plan({1, 1, 2, false}), true));
        QCOMPARE(bench.driver.finish(bench.driver.plan({2, 1, 2, false})), ProcessState::Completed);
        const auto stopped = bench.started();
        QVERIFY(bench.store.setPaused(stopped, true)); // a stopped process is no longer paused
        QVERIFY(bench.store.stop(stopped));
        bench.driver.unreadable = {0};
        QCOMPARE(bench.driver.finish(bench.driver.plan({1, 1, 2, false})), ProcessState::Failed);
        QCOMPARE(bench.driver.finish(bench.driver.plan({2, 1, 2, false})), ProcessState::Completed);
        QVERIFY(bench.store.remove(bench.started()));
        const auto counts = bench.store.counts().value();
        QCOMPARE(counts.all, 8);
        QCOMPARE(counts.waiting, 1);
        QCOMPARE(counts.running, 1);
        QCOMPARE(counts.paused, 2);
        QCOMPARE(counts.finished, 2);
        QCOMPARE(counts.stopped, 1);
        QCOMPARE(counts.failed, 1);
        QCOMPARE(counts.problems, 2);
        QCOMPARE(counts.removed, 1);
    }

    // Counters are spread: what a retry takes back may come out of another row than it went into.
    void counts_afterEverythingWasRetried_hasNoProblems()
    {
        StoreBench bench;
        for (qint64 number = 0; number < 12; ++number)
            bench.driver.unreadable.insert(number);
        const auto id = bench.driver.plan({13, 1, 2, false});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.store.counts().value().problems, 1);
        bench.driver.unreadable.clear();
        QVERIFY(bench.store.retry(id));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.store.counts().value().problems, 0);
    }

    void list_readPageByPage_hasEachProcessOnce()
    {
        StoreBench bench;
        std::set<ProcessId> started;
        for (int i = 0; i < 7; ++i)
            started.insert(bench.started());
        const auto removed = bench.started();
        QVERIFY(bench.store.remove(removed));
        QVERIFY(bench.store.snapshot(removed).value().removed);
        std::set<ProcessId> listed;
        ProcessFilter filter;
        filter.limit = 3;
        for (int page = 0; page < 3; ++page) {
            const auto processes = bench.store.list(filter).value();
            QCOMPARE(processes.size(), page < 2 ? std::size_t(3) : std::size_t(1));
            for (const ProcessSnapshot &process : processes) {
                QVERIFY(!process.removed);
                listed.insert(process.id);
            }
            filter.after = ProcessPlace{processes.back().createdMs, processes.back().id};
        }
        QCOMPARE(listed, started);
        QVERIFY(bench.store.list(filter).value().empty());
        ProcessFilter recent;
        recent.sinceMs = bench.store.snapshot(removed).value().createdMs + 1'000'000;
        QVERIFY(bench.store.list(recent).value().empty());
        recent.sinceMs = 1;
        QCOMPARE(bench.store.list(recent).value().size(), std::size_t(7));
    }

    void workFigures_countJobsDocumentsAndDeadLetters()
    {
        StoreBench bench;
        const auto idle = bench.store.workFigures().value();
        QCOMPARE(idle.analyse.waiting + idle.summarise.waiting + idle.deadLetters, 0);
        (void)bench.started();
        (void)bench.driver.plan({3, 1, 2, false});
        QVERIFY(bench.store.claim({std::nullopt, InstanceId::create(), 1}).value().size() == 1);
        const auto open = bench.store.workFigures().value();
        QCOMPARE(open.analyse.waiting, 2);
        QCOMPARE(open.analyse.inWork, 1);
        QVERIFY(open.oldestPendingMs >= 0 && open.oldestPendingMs < 1'000'000);
        QVERIFY(open.analyse.oldestMs >= 0 && open.analyse.oldestMs < 1'000'000);
        bench.driver.unreadable = {1};
        QCOMPARE(bench.driver.finish(bench.driver.plan({4, 1, 2, false})), ProcessState::Completed);
        const auto later = bench.store.workFigures().value();
        QCOMPARE(later.documents.done, 3);
        QCOMPARE(later.documents.failed + later.documents.skipped, 1);
        QVERIFY(later.words > 0);
    }

    void history_nothingDone_isEmpty()
    {
        StoreBench bench;
        QVERIFY(bench.store.history(bench.driver.plan({2, 1, 2, true}), 10).value().empty());
    }

    void history_workedOverTime_addsUpInOrder_data()
    {
        QTest::addColumn<int>("mostPoints");
        for (const int most : {1, 2, 7, 600})
            QTest::addRow("%d points", most) << most;
    }

    void history_workedOverTime_addsUpInOrder()
    {
        QFETCH(const int, mostPoints);
        StoreBench bench;
        bench.driver.unreadable = {3};
        const auto id = bench.driver.plan({20, 2, 4, true});
        while (const auto job = bench.driver.claim(id)) {
            bench.clock.advance(7s);
            QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()) == ClaimOutcome::Won);
        }
        const auto points = bench.store.history(id, mostPoints).value();
        QVERIFY(!points.empty() && std::ssize(points) <= mostPoints);
        const bool inOrder = std::is_sorted(points.begin(), points.end(),
                                            [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
        QVERIFY(inOrder);
        const Sums sums = sumsOf(points);
        QCOMPARE(sums.done, 19);
        QCOMPARE(sums.failed, 1);
        QCOMPARE(sums.summarised, 20);
    }

    void documentLines_paged_sayWhatTheRowsSay()
    {
        StoreBench bench;
        bench.driver.unreadable = {2};
        const auto id = bench.driver.plan({5, 2, 2, false});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        const auto rows = bench.store.documents(id, {}).value();
        std::vector<DocumentLine> lines;
        for (qint64 after = -1;;) {
            const auto page = bench.store.documentLines(id, after, 2).value();
            if (page.empty())
                break;
            lines.insert(lines.end(), page.begin(), page.end());
            after = page.back().number;
        }
        QCOMPARE(lines.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(lines[i].number, rows[i].number);
            QCOMPARE(lines[i].name, rows[i].name);
            QCOMPARE(lines[i].locator, rows[i].locator);
            QCOMPARE(lines[i].state, rows[i].state);
            QCOMPARE(lines[i].words, rows[i].statistics.counts.words);
            QCOMPARE(lines[i].problem.has_value(), rows[i].problem.has_value());
        }
        QVERIFY(lines[2].problem->reason == Reason::ReadError);
    }

    void document_byNumber_isThatRow()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({3, 2, 2, true});
        QCOMPARE(bench.store.document(id, 2).value().state, DocumentState::Waiting);
        QVERIFY(!bench.store.documentSummary(id, 2).value().has_value());
        bench.driver.unsummarisable = {0};
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        const auto document = bench.store.document(id, 2).value();
        QCOMPARE(document.name, QStringLiteral("document 2"));
        QCOMPARE(document.statistics.counts.words, 3);
        QCOMPARE(bench.store.documentSummary(id, 2).value()->text, QStringLiteral("summary of 2"));
        QVERIFY(!bench.store.documentSummary(id, 0).value().has_value());
        QCOMPARE(kindOf(bench.store.document(id, 3).error()), ErrorKind::NotFound);
        QCOMPARE(kindOf(bench.store.document(id, -1).error()), ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestProcessQuestions)
#include "tst_processquestions.moc"
