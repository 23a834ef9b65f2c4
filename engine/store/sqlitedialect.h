// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/dialect.h"

namespace Gemmary {

// A SQLite file on a local disk, in WAL mode: safe when a program is killed at any instant. Times come from
// `clock`, which outlives the dialect.
class SqliteDialect : public Dialect
{
public:
    SqliteDialect(QString path, const Clock &clock);

    [[nodiscard]] QString place() const override;
    [[nodiscard]] Result<void> checkStore() const override;

    // Makes the folder and the file when missing, for the user alone; refuses network file systems.
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
    QString m_path;
    const Clock &m_clock;
};

// Whether files of a file system (statfs's f_type) are shared over a network, where SQLite's locks fail.
[[nodiscard]] bool isNetworkFileSystem(quint64 type);

} // namespace Gemmary
