// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "base/logging.h"
#include "base/waitingthread.h"
#include "bytesourcereader.h"
#include "descriptorreader.h"
#include "documentquestions.h"
#include "pipeline/pipeline.h"
#include "pipeline/presence.h"
#include "pipeline/progresshub.h"
#include "poolexecutor.h"
#include "resultquestions.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace Gemmary {

namespace {

constexpr int QuestionThreads = 2;
constexpr int KeepingThreads = 2;
constexpr int ReadingThreads = 2; // so that a long search does not keep a document from being opened
constexpr int MostHistoryPoints = 600;
constexpr int LongLoops = 2; // planner and progress, beside the workers

// Files by path are in reach of every machine, for so the user chose; others only `here` can be kept.
QString planningMachine(const NewProcess &process, const QString &here)
{
    const bool hasFiles = std::any_of(process.inputs.begin(), process.inputs.end(), isFile);
    return hasFiles && keepsContent(process.settings) ? here : QString();
}

} // namespace

Engine::Engine(const EngineParts &parts, const EngineSettings &settings, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_settings(settings)
    , m_executor(std::make_unique<PoolExecutor>(m_loops))
{
    m_questions.setMaxThreadCount(QuestionThreads);
    m_readings.setMaxThreadCount(ReadingThreads);
    m_keeping.setMaxThreadCount(KeepingThreads);
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
    m_closing.cancel();
    m_questions.waitForDone();
    m_readings.waitForDone();
    m_keeping.waitForDone();
    m_presence.reset();
    m_pipeline.reset();
    m_progress.reset();
    m_loops.waitForDone();
}

template <typename Question>
auto Engine::askIn(QThreadPool &pool, Question question) -> QFuture<decltype(question())>
{
    if (WaitingThread::isThisOne())
        return QtFuture::makeReadyFuture(question());
    return QtConcurrent::run(&pool, std::move(question));
}

template <typename Question>
auto Engine::ask(Question question) -> QFuture<decltype(question())>
{
    return askIn(m_questions, std::move(question));
}

QFuture<Result<WorkEstimate>> Engine::estimate(const NewProcess &process)
{
    return QtConcurrent::run(
        &m_readings, [this, process] { return estimateWork(m_parts.pipeline, process, m_closing.token()); });
}

QFuture<Result<ProcessId>> Engine::start(const NewProcess &process)
{
    return ask([this, process] {
        NewProcess request = process;
        request.machine = planningMachine(process, m_settings.filesOf());
        auto id = m_parts.pipeline.store.start(request);
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

QFuture<Result<qint64>> Engine::retryWithKeySentences(const ProcessId &id)
{
    return ask([this, id] {
        auto queued = m_parts.pipeline.store.retryWithKeySentences(id);
        wakeWorkers();
        return queued;
    });
}

QFuture<Result<void>> Engine::retryJob(const JobKey &job)
{
    return ask([this, job] {
        auto done = m_parts.pipeline.store.retryJob(job);
        wakeWorkers();
        return done;
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

QFuture<Result<void>> Engine::setTokenBudget(const ProcessId &id, int tokens)
{
    return ask([this, id, tokens] {
        auto done = m_parts.pipeline.store.setTokenBudget(id, tokens);
        wakeWorkers();
        return done;
    });
}

QFuture<Result<void>> Engine::rename(const ProcessId &id, const QString &name)
{
    return ask([this, id, name] {
        auto done = m_parts.pipeline.store.rename(id, name);
        m_progress->poke();
        return done;
    });
}

QFuture<Result<void>> Engine::addInputs(const ProcessId &id, const std::vector<Locator> &inputs,
                                        const QStringList &names)
{
    return ask([this, id, inputs, names] {
        auto done = m_parts.pipeline.store.addInputs(id, inputs, names, m_settings.filesOf());
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
        return m_parts.pipeline.contentStore.put(reader);
    });
}

QFuture<Result<std::vector<Locator>>> Engine::keepContents(std::vector<ByteSource> sources)
{
    return askIn(m_keeping, [this, all = std::move(sources)]() -> Result<std::vector<Locator>> {
        std::vector<Locator> kept;
        kept.reserve(all.size());
        for (const ByteSource &source : all) {
            if (m_closing.token().isCancelled())
                return failure(ErrorKind::Cancelled, QStringLiteral("The program is ending."));
            ByteSourceReader reader(source);
            GEMMARY_ASSIGN(locator, m_parts.pipeline.contentStore.put(reader));
            kept.push_back(std::move(locator));
        }
        return kept;
    });
}

QFuture<Result<std::vector<qsizetype>>> Engine::missingContents(const std::vector<QByteArray> &digests)
{
    return ask([this, digests]() -> Result<std::vector<qsizetype>> {
        ContentStore &store = m_parts.pipeline.contentStore;
        GEMMARY_ASSIGN(sizes, store.sizesOf(digests));
        std::vector<qsizetype> missing;
        for (std::size_t i = 0; i < digests.size(); ++i) {
            if (sizes[i] > 0)
                continue;
            GEMMARY_ASSIGN(isKept, store.keeps(digests[i])); // what is empty has no size either
            if (!isKept)
                missing.push_back(static_cast<qsizetype>(i));
        }
        return missing;
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

QFuture<Result<ProcessCounts>> Engine::counts()
{
    return ask([this] { return m_parts.pipeline.store.counts(); });
}

QFuture<Result<WorkFigures>> Engine::workFigures()
{
    return ask([this] { return m_parts.pipeline.store.workFigures(); });
}

QFuture<Result<NewProcess>> Engine::request(const ProcessId &id)
{
    return ask([this, id] { return m_parts.pipeline.store.request(id); });
}

QFuture<Result<QString>> Engine::waitReason(const ProcessId &id)
{
    return ask([this, id] { return m_parts.pipeline.store.waitReason(id); });
}

QFuture<Result<std::vector<ModelUsage>>> Engine::modelUsage(const ProcessId &id)
{
    return ask([this, id] { return m_parts.usage.of(id); });
}

QFuture<Result<std::vector<ModelUsage>>> Engine::modelUsage()
{
    return ask([this] { return m_parts.usage.total(); });
}

QFuture<Result<std::vector<HistoryPoint>>> Engine::history(const ProcessId &id)
{
    return ask([this, id] { return m_parts.pipeline.store.history(id, MostHistoryPoints); });
}

QFuture<Result<SetStatistics>> Engine::statistics(const ProcessId &id)
{
    return ask([this, id] { return statisticsOf(m_parts.pipeline.store, id); });
}

QFuture<Result<SetSummary>> Engine::summary(const ProcessId &id)
{
    return ask([this, id] { return summaryOf(m_parts.pipeline.store, id); });
}

QFuture<Result<WordList>> Engine::words(const ProcessId &id, const WordFilter &filter)
{
    return ask([this, id, filter] {
        return wordsOf(m_parts.pipeline.store, m_parts.pipeline.analyzer, m_parts.stopWords, id, filter);
    });
}

QFuture<Result<std::vector<DocumentLine>>> Engine::documentLines(const ProcessId &id, qint64 after, int limit)
{
    return ask([this, id, after, limit] { return m_parts.pipeline.store.documentLines(id, after, limit); });
}

QFuture<Result<DocumentText>> Engine::documentText(const ProcessId &id, qint64 number)
{
    return QtConcurrent::run(&m_readings, [this, id, number] {
        return readDocumentText(m_parts.pipeline, id, number, m_closing.token());
    });
}

QFuture<Result<std::vector<Occurrence>>> Engine::occurrences(const ProcessId &id, const QString &word,
                                                             int limit)
{
    return QtConcurrent::run(&m_readings, [this, id, word, limit] {
        return findOccurrences(m_parts.pipeline, id, word, limit, m_closing.token());
    });
}

void Engine::startWorking(const WorkScope &scope)
{
    Q_ASSERT(!m_pipeline);
    m_stopping = false;
    m_loops.setMaxThreadCount(LongLoops + scope.workers);
    PipelineSettings settings;
    settings.instance = m_settings.instance;
    settings.machine = m_settings.filesOf();
    settings.workers = scope.workers;
    settings.only = scope.only;
    settings.longestIdle = m_settings.longestIdle;
    settings.hooks = m_settings.hooks;
    settings.steps = &m_steps;
    const auto queued = [this](auto emission) {
        QMetaObject::invokeMethod(this, std::move(emission), Qt::QueuedConnection);
    };
    PipelineEvents events;
    events.idle = [this, queued] { queued([this] { Q_EMIT idle(); }); };
    events.storeRecovered = [this, queued] { queued([this] { Q_EMIT storeRecovered(); }); };
    events.putOff = [this, queued](const ProcessId &process, const Error &error) {
        queued([this, process, error] { Q_EMIT putOff(error, process); });
    };
    events.storeTroubled = [this, queued](const Error &error) {
        queued([this, error] { Q_EMIT storeTroubled(error); });
    };
    m_pipeline = std::make_unique<Pipeline>(m_parts.pipeline, settings, *m_executor, std::move(events));
    m_pipeline->start();
    m_presence = std::make_unique<Presence>(m_parts.instances,
                                            [this, workers = scope.workers] { return presentSelf(workers); });
    ask([this] { return m_parts.pipeline.store.purgeRemoved(m_settings.keepRemoved); });
}

QFuture<Result<qint64>> Engine::takeOver(const InstanceId &gone)
{
    return ask([this, gone] {
        auto released = m_parts.pipeline.store.releaseInstance(gone);
        wakeWorkers();
        return released;
    });
}

void Engine::stopWorking()
{
    if (!m_pipeline)
        return;
    m_pipeline->stop(m_stopping ? Pipeline::StopMode::Drop : Pipeline::StopMode::Finish);
    if (m_stopping.exchange(true))
        return;
    m_presence->tellNow();
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
    m_presence.reset();
    m_pipeline.reset();
    Q_EMIT workingStopped();
}

std::vector<Activity> Engine::activities() const
{
    return m_pipeline ? m_pipeline->activities() : std::vector<Activity>();
}

QFuture<Result<std::vector<InstanceView>>> Engine::instances()
{
    return ask([this] { return m_parts.instances.instances(); });
}

// Called on the presence's thread, which ends before the pipeline.
Instance Engine::presentSelf(int workers) const
{
    return {m_settings.instance,
            m_settings.machine,
            QCoreApplication::applicationName(),
            QCoreApplication::applicationVersion(),
            QCoreApplication::applicationPid(),
            workers,
            m_stopping.load(),
            m_pipeline->activities(),
            m_pipeline->tally()};
}

std::vector<StepTimes> Engine::stepTimes(const ProcessId &id) const
{
    return m_steps.of(id);
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
