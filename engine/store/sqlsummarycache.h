// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/summarycache.h"

namespace Gemmary {

class Database;

// The SummaryCache on SQL, shared by all that use the store; answers are kept for thirty days. Thread-safe;
// the database outlives it.
class SqlSummaryCache : public SummaryCache
{
public:
    explicit SqlSummaryCache(const Database &database);

    [[nodiscard]] std::optional<ModelAnswer> get(const QByteArray &key) override;
    void put(const QByteArray &key, const ModelAnswer &answer) override;

private:
    const Database &m_database;
};

} // namespace Gemmary
