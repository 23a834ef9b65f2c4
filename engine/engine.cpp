// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "base/logging.h"
#include "descriptorreader.h"
#include "pipeline/pipeline.h"
#include "pipeline/progresshub.h"
#include "poolexecutor.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int QuestionThreads = 2;
constexpr int LongLoops = 2; // planner and progress, beside the workers

JobKey rootOf(const ProcessSnapshot &process, Stage stage)
{
    const StageProgress &progress = stage == Stage::Analyse ? process.analyse : process.summarise;
    return JobKey{process.id, stage, rootLevel(progress.leaves, process.settings.fanIn), 0};
}

Result<std::optional<QJsonObject>> rootDetails(ProcessStore &store, const ProcessSnapshot &process,
                                               Stage stage)
{
    const JobKey root = rootOf(process, stage);
    if (root.level < 0)
        return std::nullopt;
    GEMMARY_ASSIGN(details, store.details(root, 1));
    if (details.empty())
        return std::nullopt;
    return std::optional(details.front());
}

Result<ProcessSnapshot> completed(ProcessStore &store, const ProcessId &id)
{
    GEMMARY_ASSIGN(process, store.snapshot(id));
    if (process.state != ProcessState::Completed) {
        return failure(
            ErrorKind::Conflict,
            QStringLiteral("Results are not ready. Process status is: %1.").arg(nameOf(process.state)));
    }
    return process;
}

Result<ProcessResults> resultsOf(ProcessStore &store, const ProcessId &id)
{
    ProcessResults results;
    GEMMARY_ASSIGN(process, completed(store, id));
    GEMMARY_ASSIGN(statistics, rootDetails(store, process, Stage::Analyse));
    GEMMARY_ASSIGN(summary, rootDetails(store, process, Stage::Summarise));
    results.process = std::move(process);
    if (statistics)
        results.statistics = setStatisticsFromJson(*statistics);
    if (summary)
        results.summary = setSummaryFromJson(*summary);
    return results;
}

Result<std::vector<TermCount>> wordsOf(ProcessStore &store, const Analyzer &analyzer, const ProcessId &id,
                                       qint64 limit)
{
    GEMMARY_ASSIGN(process, completed(store, id));
    const JobKey root = rootOf(process, Stage::Analyse);
    if (root.level < 0)
        return std::vector<TermCount>();
    GEMMARY_ASSIGN(table, store.chunks(root));
    std::vector<TermCount> words;
    const std::size_t most = limit < 0 ? words.max_size() : static_cast<std::size_t>(limit);
    const auto trim = [&words, most] {
        if (words.size() <= most)
            return;
        std::nth_element(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(),
                         moreFrequent);
        words.resize(most);
    };
    GEMMARY_TRY(analyzer.readTable(*table, [&](std::string_view term, qint64 count) {
        words.push_back({std::string(term), count});
        if (words.size() / 2 > most) // keeps memory within twice what is asked for
            trim();
        return true;
    }));
    trim();
    std::sort(words.begin(), words.end(), moreFrequent);
    return words;
}

} // namespace

Engine::Engine(const EngineParts &parts, const EngineSettings &settings, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_settings(settings)
    , m_executor(std::make_unique<PoolExecutor>(m_loops))
{
    m_questions.setMaxThreadCount(QuestionThreads);
    m_loops.setMaxThreadCount(LongLoops);
    const auto tell = [this](const ProcessSnapshot &process) {
        QMetaObject::invokeMethod(
            this, [this, process] { Q_EMIT processChanged(process); }, Qt::QueuedConnection);
    };
    m_progress =
        std::make_unique<ProgressHub>(m_parts.pipeline.store, *m_executor, m_settings.progressInterval, tell);
}

Engine::~Engine()
{
    if (m_pipeline)
        m_pipeline->stop(Pipeline::StopMode::Drop); // a question in hand may be waiting for its end
    m_questions.waitForDone();
    m_pipeline.reset();
    m_progress.reset();
    m_loops.waitForDone();
}

template <typename Question>
auto Engine::ask(Question question) -> QFuture<decltype(question())>
{
    return QtConcurrent::run(&m_questions, std::move(question));
}

QFuture<Result<ProcessId>> Engine::start(const NewProcess &process)
{
    return ask([this, process] {
        auto id = m_parts.pipeline.store.start(process);
        wakeWorkers();
        return id;
    });
}

QFuture<Result<void>> Engine::stop(const ProcessId &id)
{
    return ask([this, id] {
        auto done = m_parts.pipeline.store.stop(id);
        QMetaObject::invokeMethod(
            this,
            [this, id] {
                if (m_pipeline)
                    m_pipeline->dropProcess(id);
            },
            Qt::QueuedConnection);
        m_progress->poke();
        return done;
    });
}

QFuture<Result<void>> Engine::resume(const ProcessId &id)
{
    return ask([this, id] {
        auto done = m_parts.pipeline.store.resume(id);
        wakeWorkers();
        return done;
    });
}

QFuture<Result<qint64>> Engine::retry(const ProcessId &id)
{
    return ask([this, id] {
        auto queued = m_parts.pipeline.store.retry(id);
        wakeWorkers();
        return queued;
    });
}

QFuture<Result<void>> Engine::setPaused(const ProcessId &id, bool paused)
{
    return ask([this, id, paused] {
        auto done = m_parts.pipeline.store.setPaused(id, paused);
        wakeWorkers();
        return done;
    });
}

QFuture<Result<void>> Engine::remove(const ProcessId &id)
{
    return ask([this, id] { return m_parts.pipeline.store.remove(id); });
}

QFuture<Result<void>> Engine::restore(const ProcessId &id)
{
    return ask([this, id] { return m_parts.pipeline.store.restore(id); });
}

QFuture<Result<Locator>> Engine::keepContent(int descriptor)
{
    return ask([this, descriptor] {
        DescriptorReader reader(descriptor);
        return m_parts.contentStore.put(reader);
    });
}

QFuture<Result<ProcessSnapshot>> Engine::snapshot(const ProcessId &id)
{
    return ask([this, id] { return m_parts.pipeline.store.snapshot(id); });
}

QFuture<Result<std::vector<ProcessSnapshot>>> Engine::list(const ProcessFilter &filter)
{
    return ask([this, filter] { return m_parts.pipeline.store.list(filter); });
}

QFuture<Result<ProcessResults>> Engine::results(const ProcessId &id)
{
    return ask([this, id] { return resultsOf(m_parts.pipeline.store, id); });
}

QFuture<Result<std::vector<DocumentRow>>> Engine::documents(const ProcessId &id, const DocumentFilter &filter)
{
    return ask([this, id, filter] { return m_parts.pipeline.store.documents(id, filter); });
}

QFuture<Result<std::vector<DocumentSummary>>> Engine::summaries(const ProcessId &id, qint64 after, int limit)
{
    return ask([this, id, after, limit] { return m_parts.pipeline.store.summaries(id, after, limit); });
}

QFuture<Result<std::vector<DeadLetter>>> Engine::deadLetters(const ProcessId &id)
{
    return ask([this, id] { return m_parts.pipeline.store.deadLetters(id); });
}

QFuture<Result<std::vector<TermCount>>> Engine::words(const ProcessId &id, qint64 limit)
{
    return ask(
        [this, id, limit] { return wordsOf(m_parts.pipeline.store, m_parts.pipeline.analyzer, id, limit); });
}

void Engine::startWorking(const WorkScope &scope)
{
    Q_ASSERT(!m_pipeline);
    m_stopping = false;
    m_loops.setMaxThreadCount(LongLoops + scope.workers);
    PipelineSettings settings;
    settings.instance = m_settings.instance;
    settings.workers = scope.workers;
    settings.only = scope.only;
    settings.hooks = m_settings.hooks;
    const auto queued = [this](auto emission) {
        QMetaObject::invokeMethod(this, std::move(emission), Qt::QueuedConnection);
    };
    PipelineEvents events;
    events.idle = [this, queued] { queued([this] { Q_EMIT idle(); }); };
    events.storeRecovered = [this, queued] { queued([this] { Q_EMIT storeRecovered(); }); };
    events.storeTroubled = [this, queued](const Error &error) {
        queued([this, error] { Q_EMIT storeTroubled(error); });
    };
    m_pipeline = std::make_unique<Pipeline>(m_parts.pipeline, settings, *m_executor, std::move(events));
    m_pipeline->start();
    ask([this] { return m_parts.pipeline.store.purgeRemoved(m_settings.keepRemoved); });
}

void Engine::stopWorking()
{
    if (!m_pipeline)
        return;
    m_pipeline->stop(m_stopping ? Pipeline::StopMode::Drop : Pipeline::StopMode::Finish);
    if (std::exchange(m_stopping, true))
        return;
    Pipeline *pipeline = m_pipeline.get();
    ask([this, pipeline] {
        pipeline->waitStopped();
        QMetaObject::invokeMethod(
            this, [this] { onLoopsEnded(); }, Qt::QueuedConnection);
        return true;
    });
}

void Engine::onLoopsEnded()
{
    m_pipeline.reset();
    Q_EMIT workingStopped();
}

std::vector<Activity> Engine::activities() const
{
    return m_pipeline ? m_pipeline->activities() : std::vector<Activity>();
}

void Engine::watch(const ProcessId &id)
{
    m_progress->watch(id);
}

void Engine::unwatch(const ProcessId &id)
{
    m_progress->unwatch(id);
}

void Engine::wakeWorkers()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_pipeline)
                m_pipeline->wake();
        },
        Qt::QueuedConnection);
    m_progress->poke();
}

} // namespace Gemmary
