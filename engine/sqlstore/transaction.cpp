// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/transaction.h"

#include <QMetaType>

#include <algorithm>
#include <random>
#include <thread>

namespace Gemmary {

namespace {

constexpr int MostAttempts = 50;
constexpr int LongestPauseMs = 2'000;

} // namespace

Bind::Bind(const char *placeholder, const QString &text)
    : name(placeholder)
{
    QString clean = text;
    clean.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    value = text.isNull() ? QVariant(QMetaType::fromType<QString>()) : QVariant(clean);
}

Bind::Bind(const char *placeholder, const QByteArray &bytes)
    : name(placeholder)
    , value(bytes.isNull() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(bytes))
{}

Bind::Bind(const char *placeholder, qint64 number)
    : name(placeholder)
    , value(number)
{}

Bind::Bind(const char *placeholder, int number)
    : name(placeholder)
    , value(static_cast<qint64>(number))
{}

Transaction::Transaction(Connection &connection, const Dialect &dialect)
    : m_connection(connection)
    , m_dialect(dialect)
{}

Result<qint64> Transaction::execute(const char *statement, Binds binds)
{
    GEMMARY_ASSIGN(query, start(statement, binds));
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

Result<void> Transaction::forEach(const char *statement, Binds binds,
                                  const std::function<void(const Row &)> &visit)
{
    GEMMARY_ASSIGN(query, start(statement, binds));
    while (query->next())
        visit(Row(*query));
    const QSqlError error = query->lastError();
    query->finish();
    if (error.isValid())
        return failed(statement, error);
    return {};
}

Result<bool> Transaction::forOne(const char *statement, Binds binds,
                                 const std::function<void(const Row &)> &visit)
{
    bool found = false;
    GEMMARY_TRY(forEach(statement, binds, [&](const Row &row) {
        if (!std::exchange(found, true))
            visit(row);
    }));
    return found;
}

Result<QSqlQuery *> Transaction::start(const char *statement, Binds binds)
{
    GEMMARY_ASSIGN(query, m_connection.prepared(statement));
    for (const Bind &bind : binds)
        query->bindValue(QLatin1StringView(bind.name), bind.value);
    if (!query->exec()) {
        const QSqlError error = query->lastError();
        query->finish();
        return failed(statement, error);
    }
    return query;
}

// The first failure of a transaction is the one that tells; what follows only says that it is over.
tl::unexpected<Error> Transaction::failed(const char *statement, const QSqlError &error)
{
    if (!m_failure)
        m_failure = m_dialect.classify(error);
    const bool isLost = *m_failure == SqlFailure::LostLink || *m_failure == SqlFailure::Retry;
    return failure(isLost ? ErrorKind::Unavailable : ErrorKind::Storage, m_dialect.explain(error),
                   QStringLiteral("%1: %2").arg(QLatin1StringView(statement), error.text()));
}

Session::Session(ConnectionPool &pool, const Dialect &dialect)
    : m_pool(pool)
    , m_dialect(dialect)
{}

Result<void> Session::control(Connection &connection, const QString &sql,
                              std::optional<SqlFailure> &failureKind)
{
    QSqlError error;
    if (connection.run(sql, error))
        return {};
    failureKind = m_dialect.classify(error);
    return failure(ErrorKind::Storage, m_dialect.explain(error), error.text());
}

bool Session::mayRepeat(SqlFailure failureKind, int attempt)
{
    if (failureKind != SqlFailure::Retry && failureKind != SqlFailure::LostLink)
        return false;
    if (attempt + 1 >= MostAttempts)
        return false;
    if (failureKind == SqlFailure::LostLink)
        m_pool.dropOfThisThread();
    thread_local std::minstd_rand random(std::random_device{}());
    const int longest = std::min(LongestPauseMs, 10 << std::min(attempt, 8));
    std::this_thread::sleep_for(
        std::chrono::milliseconds(std::uniform_int_distribution<int>(0, longest)(random)));
    return true;
}

} // namespace Gemmary
