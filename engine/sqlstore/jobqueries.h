// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "sqlstore/rows.h"

#include <random>

namespace Gemmary {

// Jobs under a claim: claimed, renewed, completed, failed, put back. Every change carries the epoch.
// Contracts are ProcessStore's.
class JobQueries
{
public:
    explicit JobQueries(Session &session); // outlives it

    [[nodiscard]] Result<std::vector<ClaimedJob>> claim(const ClaimRequest &request);
    [[nodiscard]] Result<std::optional<ProcessState>> heartbeat(const JobClaim &claim);
    [[nodiscard]] Result<ClaimOutcome> complete(const JobClaim &claim, const JobResult &result);
    [[nodiscard]] Result<ClaimOutcome> fail(const JobClaim &claim, const QString &error,
                                            std::chrono::milliseconds delay);
    [[nodiscard]] Result<ClaimOutcome> release(const JobClaim &claim, std::chrono::milliseconds delay);

private:
    [[nodiscard]] Result<std::vector<JobKey>> candidates(const ProcessId &process);
    [[nodiscard]] Result<std::optional<ClaimedJob>> claimOne(const JobKey &key, const InstanceId &instance);
    [[nodiscard]] Result<void> settleLeaf(Transaction &transaction, const JobClaim &claim,
                                          const JobResult &result, ProgressChange &change);
    [[nodiscard]] Result<void> settleDocuments(Transaction &transaction, const JobClaim &claim,
                                               const JobResult &result, ProgressChange &change);
    [[nodiscard]] Result<void> settleSummaries(Transaction &transaction, const JobClaim &claim,
                                               const JobResult &result, ProgressChange &change);
    [[nodiscard]] Result<ClaimOutcome> wasOurs(Transaction &transaction, const JobClaim &claim);

    Session &m_session;
};

} // namespace Gemmary
