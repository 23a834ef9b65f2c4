// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlstore/connection.h"

#include <QVariant>

#include <functional>
#include <initializer_list>
#include <optional>

namespace Gemmary {

// A value for a named placeholder: {":process", id}. Text loses NUL characters, which no database keeps.
struct Bind
{
    Bind(const char *placeholder, const QString &text);
    Bind(const char *placeholder, const QByteArray &bytes);
    Bind(const char *placeholder, qint64 number);
    Bind(const char *placeholder, int number);

    const char *name;
    QVariant value;
};

using Binds = std::initializer_list<Bind>;

// A row of an answer, by column number; valid only while it is visited.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {}

    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }

private:
    const QSqlQuery &m_query;
};

// Statements of one transaction. After an Error the transaction is over; return it.
class Transaction
{
public:
    Transaction(Connection &connection, const Dialect &dialect);

    // Answers the number of rows changed.
    [[nodiscard]] Result<qint64> execute(const char *statement, Binds binds);

    // Visits every row.
    [[nodiscard]] Result<void> forEach(const char *statement, Binds binds,
                                       const std::function<void(const Row &)> &visit);

    // Visits the only row, if there is one; answers whether there was.
    [[nodiscard]] Result<bool> forOne(const char *statement, Binds binds,
                                      const std::function<void(const Row &)> &visit);

    // What the failed statement means, if one failed.
    [[nodiscard]] std::optional<SqlFailure> failureKind() const { return m_failure; }

private:
    [[nodiscard]] Result<QSqlQuery *> start(const char *statement, Binds binds);
    [[nodiscard]] tl::unexpected<Error> failed(const char *statement, const QSqlError &error);

    Connection &m_connection;
    const Dialect &m_dialect;
    std::optional<SqlFailure> m_failure;
};

// Runs transactions. The whole callable runs again when the database asks for it (SQLSTATE 40001,
// SQLITE_BUSY), so it must have no effect but on the transaction and what it answers. Thread-safe.
class Session
{
public:
    // All outlive it.
    Session(ConnectionPool &pool, const Dialect &dialect);

    template <typename Callable>
    auto write(Callable callable) -> decltype(callable(std::declval<Transaction &>()))
    {
        return repeat<decltype(callable(std::declval<Transaction &>()))>(m_dialect.beginWriting(), callable);
    }

    // Reads that have to fit together; writes nothing.
    template <typename Callable>
    auto read(Callable callable) -> decltype(callable(std::declval<Transaction &>()))
    {
        return repeat<decltype(callable(std::declval<Transaction &>()))>(QStringLiteral("BEGIN"), callable);
    }

private:
    template <typename Answer, typename Callable>
    Answer repeat(const QString &begin, Callable &callable)
    {
        for (int attempt = 0;; ++attempt) {
            std::optional<SqlFailure> failureKind;
            Answer answer = tryOnce<Answer>(begin, failureKind, callable);
            if (answer || !failureKind || !mayRepeat(*failureKind, attempt))
                return answer;
        }
    }

    template <typename Answer, typename Callable>
    Answer tryOnce(const QString &begin, std::optional<SqlFailure> &failureKind, Callable &callable)
    {
        GEMMARY_ASSIGN(connection, m_pool.ofThisThread());
        GEMMARY_TRY(control(*connection, begin, failureKind));
        Transaction transaction(*connection, m_dialect);
        Answer answer = callable(transaction);
        failureKind = transaction.failureKind();
        if (!answer) {
            connection->rollBack();
            return answer;
        }
        if (auto committed = control(*connection, QStringLiteral("COMMIT"), failureKind); !committed) {
            connection->rollBack();
            return tl::unexpected(std::move(committed).error());
        }
        return answer;
    }

    // Runs BEGIN or COMMIT.
    [[nodiscard]] Result<void> control(Connection &connection, const QString &sql,
                                       std::optional<SqlFailure> &failureKind);
    [[nodiscard]] bool mayRepeat(SqlFailure failureKind, int attempt); // waits before the next try

    ConnectionPool &m_pool;
    const Dialect &m_dialect;
};

} // namespace Gemmary
