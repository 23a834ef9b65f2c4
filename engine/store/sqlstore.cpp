// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlstore.h"

#include "store/migrator.h"
#include "store/sqlitedialect.h"

namespace Gemmary {

SqlStore::SqlStore(std::unique_ptr<Dialect> dialect)
    : m_database(std::move(dialect))
    , m_processes(m_database)
    , m_contents(m_database)
{}

Result<std::unique_ptr<SqlStore>> SqlStore::open(const QString &path, const Clock &clock)
{
    auto dialect = std::make_unique<SqliteDialect>(path, clock);
    GEMMARY_TRY(dialect->prepareStore());
    std::unique_ptr<SqlStore> store(new SqlStore(std::move(dialect)));
    GEMMARY_TRY(Migrator(store->m_database, shippedMigrations()).migrate());
    return store;
}

} // namespace Gemmary
