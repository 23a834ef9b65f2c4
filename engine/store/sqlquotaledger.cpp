// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlquotaledger.h"

#include "base/backoff.h"
#include "store/database.h"
#include "store/storedvalues.h"

#include <thread>

namespace Gemmary {

namespace {

using namespace std::chrono_literals;

constexpr Backoff RacePause{2ms, 200ms};
constexpr int MostRaces = 50;

} // namespace

SqlQuotaLedger::SqlQuotaLedger(const Database &database)
    : m_database(database)
{}

Result<void> SqlQuotaLedger::change(const QString &account, const Change &change)
{
    const std::scoped_lock lock(m_mutex);
    std::minstd_rand random(std::random_device{}());
    for (int race = 1; race <= MostRaces; ++race) {
        GEMMARY_ASSIGN(entry, look(account));
        if (!change(entry.book, entry.nowMs))
            return {};
        GEMMARY_ASSIGN(isKept, keep(account, entry));
        if (isKept)
            return {};
        std::this_thread::sleep_for(RacePause.delayAfter(race, random));
    }
    return failure(
        ErrorKind::Unavailable,
        QStringLiteral("Too many programs change a provider's limits at once. Try again in a moment."));
}

Result<SqlQuotaLedger::Entry> SqlQuotaLedger::look(const QString &account) const
{
    return m_database.read([&](Transaction &tx) -> Result<Entry> {
        Entry entry;
        GEMMARY_TRY(tx.read("select_quota", {account, account}, [&](const Row &row) {
            entry = {row.integer(0), row.integer(1), QuotaBook::fromJson(jsonFrom(row.text(2)))};
        }));
        return entry;
    });
}

// When the answer to COMMIT is lost, the change is made again on what it made: a booking may be wasted, but
// none is given away twice.
Result<bool> SqlQuotaLedger::keep(const QString &account, const Entry &entry) const
{
    const QVariant book = jsonValue(entry.book.toJson());
    return m_database.write([&](Transaction &tx) -> Result<bool> {
        GEMMARY_ASSIGN(changed, entry.version == 0
                                    ? tx.change("insert_quota", {account, book})
                                    : tx.change("update_quota", {book, account, entry.version}));
        return changed > 0;
    });
}

} // namespace Gemmary
