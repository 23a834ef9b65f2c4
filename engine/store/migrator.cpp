// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Gemmary {

namespace {

QString checksumOf(const Migration &migration)
{
    const auto digest = QCryptographicHash::hash(migration.sql.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex());
}

// A DROP stays with what takes its place: were they apart, a program that comes late would drop what another
// has made, and find the migration recorded before it made it again.
std::vector<QStringList> stepsOf(const Migration &migration)
{
    std::vector<QStringList> steps(1);
    for (const QString &statement : splitScript(migration.sql)) {
        steps.back() += statement;
        if (!statement.startsWith(QLatin1String("DROP ")))
            steps.emplace_back();
    }
    return steps;
}

} // namespace

Migrator::Migrator(const Database &database, std::vector<Migration> migrations)
    : m_database(database)
    , m_migrations(std::move(migrations))
{}

Result<void> Migrator::migrate() const
{
    GEMMARY_ASSIGN(applied, m_database.write([this](Transaction &tx) -> Result<int> {
        GEMMARY_TRY(tx.change("create_schema_migrations", {}));
        return appliedVersion(tx);
    }));
    if (applied > 0 && applied < m_migrations.back().version) {
        GEMMARY_ASSIGN(connection, m_database.connection());
        GEMMARY_TRY(m_database.dialect().backUp(*connection, applied));
    }
    for (const Migration &migration : m_migrations) {
        if (migration.version > applied)
            GEMMARY_TRY(apply(migration));
    }
    return {};
}

Result<int> Migrator::presentVersion() const
{
    auto version = m_database.read([this](Transaction &tx) { return appliedVersion(tx); });
    if (!version && version.error().kind == ErrorKind::NotFound)
        return 0;
    return version;
}

// The newest applied version; an error unless all that is applied is known and unchanged.
Result<int> Migrator::appliedVersion(Transaction &transaction) const
{
    int newest = 0;
    QString unknown;
    QString changed;
    GEMMARY_TRY(transaction.read("select_migrations", {}, [&](const Row &row) {
        const int version = static_cast<int>(row.integer(0));
        newest = std::max(newest, version);
        const auto known = std::find_if(m_migrations.begin(), m_migrations.end(),
                                        [&](const Migration &m) { return m.version == version; });
        if (known == m_migrations.end())
            unknown = row.text(1);
        else if (checksumOf(*known) != row.text(2))
            changed = row.text(1);
    }));
    if (!unknown.isEmpty()) {
        return failure(ErrorKind::Storage,
                       QStringLiteral("The store was made by a newer Gemmary. Install that version or choose "
                                      "another store."),
                       QStringLiteral("migration %1").arg(unknown));
    }
    if (!changed.isEmpty()) {
        return failure(ErrorKind::Storage,
                       QStringLiteral("The store's layout is not one that Gemmary made. Restore a backup or "
                                      "choose another store."),
                       QStringLiteral("migration %1 has another checksum").arg(changed));
    }
    return newest;
}

Result<void> Migrator::apply(const Migration &migration) const
{
    if (m_database.dialect().isServer())
        return applyInSteps(migration);
    return m_database.write([&](Transaction &tx) -> Result<void> {
        GEMMARY_ASSIGN(applied, appliedVersion(tx));
        if (applied >= migration.version) // another program was faster
            return {};
        for (const QString &statement : splitScript(migration.sql))
            GEMMARY_TRY(tx.define(statement));
        return record(tx, migration);
    });
}

// CockroachDB commits each change of the schema by itself. Several programs may be at it at once, or one go
// on where another was killed: each step does no harm when it runs again, and the record comes last.
Result<void> Migrator::applyInSteps(const Migration &migration) const
{
    for (const QStringList &step : stepsOf(migration)) {
        const auto applyStep = [&](Transaction &tx) -> Result<void> {
            GEMMARY_ASSIGN(applied, appliedVersion(tx));
            if (applied >= migration.version)
                return {};
            for (const QString &statement : step)
                GEMMARY_TRY(tx.define(statement));
            return {};
        };
        GEMMARY_TRY(m_database.write(applyStep));
    }
    return m_database.write([&](Transaction &tx) { return record(tx, migration); });
}

Result<void> Migrator::record(Transaction &transaction, const Migration &migration)
{
    GEMMARY_TRY(
        transaction.change("insert_migration", {migration.version, migration.name, checksumOf(migration)}));
    return {};
}

} // namespace Gemmary
