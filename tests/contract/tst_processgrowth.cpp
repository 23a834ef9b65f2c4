// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storebench.h"

#include <QTest>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

const std::vector<Locator> OneMore = {{Locator::Kind::File, "/more"}};

// Plans so many more documents, as the next planner does, to the end.
bool planMore(StoreBench &bench, const ProcessId &id, int documents, int batchSize = 1)
{
    auto claim = bench.store.claimPlan({id, bench.other}).value();
    if (!claim)
        return false;
    const PlanPage page = ProcessDriver::page(*claim, documents, batchSize);
    return bench.store.publishPage(*claim, page) == ClaimOutcome::Won &&
           bench.store.finishPlan(*claim) == ClaimOutcome::Won;
}

// Claims and completes until the first node of `level` is in hand.
std::optional<ClaimedJob> workUpTo(StoreBench &bench, const ProcessId &id, int level)
{
    while (auto job = bench.driver.claim(id)) {
        if (job->claim.key.level == level && job->claim.key.node == 0)
            return job;
        if (bench.store.complete(job->claim, bench.driver.work(*job).value()) != ClaimOutcome::Won)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

// ProcessStore::addInputs: what is done is kept, what is added is counted once, whatever the process is at.
class TestProcessGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addInputs_refused_changesNothing()
    {
        StoreBench bench;
        QCOMPARE(kindOf(bench.store.addInputs(ProcessId::create(), OneMore, {}, {}).error()),
                 ErrorKind::NotFound);
        const auto id = bench.driver.plan({2, 1, 2, false});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        const auto before = bench.store.snapshot(id).value().version;
        QCOMPARE(kindOf(bench.store.addInputs(id, {}, {}, {}).error()), ErrorKind::InvalidInput);
        const std::vector<Locator> lost = {{Locator::Kind::Blob, QByteArray(32, 'x')}};
        QCOMPARE(kindOf(bench.store.addInputs(id, lost, {}, {}).error()), ErrorKind::InvalidInput);
        QCOMPARE(bench.store.snapshot(id).value().version, before);
        QVERIFY(bench.store.remove(id));
        QCOMPARE(kindOf(bench.store.addInputs(id, OneMore, {}, {}).error()), ErrorKind::Conflict);
        QCOMPARE(bench.stateOf(id), ProcessState::Completed);
        bench.clock.advance(1h);
        QCOMPARE(bench.store.purgeRemoved(1min).value(), 1);
        QCOMPARE(kindOf(bench.store.addInputs(id, OneMore, {}, {}).error()), ErrorKind::NotFound);
    }

    void addInputs_names_stayWithTheirInputs()
    {
        StoreBench bench;
        NewProcess request = ProcessDriver::request({});
        request.inputs = {{Locator::Kind::File, "/a"}, {Locator::Kind::File, "/b"}};
        request.inputNames = {QStringLiteral("first")};
        const auto id = bench.store.start(request).value();
        QVERIFY(
            bench.store.addInputs(id, OneMore, {QStringLiteral("third"), QStringLiteral("of nothing")}, {}));
        QVERIFY(bench.store.addInputs(id, {{Locator::Kind::File, "/last"}}, {}, {}));
        QCOMPARE(bench.stateOf(id), ProcessState::Pending);
        const auto whole = bench.store.request(id).value();
        QCOMPARE(whole.inputs.size(), std::size_t(4));
        QCOMPARE(whole.inputs[2].value, QByteArray("/more"));
        QCOMPARE(whole.inputNames.value(0), QStringLiteral("first"));
        QCOMPARE(whole.inputNames.value(1), QString());
        QCOMPARE(whole.inputNames.value(2), QStringLiteral("third"));
        QCOMPARE(whole.inputNames.value(3), QString());
        QCOMPARE(bench.store.claimPlan({id, bench.other}).value()->request.inputs, whole.inputs);
    }

    // Full and partial groups at every level, with nothing, one and many more leaves.
    void addInputs_completed_countsEachDocumentOnce_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("added");
        for (const int before : {0, 1, 2, 3, 4, 5, 7, 8}) {
            for (const int added : {0, 1, 4, 9})
                QTest::addRow("%d and %d", before, added) << before << added;
        }
    }

    void addInputs_completed_countsEachDocumentOnce()
    {
        QFETCH(const int, before);
        QFETCH(const int, added);
        StoreBench bench;
        const auto id = bench.driver.plan({before, 1, 2, true});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        const auto open = bench.store.snapshot(id).value();
        QCOMPARE(open.state, ProcessState::Running);
        QCOMPARE(open.finishedMs, 0);
        QVERIFY(!open.planned);
        QCOMPARE(bench.opened->violations(id), QStringList());
        QVERIFY(planMore(bench, id, added));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(before + added));
        QCOMPARE(bench.driver.rootOf(Stage::Summarise, id), firstNumbers(before + added));
        QCOMPARE(bench.store.snapshot(id).value().analyse.mergesDone, mergesOf(before + added, 2));
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    void addInputs_doneDocuments_areNotReadAgain()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({3, 1, 2, false});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        bench.driver.unreadable = {0, 1, 2}; // would show in the counters
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QVERIFY(planMore(bench, id, 2));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.store.snapshot(id).value().documents.done, 5);
    }

    void addInputs_twice_countsAll()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({3, 1, 2, false});
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QVERIFY(planMore(bench, id, 2));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QVERIFY(planMore(bench, id, 1));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(6));
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    void addInputs_whilePlanning_fencesThePlannerOfTheShorterList()
    {
        StoreBench bench;
        const auto id = bench.started({0, 1, 2, false});
        auto old = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*old, ProcessDriver::page(*old, 2, 1)) == ClaimOutcome::Won);
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QVERIFY(bench.store.publishPage(*old, ProcessDriver::page(*old, 1, 1)) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.finishPlan(*old) == ClaimOutcome::Fenced);
        const auto next = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(next.has_value());
        QCOMPARE(next->documents, 2);
        QCOMPARE(next->cursor, QByteArray("after 2"));
        QCOMPARE(next->request.inputs, OneMore);
    }

    // The planner had finished, but its answer was lost, and it asks again after the list has grown.
    void addInputs_betweenTwoTriesToFinishThePlan_fencesTheSecond()
    {
        StoreBench bench;
        const auto id = bench.started({0, 1, 2, false});
        auto old = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*old, ProcessDriver::page(*old, 2, 1)) == ClaimOutcome::Won);
        QVERIFY(bench.store.finishPlan(*old) == ClaimOutcome::Won);
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QVERIFY(bench.store.finishPlan(*old) == ClaimOutcome::Fenced);
        QVERIFY(!bench.store.snapshot(id).value().planned);
    }

    // A node of a group that grows must not be completed by who combined it while it was smaller.
    void addInputs_whileANodeIsBeingCombined_fencesThatWorker()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({3, 1, 2, false});
        const auto root = workUpTo(bench, id, 2);
        QVERIFY(root.has_value());
        const auto late = bench.driver.work(*root).value();
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QVERIFY(bench.store.complete(root->claim, late) == ClaimOutcome::Fenced);
        QVERIFY(planMore(bench, id, 2));
        const auto again = workUpTo(bench, id, 2); // the same node, queued anew and in other hands
        QVERIFY(again.has_value());
        QVERIFY(bench.store.complete(root->claim, late) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.complete(again->claim, bench.driver.work(*again).value()) == ClaimOutcome::Won);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(5));
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    // A leaf in hand goes on: nothing that is done is done again.
    void addInputs_whileALeafIsBeingRead_keepsItsResult()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({2, 1, 2, false});
        const auto leaf = bench.driver.claim(id);
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QVERIFY(bench.store.complete(leaf->claim, bench.driver.work(*leaf).value()) == ClaimOutcome::Won);
        QVERIFY(planMore(bench, id, 1));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(3));
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    void addInputs_stopped_goesOnWithBoth_data()
    {
        QTest::addColumn<bool>("planned");
        QTest::addRow("while planning") << false;
        QTest::addRow("while working") << true;
    }

    void addInputs_stopped_goesOnWithBoth()
    {
        QFETCH(const bool, planned);
        StoreBench bench;
        const auto id = bench.started({0, 1, 2, false});
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*claim, ProcessDriver::page(*claim, 3, 1)) == ClaimOutcome::Won);
        if (planned)
            QVERIFY(bench.store.finishPlan(*claim) == ClaimOutcome::Won);
        QVERIFY(workUpTo(bench, id, 1).has_value());
        QVERIFY(bench.store.stop(id));
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QCOMPARE(bench.stateOf(id), ProcessState::Running);
        bench.clock.advance(61s); // the lease of the node in hand
        QVERIFY(planMore(bench, id, 2));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(5));
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    void addInputs_stoppedBeforeItBegan_begins()
    {
        StoreBench bench;
        const auto id = bench.started({0, 1, 2, false});
        QVERIFY(bench.store.stop(id));
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        const auto process = bench.store.snapshot(id).value();
        QCOMPARE(process.state, ProcessState::Running);
        QVERIFY(process.startedMs > 0);
        QVERIFY(planMore(bench, id, 1));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
    }

    // A node that is parked belongs to a group that grows: it must go, and its letter with it.
    void addInputs_failedWithAParkedNode_triesItAgain()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({3, 1, 2, false});
        auto root = workUpTo(bench, id, 2);
        for (int delivery = 0; delivery < 3; ++delivery) {
            QVERIFY(root.has_value());
            QVERIFY(bench.store.fail(root->claim, QStringLiteral("pretended"), 0ms) == ClaimOutcome::Won);
            root = bench.driver.claim(id);
        }
        QCOMPARE(bench.store.sweep(id).value(), ProcessState::Failed);
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        const auto open = bench.store.snapshot(id).value();
        QCOMPARE(open.state, ProcessState::Running);
        QCOMPARE(open.analyse.dead, 0);
        QCOMPARE(open.error, QString());
        QCOMPARE(bench.opened->violations(id), QStringList());
        QVERIFY(planMore(bench, id, 2));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(5));
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    void addInputs_afterRetry_growsTheLongerTree()
    {
        StoreBench bench;
        bench.driver.unreadable = {1};
        const auto id = bench.driver.plan({3, 1, 2, true});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        bench.driver.unreadable.clear();
        QVERIFY(bench.store.retry(id));
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        QCOMPARE(kindOf(bench.store.retry(id).error()), ErrorKind::Conflict); // it looks for documents again
        QVERIFY(planMore(bench, id, 2));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(5));
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    void addInputs_afterSweepsDroppedChunks_stillFindsWhatItNeeds()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({7, 1, 2, false});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        for (int i = 0; i < 5; ++i)
            QVERIFY(bench.store.sweep(id));
        QVERIFY(bench.store.addInputs(id, OneMore, {}, {}));
        for (int i = 0; i < 5; ++i)
            QVERIFY(bench.store.sweep(id));
        QVERIFY(planMore(bench, id, 2));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(9));
    }
};

QTEST_GUILESS_MAIN(TestProcessGrowth)
#include "tst_processgrowth.moc"
