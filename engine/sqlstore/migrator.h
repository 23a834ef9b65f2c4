// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlstore/sqlitedialect.h"
#include "sqlstore/transaction.h"

namespace Gemmary {

// Brings the schema up to date. Safe when many programs do it at once and when one is killed in the middle:
// each step is one transaction that writes its version last. Refuses a schema that a newer program made.
class Migrator
{
public:
    Migrator(ConnectionPool &pool, const SqliteDialect &dialect); // both outlive it

    [[nodiscard]] Result<void> migrate(const std::vector<Migration> &migrations);

private:
    using Applied = std::vector<std::pair<int, QByteArray>>; // version and checksum, ascending

    [[nodiscard]] Result<Applied> applied(Connection &connection);
    [[nodiscard]] Result<void> check(const Applied &before, const std::vector<Migration> &migrations) const;
    [[nodiscard]] Result<void> apply(Connection &connection, const Migration &migration);
    [[nodiscard]] Result<void> applyLocked(Connection &connection, const Migration &migration);
    [[nodiscard]] Result<void> backUp(Connection &connection, int version);
    [[nodiscard]] Result<void> run(Connection &connection, const QString &sql);

    ConnectionPool &m_pool;
    const SqliteDialect &m_dialect;
};

} // namespace Gemmary
