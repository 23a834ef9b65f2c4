// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transaction.h"

#include "store/connectionlock.h"

#include <string_view>

namespace Gemmary {

namespace {

// A cached statement keeps the values it was given and the row it read last until its thread ends. They must
// not share data with values elsewhere: two threads would then settle inside Qt, out of ThreadSanitizer's
// sight, who frees it.
QString ownCopy(const QString &text)
{
    return text.isNull() ? QString() : QString(text.constData(), text.size());
}

QByteArray ownCopy(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray() : QByteArray(bytes.constData(), bytes.size());
}

QVariant ownCopy(const QVariant &value)
{
    if (value.isNull())
        return value;
    if (value.typeId() == QMetaType::QString)
        return ownCopy(value.toString());
    return value.typeId() == QMetaType::QByteArray ? QVariant(ownCopy(value.toByteArray())) : value;
}

} // namespace

QString Row::text(int column) const
{
    return ownCopy(m_query.value(column).toString());
}

QByteArray Row::bytes(int column) const
{
    return ownCopy(m_query.value(column).toByteArray());
}

Connection::Connection(QString name, const Dialect &dialect, const Statements &statements)
    : m_name(std::move(name))
    , m_dialect(dialect)
    , m_statements(statements)
{}

Connection::~Connection()
{
    m_queries.clear();
    const auto lock = lockConnectionList();
    QSqlDatabase::removeDatabase(m_name); // closes it, while the guard still stands
}

Result<void> Connection::open()
{
    const auto lock = lockConnectionList();
    QSqlDatabase database = QSqlDatabase::addDatabase(m_dialect.driver(), m_name);
    m_dialect.configure(database);
    if (!database.open())
        return failure(m_dialect.describe(database.lastError()));
    auto guard = m_dialect.initialise(database);
    if (!guard)
        return failure(std::move(guard).error());
    m_guard = std::move(*guard);
    return {};
}

QSqlDatabase Connection::database() const
{
    const auto lock = lockConnectionList();
    return QSqlDatabase::database(m_name, false);
}

QSqlQuery *Connection::prepared(const char *name, QSqlError &error)
{
    const auto known = m_queries.find(std::string_view(name));
    if (known != m_queries.end())
        return &known->second;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(m_statements.text(name))) {
        error = query.lastError();
        return nullptr;
    }
    return &m_queries.emplace(name, std::move(query)).first->second;
}

Transaction::Transaction(Connection &connection, Access access)
    : m_connection(connection)
    , m_access(access)
{}

Transaction::~Transaction()
{
    if (m_open)
        (void)control(QStringLiteral("ROLLBACK")); // SQLite may have rolled back by itself: nothing to tell
}

Result<void> Transaction::begin()
{
    GEMMARY_TRY(control(dialect().beginStatement(m_access)));
    m_open = true;
    return {};
}

Result<void> Transaction::commit()
{
    GEMMARY_TRY(control(QStringLiteral("COMMIT")));
    m_open = false;
    return {};
}

Result<qint64> Transaction::read(const char *name, const QVariantList &values, const RowVisitor &visit)
{
    GEMMARY_ASSIGN(query, run(name, values));
    qint64 rows = 0;
    while (query->next()) {
        ++rows;
        if (visit)
            visit(Row(*query));
    }
    const QSqlError error = query->lastError();
    query->finish();
    if (error.isValid())
        return failed(error);
    return rows;
}

Result<qint64> Transaction::change(const char *name, const QVariantList &values)
{
    GEMMARY_ASSIGN(query, run(name, values));
    const qint64 rows = query->numRowsAffected();
    query->finish();
    return rows;
}

Result<void> Transaction::define(const QString &sql)
{
    return control(dialect().expand(sql));
}

Result<QSqlQuery *> Transaction::run(const char *name, const QVariantList &values)
{
    QSqlError error;
    QSqlQuery *query = m_connection.prepared(name, error);
    if (!query)
        return failed(error);
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, ownCopy(values[i]));
    if (!query->exec()) {
        error = query->lastError();
        query->finish();
        return failed(error);
    }
    return query;
}

Result<void> Transaction::control(const QString &sql)
{
    QSqlQuery query(m_connection.database());
    if (!query.exec(sql))
        return failed(query.lastError());
    return {};
}

tl::unexpected<Error> Transaction::failed(const QSqlError &error)
{
    if (dialect().classify(error) == ErrorClass::Retry)
        m_mayRetry = true;
    return failure(dialect().describe(error));
}

} // namespace Gemmary
