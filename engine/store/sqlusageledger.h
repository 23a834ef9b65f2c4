// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/usageledger.h"

#include <QVariantList>

namespace Gemmary {

class Database;

// The UsageLedger on SQL: sums, a row a process and model.
class SqlUsageLedger : public UsageLedger
{
public:
    // The database outlives it.
    explicit SqlUsageLedger(const Database &database);

    [[nodiscard]] Result<void> add(const ProcessId &process, const ModelUsage &usage) override;
    [[nodiscard]] Result<std::vector<ModelUsage>> of(const ProcessId &process) override;
    [[nodiscard]] Result<std::vector<ModelUsage>> total() override;

private:
    [[nodiscard]] Result<std::vector<ModelUsage>> read(const char *statement, const QVariantList &values);

    const Database &m_database;
};

} // namespace Gemmary
