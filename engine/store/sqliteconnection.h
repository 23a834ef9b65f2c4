// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/connection.h"
#include "store/statements.h"

#include <map>
#include <memory>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace Gemmary {

// A connection to a SQLite file. Waits for locks with the same chance as every other waiter.
class SqliteConnection : public Connection
{
public:
    // `statements` and `clock`, which gemmary_now() asks, outlive it.
    [[nodiscard]] static tl::expected<std::unique_ptr<Connection>, StatementError>
    open(const QString &path, const Clock &clock, const Statements &statements);
    ~SqliteConnection() override;

    Answers run(std::span<const Statement> statements, Ending ending) override;
    tl::expected<void, StatementError> control(const QString &sql) override;
    bool isEncrypted() const override;
    tl::expected<void, StatementError> begin(const QStringList &statements) override;

private:
    class BusyHandler;
    struct CloseDatabase
    {
        void operator()(sqlite3 *database) const;
    };
    struct FinalizeStatement
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    explicit SqliteConnection(const Statements &statements);
    tl::expected<void, StatementError> open(const QString &path, const Clock &clock);
    tl::expected<void, StatementError> configure();
    tl::expected<sqlite3_stmt *, StatementError> prepared(const char *name);
    Answer run(const Statement &statement);
    [[nodiscard]] tl::unexpected<StatementError> lastError() const;

    const Statements &m_statements;
    std::unique_ptr<BusyHandler> m_busy;
    std::unique_ptr<sqlite3, CloseDatabase> m_database;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, FinalizeStatement>, std::less<>>
        m_prepared; // by name
};

} // namespace Gemmary
