// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlstore/statements.h"

#include <QSqlQuery>

#include <memory>
#include <unordered_map>

namespace Gemmary {

// One thread's link to the database, with its prepared statements. Never leaves its thread.
class Connection
{
public:
    // Opens a link under a name of its own.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const Dialect &dialect,
                                                                  const Statements &statements);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // The statement called `name`, prepared on this link; an Error's detail is the database's text.
    [[nodiscard]] Result<QSqlQuery *> prepared(const char *name);

    // Runs SQL that is no statement of the files: BEGIN, COMMIT, schema.
    [[nodiscard]] bool run(const QString &sql, QSqlError &error);

    // Ends a transaction without a trace; fine when the database has done so already.
    void rollBack();

    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }

private:
    Connection(QSqlDatabase database, const Statements &statements);

    QSqlDatabase m_database;
    const Statements &m_statements;
    std::unordered_map<std::string, std::unique_ptr<QSqlQuery>> m_queries;
};

// Gives every thread its own Connection, made at its first use and closed when the thread ends. Thread-safe.
class ConnectionPool
{
public:
    // Both outlive it.
    ConnectionPool(const Dialect &dialect, const Statements &statements);

    [[nodiscard]] Result<Connection *> ofThisThread();

    // Closes this thread's connection; the next use opens a new one.
    void dropOfThisThread();

private:
    const Dialect &m_dialect;
    const Statements &m_statements;
    quint64 m_id; // of this pool among all there ever were
};

} // namespace Gemmary
