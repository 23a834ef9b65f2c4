// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/dialect.h"
#include "store/statements.h"

#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>

namespace Gemmary {

// One row of an answer, by column number; only valid while it is visited. What it gives shares no data with
// the statement, which stays with its thread.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {}

    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const { return m_query.value(column).isNull(); }

private:
    const QSqlQuery &m_query;
};

using RowVisitor = std::function<void(const Row &)>;

// One thread's open connection and its prepared statements. Made, used and ended by that thread.
class Connection
{
public:
    Connection(QString name, const Dialect &dialect, const Statements &statements);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] Result<void> open();
    [[nodiscard]] QSqlDatabase database() const;

private:
    friend class Transaction;

    // The statement called `name`, prepared; null when that fails, with `error`.
    QSqlQuery *prepared(const char *name, QSqlError &error);

    QString m_name;
    const Dialect &m_dialect;
    const Statements &m_statements;
    std::unique_ptr<ConnectionGuard> m_guard;
    std::map<std::string, QSqlQuery, std::less<>> m_queries; // by name
    std::minstd_rand m_random{std::random_device{}()};
};

// One transaction on this thread's connection; rolls back unless committed. Only a Database makes one.
class Transaction
{
public:
    Transaction(Connection &connection, Access access);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();

    // Runs statement `name` and visits every row; answers how many there were.
    [[nodiscard]] Result<qint64> read(const char *name, const QVariantList &values,
                                      const RowVisitor &visit = {});

    // Runs statement `name`; answers how many rows it changed.
    [[nodiscard]] Result<qint64> change(const char *name, const QVariantList &values);

    // Runs a statement of a migration.
    [[nodiscard]] Result<void> define(const QString &sql);

    // Whether anything in here failed in a way that running it all again may cure.
    [[nodiscard]] bool mayRetry() const { return m_mayRetry; }

    [[nodiscard]] std::minstd_rand &random() { return m_connection.m_random; }
    [[nodiscard]] const Dialect &dialect() const { return m_connection.m_dialect; }

private:
    Result<QSqlQuery *> run(const char *name, const QVariantList &values);
    Result<void> control(const QString &sql);
    tl::unexpected<Error> failed(const QSqlError &error);

    Connection &m_connection;
    Access m_access;
    bool m_open = false;
    bool m_mayRetry = false;
};

} // namespace Gemmary
