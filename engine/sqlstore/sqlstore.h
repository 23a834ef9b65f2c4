// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "sqlstore/sqlcontentstore.h"
#include "sqlstore/sqlitedialect.h"
#include "sqlstore/sqlprocessstore.h"

#include <memory>

namespace Gemmary {

// A store in one SQLite file: opens it, brings its schema up to date, and holds the parts that use it.
class SqlStore
{
public:
    // Makes the file when it is not there. `clock` outlives the store. Storage errors are one sentence that
    // says what to do.
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> open(const QString &path, const Clock &clock);

    [[nodiscard]] SqlProcessStore &processes() { return m_processes; }
    [[nodiscard]] SqlContentStore &contents() { return m_contents; }

private:
    SqlStore(const QString &path, const Clock &clock);

    SqliteDialect m_dialect;
    Statements m_statements;
    ConnectionPool m_pool;
    Session m_session;
    SqlProcessStore m_processes;
    SqlContentStore m_contents;
};

} // namespace Gemmary
