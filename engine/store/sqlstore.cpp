// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlstore.h"

#include "store/migrator.h"
#include "store/postgresdialect.h"
#include "store/sqlitedialect.h"

namespace Gemmary {

namespace {

bool isServerUrl(const QString &place)
{
    return place.startsWith(QLatin1String("postgresql:")) || place.startsWith(QLatin1String("postgres:"));
}

} // namespace

Result<std::unique_ptr<Dialect>> dialectOf(const QString &place, const Clock &clock)
{
    if (!isServerUrl(place))
        return std::make_unique<SqliteDialect>(place, clock);
    GEMMARY_ASSIGN(address, serverUrl(place));
    return std::make_unique<PostgresDialect>(address);
}

SqlStore::SqlStore(std::unique_ptr<Dialect> dialect)
    : m_database(std::move(dialect))
    , m_processes(m_database)
    , m_contents(m_database)
    , m_instances(m_database)
    , m_summaries(m_database)
    , m_quotas(m_database)
    , m_usage(m_database)
{}

Result<std::unique_ptr<SqlStore>> SqlStore::open(const QString &place, const Clock &clock)
{
    GEMMARY_ASSIGN(dialect, dialectOf(place, clock));
    GEMMARY_TRY(dialect->prepareStore());
    return migrated(std::move(dialect));
}

Result<std::unique_ptr<SqlStore>> SqlStore::connect(const QString &url, const Clock &testClock)
{
    GEMMARY_ASSIGN(address, serverUrl(url));
    return migrated(std::make_unique<PostgresDialect>(address, &testClock));
}

Result<std::unique_ptr<SqlStore>> SqlStore::migrated(std::unique_ptr<Dialect> dialect)
{
    std::unique_ptr<SqlStore> store(new SqlStore(std::move(dialect)));
    GEMMARY_TRY(store->m_database.connection()); // at once, without the patience of what comes later
    GEMMARY_TRY(Migrator(store->m_database, shippedMigrations()).migrate());
    return store;
}

} // namespace Gemmary
