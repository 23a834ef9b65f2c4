// SPDX-License-Identifier: GPL-3.0-or-later
// A worker that dies at the protocol's named points, comes late, and fails on purpose; see chaos.py.
//
//   chaosworker start STORE FOLDER KEY BATCH FAN_IN LEASE_MS DELIVERIES    prints the process's id
//   chaosworker work STORE SEED WORKERS KILL_CHANCE LATE_CHANCE ERROR_CHANCE LATE_MS [naive]
//
// A KILL_CHANCE of @N kills at the N-th named point when it is first reached. `naive` completes jobs as an
// unfenced at-least-once worker does: result first, counters in a second statement.
#include "chaos/naivestore.h"
#include "pipeline/pipeline.h"
#include "support/realparts.h"
#include "support/threadexecutor.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <mutex>
#include <random>
#include <unistd.h>

using namespace Gemmary;

namespace {

class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {}

    bool hits(double chance)
    {
        const std::scoped_lock lock(m_mutex);
        return std::uniform_real_distribution<double>(0, 1)(m_random) < chance;
    }

private:
    std::mutex m_mutex;
    std::mt19937 m_random;
};

// Fails the end of a batch now and then, as a full disk or a lost provider would.
class FlakyAnalyzer : public Analyzer
{
public:
    FlakyAnalyzer(const Analyzer &real, Dice &dice, double chance)
        : m_real(real)
        , m_dice(dice)
        , m_chance(chance)
    {}

    std::unique_ptr<BatchAnalyzer> newBatch(const ProcessSettings &settings) const override
    {
        return m_real.newBatch(settings);
    }

    Result<SetStatistics> merge(std::span<AnalysedNode> nodes, const ProcessSettings &settings,
                                ChunkSink &table, const CancelToken &cancel) const override
    {
        if (m_dice.hits(m_chance))
            return failure(ErrorKind::Internal, QStringLiteral("an error made by the test"));
        return m_real.merge(nodes, settings, table, cancel);
    }

    Result<void> readTable(ChunkSource &table, const TermVisitor &visit) const override
    {
        return m_real.readTable(table, visit);
    }

    std::string fold(std::string_view text) const override { return m_real.fold(text); }

    std::unique_ptr<TermSearch> newSearch(std::string term, const ProcessSettings &settings,
                                          TermFound found) const override
    {
        return m_real.newSearch(std::move(term), settings, std::move(found));
    }

private:
    const Analyzer &m_real;
    Dice &m_dice;
    double m_chance;
};

int start(char **arguments)
{
    const SystemClock clock;
    RealParts real(QString::fromLocal8Bit(arguments[0]), clock);
    NewProcess process;
    process.name = QStringLiteral("chaos");
    process.inputs = {{Locator::Kind::File, QByteArray(arguments[1])}};
    process.idempotencyKey = QString::fromLocal8Bit(arguments[2]);
    process.settings.batchSize = std::atoi(arguments[3]);
    process.settings.fanIn = std::atoi(arguments[4]);
    process.settings.leaseMs = std::atoi(arguments[5]);
    process.settings.maxDeliveries = std::atoi(arguments[6]);
    const auto id = real.store->processes().start(process);
    if (!id) {
        std::fprintf(stderr, "%s\n", qPrintable(id.error().message));
        return 1;
    }
    std::puts(qPrintable(id->toString()));
    return 0;
}

int work(char **arguments, bool naive)
{
    const SystemClock clock;
    const QString storePath = QString::fromLocal8Bit(arguments[0]);
    RealParts real(storePath, clock);
    Dice dice(static_cast<unsigned>(std::atoi(arguments[1])));
    const int killPoint = arguments[3][0] == '@' ? std::atoi(arguments[3] + 1) : -1;
    const double killChance = std::atof(arguments[3]);
    const double lateChance = std::atof(arguments[4]);
    const double errorChance = std::atof(arguments[5]);
    const useconds_t late = static_cast<useconds_t>(std::atoi(arguments[6])) * 1000;

    PipelineSettings settings;
    settings.workers = std::atoi(arguments[2]);
    settings.longestIdle = std::chrono::milliseconds(50);
    settings.heartbeat = std::chrono::milliseconds(100);
    settings.backoff = {std::chrono::milliseconds(20), std::chrono::milliseconds(200)};
    settings.observer = [&](ProtocolPoint point) {
        if (static_cast<int>(point) == killPoint || dice.hits(killChance))
            ::kill(::getpid(), SIGKILL);
        // A frozen machine: the lease runs out while the work is in hand, and the worker completes it late.
        if ((point == ProtocolPoint::BeforeComplete || point == ProtocolPoint::AfterClaim) &&
            dice.hits(lateChance))
            ::usleep(late);
    };

    const FlakyAnalyzer flaky(real.analyzer, dice, errorChance);
    NaiveStore naiveStore(real.store->processes(), dialectOf(storePath, clock).value());
    const PipelineParts parts{naive ? static_cast<ProcessStore &>(naiveStore) : real.store->processes(),
                              real.contents,
                              real.scanner,
                              real.extractor,
                              flaky,
                              real.summarizers,
                              real.store->contents()};
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    ThreadExecutor executor;
    Pipeline pipeline(parts, settings, executor, {});
    pipeline.start();
    int signal = 0;
    sigwait(&ending, &signal);
    pipeline.stop(Pipeline::StopMode::Finish);
    pipeline.waitStopped();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 9 && QByteArray(argv[1]) == "start")
        return start(argv + 2);
    if (argc >= 9 && QByteArray(argv[1]) == "work")
        return work(argv + 2, argc > 9 && QByteArray(argv[9]) == "naive");
    std::fputs("usage: see chaosworker.cpp\n", stderr);
    return 2;
}
