// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqliteconnection.h"

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

bool isNull(const QVariant &value)
{
    return value.isNull() || (value.typeId() == QMetaType::QString && value.toString().isNull()) ||
           (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull());
}

// Texts and bytes are not copied: the value lives until the statement is done, which forgets it then.
int bind(sqlite3_stmt *statement, int number, const QVariant &value)
{
    if (isNull(value))
        return sqlite3_bind_null(statement, number);
    switch (value.typeId()) {
    case QMetaType::QString: {
        const auto &text = *static_cast<const QString *>(value.constData());
        return sqlite3_bind_text16(statement, number, text.utf16(), static_cast<int>(text.size() * 2),
                                   SQLITE_STATIC);
    }
    case QMetaType::QByteArray: {
        const auto &bytes = *static_cast<const QByteArray *>(value.constData());
        return sqlite3_bind_blob64(statement, number, bytes.constData(),
                                   static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC);
    }
    default:
        return sqlite3_bind_int64(statement, number, value.toLongLong());
    }
}

// A statement while it runs; then it is ready to run again.
class RunningStatement
{
public:
    explicit RunningStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {}
    ~RunningStatement()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    RunningStatement(const RunningStatement &) = delete;
    RunningStatement &operator=(const RunningStatement &) = delete;

    bool bindAll(const QVariantList &values)
    {
        for (int i = 0; i < values.size(); ++i) {
            if (bind(m_statement, i + 1, values[i]) != SQLITE_OK)
                return false;
        }
        return true;
    }

private:
    sqlite3_stmt *m_statement;
};

class SqliteRow : public Row
{
public:
    explicit SqliteRow(sqlite3_stmt *statement)
        : m_statement(statement)
    {}

    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }

    QString text(int column) const override
    {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(text, text ? sqlite3_column_bytes(m_statement, column) : 0);
    }

    QByteArray bytes(int column) const override
    {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        if (!bytes) // empty or NULL
            return isNull(column) ? QByteArray() : QByteArray("");
        return {bytes, sqlite3_column_bytes(m_statement, column)};
    }

    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

private:
    sqlite3_stmt *m_statement;
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

void SqliteConnection::CloseDatabase::operator()(sqlite3 *database) const
{
    sqlite3_close(database);
}

void SqliteConnection::FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteConnection::SqliteConnection(const Statements &statements)
    : m_statements(statements)
    , m_busy(std::make_unique<BusyHandler>())
{}

SqliteConnection::~SqliteConnection() = default;

tl::expected<void, StatementError> SqliteConnection::open(const QString &path, const Clock &clock)
{
    constexpr int Flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &handle, Flags, nullptr);
    m_database.reset(handle);
    if (opened != SQLITE_OK)
        return lastError();
    sqlite3_busy_handler(handle, &BusyHandler::wait, m_busy.get());
    sqlite3_create_function(handle, "gemmary_now", 0, SQLITE_UTF8, const_cast<Clock *>(&clock), &answerNow,
                            nullptr, nullptr);
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
    RunningStatement running(*query);
    if (!running.bindAll(statement.values))
        return lastError();
    const SqliteRow row(*query);
    qint64 rows = 0;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(*query)) == SQLITE_ROW) {
        ++rows;
        if (statement.visit)
            statement.visit(row);
    }
    if (step != SQLITE_DONE)
        return lastError();
    return sqlite3_column_count(*query) > 0 ? rows : sqlite3_changes64(m_database.get());
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
    if (sqlite3_exec(m_database.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

tl::expected<sqlite3_stmt *, StatementError> SqliteConnection::prepared(const char *name)
{
    const auto known = m_prepared.find(std::string_view(name));
    if (known != m_prepared.end())
        return known->second.get();
    const QByteArray text = m_statements.text(name).toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), text.constData(), static_cast<int>(text.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return lastError();
    m_prepared.emplace(name, statement);
    return statement;
}

tl::unexpected<StatementError> SqliteConnection::lastError() const
{
    return tl::unexpected(StatementError{QString::number(sqlite3_extended_errcode(m_database.get())),
                                         QString::fromUtf8(sqlite3_errmsg(m_database.get()))});
}

} // namespace Gemmary
