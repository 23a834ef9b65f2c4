// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storebench.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <map>

using namespace Gemmary;
using namespace std::chrono_literals;

// Retrying: what failed is done again, and nothing is counted twice.
class TestProcessRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retry_failedDocuments_growTheTreeExactly_data()
    {
        QTest::addColumn<int>("documents");
        QTest::addColumn<int>("batchSize");
        QTest::addColumn<int>("fanIn");
        QTest::addColumn<int>("failures");
        for (const auto &[documents, batchSize, fanIn, failures] :
             {std::tuple(1, 1, 2, 1), std::tuple(2, 1, 2, 1), std::tuple(3, 1, 2, 1), std::tuple(4, 1, 2, 2),
              std::tuple(5, 1, 2, 1), std::tuple(6, 1, 2, 1), std::tuple(7, 1, 2, 3), std::tuple(8, 1, 2, 1),
              std::tuple(9, 1, 3, 1), std::tuple(11, 1, 3, 2), std::tuple(17, 1, 3, 1),
              std::tuple(26, 2, 3, 5), std::tuple(13, 4, 2, 9)})
            QTest::addRow("%d by %d, %d, %d failed", documents, batchSize, fanIn, failures)
                << documents << batchSize << fanIn << failures;
    }

    void retry_failedDocuments_growTheTreeExactly()
    {
        QFETCH(const int, documents);
        QFETCH(const int, batchSize);
        QFETCH(const int, fanIn);
        QFETCH(const int, failures);
        StoreBench bench;
        for (int i = 0; i < failures; ++i)
            bench.driver.unreadable.insert(documents - 1 - i);
        const auto id = bench.driver.plan({documents, batchSize, fanIn, true});
        const auto first = bench.driver.finish(id);
        QCOMPARE(first, failures == documents ? ProcessState::Failed : ProcessState::Completed);
        QCOMPARE(bench.store.snapshot(id).value().documents.failed, failures);
        for (int left = failures; left > 0; --left) { // one more can be read each time
            bench.driver.unreadable.erase(bench.driver.unreadable.begin());
            QCOMPARE(bench.store.retry(id).value(), left);
            QCOMPARE(bench.store.snapshot(id).value().documents.found(), documents);
            QCOMPARE(bench.store.snapshot(id).value().documents.waiting, left);
            QCOMPARE(bench.opened->violations(id), QStringList());
            QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
            QCOMPARE(bench.store.snapshot(id).value().documents.failed, left - 1);
        }
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(documents));
        QCOMPARE(bench.driver.rootOf(Stage::Summarise, id), firstNumbers(documents));
        const auto snapshot = bench.store.snapshot(id).value();
        QCOMPARE(snapshot.bytesDone, snapshot.bytesFound);
        QCOMPARE(snapshot.summarise.documentsDone, documents);
        QCOMPARE(snapshot.analyse.leavesDone, snapshot.analyse.leaves);
        QCOMPARE(snapshot.analyse.mergesDone, mergesOf(snapshot.analyse.leaves, fanIn));
        QCOMPARE(snapshot.summarise.mergesDone, mergesOf(snapshot.analyse.leaves, fanIn));
        QCOMPARE(snapshot.counts.words, qint64(documents) * (documents + 1) / 2);
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    void retry_failedSummary_isMadeAnewWithoutCountingAgain()
    {
        StoreBench bench;
        bench.driver.unsummarisable = {1};
        const auto id = bench.driver.plan({3, 1, 2, true});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Summarise, id), (std::vector<qint64>{0, 2}));
        bench.driver.unsummarisable.clear();
        QCOMPARE(bench.store.retry(id).value(), 1);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Summarise, id), firstNumbers(3));
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(3));
        const auto snapshot = bench.store.snapshot(id).value();
        QCOMPARE(snapshot.counts.words, 6);
        QCOMPARE(snapshot.documents.done, 3);
        QCOMPARE(snapshot.summarise.documentsDone, 3);
    }

    void retry_failedSummaries_areMissingInNoSetAnyMore()
    {
        StoreBench bench;
        bench.driver.unsummarisable = {0, 6};
        const auto id = bench.driver.plan({7, 1, 2, true});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.missingIn({id, Stage::Summarise, 3, 0}), 2);
        QCOMPARE(bench.driver.missingIn({id, Stage::Summarise, 2, 0}), 1);
        for (int tries = 0; tries < 2; ++tries) { // the first is in vain
            QCOMPARE(bench.store.retry(id).value(), 2);
            QCOMPARE(bench.driver.missingIn({id, Stage::Summarise, 0, 0}), 0);
            QCOMPARE(bench.driver.missingIn({id, Stage::Summarise, 2, 0}), 0);
            if (tries > 0)
                bench.driver.unsummarisable.clear();
            QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
            const JobKey root{id, Stage::Summarise, rootLevel(9 + 2 * tries, 2), 0};
            QCOMPARE(bench.driver.missingIn(root), tries > 0 ? 0 : 2);
        }
    }

    void retryWithKeySentences_marksThatLeafAloneUntilItIsDone()
    {
        StoreBench bench;
        bench.driver.unsummarisable = {1};
        const auto id = bench.driver.plan({3, 1, 2, true});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        bench.driver.unsummarisable.clear();
        QCOMPARE(bench.store.retryWithKeySentences(id).value(), 1);
        std::map<std::pair<Stage, int>, bool> marked; // by stage and level
        while (const auto job = bench.driver.claim(id)) {
            marked[{job->claim.key.stage, job->claim.key.level}] |= job->keySentences;
            QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()) == ClaimOutcome::Won);
        }
        QVERIFY(marked[std::pair(Stage::Summarise, 0)]);
        marked.erase({Stage::Summarise, 0});
        QVERIFY(marked.size() >= 2); // what is merged anew, and the leaf of the other stage
        QVERIFY(std::ranges::none_of(marked, [](const auto &row) { return row.second; }));
        QCOMPARE(bench.driver.rootOf(Stage::Summarise, id), firstNumbers(3));
        QCOMPARE(kindOf(bench.store.retryWithKeySentences(id).error()), ErrorKind::Conflict);
    }

    void retryWithKeySentences_marksParkedLeavesAndNotTheirParents()
    {
        StoreBench bench;
        const auto id = bench.driver.plan({2, 1, 2, true});
        while (const auto job = bench.driver.claim(id)) {
            if (job->claim.key.stage == Stage::Summarise && job->claim.key.node == 1 &&
                job->claim.key.level == 0)
                QVERIFY(bench.store.fail(job->claim, QStringLiteral("no"), 0ms));
            else
                QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()) ==
                        ClaimOutcome::Won);
        }
        QCOMPARE(bench.store.snapshot(id)->summarise.dead, 1);
        QCOMPARE(bench.store.retryWithKeySentences(id).value(), 1);
        const auto job = bench.driver.claim(id);
        QVERIFY(job && job->keySentences);
        QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()) == ClaimOutcome::Won);
        const auto parent = bench.driver.claim(id);
        QVERIFY(parent && !parent->keySentences);
    }

    void retry_failedWhilePlanning_isReadNow()
    {
        StoreBench bench;
        const auto id = bench.started({0, 1, 2, false});
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        PlanPage page = ProcessDriver::page(*claim, 2, 1);
        page.documents[1].document.problem = Problem{Reason::NoPermission, {}};
        page.leaves = {{0, {0}}};
        QVERIFY(bench.store.publishPage(*claim, page) == ClaimOutcome::Won);
        QVERIFY(bench.store.finishPlan(*claim) == ClaimOutcome::Won);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.store.retry(id).value(), 1);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(2));
        const auto snapshot = bench.store.snapshot(id).value();
        QCOMPARE(snapshot.documents.found(), 2);
        QCOMPARE(snapshot.documents.failed, 0);
        QCOMPARE(snapshot.bytesDone, snapshot.bytesFound);
    }

    // A node that was queued anew must not be completed by who worked on it in its former life.
    void retry_whileANodeIsBeingCombined_fencesThatWorker()
    {
        StoreBench bench;
        bench.driver.unreadable = {0};
        const auto id = bench.driver.plan({3, 1, 2, false});
        std::optional<ClaimedJob> root;
        while (const auto job = bench.driver.claim(id)) {
            if (job->claim.key.level == 2) {
                root = job;
                break;
            }
            QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()) == ClaimOutcome::Won);
        }
        QVERIFY(root.has_value());
        const auto lateResult = bench.driver.work(*root).value();
        bench.driver.unreadable.clear();
        QCOMPARE(bench.store.retry(id).value(), 1);
        std::optional<ClaimedJob> again;
        while (const auto job = bench.driver.claim(id)) {
            if (job->claim.key.level == 2) {
                again = job;
                break;
            }
            QVERIFY(bench.store.complete(job->claim, bench.driver.work(*job).value()) == ClaimOutcome::Won);
        }
        QVERIFY(again.has_value());
        QVERIFY(bench.store.complete(root->claim, lateResult) == ClaimOutcome::Fenced);
        QVERIFY(bench.store.complete(again->claim, bench.driver.work(*again).value()) == ClaimOutcome::Won);
        QCOMPARE(bench.store.sweep(id).value(), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(3));
    }

    // A document that one stage has failed must not be queued while the other stage still holds it.
    void retry_otherStageAtWork_countsNothingTwice_data()
    {
        QTest::addColumn<Stage>("held");
        QTest::addRow("summarising") << Stage::Summarise;
        QTest::addRow("analysing") << Stage::Analyse;
    }

    void retry_otherStageAtWork_countsNothingTwice()
    {
        QFETCH(const Stage, held);
        StoreBench bench;
        const auto id = bench.driver.plan({2, 2, 2, true});
        std::vector<ClaimedJob> jobs{*bench.driver.claim(id), *bench.driver.claim(id)};
        std::sort(jobs.begin(), jobs.end(), [&](const ClaimedJob &a, const ClaimedJob &b) {
            return (a.claim.key.stage == held) < (b.claim.key.stage == held);
        });
        const auto heldResult = bench.driver.work(jobs[1]).value();
        (held == Stage::Summarise ? bench.driver.unreadable : bench.driver.unsummarisable) = {1};
        QVERIFY(bench.store.complete(jobs[0].claim, bench.driver.work(jobs[0]).value()) == ClaimOutcome::Won);
        bench.driver.unreadable.clear();
        bench.driver.unsummarisable.clear();
        (void)bench.store.retry(id); // either way: queued without harm, or Conflict
        QCOMPARE(bench.driver.workAll(id) >= 0, true);
        QVERIFY(bench.store.complete(jobs[1].claim, heldResult));
        (void)bench.store.retry(id);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(2));
        QCOMPARE(bench.driver.rootOf(Stage::Summarise, id), firstNumbers(2));
        QCOMPARE(bench.store.snapshot(id).value().counts.words, 3);
    }

    void retry_afterSweepsDroppedChunks_stillFindsWhatItNeeds()
    {
        StoreBench bench;
        bench.driver.unreadable = {6};
        const auto id = bench.driver.plan({7, 1, 2, false});
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        for (int i = 0; i < 5; ++i)
            QVERIFY(bench.store.sweep(id));
        bench.driver.unreadable.clear();
        QVERIFY(bench.store.retry(id));
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(bench.driver.rootOf(Stage::Analyse, id), firstNumbers(7));
    }

    void retry_planNotFinished_isConflict()
    {
        StoreBench bench;
        bench.driver.unreadable = {0};
        const auto id = bench.started({0, 1, 2, false});
        auto claim = bench.store.claimPlan({id, bench.other}).value();
        QVERIFY(bench.store.publishPage(*claim, ProcessDriver::page(*claim, 1, 1)));
        QCOMPARE(bench.driver.workAll(id), 1);
        QCOMPARE(kindOf(bench.store.retry(id).error()), ErrorKind::Conflict);
        QCOMPARE(bench.stateOf(id), ProcessState::Running);
    }
};

QTEST_GUILESS_MAIN(TestProcessRetry)
#include "tst_processretry.moc"
