// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/quotaledger.h"

#include <mutex>

namespace Gemmary {

class Database;

// The QuotaLedger on SQL, a row an account: one look, then one compare-and-set by the row's version. The
// threads of a program go one after the other, so only programs ever get into each other's way.
class SqlQuotaLedger : public QuotaLedger
{
public:
    // The database outlives it.
    explicit SqlQuotaLedger(const Database &database);

    [[nodiscard]] Result<void> change(const QString &account, const Change &change) override;

private:
    struct Entry
    {
        qint64 nowMs = 0;
        qint64 version = 0; // 0: there is no row yet
        QuotaBook book;
    };

    [[nodiscard]] Result<Entry> look(const QString &account) const;
    [[nodiscard]] Result<bool> keep(const QString &account, const Entry &entry) const;

    const Database &m_database;
    std::mutex m_mutex;
};

} // namespace Gemmary
