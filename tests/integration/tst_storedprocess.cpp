// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/pipeline.h"
#include "support/contentfakes.h"
#include "support/foldertree.h"
#include "support/realparts.h"
#include "support/threadexecutor.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

constexpr int WordsEach = 9;
constexpr qint64 Largest = 4 * 1024 * 1024;

QByteArray textOf(int number)
{
    return "Every document of these holds exactly nine words, number" + QByteArray::number(number) + ".\n";
}

// Counts what is put, and may be told to end somebody's patience at a certain one.
class CountedContents : public ContentStore
{
public:
    explicit CountedContents(ContentStore &real)
        : m_real(real)
    {}

    std::atomic<int> puts{0};
    std::function<void(int)> onPut;

    Result<bool> keeps(const QByteArray &sha256) override { return m_real.keeps(sha256); }
    Result<std::vector<qint64>> sizesOf(const std::vector<QByteArray> &digests) const override
    {
        return m_real.sizesOf(digests);
    }
    Result<Locator> put(ContentReader &content) override
    {
        const int count = ++puts;
        if (onPut)
            onPut(count);
        return m_real.put(content);
    }
    Outcome<std::unique_ptr<ContentReader>> open(const Locator &locator) const override
    {
        return m_real.open(locator);
    }

private:
    ContentStore &m_real;
};

// Opens what is there, but lets some files misbehave by the end of their name.
class OddContents : public ContentSource
{
public:
    using Opener = std::function<Outcome<std::unique_ptr<ContentReader>>()>;

    explicit OddContents(const ContentSource &real)
        : m_real(real)
    {}

    std::map<QByteArray, Opener> odd;

    Outcome<std::unique_ptr<ContentReader>> open(const Locator &locator) const override
    {
        for (const auto &[end, opener] : odd) {
            if (isFile(locator) && locator.value.endsWith(end))
                return opener();
        }
        return m_real.open(locator);
    }

private:
    const ContentSource &m_real;
};

// Takes its time between pieces, until it is let go.
class SlowContent : public Test::FakeContent
{
public:
    SlowContent(const QByteArray &content, CancelToken letGo)
        : FakeContent(content)
        , m_letGo(std::move(letGo))
    {}

    Outcome<qint64> read(std::span<char> buffer) override
    {
        m_letGo.waitFor(150ms);
        return FakeContent::read(buffer);
    }

private:
    CancelToken m_letGo;
};

// A folder, a store, and a machine that has both.
struct Machine
{
    Machine()
        : counted(real.store->contents())
        , contents(real.contents)
    {}

    ProcessId start(qint64 leaseMs = 60'000)
    {
        NewProcess process;
        process.inputs = {{Locator::Kind::File, folder.path("documents")}};
        process.settings.content = QStringLiteral("stored");
        process.settings.largestStored = Largest;
        process.settings.batchSize = 3;
        process.settings.fanIn = 3;
        process.settings.leaseMs = leaseMs;
        return store().start(process).value();
    }

    void write(int first, int end) const
    {
        for (int i = first; i < end; ++i)
            folder.file("documents/" + QByteArray::number(1000 + i) + ".txt", textOf(i));
    }

    void removeFolder() const
    {
        QProcess::execute(QStringLiteral("rm"),
                          {QStringLiteral("-rf"), QFile::decodeName(folder.path("documents"))});
    }

    // A pipeline of this machine.
    std::unique_ptr<Pipeline> pipeline(int workers)
    {
        PipelineSettings settings;
        settings.workers = workers;
        settings.heartbeat = 50ms;
        settings.longestIdle = 50ms;
        settings.backoff = {10ms, 20ms};
        const PipelineParts parts{store(),       contents,         real.scanner, real.extractor,
                                  real.analyzer, real.summarizers, counted};
        auto made = std::make_unique<Pipeline>(parts, settings, executor, PipelineEvents());
        made->start();
        return made;
    }

    ProcessSnapshot snapshot(const ProcessId &id) { return store().snapshot(id).value(); }

    ProcessSnapshot planned(const ProcessId &id)
    {
        const auto planner = pipeline(0);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(snapshot(id).planned, 60'000); }();
        return snapshot(id);
    }

    ProcessSnapshot finished(const ProcessId &id)
    {
        const auto workers = pipeline(2);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isSettled(snapshot(id).state), 60'000); }();
        return snapshot(id);
    }

    std::optional<Problem> problemOf(const ProcessId &id, const QString &name)
    {
        const auto rows = store().documents(id, {}).value();
        for (const DocumentRow &row : rows) {
            if (row.name == name)
                return row.problem;
        }
        return std::nullopt;
    }

    ProcessStore &store() { return real.store->processes(); }

    Test::FolderTree folder;
    QTemporaryDir home;
    SystemClock clock;
    RealParts real{home.path() + QStringLiteral("/store.db"), clock};
    CountedContents counted;
    OddContents contents;
    ThreadExecutor executor;
};

} // namespace

// Documents whose content is kept when they are planned.
class TestStoredProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folder_goneAfterThePlan_isCountedExactlyFromTheStore()
    {
        Machine machine;
        machine.write(0, 70);
        const auto id = machine.start();
        QCOMPARE(machine.planned(id).documents.waiting, 70);
        machine.removeFolder();
        const auto process = machine.finished(id);
        QCOMPARE(process.state, ProcessState::Completed);
        QCOMPARE(process.documents.done, 70);
        QCOMPARE(process.counts.words, 70 * WordsEach);
        QCOMPARE(process.summarise.documentsDone, 70);
        const auto rows = machine.store().documents(id, {}).value();
        for (const DocumentRow &row : rows) {
            QCOMPARE(row.locator, (Locator{Locator::Kind::Blob, row.facts.sha256}));
            QCOMPARE(row.bytes, row.facts.bytes);
        }
    }

    void file_thatCannotBeRead_isItsOwnProblem_data()
    {
        QTest::addColumn<int>("reason");
        for (const Reason reason : {Reason::NoPermission, Reason::NotThere, Reason::ReadError})
            QTest::addRow("%s", qPrintable(nameOf(reason))) << static_cast<int>(reason);
    }

    void file_thatCannotBeRead_isItsOwnProblem()
    {
        QFETCH(const int, reason);
        Machine machine;
        machine.write(0, 9);
        machine.contents.odd["1004.txt"] = [reason]() -> Outcome<std::unique_ptr<ContentReader>> {
            return problem(static_cast<Reason>(reason));
        };
        const auto process = machine.finished(machine.start());
        QCOMPARE(process.state, ProcessState::Completed);
        QCOMPARE(process.documents.done, 8);
        QCOMPARE(process.documents.failed, 1);
        QCOMPARE(process.counts.words, 8 * WordsEach);
        QCOMPARE(machine.problemOf(process.id, QStringLiteral("1004.txt"))->reason,
                 static_cast<Reason>(reason));
    }

    void file_thatBreaksOffWhileItIsSent_isItsOwnProblem()
    {
        Machine machine;
        machine.write(0, 3);
        machine.contents.odd["1001.txt"] = [] {
            auto content = std::make_unique<Test::FakeContent>(QByteArray(3'000'000, 'x'));
            content->failAfter = 1'000'000;
            return Outcome<std::unique_ptr<ContentReader>>(std::move(content));
        };
        const auto process = machine.finished(machine.start());
        QCOMPARE(process.documents.done, 2);
        QCOMPARE(machine.problemOf(process.id, QStringLiteral("1001.txt"))->reason, Reason::ReadError);
    }

    // What could not be read is nobody's original.
    void copy_ofAFileThatCannotBeKept_isCounted()
    {
        Machine machine;
        machine.folder.file("documents/0.txt", "Short.\n"); // whose leaf holds what follows back
        for (const char *name : {"documents/a.txt", "documents/b.txt", "documents/c.txt"})
            machine.folder.file(name, textOf(7));
        int opened = 0;
        machine.contents.odd["a.txt"] = [&opened]() -> Outcome<std::unique_ptr<ContentReader>> {
            if (++opened > 1)
                return std::make_unique<Test::FakeContent>(textOf(7));
            return problem(Reason::NoPermission);
        };
        const auto process = machine.finished(machine.start());
        QCOMPARE(process.documents.failed, 1);
        QCOMPARE(process.documents.done, 2);
        QCOMPARE(process.documents.skipped, 1);
        QCOMPARE(machine.problemOf(process.id, QStringLiteral("c.txt"))->detail, QStringLiteral("b.txt"));
    }

    void content_thatIsKeptAlready_isNotSentAgain()
    {
        Machine machine;
        machine.write(0, 6);
        machine.folder.file("documents/copy.txt", textOf(2));
        const auto first = machine.finished(machine.start());
        QCOMPARE(first.documents.done, 6);
        QCOMPARE(first.documents.skipped, 1);
        QCOMPARE(machine.counted.puts.load(), 6);
        machine.write(6, 7);
        QCOMPARE(machine.finished(machine.start()).documents.done, 7);
        QCOMPARE(machine.counted.puts.load(), 7);
    }

    void file_changedBetweenDigestAndSending_isStoredAsItIsNow()
    {
        Machine machine;
        machine.write(0, 3);
        machine.counted.onPut = [&machine](int count) {
            if (count == 2)
                machine.folder.file("documents/1001.txt", "Only four words now.\n");
        };
        const auto process = machine.finished(machine.start());
        QCOMPARE(process.documents.done, 3);
        QCOMPARE(process.counts.words, 2 * WordsEach + 4);
        QCOMPARE(process.bytesDone, process.bytesFound);
    }

    void file_thatNeverStopsChanging_isItsOwnProblem()
    {
        Machine machine;
        machine.write(0, 3);
        machine.contents.odd["1001.txt"] = [] {
            auto content = std::make_unique<Test::FakeContent>("before");
            content->secondReading = "after";
            content->changed = true;
            return Outcome<std::unique_ptr<ContentReader>>(std::move(content));
        };
        const auto process = machine.finished(machine.start());
        QCOMPARE(process.documents.done, 2);
        QCOMPARE(machine.problemOf(process.id, QStringLiteral("1001.txt"))->reason, Reason::ChangedWhileRead);
    }

    void file_largerThanWhatIsKept_isSkippedAndSaysSo()
    {
        Machine machine;
        machine.write(0, 2);
        machine.folder.file("documents/large.txt", QByteArray(Largest + 1, 'x'));
        machine.folder.file("documents/same.txt", QByteArray(Largest + 1, 'x'));
        machine.folder.file("documents/most.txt", QByteArray(Largest, 'x'));
        const auto process = machine.finished(machine.start());
        QCOMPARE(process.documents.done, 3);
        for (const char *name : {"large.txt", "same.txt"}) {
            const auto problem = machine.problemOf(process.id, QString::fromLatin1(name));
            QCOMPARE(problem->reason, Reason::TooLarge);
            QVERIFY(problem->detail.contains(QLatin1String("GEMMARY_LARGEST_STORED")));
        }
    }

    void file_thatGrowsWhileItIsSent_isNotSentForEver()
    {
        Machine machine;
        machine.write(0, 1);
        machine.contents.odd["1000.txt"] = [] {
            auto content = std::make_unique<Test::FakeContent>(QByteArray(Largest * 2, 'x'));
            content->claimedBytes = 9;
            return Outcome<std::unique_ptr<ContentReader>>(std::move(content));
        };
        const auto id = machine.start();
        machine.finished(id);
        QCOMPARE(machine.problemOf(id, QStringLiteral("1000.txt"))->reason, Reason::TooLarge);
    }

    void planner_endedWhileItStores_isFollowedWithoutLossOrRepeat()
    {
        Machine machine;
        machine.write(0, 60);
        const auto id = machine.start();
        {
            CancelSource reached;
            machine.counted.onPut = [reached](int count) mutable {
                if (count == 30)
                    reached.cancel();
            };
            const auto planner = machine.pipeline(0);
            QVERIFY(reached.token().waitFor(60s));
            planner->stop(Pipeline::StopMode::Drop);
            planner->waitStopped();
        }
        QVERIFY(!machine.snapshot(id).planned);
        const auto process = machine.finished(id);
        QCOMPARE(process.documents.found(), 60);
        QCOMPARE(process.documents.done, 60);
        QCOMPARE(process.counts.words, 60 * WordsEach);
        QVERIFY(machine.counted.puts.load() <= 61); // the one in hand is sent anew
    }

    void lease_fileThatIsSentForLong_isRenewed()
    {
        Machine machine;
        machine.write(0, 1);
        const CancelSource letGo;
        std::atomic<bool> opened{false};
        machine.contents.odd["1000.txt"] = [&] {
            opened = true;
            return Outcome<std::unique_ptr<ContentReader>>(
                std::make_unique<SlowContent>(QByteArray(3'000'000, 'x'), letGo.token()));
        };
        const auto id = machine.start(900);
        const auto planner = machine.pipeline(0);
        QTRY_VERIFY_WITH_TIMEOUT(opened.load(), 30'000);
        while (!machine.snapshot(id).planned) {
            QVERIFY(!machine.store().claimPlan({id, InstanceId::create()}).value());
            QTest::qWait(20);
        }
        QCOMPARE(machine.snapshot(id).documents.waiting, 1);
    }

    void stop_whileALargeFileIsSent_isHeardAtItsNextPiece()
    {
        Machine machine;
        machine.write(0, 1);
        const CancelSource letGo;
        std::atomic<bool> opened{false};
        machine.contents.odd["1000.txt"] = [&] {
            opened = true;
            return Outcome<std::unique_ptr<ContentReader>>(
                std::make_unique<SlowContent>(QByteArray(Largest, 'x'), letGo.token()));
        };
        const auto id = machine.start();
        const auto planner = machine.pipeline(0);
        QTRY_VERIFY_WITH_TIMEOUT(opened.load(), 30'000);
        planner->stop(Pipeline::StopMode::Finish);
        planner->waitStopped();
        QVERIFY(!machine.snapshot(id).planned);
        QVERIFY(machine.store().claimPlan({id, InstanceId::create()}).value()); // given back at once
    }
};

QTEST_GUILESS_MAIN(TestStoredProcess)
#include "tst_storedprocess.moc"
