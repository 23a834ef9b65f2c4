// SPDX-License-Identifier: GPL-3.0-or-later
// Size: one suite, so that a backend passes all of the port or fails it; retrying has its own file.
#include "contract/storebench.h"

#include <QTest>

#include <chrono>

using namespace Gemmary;
using namespace std::chrono_literals;

// What every ProcessStore promises, seen through its face.
class TestProcessStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- Commands
    void command_unknownProcess_isNotFound()
    {
        StoreBench bench;
        const auto id = ProcessId::create();
        QCOMPARE(kindOf(bench.store.stop(id).error()), ErrorKind::NotFound);
        QCOMPARE(kindOf(bench.store.resume(id).error()), ErrorKind::NotFound);
        QCOMPARE(kindOf(bench.store.retry(id).error()), ErrorKind::NotFound);
        QCOMPARE(kindOf(bench.store.setPaused(id, true).error()), ErrorKind::NotFound);
        QCOMPARE(kindOf(bench.store.remove(id).error()), ErrorKind::NotFound);
        QCOMPARE(kindOf(bench.store.restore(id).error()), ErrorKind::NotFound);
        QCOMPARE(kindOf(bench.store.snapshot(id).error()), ErrorKind::NotFound);
    }

    void start_sameKeyAgain_answersTheFirstProcess()
    {
        StoreBench bench;
        NewProcess request = ProcessDriver::request({});
        request.idempotencyKey = QStringLiteral("once ✓");
        const auto first = bench.store.start(request).value();
        QCOMPARE(bench.store.start(request).value(), first);
        request.idempotencyKey.clear();
        QVERIFY(bench.store.start(request).value() != first);
        QCOMPARE(bench.store.list({}).value().size(), std::size_t(2));
    }

    void start_withInputs_isPlannedWithThem()
    {
        StoreBench bench;
        NewProcess request = ProcessDriver::request({});
        request.inputs = {{Locator::Kind::File, QByteArray("/a\xff\n b", 7)}, {Locator::Kind::File, "/c"}};
        request.inputNames = {QStringLiteral("standard input")};
        const auto id = bench.store.start(request).value();
        const auto claim = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(claim.has_value());
        QCOMPARE(claim->request.inputs, request.inputs);
        QCOMPARE(claim->request.inputNames.value(0), request.inputNames.value(0));
        QCOMPARE(toJson(claim->request.settings), toJson(request.settings));
    }

    void stopAndResume_everyState_followTheTable()
    {
        StoreBench bench;
        const auto id = bench.started();
        QVERIFY(bench.store.resume(id)); // already open
        QVERIFY(bench.store.stop(id));
        QVERIFY(bench.store.stop(id));
        QCOMPARE(bench.stateOf(id), ProcessState::Stopped);
        QCOMPARE(kindOf(bench.store.setPaused(id, true).error()), ErrorKind::Conflict);
        QVERIFY(bench.store.resume(id));
        QCOMPARE(bench.stateOf(id), ProcessState::Pending);
        const auto done = bench.driver.plan({});
        QCOMPARE(bench.driver.finish(done), ProcessState::Completed);
        QCOMPARE(kindOf(bench.store.stop(done).error()), ErrorKind::Conflict);
        QCOMPARE(kindOf(bench.store.resume(done).error()), ErrorKind::Conflict);
        QCOMPARE(kindOf(bench.store.retry(done).error()), ErrorKind::Conflict);
    }

    void everyAct_changesTheVersion()
    {
        StoreBench bench;
        const auto id = bench.started();
        auto version = bench.store.snapshot(id).value().version;
        const auto changed = [&] {
            const auto now = bench.store.snapshot(id).value().version;
            return std::exchange(version, now) != now;
        };
        auto plan = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*plan, ProcessDriver::page(*plan, 2, 1)));
        QVERIFY(changed());
        QVERIFY(bench.store.finishPlan(*plan));
        QVERIFY(changed());
        QVERIFY(bench.store.setPaused(id, true));
        QVERIFY(changed());
        QVERIFY(bench.store.setPaused(id, false));
        QVERIFY(changed());
        const auto job = bench.driver.claim(id);
        QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()));
        QVERIFY(changed());
        QVERIFY(bench.store.stop(id));
        QVERIFY(changed());
    }

    // ---- Planning
    void claimPlan_liveplanner_isRefusedUntilItsLeaseEnds()
    {
        StoreBench bench;
        const auto id = bench.started();
        QVERIFY(bench.store.claimPlan({id, bench.other}).value());
        QVERIFY(!bench.store.claimPlan({{}, bench.other}).value());
        bench.clock.advance(61s);
        QVERIFY(bench.store.claimPlan({{}, bench.other}).value());
    }

    void publishPage_deadPlannerReplaced_isFencedAndTheNewGoesOn()
    {
        StoreBench bench;
        const auto id = bench.started();
        auto dead = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*dead, ProcessDriver::page(*dead, 3, 2)) == ClaimOutcome::Won);
        bench.clock.advance(61s);
        auto alive = bench.store.claimPlan({id, bench.other}).value();
        QCOMPARE(alive->documents, 3);
        QCOMPARE(alive->leaves, 2);
        QCOMPARE(alive->cursor, QByteArray("after 3"));
        QVERIFY(bench.store.publishPage(*dead, ProcessDriver::page(*dead, 1, 1)) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.finishPlan(*dead) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.publishPage(*alive, ProcessDriver::page(*alive, 1, 1)) == ClaimOutcome::Won);
        QVERIFY(bench.store.finishPlan(*alive) == ClaimOutcome::Won);
        QVERIFY(bench.store.finishPlan(*alive) == ClaimOutcome::Won);
        QCOMPARE(bench.store.snapshot(id).value().documents.found(), 4);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(4));
    }

    void publishPage_repeatedAfterALostAnswer_addsNothing()
    {
        StoreBench bench;
        const auto id = bench.started();
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        auto again = claim;
        const PlanPage page = ProcessDriver::page(*claim, 3, 1);
        QVERIFY(bench.store.publishPage(*claim, page) == ClaimOutcome::Won);
        QVERIFY(bench.store.publishPage(*again, page) == ClaimOutcome::Won);
        QCOMPARE(again->documents, 3);
        const auto snapshot = bench.store.snapshot(id).value();
        QCOMPARE(snapshot.documents.found(), 3);
        QCOMPARE(snapshot.analyse.leaves, 3);
        QCOMPARE(snapshot.state, ProcessState::Running);
        QVERIFY(!snapshot.planned);
    }

    void publishPage_noDocuments_renewsTheLease()
    {
        StoreBench bench;
        const auto id = bench.started();
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        bench.clock.advance(50s);
        QVERIFY(bench.store.publishPage(*claim, {}) == ClaimOutcome::Won);
        bench.clock.advance(50s);
        QVERIFY(!bench.store.claimPlan({id, bench.other}).value());
    }

    void releasePlan_anotherPlanner_goesOnAtOnce()
    {
        StoreBench bench;
        const auto id = bench.started();
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*claim, ProcessDriver::page(*claim, 1, 1)));
        QVERIFY(bench.store.releasePlan(*claim));
        const auto next = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(next.has_value());
        QCOMPARE(next->documents, 1);
    }

    void releaseInstance_thatIsGone_putsItsPlanAndJobsBackAtOnce()
    {
        StoreBench bench;
        const InstanceId stranger = InstanceId::create();
        const auto planning = bench.started();
        auto plan = bench.store.claimPlan({planning, bench.other}).value();
        const auto working = bench.driver.plan({1, 1, 2, false});
        const auto late = bench.store.claim({working, bench.other, 1}).value().front();
        const auto lateResult = bench.driver.work(late).value();
        QCOMPARE(bench.store.releaseInstance(stranger).value(), 0);
        QVERIFY(!bench.store.claimPlan({planning, stranger}).value());
        QVERIFY(!bench.driver.claim(working));

        QCOMPARE(bench.store.releaseInstance(bench.other).value(), 1);
        QVERIFY(bench.store.claimPlan({planning, stranger}).value().has_value());
        QVERIFY(bench.store.publishPage(*plan, ProcessDriver::page(*plan, 1, 1)) == ClaimOutcome::Fenced);
        const auto next = bench.driver.claim(working);
        QVERIFY(next.has_value());
        QCOMPARE(next->claim.deliveries, 2);
        QVERIFY(bench.store.complete(late.claim, lateResult) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.complete(next->claim, bench.driver.work(*next).value()) == ClaimOutcome::Won);
        QCOMPARE(bench.store.snapshot(working).value().counts.words, 1);
    }

    void start_paused_isNotPlannedUntilResumed()
    {
        StoreBench bench;
        NewProcess request = ProcessDriver::request({});
        request.paused = true;
        const auto id = bench.store.start(request).value();
        QVERIFY(bench.store.snapshot(id).value().paused);
        QVERIFY(!bench.store.claimPlan({id, bench.other}).value());
        QVERIFY(bench.store.setPaused(id, false));
        QVERIFY(bench.store.claimPlan({id, bench.other}).value().has_value());
    }

    void stop_whilePlanning_fencesThePlannerAndResumeGoesOn()
    {
        StoreBench bench;
        const auto id = bench.started();
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*claim, ProcessDriver::page(*claim, 2, 1)));
        QVERIFY(bench.store.stop(id));
        QVERIFY(bench.store.publishPage(*claim, ProcessDriver::page(*claim, 1, 1)) == ClaimOutcome::Fenced);
        QVERIFY(!bench.store.claimPlan({id, bench.other}).value());
        QVERIFY(bench.store.resume(id));
        auto next = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(next.has_value());
        QCOMPARE(next->documents, 2);
        QVERIFY(bench.store.finishPlan(*next) == ClaimOutcome::Won);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
    }

    void finishPlan_nothingFound_completesAtOnce()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({});
        QCOMPARE(bench.store.sweep(id).value(), ProcessState::Completed);
    }

    void finishPlan_everythingFailedToBeRead_isFailed()
    {
        StoreBench bench;
        const auto id = bench.started();
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        PlanPage page = ProcessDriver::page(*claim, 2, 2);
        page.leaves.clear();
        page.documents[0].document.problem = Problem{Reason::NoPermission, {}};
        page.documents[1].document.problem = Problem{Reason::Hidden, {}};
        QVERIFY(bench.store.publishPage(*claim, page) == ClaimOutcome::Won);
        QVERIFY(bench.store.finishPlan(*claim) == ClaimOutcome::Won);
        QCOMPARE(bench.store.sweep(id).value(), ProcessState::Failed);
        const auto snapshot = bench.store.snapshot(id).value();
        QCOMPARE(snapshot.documents.failed, 1);
        QCOMPARE(snapshot.documents.skipped, 1);
        QCOMPARE(snapshot.bytesFound, 0);
        QVERIFY(!snapshot.error.isEmpty());
    }

    void plan_withoutSummarizer_hasNoSummariseJobs()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({3, 1, 2, false});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        const auto snapshot = bench.store.snapshot(id).value();
        QCOMPARE(snapshot.summarise.leaves, 0);
        QCOMPARE(snapshot.summarise.documentsDone, 0);
        QCOMPARE(snapshot.analyse.leavesDone, 3);
        QCOMPARE(snapshot.analyse.mergesDone, 3);
    }

    void plan_stillGoingOn_fullGroupsAreCombinedAlready()
    {
        StoreBench bench;
        const auto id = bench.started({0, 1, 2, false});
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*claim, ProcessDriver::page(*claim, 3, 1)));
        QCOMPARE(bench.driver.workAll(id), 4); // three leaves and the first pair
        QCOMPARE(bench.store.sweep(id).value(), ProcessState::Running);
        QVERIFY(bench.store.finishPlan(*claim) == ClaimOutcome::Won);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(3));
    }

    void plannedDocuments_pagedByNumber_omitWhatIsNotRead()
    {
        StoreBench bench;
        const auto id = bench.started();
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        PlanPage page = ProcessDriver::page(*claim, 3, 1);
        page.documents[1].document.problem = Problem{Reason::Hidden, {}};
        page.leaves = {{0, {0}}, {1, {2}}};
        QVERIFY(bench.store.publishPage(*claim, page) == ClaimOutcome::Won);
        const auto all = bench.store.plannedDocuments(id, -1, 10).value();
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[1].number, 2);
        QCOMPARE(all[1].document.locator, page.documents[2].document.locator);
        QCOMPARE(bench.store.plannedDocuments(id, 0, 1).value().front().number, 2);
    }

    // ---- Whole processes
    void process_anyShape_endsInExactRoots_data()
    {
        QTest::addColumn<int>("documents");
        QTest::addColumn<int>("batchSize");
        QTest::addColumn<int>("fanIn");
        for (const auto &[documents, batchSize, fanIn] :
             {std::tuple(1, 1, 2), std::tuple(2, 1, 2), std::tuple(3, 1, 2), std::tuple(4, 1, 2),
              std::tuple(5, 2, 2), std::tuple(9, 1, 2), std::tuple(9, 1, 3), std::tuple(10, 1, 3),
              std::tuple(28, 1, 3), std::tuple(64, 3, 4), std::tuple(7, 100, 64)})
            QTest::addRow("%d by %d, %d", documents, batchSize, fanIn) << documents << batchSize << fanIn;
    }

    void process_anyShape_endsInExactRoots()
    {
        QFETCH(const int, documents);
        QFETCH(const int, batchSize);
        QFETCH(const int, fanIn);
        StoreBench bench;
        const auto id = bench.driver.plan({documents, batchSize, fanIn, true});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(documents));
        QCOMPARE(bench.driver.rootOf(Stage::Summarise, id), firstNumbers(documents));
        const auto snapshot = bench.store.snapshot(id).value();
        const qint64 words = qint64(documents) * (documents + 1) / 2;
        QCOMPARE(snapshot.counts.words, words);
        QCOMPARE(snapshot.bytesFound, 10 * words);
        QCOMPARE(snapshot.bytesDone, 10 * words);
        QCOMPARE(snapshot.documents.done, documents);
        QCOMPARE(snapshot.documents.waiting, 0);
        QCOMPARE(snapshot.summarise.documentsDone, documents);
        QCOMPARE(snapshot.analyse.leavesDone, snapshot.analyse.leaves);
        QCOMPARE(snapshot.analyse.mergesDone, mergesOf(snapshot.analyse.leaves, fanIn));
        QCOMPARE(bench.opened->violations(id), QStringList());
        QVERIFY(!bench.driver.claim(id));
        QCOMPARE(kindOf(bench.store.retry(id).error()), ErrorKind::Conflict);
    }

    // ---- Claims
    void claim_innerNodesFirst_thenCountingThenSummaries()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({2, 1, 2, true});
        std::vector<std::pair<int, Stage>> order;
        while (const auto job = bench.driver.claim(id)) {
            order.emplace_back(job->claim.key.level, job->claim.key.stage);
            QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()));
        }
        const std::vector<std::pair<int, Stage>> expected{{0, Stage::Analyse},   {0, Stage::Analyse},
                                                          {1, Stage::Analyse},   {0, Stage::Summarise},
                                                          {0, Stage::Summarise}, {1, Stage::Summarise}};
        QVERIFY(order == expected);
    }

    void claim_limitAndTwoProcesses_eachJobOnce()
    {
        StoreBench bench;
        const auto first = bench.driver.plan({6, 1, 64, false});
        const auto second = bench.driver.plan({6, 1, 64, false});
        std::set<std::pair<QString, qint64>> seen;
        for (int i = 0; i < 6; ++i) {
            const auto jobs = bench.store.claim({std::nullopt, bench.other, 2}).value();
            QCOMPARE(jobs.size(), std::size_t(2));
            for (const auto &job : jobs)
                QVERIFY(seen.emplace(job.claim.key.process.toString(), job.claim.key.node).second);
        }
        QVERIFY(bench.store.claim({std::nullopt, bench.other, 2}).value().empty());
        QVERIFY(first != second);
    }

    void claim_twoProcesses_areServedFairly()
    {
        StoreBench bench;
        const auto first = bench.driver.plan({100, 1, 64, false});
        bench.driver.plan({100, 1, 64, false});
        int ofFirst = 0;
        for (int i = 0; i < 100; ++i) {
            const auto jobs = bench.store.claim({std::nullopt, bench.other, 1}).value();
            ofFirst += jobs.front().claim.key.process == first ? 1 : 0;
        }
        QVERIFY2(ofFirst > 20 && ofFirst < 80, qPrintable(QString::number(ofFirst)));
    }

    void claim_pausedOrStopped_isNothing()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({3, 1, 64, false});
        const auto held = bench.driver.claim(id);
        QVERIFY(bench.store.setPaused(id, true));
        QVERIFY(!bench.driver.claim(id));
        QVERIFY(bench.store.openProcesses().value().empty());
        QVERIFY(bench.store.complete(held->claim, bench.driver.work(*held).value()) == ClaimOutcome::Won);
        QVERIFY(bench.store.setPaused(id, false));
        const auto second = bench.driver.claim(id);
        QVERIFY(bench.store.stop(id));
        QVERIFY(!bench.driver.claim(id));
        QVERIFY(bench.store.heartbeat(second->claim).value() == ProcessState::Stopped);
        QVERIFY(bench.store.complete(second->claim, bench.driver.work(*second).value()) == ClaimOutcome::Won);
        QCOMPARE(bench.store.snapshot(id).value().analyse.leavesDone, 2);
        QVERIFY(bench.store.resume(id));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(3));
    }

    void lease_ranOut_fencesTheFormerHolder()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({1, 1, 2, false});
        const auto late = bench.driver.claim(id);
        const auto lateResult = bench.driver.work(*late).value();
        QVERIFY(!bench.driver.claim(id));
        bench.clock.advance(61s);
        const auto next = bench.driver.claim(id);
        QVERIFY(next.has_value());
        QVERIFY(next->claim.epoch > late->claim.epoch);
        QCOMPARE(next->claim.deliveries, 2);
        QVERIFY(!bench.store.heartbeat(late->claim).value());
        QVERIFY(bench.store.complete(late->claim, lateResult) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.fail(late->claim, QStringLiteral("late"), 0ms) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.release(late->claim, 0ms, {}) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.complete(next->claim, bench.driver.work(*next).value()) == ClaimOutcome::Won);
        QVERIFY(bench.store.complete(late->claim, lateResult) == ClaimOutcome::Fenced);
        QCOMPARE(bench.store.snapshot(id).value().counts.words, 1);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(1));
    }

    void heartbeat_inTime_keepsTheJob()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({1, 1, 2, false});
        const auto job = bench.driver.claim(id);
        for (int i = 0; i < 5; ++i) {
            bench.clock.advance(50s);
            QVERIFY(bench.store.heartbeat(job->claim).value() == ProcessState::Running);
            QVERIFY(!bench.driver.claim(id));
        }
        QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()) == ClaimOutcome::Won);
    }

    void complete_repeatedAfterALostAnswer_countsOnce()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({2, 2, 2, false});
        const auto job = bench.driver.claim(id);
        const auto result = bench.driver.work(*job).value();
        QVERIFY(bench.store.complete(job->claim, result) == ClaimOutcome::Won);
        QVERIFY(bench.store.complete(job->claim, result) == ClaimOutcome::Won);
        const auto snapshot = bench.store.snapshot(id).value();
        QCOMPARE(snapshot.counts.words, 3);
        QCOMPARE(snapshot.documents.done, 2);
        QCOMPARE(snapshot.analyse.leavesDone, 1);
    }

    void release_manyTimes_costsNoDelivery()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({1, 1, 2, false});
        for (int i = 0; i < 10; ++i) {
            const auto job = bench.driver.claim(id);
            QCOMPARE(job->claim.deliveries, 1);
            QVERIFY(bench.store.release(job->claim, 5s, {}) == ClaimOutcome::Won);
            QVERIFY(!bench.driver.claim(id));
            bench.clock.advance(5s);
        }
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
    }

    void release_forAReason_isWhatTheProcessWaitsFor()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({1, 1, 2, false});
        QCOMPARE(bench.store.waitReason(id).value(), QString());
        const auto job = bench.driver.claim(id);
        const QString reason = QStringLiteral("Google asked us to wait; it goes on at 14:05.");
        QVERIFY(bench.store.release(job->claim, 30s, reason) == ClaimOutcome::Won);
        QCOMPARE(bench.store.waitReason(id).value(), reason);
        bench.clock.advance(30s);
        QCOMPARE(bench.store.waitReason(id).value(), QString()); // it is tried again
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
    }

    void setTokenBudget_isThatOfTheNextClaimAndEndsWaits()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({1, 1, 2, false});
        const auto job = bench.driver.claim(id);
        QCOMPARE(job->settings.tokenBudget, 0);
        QVERIFY(bench.store.release(job->claim, 30s, QStringLiteral("no tokens left")) == ClaimOutcome::Won);
        const auto before = bench.store.snapshot(id).value().version;
        QVERIFY(bench.store.setTokenBudget(id, 5'000));
        QVERIFY(bench.store.snapshot(id).value().version != before);
        QCOMPARE(bench.driver.claim(id)->settings.tokenBudget, 5'000);
        QCOMPARE(bench.store.setTokenBudget(id, -1).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(bench.store.setTokenBudget(ProcessId::create(), 1).error().kind, ErrorKind::NotFound);
    }

    // ---- Dead letters
    void fail_lastDelivery_buriesOnceAndRetryRunsItAgain()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({1, 1, 2, false});
        for (int i = 0; i < 3; ++i) {
            const auto job = bench.driver.claim(id);
            QVERIFY(job.has_value());
            QVERIFY(bench.store.fail(job->claim, QStringLiteral("no luck \u0000 ✗"), 10s) ==
                    ClaimOutcome::Won);
            QVERIFY(bench.store.fail(job->claim, QStringLiteral("again"), 10s) == ClaimOutcome::Fenced);
            QVERIFY(!bench.driver.claim(id));
            bench.clock.advance(10s);
        }
        QVERIFY(!bench.driver.claim(id));
        QCOMPARE(bench.store.sweep(id).value(), ProcessState::Failed);
        const auto letters = bench.store.deadLetters(id).value();
        QCOMPARE(letters.size(), std::size_t(1));
        QVERIFY(letters.front().error.startsWith(QLatin1String("no luck")));
        QCOMPARE(letters.front().deliveries, 3);
        QVERIFY(!letters.front().redriven);
        QCOMPARE(bench.store.snapshot(id).value().analyse.dead, 1);
        QCOMPARE(bench.store.retry(id).value(), 1);
        QCOMPARE(bench.store.snapshot(id).value().analyse.dead, 0);
        QVERIFY(bench.store.deadLetters(id).value().front().redriven);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(1));
    }

    void retryJob_givesThatDeadLetterDeliveriesAgainAndNoOther()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({2, 1, 2, false});
        QVERIFY(bench.store.retryJob({id, Stage::Analyse, 0, 0}).error().kind == ErrorKind::NotFound);
        for (int i = 0; i < 6; ++i) {
            const auto job = bench.driver.claim(id);
            QVERIFY(job.has_value());
            QVERIFY(bench.store.fail(job->claim, QStringLiteral("no luck"), 0s) == ClaimOutcome::Won);
            bench.clock.advance(1s);
        }
        QCOMPARE(bench.store.sweep(id).value(), ProcessState::Failed);
        QVERIFY(bench.store.retryJob({id, Stage::Analyse, 0, 1}).has_value());
        QCOMPARE(bench.store.snapshot(id).value().state, ProcessState::Running);
        QCOMPARE(bench.store.snapshot(id).value().analyse.dead, 1);
        const auto again = bench.driver.claim(id);
        QCOMPARE(again->claim.key.node, 1);
        QCOMPARE(again->claim.deliveries, 1);
        QVERIFY(!bench.driver.claim(id));
        std::vector<qint64> parked;
        const auto letters = bench.store.deadLetters(id).value();
        for (const DeadLetter &letter : letters) {
            if (!letter.redriven)
                parked.push_back(letter.node);
        }
        QCOMPARE(parked, std::vector<qint64>{0});
        QVERIFY(bench.store.retryJob(again->claim.key).error().kind == ErrorKind::NotFound);
        QVERIFY(bench.store.complete(again->claim, bench.driver.work(*again).value()) == ClaimOutcome::Won);
        QCOMPARE(bench.store.sweep(id).value(), ProcessState::Failed);
        QCOMPARE(bench.store.retry(id).value(), 1);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(2));
    }

    void sweep_workerLostEachTime_buriesTheJob()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({2, 1, 2, false});
        const auto poison = bench.driver.claim(id)->claim.key;
        for (int i = 0; i < 20 && bench.store.sweep(id).value() == ProcessState::Running; ++i) {
            bench.clock.advance(61s);
            const auto job = bench.driver.claim(id);
            if (job && job->claim.key != poison)
                QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()) ==
                        ClaimOutcome::Won);
        }
        QCOMPARE(bench.stateOf(id), ProcessState::Failed);
        QCOMPARE(bench.store.deadLetters(id).value().size(), std::size_t(1));
        QVERIFY(bench.store.retry(id));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(2));
    }

    // ---- Removing
    void remove_openProcess_stopsAndHidesItUntilRestored()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({2, 1, 2, false});
        QVERIFY(bench.store.remove(id));
        QVERIFY(bench.store.list({}).value().empty());
        QVERIFY(bench.store.openProcesses().value().empty());
        QVERIFY(!bench.driver.claim(id));
        ProcessFilter removed;
        removed.removed = true;
        QCOMPARE(bench.store.list(removed).value().size(), std::size_t(1));
        QVERIFY(bench.store.restore(id));
        QCOMPARE(bench.store.list({}).value().size(), std::size_t(1));
        QCOMPARE(bench.stateOf(id), ProcessState::Stopped);
        QVERIFY(bench.store.resume(id));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
    }

    void purgeRemoved_oldEnough_deletesThatProcessOnly()
    {
        StoreBench bench;
        const auto kept = bench.driver.plan({3, 1, 2, true});
        const auto gone = bench.driver.plan({3, 1, 2, true});
        QCOMPARE(bench.driver.finish(gone), ProcessState::Completed);
        QVERIFY(bench.store.remove(gone));
        QCOMPARE(bench.store.purgeRemoved(1h).value(), 0);
        bench.clock.advance(2h);
        QCOMPARE(bench.store.purgeRemoved(1h).value(), 1);
        QCOMPARE(kindOf(bench.store.snapshot(gone).error()), ErrorKind::NotFound);
        QCOMPARE(kindOf(bench.store.restore(gone).error()), ErrorKind::NotFound);
        QCOMPARE(bench.driver.finish(kept), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, kept), firstNumbers(3));
    }

    // ---- Questions
    void list_filters_answerNewestFirst()
    {
        StoreBench bench;
        std::vector<ProcessId> ids;
        for (int i = 0; i < 5; ++i) {
            ids.push_back(bench.started());
            bench.clock.advance(1s);
        }
        QVERIFY(bench.store.stop(ids[2]));
        ProcessFilter filter;
        filter.limit = 2;
        filter.offset = 1;
        const auto page = bench.store.list(filter).value();
        QCOMPARE(page.size(), std::size_t(2));
        QCOMPARE(page[0].id, ids[3]);
        ProcessFilter stopped;
        stopped.state = ProcessState::Stopped;
        QCOMPARE(bench.store.list(stopped).value().front().id, ids[2]);
        ProcessFilter prefix;
        prefix.idPrefix = ids[4].toString().left(9);
        QCOMPARE(bench.store.list(prefix).value().front().id, ids[4]);
        prefix.idPrefix = QStringLiteral("%");
        QVERIFY(bench.store.list(prefix).value().empty());
    }

    void documents_filters_answerInOrderOfNumber()
    {
        StoreBench bench;
        bench.driver.unreadable = {2, 3};
        const auto id = bench.driver.plan({6, 2, 2, false});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        DocumentFilter filter;
        filter.problemsOnly = true;
        const auto problems = bench.store.documents(id, filter).value();
        QCOMPARE(problems.size(), std::size_t(2));
        QCOMPARE(problems[0].number, 2);
        QVERIFY(problems[0].problem && problems[0].problem->reason == Reason::ReadError);
        filter.problemsOnly = false;
        filter.state = DocumentState::Done;
        filter.after = 1;
        filter.limit = 1;
        const auto done = bench.store.documents(id, filter).value();
        QCOMPARE(done.size(), std::size_t(1));
        QCOMPARE(done[0].number, 4);
        QCOMPARE(done[0].statistics.counts.words, 5);
    }

    void names_hostile_comeBackAsTextAndHarmNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("quotes") << QStringLiteral("'; DROP TABLE processes; -- \"?:x");
        QTest::addRow("null") << QStringLiteral("a%1b").arg(QChar(QChar::Null));
        QTest::addRow("high surrogate") << QString(QChar(0xD800)) + QLatin1Char('x');
        QTest::addRow("low surrogate") << QString(QChar(0xDC00));
        QTest::addRow("beyond the plane") << QStringLiteral("𝒳 ✓");
        QTest::addRow("one megabyte") << QString(1024 * 1024, QLatin1Char('n'));
        QTest::addRow("empty") << QString();
    }

    void names_hostile_comeBackAsTextAndHarmNothing()
    {
        QFETCH(const QString, name);
        StoreBench bench;
        NewProcess request = ProcessDriver::request({});
        request.name = name;
        const auto id = bench.store.start(request).value();
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        PlanPage page = ProcessDriver::page(*claim, 2, 2);
        page.documents[0].document.name = name;
        QVERIFY(bench.store.publishPage(*claim, page) == ClaimOutcome::Won);
        QVERIFY(bench.store.finishPlan(*claim) == ClaimOutcome::Won);
        const auto rows = bench.store.documents(id, {}).value();
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].name.size(), name.size());
        QVERIFY(!rows[0].name.contains(QChar(0)));
        QVERIFY(rows[0].name.isValidUtf16());
        QCOMPARE(bench.store.snapshot(id).value().name.size(), name.size());
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
    }
};

QTEST_GUILESS_MAIN(TestProcessStore)
#include "tst_processstore.moc"
