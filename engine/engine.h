// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/filters.h"
#include "domain/process.h"
#include "domain/views.h"
#include "domain/workestimate.h"
#include "enginesettings.h"
#include "pipeline/activity.h"
#include "pipeline/pipelineparts.h"
#include "pipeline/steprecorder.h"
#include "ports/instanceregistry.h"
#include "ports/languages.h"
#include "ports/usageledger.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace Gemmary {

class Pipeline;
class PoolExecutor;
class Presence;
class ProgressHub;

// What the engine is made of; all outlive it. The composition root names the concrete classes.
struct EngineParts
{
    PipelineParts pipeline;
    InstanceRegistry &instances;
    const StopWords &stopWords;
    UsageLedger &usage;
};

// Fills a buffer from its front; fewer bytes than it holds only at the end.
using ByteSource = std::function<qint64(std::span<char>)>;

// The face of Gemmary to window, command line and REST: commands in, snapshots and events out.
//
// Lives in one thread with an event loop, which it never blocks: answers are futures filled by threads of its
// own, or by the asking one where that is a WaitingThread. Errors of commands are the store's (NotFound,
// Conflict, Storage, Unavailable). Work is done only between startWorking() and stopWorking(); everything
// else works at any time, whoever works on the store.
class Engine : public QObject
{
    Q_OBJECT

public:
    Engine(const EngineParts &parts, const EngineSettings &settings, QObject *parent = nullptr);
    ~Engine() override; // drops the work in hand (it is put back) and waits for it

    // What a process would take of a model, before it is started; inputs that are not there count nothing.
    // Walks the folders, looks into some documents and may ask the provider for the model's size: seconds.
    QFuture<Result<WorkEstimate>> estimate(const NewProcess &process);

    // ---- Commands; see ProcessStore for what each means in every state.
    QFuture<Result<ProcessId>> start(const NewProcess &process);
    QFuture<Result<void>> stop(const ProcessId &id);
    QFuture<Result<void>> resume(const ProcessId &id);
    QFuture<Result<qint64>> retry(const ProcessId &id);
    QFuture<Result<qint64>> retryWithKeySentences(const ProcessId &id);
    QFuture<Result<void>> retryJob(const JobKey &job);
    QFuture<Result<void>> setPaused(const ProcessId &id, bool paused);
    QFuture<Result<void>> remove(const ProcessId &id);
    QFuture<Result<void>> restore(const ProcessId &id);
    QFuture<Result<void>> setTokenBudget(const ProcessId &id, int tokens);
    QFuture<Result<void>> rename(const ProcessId &id, const QString &name);
    QFuture<Result<void>> addInputs(const ProcessId &id, const std::vector<Locator> &inputs,
                                    const QStringList &names);

    // Reads `descriptor` to its end and keeps the content in the store; a Blob locator for
    // NewProcess::inputs.
    QFuture<Result<Locator>> keepContent(int descriptor);

    // The same for many at once, in their order. On a thread for such work alone; each source is read to its
    // end or not at all.
    QFuture<Result<std::vector<Locator>>> keepContents(std::vector<ByteSource> sources);

    // The places in `digests` (SHA-256, 32 bytes each) of contents that the store does not keep.
    QFuture<Result<std::vector<qsizetype>>> missingContents(const std::vector<QByteArray> &digests);

    // ---- Questions about processes.
    QFuture<Result<ProcessSnapshot>> snapshot(const ProcessId &id);
    QFuture<Result<std::vector<ProcessSnapshot>>> list(const ProcessFilter &filter);
    QFuture<Result<ProcessCounts>> counts();
    QFuture<Result<WorkFigures>> workFigures();
    QFuture<Result<NewProcess>>
    request(const ProcessId &id); // what it was started with, later inputs included
    QFuture<Result<ProcessResults>> results(const ProcessId &id); // Conflict unless COMPLETED
    QFuture<Result<std::vector<DeadLetter>>> deadLetters(const ProcessId &id);
    QFuture<Result<QString>> waitReason(const ProcessId &id);                 // see ProcessStore
    QFuture<Result<std::vector<ModelUsage>>> modelUsage(const ProcessId &id); // by whoever worked on it
    QFuture<Result<std::vector<ModelUsage>>> modelUsage(); // of all together; see UsageLedger
    QFuture<Result<std::vector<HistoryPoint>>>
    history(const ProcessId &id); // at most 600 points, oldest first

    // The results of each tree's root, whatever the process's state; Conflict while there is none yet.
    QFuture<Result<SetStatistics>> statistics(const ProcessId &id);
    QFuture<Result<SetSummary>> summary(const ProcessId &id);

    // The words of the table of `statistics`, exact.
    QFuture<Result<WordList>> words(const ProcessId &id, const WordFilter &filter);

    // ---- Questions about documents. Lists are paged by number: those after `after`, at most `limit`.
    QFuture<Result<std::vector<DocumentRow>>> documents(const ProcessId &id, const DocumentFilter &filter);
    QFuture<Result<std::vector<DocumentLine>>> documentLines(const ProcessId &id, qint64 after, int limit);
    QFuture<Result<std::vector<DocumentSummary>>> summaries(const ProcessId &id, qint64 after, int limit);
    QFuture<Result<DocumentText>> documentText(const ProcessId &id, qint64 number); // reads it again, now

    // Where the term `word` (as the table has it) stands, in the order of documents; reads them until `limit`
    // places are found. Documents that cannot be read any more are passed over.
    QFuture<Result<std::vector<Occurrence>>> occurrences(const ProcessId &id, const QString &word, int limit);

    // ---- Work.
    void startWorking(const WorkScope &scope); // once, until workingStopped()
    void stopWorking(); // first call: finish the jobs in hand; second: put them back now
    QFuture<Result<qint64>> takeOver(const InstanceId &gone); // its claims; see ProcessStore::releaseInstance
    [[nodiscard]] bool isWorking() const { return m_pipeline != nullptr; }
    [[nodiscard]] std::vector<Activity> activities() const; // of the workers here
    QFuture<Result<std::vector<InstanceView>>> instances(); // all that work on the store, here and elsewhere
    [[nodiscard]] std::vector<StepTimes> stepTimes(const ProcessId &id) const; // of the work done here

    // ---- Watching: processChanged() now and at each change, at most ten times a second.
    void watch(const ProcessId &id);
    void unwatch(const ProcessId &id);

Q_SIGNALS:
    void processChanged(const Gemmary::ProcessSnapshot &process);
    void idle(); // nothing open is left in the scope
    void storeTroubled(const Gemmary::Error &error);
    void storeRecovered();
    // Work here on `process` waits for a provider, for the reason said.
    void putOff(const Gemmary::Error &error, const Gemmary::ProcessId &process);
    void workingStopped();

private:
    template <typename Question>
    auto askIn(QThreadPool &pool, Question question) -> QFuture<decltype(question())>;
    template <typename Question>
    auto ask(Question question) -> QFuture<decltype(question())>;
    void wakeWorkers();
    void onLoopsEnded();
    [[nodiscard]] Instance presentSelf(int workers) const;

    EngineParts m_parts;
    EngineSettings m_settings;
    QThreadPool m_questions; // short calls into the store
    QThreadPool m_readings;  // of documents, which may take long
    QThreadPool m_keeping;   // of content handed over
    CancelSource m_closing;  // ends those
    StepRecorder m_steps;    // of every pipeline there was
    QThreadPool m_loops;     // planner, workers, progress
    std::unique_ptr<PoolExecutor> m_executor;
    std::unique_ptr<ProgressHub> m_progress;
    std::unique_ptr<Pipeline> m_pipeline; // while working
    std::unique_ptr<Presence> m_presence; // likewise; asks the pipeline
    std::atomic<bool> m_stopping = false;
};

} // namespace Gemmary
