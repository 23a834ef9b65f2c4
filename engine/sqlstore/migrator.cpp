// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/migrator.h"

#include "base/logging.h"

#include <QFile>

#include <algorithm>

namespace Gemmary {

Migrator::Migrator(ConnectionPool &pool, const SqliteDialect &dialect)
    : m_pool(pool)
    , m_dialect(dialect)
{}

Result<void> Migrator::migrate(const std::vector<Migration> &migrations)
{
    GEMMARY_ASSIGN(connection, m_pool.ofThisThread());
    GEMMARY_TRY(run(*connection,
                    QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migrations (version INT8 PRIMARY KEY, "
                                   "name TEXT NOT NULL, checksum TEXT NOT NULL, applied_ms INT8 NOT NULL)")));
    GEMMARY_ASSIGN(before, applied(*connection));
    GEMMARY_TRY(check(before, migrations));
    const int newest = before.empty() ? 0 : before.back().first;
    if (newest > 0 && newest < migrations.back().version)
        GEMMARY_TRY(backUp(*connection, newest));
    for (const Migration &migration : migrations) {
        if (migration.version > newest)
            GEMMARY_TRY(apply(*connection, migration));
    }
    return {};
}

Result<Migrator::Applied> Migrator::applied(Connection &connection)
{
    Applied versions;
    Transaction transaction(connection, m_dialect);
    GEMMARY_TRY(transaction.forEach("select_migrations", {}, [&](const Row &row) {
        versions.emplace_back(static_cast<int>(row.integer(0)), row.text(1).toLatin1());
    }));
    return versions;
}

Result<void> Migrator::check(const Applied &before, const std::vector<Migration> &migrations) const
{
    for (const auto &entry : before) {
        if (entry.first > migrations.back().version) {
            return failure(
                ErrorKind::Storage,
                QStringLiteral("The store %1 was made by a newer Gemmary (schema %2, this one knows %3). "
                               "Update Gemmary, or name another store.")
                    .arg(m_dialect.path())
                    .arg(entry.first)
                    .arg(migrations.back().version));
        }
        const bool isKnown =
            std::any_of(migrations.begin(), migrations.end(), [&](const Migration &migration) {
                return migration.version == entry.first && migration.checksum == entry.second;
            });
        if (!isKnown) {
            return failure(
                ErrorKind::Storage,
                QStringLiteral("The store %1 has a schema that this Gemmary does not know. Name another "
                               "store.")
                    .arg(m_dialect.path()));
        }
    }
    return {};
}

// Whoever comes second waits at BEGIN IMMEDIATE and then finds the step done.
Result<void> Migrator::apply(Connection &connection, const Migration &migration)
{
    GEMMARY_TRY(run(connection, m_dialect.beginWriting()));
    if (auto done = applyLocked(connection, migration); !done) {
        connection.rollBack();
        return done;
    }
    return run(connection, QStringLiteral("COMMIT"));
}

Result<void> Migrator::applyLocked(Connection &connection, const Migration &migration)
{
    GEMMARY_ASSIGN(now, applied(connection));
    const bool isDone = std::any_of(now.begin(), now.end(),
                                    [&](const auto &entry) { return entry.first == migration.version; });
    if (isDone)
        return {};
    for (const QString &statement : migration.statements)
        GEMMARY_TRY(run(connection, statement));
    Transaction transaction(connection, m_dialect);
    GEMMARY_TRY(
        transaction.execute("insert_migration", {{":version", migration.version},
                                                 {":name", migration.name},
                                                 {":checksum", QString::fromLatin1(migration.checksum)}}));
    logInfo(logStore, QStringLiteral("schema migrated"), {{"version", migration.version}});
    return {};
}

Result<void> Migrator::backUp(Connection &connection, int version)
{
    const QString path = QStringLiteral("%1.bak-%2").arg(m_dialect.path()).arg(version);
    if (QFile::exists(path))
        return {};
    QString quoted = path;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    return run(connection, QStringLiteral("VACUUM INTO '%1'").arg(quoted));
}

Result<void> Migrator::run(Connection &connection, const QString &sql)
{
    QSqlError error;
    if (connection.run(sql, error))
        return {};
    return failure(ErrorKind::Storage, m_dialect.explain(error), error.text());
}

} // namespace Gemmary
