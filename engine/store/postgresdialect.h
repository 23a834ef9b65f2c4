// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/dialect.h"

namespace Gemmary {

class Clock;

// A server that speaks PostgreSQL's protocol: CockroachDB from 23.2, PostgreSQL from 15. Times come from the
// server, whose clock all its programs share.
class PostgresDialect : public Dialect
{
public:
    // `testClock`, for tests that move time by hand, tells the server the time of each transaction.
    explicit PostgresDialect(QString url, const Clock *testClock = nullptr);

    [[nodiscard]] QString place() const override;
    [[nodiscard]] Result<void> checkStore() const override;
    [[nodiscard]] Result<void> prepareStore() const override;
    [[nodiscard]] tl::expected<std::unique_ptr<Connection>, StatementError>
    connect(const Statements &statements) const override;
    [[nodiscard]] Result<void> backUp(Connection &connection, int version) const override;
    [[nodiscard]] Result<void> copyTo(Connection &connection, const QString &target) const override;
    [[nodiscard]] QString expand(QString sql) const override;
    [[nodiscard]] QStringList beginStatements(Access access) const override;
    [[nodiscard]] bool isServer() const override;
    [[nodiscard]] ErrorClass classify(const StatementError &error) const override;
    [[nodiscard]] Error describe(const StatementError &error) const override;

private:
    QString m_url;
    QString m_place; // of m_url, for a person: no password
    const Clock *m_testClock;
};

// Makes a URL complete and safe: beyond this computer the server has to show a certificate that is valid for
// its name, unless the URL says otherwise. Errors: InvalidInput for what is no URL of a server.
[[nodiscard]] Result<QString> serverUrl(const QString &url);

// The server and database of a URL, without user's password.
[[nodiscard]] QString serverPlace(const QString &url);

} // namespace Gemmary
