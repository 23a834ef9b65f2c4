// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/jobrunner.h"
#include "pipeline/leasekeeper.h"

#include <functional>
#include <random>

namespace Gemmary {

// Claims jobs and does them, one after another. One thread.
class Worker
{
public:
    Worker(const PipelineParts &parts, const PipelineSettings &settings, LeaseKeeper &leases,
           ActivityBoard &activities, std::function<void(const ProcessId &, const Error &)> putOff);

    // Claims and does one job; calls `claimed` between. Answers whether there was one; an Error is the
    // store's.
    [[nodiscard]] Result<bool> workNext(const std::function<void()> &claimed);

private:
    [[nodiscard]] Result<void> doJob(const ClaimedJob &job);
    [[nodiscard]] Result<void> putBack(const ClaimedJob &job, const Error &error);
    [[nodiscard]] Result<ClaimOutcome> save(const ClaimedJob &job, const JobResult &result);
    [[nodiscard]] JobContext context() const;
    [[nodiscard]] JobRunner &runnerOf(Stage stage);
    void reached(ProtocolPoint point) const;

    const PipelineParts &m_parts;
    const PipelineSettings &m_settings;
    LeaseKeeper &m_leases;
    ActivityBoard &m_activities;
    std::function<void(const ProcessId &, const Error &)>
        m_putOff; // told of jobs that have to wait for a provider; may be empty
    std::unique_ptr<JobRunner> m_analysis;
    std::unique_ptr<JobRunner> m_summary;
    std::minstd_rand m_random{std::random_device{}()};
};

} // namespace Gemmary
