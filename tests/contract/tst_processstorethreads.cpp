// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storeundertest.h"
#include "support/processdriver.h"
#include "support/stepclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <mutex>
#include <random>
#include <thread>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

constexpr int Workers = 6;

// How likely, in percent, a worker meets each misfortune.
struct Misfortunes
{
    int fail = 0;
    int release = 0;
    int lose = 0;      // stops without a word, as if killed
    int late = 0;      // completes only after its lease
    int duplicate = 0; // completes twice
};

} // namespace

// Many workers on one store, with misfortunes; what is counted in the end must be exact.
class TestProcessStoreThreads : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    StepClock m_clock;
    std::atomic<int> m_errors{0};

    // One worker's act on a claimed job.
    void act(ProcessStore &store, ProcessDriver &driver, const ClaimedJob &job,
             const Misfortunes &misfortunes, std::minstd_rand &random)
    {
        const auto happens = [&](int percent) {
            return std::uniform_int_distribution<int>(0, 99)(random) < percent;
        };
        const auto result = driver.work(job);
        if (!result) { // another took over while it read or wrote
            (void)store.release(job.claim, 0ms, {});
            return;
        }
        if (happens(misfortunes.fail)) {
            (void)store.fail(job.claim, QStringLiteral("misfortune"), 0ms);
        } else if (happens(misfortunes.release)) {
            (void)store.release(job.claim, 0ms, {});
        } else if (!happens(misfortunes.lose)) {
            if (happens(misfortunes.late))
                m_clock.advance(61s);
            const auto outcome = store.complete(job.claim, *result);
            m_errors += outcome ? 0 : 1;
            if (happens(misfortunes.duplicate)) { // the same answer again
                const auto again = store.complete(job.claim, *result);
                m_errors += again && outcome && *again == *outcome ? 0 : 1;
            }
        }
    }

    void work(const ProcessId &id, const Misfortunes &misfortunes, int seed)
    {
        const auto opened = openStoreUnderTest(m_folder.path(), m_clock); // a program of its own
        ProcessStore &store = opened->processes();
        ProcessDriver driver(store);
        std::minstd_rand random(static_cast<unsigned>(seed));
        for (int idle = 0; idle < 200;) {
            const auto job = driver.claim(id);
            if (job) {
                idle = 0;
                act(store, driver, *job, misfortunes, random);
                continue;
            }
            const auto state = store.sweep(id);
            m_errors += state ? 0 : 1;
            if (!state || *state == ProcessState::Completed)
                return;
            if (*state == ProcessState::Failed && !store.retry(id))
                ++idle; // another has retried
            m_clock.advance(20s);
            ++idle;
        }
        ++m_errors; // nothing moves any more
    }

private Q_SLOTS:
    void workers_withMisfortunes_countExactly_data()
    {
        QTest::addColumn<int>("documents");
        QTest::addColumn<int>("percent");
        QTest::addRow("none") << 120 << 0;
        QTest::addRow("some") << 120 << 5;
        QTest::addRow("many") << 60 << 15;
    }

    void workers_withMisfortunes_countExactly()
    {
        QFETCH(const int, documents);
        QFETCH(const int, percent);
        const auto opened = openStoreUnderTest(m_folder.path(), m_clock);
        ProcessDriver driver(opened->processes());
        const auto id = driver.plan({documents, 2, 3, true});
        m_errors = 0;
        const Misfortunes misfortunes{percent, percent, percent, percent, percent};
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < Workers; ++i)
                workers.emplace_back([=, this] { work(id, misfortunes, 1000 * percent + i); });
            while (opened->processes().snapshot(id).value().state != ProcessState::Completed && m_errors == 0)
                QCOMPARE(opened->violations(id), QStringList());
        }
        QCOMPARE(m_errors.load(), 0);
        QCOMPARE(opened->violations(id), QStringList());
        const auto snapshot = opened->processes().snapshot(id).value();
        QCOMPARE(snapshot.state, ProcessState::Completed);
        QCOMPARE(snapshot.counts.words, qint64(documents) * (documents + 1) / 2);
        QCOMPARE(snapshot.documents.done, documents);
        std::vector<qint64> expected;
        for (qint64 i = 0; i < documents; ++i)
            expected.push_back(i);
        QCOMPARE(driver.rootOf(Stage::Analyse, id), expected);
        QCOMPARE(driver.rootOf(Stage::Summarise, id), expected);
    }

    void openings_manyAtOnce_migrateOnce()
    {
        QTemporaryDir folder;
        std::atomic<int> opened{0};
        {
            std::vector<std::jthread> programs;
            for (int i = 0; i < 8; ++i) {
                programs.emplace_back([&] {
                    const auto store = openStoreUnderTest(folder.path(), m_clock);
                    opened += store && store->processes().list({}) ? 1 : 0;
                });
            }
        }
        QCOMPARE(opened.load(), 8);
        QCOMPARE(openStoreUnderTest(folder.path(), m_clock)->violations(ProcessId::create()), QStringList());
    }

    void start_sameKeyFromManyThreads_isOneProcess()
    {
        const auto opened = openStoreUnderTest(m_folder.path(), m_clock);
        NewProcess request = ProcessDriver::request({});
        request.idempotencyKey = QStringLiteral("the same");
        std::mutex mutex;
        std::set<QString> ids;
        {
            std::vector<std::jthread> callers;
            for (int i = 0; i < 8; ++i) {
                callers.emplace_back([&] {
                    const auto id = opened->processes().start(request).value();
                    const std::scoped_lock lock(mutex);
                    ids.insert(id.toString());
                });
            }
        }
        QCOMPARE(ids.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestProcessStoreThreads)
#include "tst_processstorethreads.moc"
