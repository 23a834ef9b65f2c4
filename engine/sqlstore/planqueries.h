// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "sqlstore/rows.h"

namespace Gemmary {

// Planning: pages of documents and their leaves, fenced by the plan's epoch and by the number of documents
// already planned. Contracts are ProcessStore's.
class PlanQueries
{
public:
    explicit PlanQueries(Session &session); // outlives it

    [[nodiscard]] Result<std::optional<PlanClaim>> claim(const std::optional<ProcessId> &only,
                                                         const InstanceId &instance);
    [[nodiscard]] Result<ClaimOutcome> publish(PlanClaim &claim, const PlanPage &page);
    [[nodiscard]] Result<ClaimOutcome> finish(const PlanClaim &claim);
    [[nodiscard]] Result<void> release(const PlanClaim &claim);
    [[nodiscard]] Result<std::vector<DocumentTask>> planned(const ProcessId &id, qint64 after, int limit);

private:
    [[nodiscard]] Result<std::optional<PlanClaim>> claimOne(Transaction &transaction, const QString &process,
                                                            const InstanceId &instance);
    [[nodiscard]] Result<ClaimOutcome> publishIn(Transaction &transaction, const PlanClaim &claim,
                                                 const PlanPage &page);

    Session &m_session;
};

} // namespace Gemmary
