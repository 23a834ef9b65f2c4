// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storecare.h"

#include "store/migrator.h"
#include "store/sqlstore.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace Gemmary {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t Askings = 5; // the quickest is the link's; others waited for something

Result<void> askServer(const Database &database, const Clock &clock, StoreFacts &facts)
{
    std::array<std::chrono::microseconds, Askings> times{};
    for (auto &time : times) {
        const auto begin = SteadyClock::now();
        GEMMARY_TRY(database.read([&](Transaction &tx) {
            return tx.read("select_server", {}, [&](const Row &row) {
                facts.product =
                    row.text(0).section(QLatin1String(" ("), 0, 0); // how it was built is no matter
                facts.clockAhead = std::chrono::milliseconds(row.integer(1) - clock.epochMs());
            });
        }));
        time = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - begin);
    }
    facts.answerTime = *std::min_element(times.begin(), times.end());
    return {};
}

// Writes a mark and takes it back.
Result<void> tryToWrite(const Database &database)
{
    const auto tried = database.write([](Transaction &tx) -> Result<void> {
        const QString mark = QUuid::createUuid().toString(QUuid::WithoutBraces);
        GEMMARY_TRY(tx.change("insert_commit", {mark, QStringLiteral("void")}));
        return failure(ErrorKind::Cancelled, QStringLiteral("only tried"));
    });
    return tried.error().kind == ErrorKind::Cancelled ? Result<void>() : tried;
}

} // namespace

Result<StoreFacts> inspectStore(const QString &place, const Clock &clock)
{
    GEMMARY_ASSIGN(dialect, dialectOf(place, clock));
    GEMMARY_TRY(dialect->checkStore());
    const Database database(std::move(dialect));
    GEMMARY_ASSIGN(connection, database.connection());
    const std::vector<Migration> migrations = shippedMigrations();
    StoreFacts facts;
    facts.place = database.dialect().place();
    facts.isServer = database.dialect().isServer();
    facts.isEncrypted = connection->isEncrypted();
    facts.newestSchema = migrations.back().version;
    GEMMARY_TRY(askServer(database, clock, facts));
    GEMMARY_ASSIGN(schema, Migrator(database, migrations).presentVersion());
    facts.schema = schema;
    if (facts.isCurrent())
        GEMMARY_TRY(tryToWrite(database));
    return facts;
}

Result<void> backUpStore(const QString &place, const Clock &clock, const QString &target)
{
    GEMMARY_ASSIGN(dialect, dialectOf(place, clock));
    GEMMARY_TRY(dialect->checkStore());
    const Database database(std::move(dialect));
    GEMMARY_ASSIGN(connection, database.connection());
    return database.dialect().copyTo(*connection, target);
}

} // namespace Gemmary
