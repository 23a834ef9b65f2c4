// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "ports/processstore.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace Gemmary {

// Keeps the leases of the jobs in hand alive from a thread of its own, and cancels a job's work when its
// lease is lost or its process is no longer RUNNING. Thread-safe.
class LeaseKeeper
{
public:
    LeaseKeeper(ProcessStore &store, std::chrono::milliseconds interval);
    ~LeaseKeeper();
    LeaseKeeper(const LeaseKeeper &) = delete;
    LeaseKeeper &operator=(const LeaseKeeper &) = delete;

    // A job in hand; its lease is kept while this lives. Move-only through unique_ptr.
    class Hold
    {
    public:
        Hold(LeaseKeeper &keeper, const JobClaim &claim);
        ~Hold();
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;

        [[nodiscard]] CancelToken token() const { return m_cancel.token(); }

    private:
        friend class LeaseKeeper;
        LeaseKeeper &m_keeper;
        JobClaim m_claim;
        CancelSource m_cancel;
        std::list<Hold *>::iterator m_place;
    };

    // Cancels the work in hand of one process, or all of it.
    void cancel(const ProcessId &process);
    void cancelAll();

private:
    void run();
    void renewAll(std::unique_lock<std::mutex> &lock);

    ProcessStore &m_store;
    std::chrono::milliseconds m_interval;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Hold *> m_holds;
    bool m_ending = false;
    std::jthread m_thread; // last: it uses the members above
};

} // namespace Gemmary
