// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/connection.h"
#include "store/statements.h"

#include <QSqlQuery>

#include <map>
#include <memory>
#include <string>

namespace Gemmary {

// A connection to a SQLite file, through QtSql. Waits for locks with the same chance as every other waiter.
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

    explicit SqliteConnection(const Statements &statements);
    tl::expected<void, StatementError> open(const QString &path, const Clock &clock);
    [[nodiscard]] QSqlDatabase database() const;
    tl::expected<void, StatementError> configure();
    tl::expected<QSqlQuery *, StatementError> prepared(const char *name);
    Answer run(const Statement &statement);
    static tl::expected<void, StatementError> run(QSqlQuery &query, const QVariantList &values);

    QString m_name;
    const Statements &m_statements;
    std::unique_ptr<BusyHandler> m_busy;
    std::map<std::string, QSqlQuery, std::less<>> m_queries; // by name
};

} // namespace Gemmary
