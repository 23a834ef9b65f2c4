// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/pipeline.h"
#include "pipeline/progresshub.h"
#include "support/realparts.h"
#include "support/threadexecutor.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

constexpr int WordsEach = 9;

// A folder of documents, a store beside it, and the rooms on it.
struct Workplace
{
    explicit Workplace(int documents)
    {
        QDir(directory.path()).mkpath(QStringLiteral("documents"));
        for (int i = 0; i < documents; ++i)
            write(i, QStringLiteral("Every document of these holds exactly nine words, number%1.\n").arg(i));
    }

    void write(int number, const QString &text) const
    {
        QFile file(
            QStringLiteral("%1/documents/%2.txt").arg(directory.path()).arg(number, 5, 10, QLatin1Char('0')));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }

    ProcessId start(int batchSize = 3, int fanIn = 3,
                    const QString &summarizer = QStringLiteral("extractive"))
    {
        NewProcess process;
        process.name = QStringLiteral("test");
        process.inputs = {{Locator::Kind::File, (directory.path() + QStringLiteral("/documents")).toUtf8()}};
        process.settings.batchSize = batchSize;
        process.settings.fanIn = fanIn;
        process.settings.summarizer = summarizer;
        return store().start(process).value();
    }

    ProcessStore &store() { return real.store->processes(); }

    ProcessSnapshot waitFor(const ProcessId &id, ProcessState state)
    {
        ProcessSnapshot process;
        [&] { QTRY_VERIFY_WITH_TIMEOUT((process = store().snapshot(id).value()).state == state, 60'000); }();
        return process;
    }

    QTemporaryDir directory;
    SystemClock clock;
    RealParts real{directory.path() + QStringLiteral("/store.db"), clock};
};

PipelineSettings quick(int workers)
{
    PipelineSettings settings;
    settings.workers = workers;
    settings.heartbeat = 50ms;
    settings.longestIdle = 50ms;
    settings.backoff = {10ms, 20ms};
    return settings;
}

// A pipeline with threads of its own.
struct Running
{
    Running(Workplace &place, const PipelineSettings &settings, PipelineEvents events = {})
        : pipeline(place.real.parts(), settings, executor, std::move(events))
    {
        pipeline.start();
    }

    ThreadExecutor executor;
    Pipeline pipeline;
};

// Answers documents from a real walk, but the second half only once a gate is open.
class GatedScanner : public DocumentScanner
{
public:
    GatedScanner(const DocumentScanner &real, int freeDocuments)
        : m_real(real)
        , m_free(freeDocuments)
    {}

    void open() { m_gate.cancel(); }

    std::unique_ptr<DocumentScan> scan(const std::vector<Locator> &inputs, const QStringList &names,
                                       const ProcessSettings &settings, const QByteArray &after,
                                       CancelToken cancel) const override
    {
        struct Scan : DocumentScan
        {
            std::optional<FoundDocument> next() override
            {
                if (count++ == free)
                    gate.waitFor(60s);
                return real->next();
            }
            QByteArray endCursor() const override { return real->endCursor(); }
            std::unique_ptr<DocumentScan> real;
            CancelToken gate;
            int free = 0;
            int count = 0;
        };
        auto gated = std::make_unique<Scan>();
        gated->real = m_real.scan(inputs, names, settings, after, std::move(cancel));
        gated->gate = m_gate.token();
        gated->free = m_free;
        return gated;
    }

private:
    const DocumentScanner &m_real;
    int m_free;
    CancelSource m_gate;
};

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void process_anyNumberOfWorkersAndPipelines_countsExactly_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<int>("pipelines");
        QTest::addRow("one") << 1 << 1;
        QTest::addRow("four") << 4 << 1;
        QTest::addRow("two of three") << 3 << 2;
    }

    void process_anyNumberOfWorkersAndPipelines_countsExactly()
    {
        QFETCH(int, workers);
        QFETCH(int, pipelines);
        Workplace place(70);
        const auto id = place.start();
        {
            std::vector<std::unique_ptr<Running>> running;
            for (int i = 0; i < pipelines; ++i)
                running.push_back(std::make_unique<Running>(place, quick(workers)));
            place.waitFor(id, ProcessState::Completed);
        }
        const auto process = place.store().snapshot(id).value();
        QCOMPARE(process.documents.done, 70);
        QCOMPARE(process.counts.words, 70 * WordsEach);
        QCOMPARE(process.summarise.documentsDone, 70);
        const JobKey root{id, Stage::Analyse, rootLevel(process.analyse.leaves, 3), 0};
        const auto details = place.store().details(root, 1).value();
        QCOMPARE(setStatisticsFromJson(details.at(0)).counts.words, 70 * WordsEach);
    }

    void firstResults_walkStillGoingOn_areThere()
    {
        Workplace place(60);
        GatedScanner scanner(place.real.scanner, 40);
        const auto id = place.start();
        ThreadExecutor executor;
        const PipelineParts real = place.real.parts();
        Pipeline pipeline({real.store, real.content, scanner, real.extractor, real.analyzer, real.summarizers,
                           real.contentStore},
                          quick(2), executor, {});
        pipeline.start();
        QTRY_VERIFY_WITH_TIMEOUT(place.store().snapshot(id).value().documents.done > 0, 30'000);
        QVERIFY(!place.store().snapshot(id).value().planned);
        scanner.open();
        QCOMPARE(place.waitFor(id, ProcessState::Completed).documents.done, 60);
    }

    void planner_stoppedInTheMiddle_isFollowedWithoutLossOrRepeat()
    {
        Workplace place(60);
        const auto id = place.start();
        {
            GatedScanner scanner(place.real.scanner, 30);
            ThreadExecutor executor;
            const PipelineParts real = place.real.parts();
            Pipeline pipeline({real.store, real.content, scanner, real.extractor, real.analyzer,
                               real.summarizers, real.contentStore},
                              quick(1), executor, {});
            pipeline.start();
            QTRY_VERIFY_WITH_TIMEOUT(place.store().snapshot(id).value().documents.found() > 0, 30'000);
            pipeline.stop(Pipeline::StopMode::Drop);
            scanner.open();
        }
        QVERIFY(!place.store().snapshot(id).value().planned);
        const Running running(place, quick(2));
        const auto process = place.waitFor(id, ProcessState::Completed);
        QCOMPARE(process.documents.found(), 60);
        QCOMPARE(process.counts.words, 60 * WordsEach);
    }

    void stop_workInHand_isDroppedSoonAndResumedToTheEnd()
    {
        Workplace place(40);
        const auto id = place.start(20);
        auto settings = quick(2);
        settings.hooks.delayAfterDocument = 200ms;
        Running running(place, settings);
        QTRY_VERIFY_WITH_TIMEOUT(!running.pipeline.activities().empty(), 30'000);
        QVERIFY(place.store().stop(id));
        QTRY_VERIFY_WITH_TIMEOUT(running.pipeline.activities().empty(), 2'000);
        const auto stopped = place.store().snapshot(id).value();
        QCOMPARE(stopped.state, ProcessState::Stopped);
        QVERIFY(place.store().resume(id));
        const auto done = place.waitFor(id, ProcessState::Completed);
        QCOMPARE(done.counts.words, 40 * WordsEach);
    }

    void pause_openProcess_beginsNothingNew()
    {
        Workplace place(30);
        const auto id = place.start(2);
        QVERIFY(place.store().setPaused(id, true));
        const Running running(place, quick(2));
        QTest::qWait(200);
        QCOMPARE(place.store().snapshot(id).value().documents.found(), 0);
        QVERIFY(place.store().setPaused(id, false));
        QCOMPARE(place.waitFor(id, ProcessState::Completed).documents.done, 30);
    }

    void failingBatches_outOfDeliveries_areParkedAndHealedByRetry()
    {
        Workplace place(8);
        const auto id = place.start(4, 3, QStringLiteral("none"));
        {
            auto settings = quick(2);
            settings.hooks.failAfterFirstDocument = true;
            const Running running(place, settings);
            const auto failed = place.waitFor(id, ProcessState::Failed);
            QCOMPARE(failed.analyse.dead, failed.analyse.leaves);
            QVERIFY(!failed.error.isEmpty());
        }
        const auto letters = place.store().deadLetters(id).value();
        QVERIFY(!letters.empty());
        QCOMPARE(letters.front().deliveries, 3);
        QVERIFY(place.store().retry(id));
        const Running running(place, quick(2));
        QCOMPARE(place.waitFor(id, ProcessState::Completed).counts.words, 8 * WordsEach);
    }

    void emptyFolder_settlesAtOnce()
    {
        Workplace place(0);
        const auto id = place.start();
        const Running running(place, quick(1));
        QCOMPARE(place.waitFor(id, ProcessState::Completed).documents.found(), 0);
    }

    void watcher_isToldOfEveryChangeUntilTheEnd()
    {
        Workplace place(30);
        const auto id = place.start(2);
        ThreadExecutor executor;
        std::mutex mutex;
        std::vector<ProcessSnapshot> told;
        {
            ProgressHub hub(place.store(), executor, 20ms, [&](const ProcessSnapshot &process) {
                const std::scoped_lock lock(mutex);
                told.push_back(process);
            });
            hub.watch(id);
            const Running running(place, quick(2));
            place.waitFor(id, ProcessState::Completed);
            const auto sawTheEnd = [&] {
                const std::scoped_lock lock(mutex);
                return !told.empty() && told.back().state == ProcessState::Completed;
            };
            QTRY_VERIFY(sawTheEnd());
        }
        for (std::size_t i = 1; i < told.size(); ++i)
            QVERIFY(told[i].documents.done >= told[i - 1].documents.done);
        QCOMPARE(told.back().documents.done, 30);
    }

    void nothingLeft_isSaid()
    {
        Workplace place(3);
        const auto id = place.start();
        std::atomic<bool> idle{false};
        PipelineEvents events;
        events.idle = [&] { idle = true; };
        const Running running(place, quick(1), std::move(events));
        place.waitFor(id, ProcessState::Completed);
        QTRY_VERIFY(idle.load());
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
