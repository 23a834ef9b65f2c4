// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "store/offers.h"

namespace Gemmary {

class Database;

// ProcessStore::claim: what the shelf has, else what a look finds.
[[nodiscard]] Result<std::vector<ClaimedJob>> claimJobs(const Database &database, OfferShelf &shelf,
                                                        const ClaimRequest &request);

// The rest of the life of a claim, a transaction each.
[[nodiscard]] Result<std::optional<ProcessState>> renewJob(Transaction &tx, const JobClaim &claim);
[[nodiscard]] Result<ClaimOutcome> failJob(Transaction &tx, const JobClaim &claim, const QString &error,
                                           std::chrono::milliseconds delay);
[[nodiscard]] Result<ClaimOutcome> releaseJob(Transaction &tx, const JobClaim &claim,
                                              std::chrono::milliseconds delay, const QString &reason);

// Makes dead letters of jobs whose last lease ran out.
[[nodiscard]] Result<void> buryJobs(Transaction &tx, const ProcessId &process);

[[nodiscard]] Result<std::vector<DocumentTask>> documentsOf(Transaction &tx, const JobKey &leaf);

} // namespace Gemmary
