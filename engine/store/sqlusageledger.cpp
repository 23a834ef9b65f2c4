// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlusageledger.h"

#include "store/database.h"
#include "store/storedvalues.h"

namespace Gemmary {

SqlUsageLedger::SqlUsageLedger(const Database &database)
    : m_database(database)
{}

Result<void> SqlUsageLedger::add(const ProcessId &process, const ModelUsage &usage)
{
    return m_database.writeOnce([&](Transaction &tx) -> Result<void> {
        GEMMARY_TRY(
            tx.change("add_usage", {process.toString(), textValue(usage.provider), textValue(usage.model),
                                    usage.requests, usage.inputTokens, usage.outputTokens}));
        return {};
    });
}

Result<std::vector<ModelUsage>> SqlUsageLedger::of(const ProcessId &process)
{
    return read("list_usage", {process.toString()});
}

Result<std::vector<ModelUsage>> SqlUsageLedger::total()
{
    return read("total_usage", {});
}

Result<std::vector<ModelUsage>> SqlUsageLedger::read(const char *statement, const QVariantList &values)
{
    return m_database.read([&](Transaction &tx) -> Result<std::vector<ModelUsage>> {
        std::vector<ModelUsage> usage;
        GEMMARY_TRY(tx.read(statement, values, [&](const Row &row) {
            usage.push_back({row.text(0), row.text(1), row.integer(2), row.integer(3), row.integer(4)});
        }));
        return usage;
    });
}

} // namespace Gemmary
