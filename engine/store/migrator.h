// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <vector>

namespace Gemmary {

// Brings a store's schema up to the newest of `migrations` (by version, from 1). An interrupted run
// goes on where it stopped, and any number of programs may start at once. Errors: Storage for a schema that
// is newer or not ours.
class Migrator
{
public:
    Migrator(const Database &database, std::vector<Migration> migrations);

    [[nodiscard]] Result<void> migrate() const;

    // The version that the store has; 0: none. Changes nothing.
    [[nodiscard]] Result<int> presentVersion() const;

private:
    [[nodiscard]] Result<int> appliedVersion(Transaction &transaction) const;
    [[nodiscard]] Result<void> apply(const Migration &migration) const;
    [[nodiscard]] Result<void> applyInSteps(const Migration &migration) const;
    [[nodiscard]] static Result<void> record(Transaction &transaction, const Migration &migration);

    const Database &m_database;
    std::vector<Migration> m_migrations;
};

} // namespace Gemmary
