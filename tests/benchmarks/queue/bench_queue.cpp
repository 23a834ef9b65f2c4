// SPDX-License-Identifier: GPL-3.0-or-later
// Our side of queue.py: what the protocol costs, through the port that the engine uses.
//
//   bench_queue enqueue STORE JOBS
// plans a process of so many jobs, of one document each; prints its id and seconds.
//
//   bench_queue work STORE PROCESS JOBS
// claims and completes so many; prints jobs and seconds.
//
//   bench_queue pickup STORE TIMES MS
// starts processes while a pipeline asks each MS; prints how long until one is planned and its first job
// claimed.
#include "support/processdriver.h"
#include "support/realparts.h"
#include "support/threadexecutor.h"

#include "pipeline/pipeline.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

using namespace Gemmary;

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int PageDocuments = 500; // as the planner's

double secondsSince(SteadyClock::time_point begin)
{
    return std::chrono::duration<double>(SteadyClock::now() - begin).count();
}

int enqueue(ProcessStore &store, int jobs)
{
    const InstanceId instance = InstanceId::create();
    const auto begin = SteadyClock::now();
    NewProcess request = ProcessDriver::request({jobs, 1, 64, false});
    const ProcessId id = store.start(request).value();
    auto claim = store.claimPlan({id, instance}).value();
    while (claim->documents < jobs) {
        const int count = std::min(PageDocuments, jobs - static_cast<int>(claim->documents));
        if (store.publishPage(*claim, ProcessDriver::page(*claim, count, 1)) != ClaimOutcome::Won)
            return 1;
    }
    if (store.finishPlan(*claim) != ClaimOutcome::Won)
        return 1;
    std::printf("%s %.3f\n", qPrintable(id.toString()), secondsSince(begin));
    return 0;
}

JobResult resultOf(const JobKey &key)
{
    JobResult result;
    if (key.level == 0) {
        DocumentAnalysis analysis;
        analysis.number = key.node; // a document a leaf
        analysis.statistics.counts.words = 1;
        result.analyses.push_back(analysis);
    }
    return result;
}

int work(ProcessStore &store, const QString &process, int jobs)
{
    const ClaimRequest request{ProcessId::fromString(process), InstanceId::create(), 1};
    const auto begin = SteadyClock::now();
    int done = 0;
    while (done < jobs) {
        const auto claimed = store.claim(request).value();
        if (claimed.empty())
            continue; // others were faster
        const JobClaim &claim = claimed.front().claim;
        if (store.complete(claim, resultOf(claim.key)) == ClaimOutcome::Won)
            ++done;
    }
    std::printf("%d %.3f\n", done, secondsSince(begin));
    return 0;
}

// From start() until a worker holds the first job; between them the documents are found and planned.
int pickup(const QString &place, int times, std::chrono::milliseconds interval)
{
    const SystemClock clock;
    RealParts real(place, clock);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.txt")));
    if (!file.open(QIODevice::WriteOnly) || file.write("one document\n") < 0)
        return 1;
    file.close();
    std::atomic<bool> planned = false;
    std::atomic<bool> claimed = false;
    std::atomic<bool> busy = true;
    PipelineSettings settings;
    settings.shortestIdle = settings.longestIdle = interval;
    settings.observer = [&](ProtocolPoint point) {
        planned = planned || point == ProtocolPoint::BeforePlanPage;
        claimed = claimed || point == ProtocolPoint::AfterClaim;
    };
    PipelineEvents events;
    events.idle = [&] { busy = false; };
    ThreadExecutor executor;
    Pipeline pipeline(real.parts(), settings, executor, events);
    pipeline.start();
    std::minstd_rand random(1);
    std::uniform_int_distribution<int> gap(0, static_cast<int>(interval.count()));
    for (int i = 0; i < times; ++i) {
        while (busy)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        std::this_thread::sleep_for(std::chrono::milliseconds(gap(random)));
        planned = claimed = false;
        NewProcess process = ProcessDriver::request({1, 1, 2, false});
        process.inputs = {{Locator::Kind::File, QFile::encodeName(file.fileName())}};
        (void)real.store->processes().start(process).value();
        const auto begin = SteadyClock::now();
        while (!planned)
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        const double toPlan = secondsSince(begin);
        while (!claimed)
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        std::printf("%.4f %.4f\n", toPlan, secondsSince(begin));
        busy = true;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    const QStringList arguments = application.arguments();
    const SystemClock clock;
    if (argc == 5 && arguments[1] == QLatin1String("pickup"))
        return pickup(arguments[2], arguments[3].toInt(), std::chrono::milliseconds(arguments[4].toInt()));
    if (argc < 4)
        return 2;
    const auto store = SqlStore::open(arguments[2], clock).value();
    if (argc == 5)
        return work(store->processes(), arguments[3], arguments[4].toInt());
    return enqueue(store->processes(), arguments[3].toInt());
}
