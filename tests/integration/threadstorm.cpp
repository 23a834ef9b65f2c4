// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines on many threads with everything that may happen at once: stops, resumes, retries, failing
// batches, watchers, a plan taken over. A plain program: Qt Test keeps a thread of its own, whose Qt-internal
// locks ThreadSanitizer cannot see. Ends with 0 when the counts are exact.
#include "base/logging.h"
#include "pipeline/pipeline.h"
#include "pipeline/progresshub.h"
#include "support/realparts.h"
#include "support/threadexecutor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

constexpr int Documents = 120;
constexpr int WordsEach = 6;

NewProcess newProcess(const QString &folder)
{
    QDir().mkpath(folder);
    for (int i = 0; i < Documents; ++i) {
        QFile file(QStringLiteral("%1/%2.txt").arg(folder).arg(i));
        if (file.open(QIODevice::WriteOnly))
            file.write(QStringLiteral("Six words are in document %1.\n").arg(i).toUtf8());
    }
    NewProcess process;
    process.name = QStringLiteral("storm");
    process.inputs = {{Locator::Kind::File, folder.toUtf8()}};
    process.settings.batchSize = 3;
    process.settings.fanIn = 3;
    return process;
}

PipelineSettings settingsOf(int number)
{
    PipelineSettings settings;
    settings.workers = 2;
    settings.heartbeat = 20ms;
    settings.longestIdle = 20ms;
    settings.backoff = {5ms, 10ms};
    settings.hooks.failAfterFirstDocument = number == 0; // one pipeline fails all it touches
    return settings;
}

// Runs pipelines over one process while it is stopped and resumed; answers the last state seen.
ProcessSnapshot storm(RealParts &real, const ProcessId &id)
{
    ProcessStore &store = real.store->processes();
    ThreadExecutor executor;
    std::atomic<int> told{0};
    ProgressHub hub(store, executor, 10ms, [&](const ProcessSnapshot &) { ++told; });
    hub.watch(id);
    auto failing = std::make_unique<Pipeline>(real.parts(), settingsOf(0), executor, PipelineEvents{});
    Pipeline first(real.parts(), settingsOf(1), executor, {});
    Pipeline second(real.parts(), settingsOf(2), executor, {});
    for (Pipeline *pipeline : {failing.get(), &first, &second})
        pipeline->start();
    for (int i = 0; i < 4; ++i) {
        std::this_thread::sleep_for(40ms);
        (void)store.stop(id); // may be settled already
        first.dropProcess(id);
        (void)store.resume(id);
        second.wake();
    }
    failing->stop(Pipeline::StopMode::Drop);
    failing.reset();
    for (int i = 0; i < 3000; ++i) {
        const auto process = store.snapshot(id).value();
        if (process.state == ProcessState::Completed && told > 0)
            return process;
        if (process.state == ProcessState::Failed)
            (void)store.retry(id);
        std::this_thread::sleep_for(10ms);
    }
    return store.snapshot(id).value();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir directory;
    const SystemClock clock;
    RealParts real(directory.path() + QStringLiteral("/store.db"), clock);
    // What ICU and Qt make at their first use is made before there are threads: they are not instrumented.
    [[maybe_unused]] const auto folded = real.analyzer.fold("é");
    logInfo(logPipeline, QStringLiteral("storm"));
    const auto id =
        real.store->processes().start(newProcess(directory.path() + QStringLiteral("/documents"))).value();
    const ProcessSnapshot process = storm(real, id);
    const bool isExact = process.state == ProcessState::Completed && process.documents.done == Documents &&
                         process.counts.words == Documents * WordsEach &&
                         process.summarise.documentsDone == Documents;
    std::printf("%s, %lld documents, %lld words\n", qPrintable(nameOf(process.state)),
                static_cast<long long>(process.documents.done), static_cast<long long>(process.counts.words));
    return isExact ? 0 : 1;
}
