// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/pipeline.h"

#include "base/logging.h"
#include "pipeline/planner.h"
#include "pipeline/worker.h"

#include <algorithm>
#include <memory>

namespace Gemmary {

namespace {

constexpr auto LongestWait = std::chrono::milliseconds(10'000);   // of a worker for another that asks
constexpr auto LongestTrouble = std::chrono::milliseconds(5'000); // between tries while the store fails

} // namespace

Pipeline::Pipeline(const PipelineParts &parts, PipelineSettings settings, Executor &executor,
                   PipelineEvents events)
    : m_parts(parts)
    , m_settings(std::move(settings))
    , m_executor(executor)
    , m_events(std::move(events))
    , m_leases(m_parts.store, m_settings.heartbeat)
{}

Pipeline::~Pipeline()
{
    stop(StopMode::Drop);
    waitStopped();
}

void Pipeline::start()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_runningLoops = m_settings.workers + 1;
    }
    m_executor.post([this] {
        Planner planner(m_parts, m_settings);
        const auto step = [&]() -> Result<bool> {
            GEMMARY_ASSIGN(planned, planner.planNext(m_droppingPlan.token()));
            if (planned)
                wake(); // who waits for jobs need not ask again in its own time
            return planned;
        };
        runLoop(step, &Pipeline::pause);
    });
    for (int i = 0; i < m_settings.workers; ++i) {
        m_executor.post([this] {
            Worker worker(m_parts, m_settings, m_leases, m_activities, m_events.putOff);
            const auto step = [&]() -> Result<bool> {
                GEMMARY_ASSIGN(worked, worker.workNext([this] { wakeWaiting(); }));
                return worked ? Result<bool>(true) : sweep();
            };
            runLoop(step, &Pipeline::waitForWork);
        });
    }
}

void Pipeline::stop(StopMode mode)
{
    m_stopping.cancel();
    m_droppingPlan.cancel(); // a plan is kept page by page: nothing is lost by leaving the walk
    if (mode == StopMode::Drop)
        m_leases.cancelAll();
    wake();
}

void Pipeline::waitStopped()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_runningLoops == 0; });
}

void Pipeline::wake()
{
    const std::scoped_lock lock(m_mutex);
    ++m_wakes;
    m_changed.notify_all();
}

void Pipeline::dropProcess(const ProcessId &process)
{
    m_leases.cancel(process);
}

void Pipeline::runLoop(const LoopStep &step, IdleWait waitIdle)
{
    auto idle = m_settings.shortestIdle;
    while (!isStopping()) {
        const auto did = step();
        if (!did) {
            noteTrouble(did.error());
            idle = std::min(idle * 2, LongestTrouble);
            pause(idle);
            continue;
        }
        if (*did) {
            noteRecovery();
            idle = m_settings.shortestIdle;
            continue;
        }
        (this->*waitIdle)(idle);
        idle = std::min(idle * 2, m_settings.longestIdle);
    }
    // Under the lock to the end: the destructor may run as soon as it is released.
    const std::scoped_lock lock(m_mutex);
    --m_runningLoops;
    m_changed.notify_all();
}

// Answers whether a process was settled, so that the loop looks again at once.
Result<bool> Pipeline::sweep()
{
    const std::unique_lock lock(m_sweepMutex, std::try_to_lock);
    if (!lock.owns_lock())
        return false;
    GEMMARY_ASSIGN(open, m_parts.store.openProcesses());
    if (m_settings.only)
        std::erase_if(open, [this](const ProcessId &id) { return id != *m_settings.only; });
    bool settled = false;
    for (const ProcessId &id : open) {
        if (isStopping())
            return false;
        if (m_settings.observer)
            m_settings.observer(ProtocolPoint::BeforeSettle);
        GEMMARY_ASSIGN(state, m_parts.store.sweep(id));
        if (isSettled(state)) {
            logInfo(logPipeline, QStringLiteral("settled"),
                    {{"process_id", id.toString()}, {"state", nameOf(state)}});
            settled = true;
        }
    }
    if (open.empty() && m_events.idle)
        m_events.idle();
    return settled;
}

void Pipeline::noteTrouble(const Error &error)
{
    logWarning(logPipeline, QStringLiteral("the store failed"),
               {{"error", error.message}, {"detail", error.detail}});
    {
        const std::scoped_lock lock(m_mutex);
        m_troubled = true;
    }
    if (m_events.storeTroubled)
        m_events.storeTroubled(error);
}

// Told only after something was done: a full disk can still be read.
void Pipeline::noteRecovery()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!std::exchange(m_troubled, false))
            return;
    }
    if (m_events.storeRecovered)
        m_events.storeRecovered();
}

// Where there is one job there may be more.
void Pipeline::wakeWaiting()
{
    const std::scoped_lock lock(m_mutex);
    if (m_idleWorkers == 0)
        return;
    ++m_wakes;
    m_changed.notify_all();
}

// One idle worker asks the store again; the others wait until there is something. So an idle engine costs a
// shared database the same with any number of workers.
void Pipeline::waitForWork(std::chrono::milliseconds duration)
{
    std::unique_lock lock(m_mutex);
    const auto seen = m_wakes;
    const auto isWoken = [&] { return m_wakes != seen || isStopping(); };
    const bool asks = !std::exchange(m_someoneAsks, true);
    ++m_idleWorkers;
    m_changed.wait_for(lock, asks ? duration : LongestWait, isWoken);
    --m_idleWorkers;
    if (asks)
        m_someoneAsks = false;
}

void Pipeline::pause(std::chrono::milliseconds duration)
{
    std::unique_lock lock(m_mutex);
    const auto seen = m_wakes;
    m_changed.wait_for(lock, duration, [&] { return m_wakes != seen || isStopping(); });
}

} // namespace Gemmary
