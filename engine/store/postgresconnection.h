// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/statements.h"

#include <chrono>
#include <memory>
#include <set>
#include <string>

struct pg_conn;
struct pg_result;

namespace Gemmary {

// A connection to a server that speaks PostgreSQL's protocol, through libpq and not QPSQL: that sends bytes
// as text, prepares by SQL, waits for ever on a link that is half open and answers one statement at a time.
// Every wait here has an end; what is sent together is answered together.
class PostgresConnection : public Connection
{
public:
    // Whoever answers later is given up: an error without a code.
    static constexpr std::chrono::seconds AnswerLimit{20};

    // `url` as in libpq, beginning with postgresql://. `statements` outlive the connection.
    [[nodiscard]] static tl::expected<std::unique_ptr<Connection>, StatementError>
    open(const QString &url, const Statements &statements);
    ~PostgresConnection() override;

    Answers run(std::span<const Statement> statements, Ending ending) override;
    Answer change(const char *name, const std::vector<QVariantList> &rows) override;
    tl::expected<void, StatementError> control(const QString &sql) override;
    bool isEncrypted() const override;
    tl::expected<void, StatementError> begin(const QStringList &statements) override;

private:
    struct ConnectionCloser
    {
        void operator()(pg_conn *connection) const;
    };
    struct ResultClearer
    {
        void operator()(pg_result *result) const;
    };
    using ResultPointer = std::unique_ptr<pg_result, ResultClearer>;
    using Done = tl::expected<void, StatementError>;

    explicit PostgresConnection(const Statements &statements);

    Done prepare(const char *name);
    Done prepare(const char *name, const QString &sql);
    Answers runPrepared(std::span<const Statement> statements, Ending ending);
    Done sendPart(std::span<const Statement> part, Ending ending);
    Done readPart(std::span<const Statement> part, qsizetype ahead, std::vector<qint64> &answers);
    Done sendPlain(const QString &sql);
    Done send(const char *name, const QVariantList &values);
    Done waitForAnswer();
    tl::expected<ResultPointer, StatementError> nextResult();
    tl::expected<ResultPointer, StatementError> onlyResult();
    [[nodiscard]] StatementError lost() const;

    const Statements &m_statements;
    std::unique_ptr<pg_conn, ConnectionCloser> m_connection;
    std::set<std::string, std::less<>> m_prepared; // names
    QStringList m_begin;                           // what begins the transaction, not sent yet
};

} // namespace Gemmary
