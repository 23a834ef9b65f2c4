// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ports/contentstore.h"
#include "ports/instanceregistry.h"
#include "ports/processstore.h"
#include "ports/quotaledger.h"
#include "ports/summarycache.h"
#include "ports/usageledger.h"

#include <QString>

#include <memory>

namespace Gemmary {

// A store as the contract suites see it. A backend joins by one file that defines openStoreUnderTest().
class StoreUnderTest
{
public:
    virtual ~StoreUnderTest() = default;
    [[nodiscard]] virtual ProcessStore &processes() = 0;
    [[nodiscard]] virtual ContentStore &contents() = 0;
    [[nodiscard]] virtual InstanceRegistry &instances() = 0;
    [[nodiscard]] virtual SummaryCache &summaries() = 0;
    [[nodiscard]] virtual QuotaLedger &quotas() = 0;
    [[nodiscard]] virtual UsageLedger &usage() = 0;

    // What is wrong in the database itself, in sentences; empty where a backend has no such check.
    [[nodiscard]] virtual QStringList violations(const ProcessId &) { return {}; }
};

// Opens the store in `folder`, as one program does; several may be open at once. Null when that fails.
[[nodiscard]] std::unique_ptr<StoreUnderTest> openStoreUnderTest(const QString &folder, const Clock &clock);

} // namespace Gemmary
