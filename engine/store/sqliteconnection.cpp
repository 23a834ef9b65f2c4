// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqliteconnection.h"

#include "store/connectionlock.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <chrono>
#include <sqlite3.h>
#include <string_view>
#include <thread>

namespace Gemmary {

namespace {

using namespace std::chrono_literals;

constexpr auto BusyLimit = 30s;

void answerNow(sqlite3_context *context, int, sqlite3_value **)
{
    const auto *clock = static_cast<const Clock *>(sqlite3_user_data(context));
    sqlite3_result_int64(context, clock->epochMs());
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    return *static_cast<sqlite3 *const *>(database.driver()->handle().constData());
}

StatementError errorOf(const QSqlError &error)
{
    return {error.nativeErrorCode(), error.databaseText()};
}

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

class SqliteRow : public Row
{
public:
    explicit SqliteRow(const QSqlQuery &query)
        : m_query(query)
    {}

    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    QString text(int column) const override { return ownCopy(m_query.value(column).toString()); }
    QByteArray bytes(int column) const override { return ownCopy(m_query.value(column).toByteArray()); }
    bool isNull(int column) const override { return m_query.value(column).isNull(); }

private:
    const QSqlQuery &m_query;
};

} // namespace

// Waits for a lock in short random statements, so that every waiter has the same chance: SQLite's own growing
// statements starve whoever waits longest.
class SqliteConnection::BusyHandler
{
public:
    static int wait(void *self, int tries) { return static_cast<BusyHandler *>(self)->waitOnce(tries); }

private:
    int waitOnce(int tries)
    {
        const auto now = std::chrono::steady_clock::now();
        if (tries == 0)
            m_since = now;
        if (now - m_since > BusyLimit)
            return 0;
        std::this_thread::sleep_for(std::chrono::microseconds(m_step(m_random)));
        return 1;
    }

    std::minstd_rand m_random{std::random_device{}()};
    std::uniform_int_distribution<int> m_step{100, 3000};
    std::chrono::steady_clock::time_point m_since;
};

tl::expected<std::unique_ptr<Connection>, StatementError>
SqliteConnection::open(const QString &path, const Clock &clock, const Statements &statements)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(statements));
    if (auto opened = connection->open(path, clock); !opened)
        return tl::unexpected(std::move(opened).error());
    return connection;
}

SqliteConnection::SqliteConnection(const Statements &statements)
    : m_name(QUuid::createUuid().toString())
    , m_statements(statements)
    , m_busy(std::make_unique<BusyHandler>())
{}

SqliteConnection::~SqliteConnection()
{
    m_queries.clear();
    const auto lock = lockConnectionList();
    QSqlDatabase::removeDatabase(m_name); // closes it, while the busy handler still stands
}

tl::expected<void, StatementError> SqliteConnection::open(const QString &path, const Clock &clock)
{
    {
        const auto lock = lockConnectionList();
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(path);
        if (!database.open())
            return tl::unexpected(errorOf(database.lastError()));
        sqlite3 *handle = handleOf(database);
        sqlite3_busy_handler(handle, &BusyHandler::wait, m_busy.get());
        sqlite3_create_function(handle, "gemmary_now", 0, SQLITE_UTF8, const_cast<Clock *>(&clock),
                                &answerNow, nullptr, nullptr);
    }
    return configure();
}

tl::expected<void, StatementError> SqliteConnection::configure()
{
    const auto begin = std::chrono::steady_clock::now();
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
                               "PRAGMA wal_autocheckpoint=2000", "PRAGMA cache_size=-16000"}) {
        for (;;) {
            auto done = control(QString::fromLatin1(pragma));
            if (done)
                break;
            const int code = done.error().code.toInt() & 0xFF;
            const bool isBusy = code == SQLITE_BUSY || code == SQLITE_LOCKED;
            if (!isBusy || std::chrono::steady_clock::now() - begin > BusyLimit)
                return done;
            BusyHandler::wait(m_busy.get(), 0); // changing the journal mode does not call the handler
        }
    }
    return {};
}

QSqlDatabase SqliteConnection::database() const
{
    const auto lock = lockConnectionList();
    return QSqlDatabase::database(m_name, false);
}

Connection::Answers SqliteConnection::run(std::span<const Statement> statements, Ending ending)
{
    std::vector<qint64> rows;
    rows.reserve(statements.size());
    for (const Statement &statement : statements) {
        const auto ran = run(statement);
        if (!ran)
            return tl::unexpected(ran.error());
        rows.push_back(*ran);
    }
    if (ending == Ending::Commit) {
        if (auto committed = control(QStringLiteral("COMMIT")); !committed)
            return tl::unexpected(std::move(committed).error());
    }
    return rows;
}

Connection::Answer SqliteConnection::run(const Statement &statement)
{
    const auto query = prepared(statement.name);
    if (!query)
        return tl::unexpected(query.error());
    if (auto ran = run(**query, statement.values); !ran)
        return tl::unexpected(std::move(ran).error());
    qint64 rows = 0;
    while ((*query)->isSelect() && (*query)->next()) {
        ++rows;
        if (statement.visit)
            statement.visit(SqliteRow(**query));
    }
    if (!(*query)->isSelect())
        rows = (*query)->numRowsAffected();
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return tl::unexpected(errorOf(error));
    return rows;
}

bool SqliteConnection::isEncrypted() const
{
    return false;
}

tl::expected<void, StatementError> SqliteConnection::begin(const QStringList &statements)
{
    return control(statements.join(QLatin1Char(';')));
}

tl::expected<void, StatementError> SqliteConnection::control(const QString &sql)
{
    QSqlQuery query(database());
    if (!query.exec(sql))
        return tl::unexpected(errorOf(query.lastError()));
    return {};
}

tl::expected<QSqlQuery *, StatementError> SqliteConnection::prepared(const char *name)
{
    const auto known = m_queries.find(std::string_view(name));
    if (known != m_queries.end())
        return &known->second;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(m_statements.text(name)))
        return tl::unexpected(errorOf(query.lastError()));
    return &m_queries.emplace(name, std::move(query)).first->second;
}

tl::expected<void, StatementError> SqliteConnection::run(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, ownCopy(values[i]));
    if (query.exec())
        return {};
    const StatementError error = errorOf(query.lastError());
    query.finish();
    return tl::unexpected(error);
}

} // namespace Gemmary
