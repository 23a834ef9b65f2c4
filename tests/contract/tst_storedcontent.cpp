// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storebench.h"
#include "support/contentfakes.h"

#include <QTest>

#include <chrono>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

const QString Here = QStringLiteral("here");
const QString There = QStringLiteral("there");

NewProcess stored(const QString &machine, const QByteArray &path = "/documents")
{
    NewProcess process = ProcessDriver::request({});
    process.settings.content = QStringLiteral("stored");
    process.machine = machine;
    process.inputs = {{Locator::Kind::File, path}};
    return process;
}

} // namespace

// Processes whose documents travel: content lives as long as what refers to it, and only the machine that has
// the files plans.
class TestStoredContent : public QObject
{
    Q_OBJECT

private:
    struct Bench : StoreBench
    {
        Locator put(const QByteArray &content)
        {
            Test::FakeContent reader(content);
            return opened->contents().put(reader).value();
        }

        bool isThere(const Locator &blob) { return opened->contents().open(blob).has_value(); }

        // A page of one leaf, a document for each blob.
        static PlanPage page(const PlanClaim &claim, const std::vector<Locator> &blobs)
        {
            const int count = static_cast<int>(blobs.size());
            PlanPage page = ProcessDriver::page(claim, count, count);
            for (std::size_t i = 0; i < blobs.size(); ++i) {
                page.documents[i].document.locator = blobs[i];
                page.documents[i].document.sha256 = blobs[i].value;
            }
            return page;
        }

        // A process that has published the blobs.
        ProcessId published(const std::vector<Locator> &blobs)
        {
            const auto id = store.start(stored(Here)).value();
            auto claim = store.claimPlan({id, other, Here}).value().value();
            [&] { QCOMPARE(store.publishPage(claim, page(claim, blobs)), ClaimOutcome::Won); }();
            return id;
        }

        void age()
        {
            clock.advance(2h);
            QVERIFY(store.purgeRemoved(1h));
        }
    };

private Q_SLOTS:
    void keeps_content_isAskedByDigestAndKeptAnotherHour()
    {
        Bench bench;
        ContentStore &contents = bench.opened->contents();
        QCOMPARE(contents.keeps(QByteArray(32, 'x')), false);
        const Locator blob = bench.put("some text");
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(contents.keeps(blob.value), true);
            bench.clock.advance(50min);
            QVERIFY(bench.store.purgeRemoved(1h));
        }
        bench.age();
        QCOMPARE(contents.keeps(blob.value), false);
    }

    void page_contentThatIsGone_isRefusedWholeAndPublishedOnceItIsBack()
    {
        Bench bench;
        const Locator kept = bench.put("kept");
        const Locator gone = bench.put("gone");
        bench.age();
        QVERIFY(!bench.isThere(gone));
        bench.put("kept");
        const auto id = bench.store.start(stored(Here)).value();
        auto claim = bench.store.claimPlan({id, bench.other, Here}).value().value();
        const PlanPage page = Bench::page(claim, {kept, gone});
        QCOMPARE(bench.store.publishPage(claim, page).error().kind, ErrorKind::Storage);
        QCOMPARE(bench.store.snapshot(id).value().documents.found(), 0);
        bench.put("gone");
        QCOMPARE(bench.store.publishPage(claim, page), ClaimOutcome::Won);
        QCOMPARE(bench.opened->violations(id), QStringList());
    }

    void page_publishedContent_livesAsLongAsItsLastProcess()
    {
        Bench bench;
        const Locator one = bench.put("in one process");
        const Locator both = bench.put("in both processes");
        const auto first = bench.published({one, both, both});
        const auto second = bench.published({both});
        bench.age();
        QVERIFY(bench.isThere(one) && bench.isThere(both));
        QVERIFY(bench.store.remove(first));
        bench.age();
        QVERIFY(!bench.isThere(one));
        QVERIFY(bench.isThere(both));
        QVERIFY(bench.store.remove(second));
        bench.age();
        QVERIFY(!bench.isThere(both));
    }

    void page_lostAnswer_isAppliedOnce()
    {
        Bench bench;
        const Locator blob = bench.put("text");
        const auto id = bench.store.start(stored(Here)).value();
        auto claim = bench.store.claimPlan({id, bench.other, Here}).value().value();
        auto again = claim;
        const PlanPage page = Bench::page(claim, {blob});
        QCOMPARE(bench.store.publishPage(claim, page), ClaimOutcome::Won);
        QCOMPARE(bench.store.publishPage(again, page), ClaimOutcome::Won);
        QCOMPARE(bench.store.snapshot(id).value().documents.found(), 1);
    }

    void claimPlan_filesOfAMachine_areOnlyForItsPlanners()
    {
        Bench bench;
        const auto id = bench.store.start(stored(Here)).value();
        QCOMPARE(bench.store.request(id).value().machine, Here);
        QVERIFY(!bench.store.claimPlan({id, bench.other, There}).value());
        QVERIFY(!bench.store.claimPlan({{}, bench.other, There}).value());
        QVERIFY(!bench.store.claimPlan({{}, bench.other}).value());
        QVERIFY(bench.store.claimPlan({{}, bench.other, Here}).value());
        const auto anywhere = bench.started();
        QCOMPARE(bench.store.claimPlan({{}, bench.other, There}).value()->process, anywhere);
    }

    void addInputs_filesOfAnotherMachine_areRefusedAndBlobsAreNot()
    {
        Bench bench;
        const auto id = bench.store.start(stored(Here)).value();
        const std::vector<Locator> file{{Locator::Kind::File, "/more"}};
        const auto refused = bench.store.addInputs(id, file, {}, There);
        QCOMPARE(kindOf(refused.error()), ErrorKind::Conflict);
        QVERIFY(refused.error().message.contains(Here));
        QVERIFY(bench.store.addInputs(id, {bench.put("pasted")}, {}, There));
        QVERIFY(bench.store.addInputs(id, file, {}, Here));
        QCOMPARE(bench.store.request(id).value().inputs.size(), 3u);
        QCOMPARE(bench.store.request(id).value().machine, Here);
    }

    void addInputs_filesWhereThereWereNone_bindThemToTheirMachine()
    {
        Bench bench;
        NewProcess process = stored({});
        process.inputs = {bench.put("pasted")};
        const auto id = bench.store.start(process).value();
        QVERIFY(bench.store.addInputs(id, {{Locator::Kind::File, "/more"}}, {}, There));
        QCOMPARE(bench.store.request(id).value().machine, There);
        QVERIFY(!bench.store.claimPlan({id, bench.other, Here}).value());
        process = stored({});
        process.settings.content = QStringLiteral("path");
        const auto shared = bench.store.start(process).value();
        QVERIFY(bench.store.addInputs(shared, {{Locator::Kind::File, "/more"}}, {}, There));
        QVERIFY(bench.store.claimPlan({shared, bench.other, Here}).value());
    }

    // No other machine could read it, and a leaf is for any.
    void retry_fileThatWasNotKept_isNotQueued()
    {
        Bench bench;
        const auto id = bench.store.start(stored(Here)).value();
        auto claim = bench.store.claimPlan({id, bench.other, Here}).value().value();
        PlanPage page = Bench::page(claim, {bench.put("text"), {Locator::Kind::File, "/unreadable"}});
        page.documents[1].document.problem = Problem{Reason::NoPermission, {}};
        page.leaves[0].documentNumbers = {0};
        QCOMPARE(bench.store.publishPage(claim, page), ClaimOutcome::Won);
        QCOMPARE(bench.store.finishPlan(claim), ClaimOutcome::Won);
        QCOMPARE(bench.driver.finish(id), ProcessState::Completed);
        QCOMPARE(kindOf(bench.store.retry(id).error()), ErrorKind::Conflict);
        QCOMPARE(bench.opened->violations(id), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestStoredContent)
#include "tst_storedcontent.moc"
