// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/sqlstore.h"

#include "sqlstore/migrator.h"

namespace Gemmary {

Result<std::unique_ptr<SqlStore>> SqlStore::open(const QString &path, const Clock &clock)
{
    GEMMARY_TRY(SqliteDialect::prepareFile(path));
    auto store = std::unique_ptr<SqlStore>(new SqlStore(path, clock));
    GEMMARY_TRY(Migrator(store->m_pool, store->m_dialect).migrate(allMigrations(store->m_dialect)));
    return store;
}

SqlStore::SqlStore(const QString &path, const Clock &clock)
    : m_dialect(path, clock)
    , m_statements(m_dialect)
    , m_pool(m_dialect, m_statements)
    , m_session(m_pool, m_dialect)
    , m_processes(m_session)
    , m_contents(m_session)
{}

} // namespace Gemmary
