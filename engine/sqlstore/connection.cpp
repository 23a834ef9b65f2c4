// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/connection.h"

#include <atomic>
#include <map>
#include <mutex>

namespace Gemmary {

namespace {

// QtSql keeps all connections of a program in one registry. Its own lock is invisible to ThreadSanitizer;
// this one is not, and orders what threads hand to each other through the registry.
std::mutex &registryMutex()
{
    static std::mutex mutex;
    return mutex;
}

quint64 nextNumber()
{
    static std::atomic<quint64> number{0};
    return ++number;
}

// The connections of one thread, by pool; destroyed with the thread.
std::map<quint64, std::unique_ptr<Connection>> &connectionsOfThisThread()
{
    thread_local std::map<quint64, std::unique_ptr<Connection>> connections;
    return connections;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const Dialect &dialect, const Statements &statements)
{
    const std::scoped_lock lock(registryMutex());
    const QString name = QStringLiteral("gemmary-%1").arg(nextNumber());
    Error error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(dialect.driver(), name);
        dialect.prepare(database);
        if (database.open()) {
            auto configured = dialect.configure(database);
            if (configured)
                return std::unique_ptr<Connection>(new Connection(database, statements));
            error = std::move(configured).error();
            database.close();
        } else {
            error = {ErrorKind::Storage, dialect.explain(database.lastError()), database.lastError().text()};
        }
    }
    QSqlDatabase::removeDatabase(name);
    return failure(std::move(error));
}

Connection::Connection(QSqlDatabase database, const Statements &statements)
    : m_database(std::move(database))
    , m_statements(statements)
{}

Connection::~Connection()
{
    m_queries.clear();
    const QString name = m_database.connectionName();
    const std::scoped_lock lock(registryMutex());
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<QSqlQuery *> Connection::prepared(const char *name)
{
    auto &query = m_queries[name];
    if (!query) {
        query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(m_statements.text(name))) {
            const QSqlError error = query->lastError();
            m_queries.erase(name);
            return failure(ErrorKind::Storage, QStringLiteral("A statement of the store cannot be used."),
                           QStringLiteral("%1: %2").arg(QLatin1StringView(name), error.text()));
        }
    }
    return query.get();
}

bool Connection::run(const QString &sql, QSqlError &error)
{
    QSqlQuery query(m_database);
    if (query.exec(sql))
        return true;
    error = query.lastError();
    return false;
}

void Connection::rollBack()
{
    QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

ConnectionPool::ConnectionPool(const Dialect &dialect, const Statements &statements)
    : m_dialect(dialect)
    , m_statements(statements)
    , m_id(nextNumber())
{}

Result<Connection *> ConnectionPool::ofThisThread()
{
    auto &connection = connectionsOfThisThread()[m_id];
    if (connection && connection->isOpen())
        return connection.get();
    connection.reset();
    GEMMARY_ASSIGN(opened, Connection::open(m_dialect, m_statements));
    connection = std::move(opened);
    return connection.get();
}

void ConnectionPool::dropOfThisThread()
{
    connectionsOfThisThread().erase(m_id);
}

} // namespace Gemmary
