// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/instanceregistry.h"

namespace Gemmary {

class Database;

// The InstanceRegistry on SQL. Thread-safe; the database outlives it.
class SqlInstanceRegistry : public InstanceRegistry
{
public:
    explicit SqlInstanceRegistry(const Database &database);

    Result<void> announce(const Instance &instance) override;
    Result<void> withdraw(const InstanceId &id) override;
    Result<std::vector<InstanceView>> instances() override;

private:
    const Database &m_database;
};

} // namespace Gemmary
