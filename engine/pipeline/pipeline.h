// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"
#include "pipeline/activity.h"
#include "pipeline/leasekeeper.h"
#include "pipeline/pipelineparts.h"
#include "pipeline/pipelinesettings.h"

#include <condition_variable>
#include <functional>
#include <mutex>

namespace Gemmary {

// What a pipeline tells; called on its threads, and must not block.
struct PipelineEvents
{
    std::function<void()> idle;                       // nothing open is left in the scope
    std::function<void(const Error &)> storeTroubled; // the store failed; it is tried again
    std::function<void()> storeRecovered;
    std::function<void(const ProcessId &, const Error &)>
        putOff; // a provider said "later"; the sentence says why, maybe until when
};

// Plans, works and sweeps until told to stop. Any number of pipelines, here and elsewhere, may share a store.
//
// Runs `workers` + 1 loops on the executor, which must have that many threads free.
class Pipeline
{
public:
    Pipeline(const PipelineParts &parts, PipelineSettings settings, Executor &executor,
             PipelineEvents events);
    ~Pipeline(); // stops, dropping the work in hand, and waits
    Pipeline(const Pipeline &) = delete;
    Pipeline &operator=(const Pipeline &) = delete;

    // Begins. Once.
    void start();

    enum class StopMode {
        Finish, // the jobs in hand are done first
        Drop    // they are put back at the next document
    };

    // Claims nothing more. Does not wait; may be repeated with a stronger mode.
    void stop(StopMode mode);
    void waitStopped();

    // Looks for work now instead of after the idle pause.
    void wake();

    // Puts the jobs in hand of one process back; it was stopped.
    void dropProcess(const ProcessId &process);

    [[nodiscard]] std::vector<Activity> activities() const { return m_activities.current(); }
    [[nodiscard]] JobTally tally() const { return m_activities.tally(); }

private:
    using LoopStep = std::function<Result<bool>()>; // answers whether there was something to do

    using IdleWait = void (Pipeline::*)(std::chrono::milliseconds);

    void runLoop(const LoopStep &step, IdleWait waitIdle);
    [[nodiscard]] Result<bool> sweep();
    void noteTrouble(const Error &error);
    void noteRecovery();
    [[nodiscard]] bool isStopping() const { return m_stopping.token().isCancelled(); }
    void pause(std::chrono::milliseconds duration);
    void wakeWaiting();
    void waitForWork(std::chrono::milliseconds duration);

    PipelineParts m_parts;
    PipelineSettings m_settings;
    Executor &m_executor;
    PipelineEvents m_events;
    ActivityBoard m_activities;
    CancelSource m_stopping;     // claim nothing more
    CancelSource m_droppingPlan; // leave a walk in progress
    std::mutex m_sweepMutex;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    int m_runningLoops = 0;
    long long m_wakes = 0;
    int m_idleWorkers = 0;
    bool m_someoneAsks = false; // one of them
    bool m_troubled = false;

    LeaseKeeper m_leases; // last: its thread uses the store
};

} // namespace Gemmary
