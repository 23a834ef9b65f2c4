// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storeundertest.h"

#include "store/sqlstore.h"
#include "support/storeinvariants.h"

namespace Gemmary {

namespace {

class SqliteUnderTest : public StoreUnderTest
{
public:
    SqliteUnderTest(QString path, std::unique_ptr<SqlStore> store)
        : m_path(std::move(path))
        , m_store(std::move(store))
    {}
    ProcessStore &processes() override { return m_store->processes(); }
    ContentStore &contents() override { return m_store->contents(); }
    QStringList violations(const ProcessId &process) override { return violationsIn(m_path, process); }

private:
    QString m_path;
    std::unique_ptr<SqlStore> m_store;
};

} // namespace

std::unique_ptr<StoreUnderTest> openStoreUnderTest(const QString &folder, const Clock &clock)
{
    const QString path = folder + QStringLiteral("/gemmary.db");
    auto store = SqlStore::open(path, clock);
    return store ? std::make_unique<SqliteUnderTest>(path, std::move(*store)) : nullptr;
}

} // namespace Gemmary
