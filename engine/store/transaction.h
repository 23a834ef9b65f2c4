// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/dialect.h"

#include <QVariant>

#include <random>
#include <vector>

namespace Gemmary {

// One transaction on this thread's connection; rolls back unless committed. Only a Database makes one.
class Transaction
{
public:
    Transaction(Connection &connection, const Dialect &dialect, Access access);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();

    // Runs statements that need nothing from each other, together where a database is far away; answers for
    // each how many rows there were or were changed.
    [[nodiscard]] Result<std::vector<qint64>> run(const std::vector<Statement> &statements);

    // The same, and commits with them. Nothing may follow: not for Database::writeOnce().
    [[nodiscard]] Result<std::vector<qint64>> finish(const std::vector<Statement> &statements);

    // Runs statement `name` and visits every row; answers how many there were.
    [[nodiscard]] Result<qint64> read(const char *name, const QVariantList &values,
                                      const RowVisitor &visit = {});

    // Runs statement `name`; answers how many rows it changed.
    [[nodiscard]] Result<qint64> change(const char *name, const QVariantList &values);

    // The same for each of many rows of values, sent together where a database is far away.
    [[nodiscard]] Result<qint64> changeAll(const char *name, const std::vector<QVariantList> &rows);

    // Runs a statement of a migration.
    [[nodiscard]] Result<void> define(const QString &sql);

    // What failed first in here means; nothing failed: nullopt. Errors after it are only its consequences.
    [[nodiscard]] std::optional<ErrorClass> failedAs() const { return m_failedAs; }

    // Whether COMMIT was sent: with a lost connection nobody knows then what came of it.
    [[nodiscard]] bool wasCommitSent() const { return m_commitSent; }

    [[nodiscard]] std::minstd_rand &random() { return m_connection.random(); }

private:
    Result<std::vector<qint64>> run(const std::vector<Statement> &statements, Ending ending);
    Result<void> control(const QString &sql);
    tl::unexpected<Error> failed(const StatementError &error);

    Connection &m_connection;
    const Dialect &m_dialect;
    Access m_access;
    bool m_open = false;
    bool m_commitSent = false;
    std::optional<ErrorClass> m_failedAs;
    Error m_firstError;
};

} // namespace Gemmary
