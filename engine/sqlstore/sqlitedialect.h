// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "sqlstore/dialect.h"

namespace Gemmary {

// SQLite in WAL mode: several programs and threads share one file. Waiting for the writer's turn is done by a
// busy handler with random pauses: SQLite's own starves one of several waiting programs for seconds.
class SqliteDialect : public Dialect
{
public:
    // `clock` outlives every connection; it is the store's clock, as the SQL function gemmary_now().
    SqliteDialect(QString path, const Clock &clock);

    [[nodiscard]] QString driver() const override { return QStringLiteral("QSQLITE"); }
    void prepare(QSqlDatabase &database) const override;
    [[nodiscard]] Result<void> configure(QSqlDatabase &database) const override;
    [[nodiscard]] QString translate(const QString &sql) const override;
    [[nodiscard]] QString beginWriting() const override { return QStringLiteral("BEGIN IMMEDIATE"); }
    [[nodiscard]] SqlFailure classify(const QSqlError &error) const override;
    [[nodiscard]] QString explain(const QSqlError &error) const override;

    [[nodiscard]] const QString &path() const { return m_path; }

    // Makes the file and its folder when missing (for the user alone), and refuses places SQLite is not safe
    // on.
    [[nodiscard]] static Result<void> prepareFile(const QString &path);

private:
    QString m_path;
    const Clock &m_clock;
};

} // namespace Gemmary
