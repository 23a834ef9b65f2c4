// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "store/transaction.h"

namespace Gemmary {

// The planning part of ProcessStore, a transaction each.
[[nodiscard]] Result<std::optional<PlanClaim>> claimPlan(Transaction &tx, const PlanRequest &request);
[[nodiscard]] Result<ClaimOutcome> publishPage(Transaction &tx, const PlanClaim &claim, const PlanPage &page);
[[nodiscard]] Result<ClaimOutcome> finishPlan(Transaction &tx, const PlanClaim &claim);
[[nodiscard]] Result<void> releasePlan(Transaction &tx, const PlanClaim &claim);
[[nodiscard]] Result<qint64> releaseInstance(Transaction &tx, const InstanceId &instance); // plans and jobs

// ProcessStore::addInputs. Parked jobs get another go, for without them the process could not come to an end.
[[nodiscard]] Result<void> addInputs(Transaction &tx, const ProcessId &id, const std::vector<Locator> &inputs,
                                     const QStringList &names, const QString &machine);

} // namespace Gemmary
