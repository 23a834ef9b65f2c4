// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresconnection.h"

#include <QRegularExpression>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <libpq-fe.h>
#include <numeric>
#include <optional>
#include <poll.h>
#include <span>
#include <string_view>
#include <utility>

namespace Gemmary {

namespace {

constexpr int AsText = 0;
constexpr int AsBytes = 1;
constexpr std::size_t MostPipelined = 500; // answers are read before more is sent
constexpr qsizetype RowsTogether = 50;     // that one INSERT takes

// A link that says nothing is noticed; an abandoned statement or transaction ends on the server as well.
constexpr const char *Session = "SET statement_timeout = 15000; SET lock_timeout = 10000; "
                                "SET idle_in_transaction_session_timeout = 30000";

// Values in libpq's form: bytes as they are, all else as text.
class Parameters
{
public:
    explicit Parameters(const QVariantList &values)
    {
        m_texts.reserve(static_cast<std::size_t>(values.size()));
        for (const QVariant &value : values)
            add(value);
    }

    [[nodiscard]] int count() const { return static_cast<int>(m_pointers.size()); }
    [[nodiscard]] const char *const *pointers() const { return m_pointers.data(); }
    [[nodiscard]] const int *lengths() const { return m_lengths.data(); }
    [[nodiscard]] const int *formats() const { return m_formats.data(); }

private:
    void add(const QVariant &value)
    {
        const bool isBytes = value.typeId() == QMetaType::QByteArray;
        const bool isText = value.typeId() == QMetaType::QString;
        const bool isNull = value.isNull() || (isBytes && value.toByteArray().isNull()) ||
                            (isText && value.toString().isNull());
        m_texts.push_back(isBytes ? value.toByteArray() : value.toString().toUtf8());
        m_pointers.push_back(isNull ? nullptr : m_texts.back().constData());
        m_lengths.push_back(static_cast<int>(m_texts.back().size()));
        m_formats.push_back(isBytes ? AsBytes : AsText);
    }

    std::vector<QByteArray> m_texts;
    std::vector<const char *> m_pointers;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

class PostgresRow : public Row
{
public:
    PostgresRow(const PGresult *result, int row)
        : m_result(result)
        , m_row(row)
    {}

    qint64 integer(int column) const override
    {
        const char *value = PQgetvalue(m_result, m_row, column);
        switch (PQgetlength(m_result, m_row, column)) {
        case 1:
            return *value;
        case 2:
            return qFromBigEndian<qint16>(value);
        case 4:
            return qFromBigEndian<qint32>(value);
        case 8:
            return qFromBigEndian<qint64>(value);
        default:
            return 0; // NULL
        }
    }
    QString text(int column) const override
    {
        return isNull(column) ? QString() : QString::fromUtf8(view(column));
    }
    QByteArray bytes(int column) const override
    {
        return isNull(column) ? QByteArray() : view(column).toByteArray();
    }
    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column) != 0; }

private:
    [[nodiscard]] QByteArrayView view(int column) const
    {
        return {PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column)};
    }

    const PGresult *m_result;
    int m_row;
};

bool isGood(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

StatementError errorOf(const PGresult *result)
{
    return {QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE)),
            QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY))};
}

// libpq gives no code for a failed connection, but the server's words. Whoever refuses will do so again; all
// else may answer later.
StatementError connectError(const QString &text)
{
    static const QRegularExpression refusal(
        QStringLiteral("password|authentication|no pg_hba|role .* does not exist|user .* does not exist|"
                       "certificate|private key|SSL|permission denied"));
    static const QRegularExpression noDatabase(QStringLiteral("database .* does not exist"));
    const bool isMissing = text.contains(noDatabase);
    return {isMissing                ? QStringLiteral("3D000")
            : text.contains(refusal) ? QStringLiteral("28000")
                                     : QString(),
            text};
}

// An INSERT of plain values for so many rows; any other statement: empty.
QString widened(const QString &sql, qsizetype columns)
{
    const auto tuple = [columns](qsizetype row) {
        QStringList values;
        for (qsizetype i = 1; i <= columns; ++i)
            values += QLatin1Char('$') + QString::number(row * columns + i);
        return QLatin1Char('(') + values.join(QLatin1String(", ")) + QLatin1Char(')');
    };
    QString wide = sql.trimmed();
    if (!wide.endsWith(QLatin1String("VALUES ") + tuple(0)))
        return {};
    for (qsizetype row = 1; row < RowsTogether; ++row)
        wide += QLatin1String(", ") + tuple(row);
    return wide;
}

// Rows for a widened statement, each of `RowsTogether` of these; what is left over stays.
std::vector<QVariantList> takeTogether(std::span<const QVariantList> &rows)
{
    std::vector<QVariantList> groups;
    for (; std::ssize(rows) >= RowsTogether; rows = rows.subspan(RowsTogether)) {
        QVariantList &group = groups.emplace_back();
        for (const QVariantList &row : rows.first(RowsTogether))
            group += row;
    }
    return groups;
}

// Answers how many rows there are, or were changed.
qint64 visitRows(PGresult *result, const RowVisitor &visit)
{
    for (int row = 0; visit && row < PQntuples(result); ++row)
        visit(PostgresRow(result, row));
    return QByteArray(PQcmdTuples(result)).toLongLong();
}

} // namespace

void PostgresConnection::ConnectionCloser::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

void PostgresConnection::ResultClearer::operator()(pg_result *result) const
{
    PQclear(result);
}

PostgresConnection::PostgresConnection(const Statements &statements)
    : m_statements(statements)
{}

PostgresConnection::~PostgresConnection() = default;

tl::expected<std::unique_ptr<Connection>, StatementError>
PostgresConnection::open(const QString &url, const Statements &statements)
{
    const QByteArray name = url.toUtf8();
    // What the URL says comes last and wins.
    const std::array<std::pair<const char *, const char *>, 8> settings{
        {{"connect_timeout", "5"},
         {"keepalives_idle", "10"},
         {"keepalives_interval", "5"},
         {"keepalives_count", "3"},
         {"tcp_user_timeout", "15000"},
         {"fallback_application_name", "gemmary"},
         {"client_encoding", "UTF8"},
         {"dbname", name.constData()}}};
    std::vector<const char *> keys;
    std::vector<const char *> values;
    for (const auto &[key, value] : settings) {
        keys.push_back(key);
        values.push_back(value);
    }
    keys.push_back(nullptr);
    values.push_back(nullptr);
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(statements));
    connection->m_connection.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    PGconn *handle = connection->m_connection.get();
    if (PQstatus(handle) != CONNECTION_OK)
        return tl::unexpected(connectError(connection->lost().text));
    PQsetnonblocking(handle, 1);
    PQsetNoticeProcessor(
        handle, [](void *, const char *) {}, nullptr);
    if (auto set = connection->control(QString::fromLatin1(Session)); !set)
        return tl::unexpected(std::move(set).error());
    return connection;
}

Connection::Answers PostgresConnection::run(std::span<const Statement> statements, Ending ending)
{
    for (const Statement &statement : statements) {
        if (auto prepared = prepare(statement.name); !prepared)
            return tl::unexpected(std::move(prepared).error());
    }
    return runPrepared(statements, ending);
}

Connection::Answers PostgresConnection::runPrepared(std::span<const Statement> statements, Ending ending)
{
    std::vector<qint64> answers;
    if (statements.empty() && ending == Ending::GoOn)
        return answers;
    answers.reserve(statements.size());
    do {
        const auto part = statements.first(std::min(MostPipelined, statements.size()));
        statements = statements.subspan(part.size());
        const Ending end = statements.empty() ? ending : Ending::GoOn;
        PQenterPipelineMode(m_connection.get());
        const qsizetype ahead = m_begin.size();
        if (auto sent = sendPart(part, end); !sent)
            return tl::unexpected(std::move(sent).error());
        if (auto got = readPart(part, ahead, answers); !got)
            return tl::unexpected(std::move(got).error());
        PQexitPipelineMode(m_connection.get());
    } while (!statements.empty());
    return answers;
}

// The first statements of a transaction take its beginning along, the last ones its end: one journey.
PostgresConnection::Done PostgresConnection::sendPart(std::span<const Statement> part, Ending ending)
{
    for (const QString &sql : std::exchange(m_begin, {})) {
        if (auto sent = sendPlain(sql); !sent)
            return sent;
    }
    for (const Statement &statement : part) {
        if (auto sent = send(statement.name, statement.values); !sent)
            return sent;
    }
    if (ending == Ending::Commit) {
        if (auto sent = sendPlain(QStringLiteral("COMMIT")); !sent)
            return sent;
    }
    if (PQpipelineSync(m_connection.get()) == 0)
        return tl::unexpected(lost());
    return {};
}

// One result and a null for each statement, those that begin the transaction `ahead` of `part`.
PostgresConnection::Done PostgresConnection::readPart(std::span<const Statement> part, qsizetype ahead,
                                                      std::vector<qint64> &answers)
{
    std::optional<StatementError> failed;
    for (qsizetype index = -ahead;;) {
        auto result = nextResult();
        if (!result)
            return tl::unexpected(std::move(result).error());
        if (!*result)
            continue;
        const ExecStatusType status = PQresultStatus(result->get());
        if (status == PGRES_PIPELINE_SYNC)
            break;
        if (!isGood(result->get()) && status != PGRES_PIPELINE_ABORTED && !failed)
            failed = errorOf(result->get());
        const bool isOurs = index >= 0 && index < std::ssize(part);
        if (isOurs && isGood(result->get()))
            answers.push_back(visitRows(result->get(), part[static_cast<std::size_t>(index)].visit));
        ++index;
    }
    if (failed) {
        PQexitPipelineMode(m_connection.get());
        return tl::unexpected(std::move(*failed));
    }
    return {};
}

Connection::Answer PostgresConnection::change(const char *name, const std::vector<QVariantList> &rows)
{
    const QString wide =
        std::ssize(rows) < RowsTogether ? QString() : widened(m_statements.text(name), rows.front().size());
    if (wide.isEmpty())
        return Connection::change(name, rows);
    const QByteArray wideName = QByteArray(name) + '*';
    if (auto prepared = prepare(wideName.constData(), wide); !prepared)
        return tl::unexpected(std::move(prepared).error());
    std::span<const QVariantList> left(rows);
    std::vector<Statement> statements;
    for (QVariantList &group : takeTogether(left))
        statements.push_back({wideName.constData(), std::move(group)});
    const auto together = runPrepared(statements, Ending::GoOn);
    if (!together)
        return tl::unexpected(together.error());
    const qint64 changed = std::accumulate(together->begin(), together->end(), qint64(0));
    if (left.empty())
        return changed;
    return Connection::change(name, {left.begin(), left.end()}).map([&](qint64 more) {
        return changed + more;
    });
}

tl::expected<void, StatementError> PostgresConnection::control(const QString &sql)
{
    const QString all = (std::exchange(m_begin, {}) << sql).join(QLatin1Char(';'));
    if (PQsendQuery(m_connection.get(), all.toUtf8().constData()) == 0)
        return tl::unexpected(lost());
    return onlyResult().map([](const ResultPointer &) {});
}

bool PostgresConnection::isEncrypted() const
{
    return PQsslInUse(m_connection.get()) != 0;
}

PostgresConnection::Done PostgresConnection::begin(const QStringList &statements)
{
    m_begin = statements;
    return {};
}

// In a pipeline.
PostgresConnection::Done PostgresConnection::sendPlain(const QString &sql)
{
    if (PQsendQueryParams(m_connection.get(), sql.toUtf8().constData(), 0, nullptr, nullptr, nullptr, nullptr,
                          AsBytes) == 0)
        return tl::unexpected(lost());
    return {};
}

PostgresConnection::Done PostgresConnection::prepare(const char *name)
{
    return prepare(name, m_statements.text(name));
}

PostgresConnection::Done PostgresConnection::prepare(const char *name, const QString &sql)
{
    if (m_prepared.contains(std::string_view(name)))
        return {};
    if (PQsendPrepare(m_connection.get(), name, sql.toUtf8().constData(), 0, nullptr) == 0)
        return tl::unexpected(lost());
    if (auto result = onlyResult(); !result)
        return tl::unexpected(std::move(result).error());
    m_prepared.emplace(name);
    return {};
}

PostgresConnection::Done PostgresConnection::send(const char *name, const QVariantList &values)
{
    const Parameters parameters(values);
    if (PQsendQueryPrepared(m_connection.get(), name, parameters.count(), parameters.pointers(),
                            parameters.lengths(), parameters.formats(), AsBytes) == 0)
        return tl::unexpected(lost());
    return {};
}

// Until libpq has a whole result. Sends what has not left yet meanwhile.
PostgresConnection::Done PostgresConnection::waitForAnswer()
{
    PGconn *connection = m_connection.get();
    const auto deadline = std::chrono::steady_clock::now() + AnswerLimit;
    for (;;) {
        const int unsent = PQflush(connection);
        if (unsent < 0)
            return tl::unexpected(lost());
        if (unsent == 0 && PQisBusy(connection) == 0)
            return {};
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd socket{PQsocket(connection), static_cast<short>(unsent > 0 ? POLLIN | POLLOUT : POLLIN), 0};
        const int ready = left.count() > 0 ? ::poll(&socket, 1, static_cast<int>(left.count())) : 0;
        if (ready == 0)
            return tl::unexpected(StatementError{{}, QStringLiteral("no answer in time")});
        if (ready < 0 && errno != EINTR)
            return tl::unexpected(lost());
        if (ready > 0 && (socket.revents & ~POLLOUT) != 0 && PQconsumeInput(connection) == 0)
            return tl::unexpected(lost());
    }
}

// Null: there is no more for this statement.
tl::expected<PostgresConnection::ResultPointer, StatementError> PostgresConnection::nextResult()
{
    if (auto ready = waitForAnswer(); !ready)
        return tl::unexpected(std::move(ready).error());
    ResultPointer result(PQgetResult(m_connection.get()));
    if (result && !isGood(result.get()) && PQstatus(m_connection.get()) != CONNECTION_OK)
        return tl::unexpected(StatementError{{}, errorOf(result.get()).text});
    return result;
}

tl::expected<PostgresConnection::ResultPointer, StatementError> PostgresConnection::onlyResult()
{
    ResultPointer first;
    for (;;) {
        auto result = nextResult();
        if (!result)
            return tl::unexpected(std::move(result).error());
        if (!*result)
            break;
        if (!first || isGood(first.get())) // of several statements the last one, or the first that failed
            first = std::move(*result);
    }
    if (!first)
        return tl::unexpected(lost());
    if (!isGood(first.get()))
        return tl::unexpected(errorOf(first.get()));
    return first;
}

StatementError PostgresConnection::lost() const
{
    return {{}, QString::fromUtf8(PQerrorMessage(m_connection.get())).trimmed()};
}

} // namespace Gemmary
