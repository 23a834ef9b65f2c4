// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/database.h"
#include "store/sqlcontentstore.h"
#include "store/sqlinstanceregistry.h"
#include "store/sqlprocessstore.h"
#include "store/sqlquotaledger.h"
#include "store/sqlsummarycache.h"
#include "store/sqlusageledger.h"

#include <QString>

#include <memory>

namespace Gemmary {

// Speaks to the database at `place`: see SqlStore::open().
[[nodiscard]] Result<std::unique_ptr<Dialect>> dialectOf(const QString &place, const Clock &clock);

// An open store: the database and the ports on it. Any thread may use the ports; whoever made the store
// ends it after their last use.
class SqlStore
{
public:
    // Opens the SQLite file at `place`, made with its folder when missing, or, where that begins with
    // postgresql://, connects to a database on a server that other programs share; and brings its schema up
    // to date. Errors are Storage or Unavailable, with a sentence that says what to do, or InvalidInput for a
    // wrong address. `clock` outlives the store; on a server the server's own counts.
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> open(const QString &place, const Clock &clock);

    // A server's database where `testClock` stands in for the server's clock.
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> connect(const QString &url,
                                                                   const Clock &testClock);

    [[nodiscard]] QString place() const { return m_database.dialect().place(); } // for a person

    // Whether it is a server's: other machines may work on it.
    [[nodiscard]] bool isShared() const { return m_database.dialect().isServer(); }

    [[nodiscard]] ProcessStore &processes() { return m_processes; }
    [[nodiscard]] ContentStore &contents() { return m_contents; }
    [[nodiscard]] InstanceRegistry &instances() { return m_instances; }
    [[nodiscard]] SummaryCache &summaries() { return m_summaries; }
    [[nodiscard]] QuotaLedger &quotas() { return m_quotas; }
    [[nodiscard]] UsageLedger &usage() { return m_usage; }

private:
    explicit SqlStore(std::unique_ptr<Dialect> dialect);
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> migrated(std::unique_ptr<Dialect> dialect);

    Database m_database;
    SqlProcessStore m_processes;
    SqlContentStore m_contents;
    SqlInstanceRegistry m_instances;
    SqlSummaryCache m_summaries;
    SqlQuotaLedger m_quotas;
    SqlUsageLedger m_usage;
};

} // namespace Gemmary
