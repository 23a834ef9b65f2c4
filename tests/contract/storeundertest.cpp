// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storeundertest.h"

#include "store/sqlstore.h"
#include "support/storeinvariants.h"
#include "support/testserver.h"

namespace Gemmary {

namespace {

using ViolationsOf = QStringList (*)(const QString &place, const ProcessId &process);

class SqlStoreUnderTest : public StoreUnderTest
{
public:
    SqlStoreUnderTest(QString place, ViolationsOf violationsOf, std::unique_ptr<SqlStore> store)
        : m_place(std::move(place))
        , m_violationsOf(violationsOf)
        , m_store(std::move(store))
    {}
    ProcessStore &processes() override { return m_store->processes(); }
    ContentStore &contents() override { return m_store->contents(); }
    InstanceRegistry &instances() override { return m_store->instances(); }
    SummaryCache &summaries() override { return m_store->summaries(); }
    QuotaLedger &quotas() override { return m_store->quotas(); }
    UsageLedger &usage() override { return m_store->usage(); }
    QStringList violations(const ProcessId &process) override { return m_violationsOf(m_place, process); }

private:
    QString m_place;
    ViolationsOf m_violationsOf;
    std::unique_ptr<SqlStore> m_store;
};

} // namespace

std::unique_ptr<StoreUnderTest> openStoreUnderTest(const QString &folder, const Clock &clock)
{
    const bool onServer = isServerUnderTest();
    const QString place = onServer ? databaseOnServer(folder) : folder + QStringLiteral("/gemmary.db");
    auto store = onServer ? SqlStore::connect(place, clock) : SqlStore::open(place, clock);
    if (!store) {
        qWarning("%s (%s)", qPrintable(store.error().message), qPrintable(store.error().detail));
        return nullptr;
    }
    return std::make_unique<SqlStoreUnderTest>(place, onServer ? &violationsOnServer : &violationsIn,
                                               std::move(*store));
}

} // namespace Gemmary
