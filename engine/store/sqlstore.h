// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/database.h"
#include "store/sqlcontentstore.h"
#include "store/sqlprocessstore.h"

#include <QString>

#include <memory>

namespace Gemmary {

// An open store: the database and the two ports on it. Any thread may use the ports; whoever made the store
// ends it after their last use.
class SqlStore
{
public:
    // Opens a SQLite file, made with its folder when missing, and brings its schema up to date. Errors are
    // Storage or Unavailable, with a sentence that says what to do. `clock` outlives the store.
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> open(const QString &path, const Clock &clock);

    [[nodiscard]] ProcessStore &processes() { return m_processes; }
    [[nodiscard]] ContentStore &contents() { return m_contents; }

private:
    explicit SqlStore(std::unique_ptr<Dialect> dialect);

    Database m_database;
    SqlProcessStore m_processes;
    SqlContentStore m_contents;
};

} // namespace Gemmary
