// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/leasekeeper.h"

#include "base/logging.h"

#include <algorithm>

namespace Gemmary {

LeaseKeeper::Hold::Hold(LeaseKeeper &keeper, const JobClaim &claim)
    : m_keeper(keeper)
    , m_claim(claim)
{
    const std::scoped_lock lock(m_keeper.m_mutex);
    m_place = m_keeper.m_holds.insert(m_keeper.m_holds.end(), this);
}

LeaseKeeper::Hold::~Hold()
{
    const std::scoped_lock lock(m_keeper.m_mutex);
    m_keeper.m_holds.erase(m_place);
}

LeaseKeeper::LeaseKeeper(ProcessStore &store, std::chrono::milliseconds interval)
    : m_store(store)
    , m_interval(interval)
    , m_thread([this] { run(); })
{}

LeaseKeeper::~LeaseKeeper()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
}

void LeaseKeeper::cancel(const ProcessId &process)
{
    const std::scoped_lock lock(m_mutex);
    for (Hold *hold : m_holds) {
        if (hold->m_claim.key.process == process)
            hold->m_cancel.cancel();
    }
}

void LeaseKeeper::cancelAll()
{
    const std::scoped_lock lock(m_mutex);
    for (Hold *hold : m_holds)
        hold->m_cancel.cancel();
}

void LeaseKeeper::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, m_interval, [this] { return m_ending; }))
        renewAll(lock);
}

// The store is asked without the lock, so holds may come and go meanwhile: cancel sources are copied, not
// holds.
void LeaseKeeper::renewAll(std::unique_lock<std::mutex> &lock)
{
    std::vector<std::pair<JobClaim, CancelSource>> inHand;
    for (Hold *hold : m_holds)
        inHand.emplace_back(hold->m_claim, hold->m_cancel);
    lock.unlock();
    for (auto &[claim, cancel] : inHand) {
        const auto state = m_store.heartbeat(claim);
        if (!state) { // the lease outlasts a short trouble of the store; the next round tries again
            logWarning(logPipeline, QStringLiteral("lease not renewed"), {{"error", state.error().message}});
            continue;
        }
        if (!*state || **state != ProcessState::Running)
            cancel.cancel();
    }
    lock.lock();
}

} // namespace Gemmary
