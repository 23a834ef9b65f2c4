// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/purge.h"

#include "store/database.h"

namespace Gemmary {

namespace {

using namespace std::chrono_literals;

constexpr qint64 KeepContentMs = std::chrono::milliseconds(1h).count();
constexpr qint64 KeepLostInstancesMs = 24 * 60 * 60 * 1000;
constexpr qint64 KeepAnswersMs = 30LL * 24 * 60 * 60 * 1000; // as long as what was removed
constexpr qint64 KeepQuotasMs = 48LL * 60 * 60 * 1000;       // nothing in one holds for longer than a day
constexpr qint64 KeepCommitsMs = 24 * 60 * 60 * 1000; // whoever waits for an answer has given up long ago

// Each deletes a bounded number of rows of a process.
constexpr const char *PurgeStatements[] = {"purge_result_chunks", "purge_results",   "purge_jobs",
                                           "purge_dead_letters",  "purge_summaries", "purge_documents",
                                           "purge_process_blobs"};

Result<qint64> changeAlone(const Database &database, const char *statement, const QVariantList &values)
{
    return database.write([&](Transaction &tx) { return tx.change(statement, values); });
}

Result<QStringList> namesOf(const Database &database, const char *statement, const QVariantList &values)
{
    return database.read([&](Transaction &tx) -> Result<QStringList> {
        QStringList names;
        GEMMARY_TRY(tx.read(statement, values, [&](const Row &row) { names.push_back(row.text(0)); }));
        return names;
    });
}

// Answers 1, or 0 when the process was restored in the meantime.
Result<qint64> purgeProcess(const Database &database, const QString &id, qint64 age)
{
    GEMMARY_ASSIGN(begun, changeAlone(database, "begin_purge", {id, age}));
    if (begun == 0)
        return 0;
    for (const char *statement : PurgeStatements) {
        for (qint64 deleted = 1; deleted > 0;) {
            GEMMARY_ASSIGN(count, changeAlone(database, statement, {id, id}));
            deleted = count;
        }
    }
    return database.write([&](Transaction &tx) -> Result<qint64> {
        GEMMARY_TRY(tx.change("purge_progress", {id}));
        GEMMARY_TRY(tx.change("purge_usage", {id}));
        return tx.change("delete_process", {id});
    });
}

Result<void> purgeBlob(const Database &database, const QString &blob)
{
    return database.write([&](Transaction &tx) -> Result<void> {
        GEMMARY_ASSIGN(deleted, tx.change("delete_blob", {blob, KeepContentMs}));
        if (deleted > 0)
            GEMMARY_TRY(tx.change("delete_blob_chunks", {blob}));
        return {};
    });
}

Result<void> purgeContent(const Database &database)
{
    for (;;) {
        GEMMARY_ASSIGN(blobs, namesOf(database, "select_stale_blobs", {KeepContentMs}));
        if (blobs.isEmpty())
            return {};
        for (const QString &blob : blobs) {
            GEMMARY_TRY(purgeBlob(database, blob));
        }
    }
}

} // namespace

Result<qint64> purgeRemoved(const Database &database, std::chrono::milliseconds age)
{
    const auto ageMs = static_cast<qint64>(age.count());
    qint64 purged = 0;
    for (;;) {
        GEMMARY_ASSIGN(processes, namesOf(database, "select_purgeable_processes", {ageMs}));
        if (processes.isEmpty())
            break;
        for (const QString &id : processes) {
            GEMMARY_ASSIGN(count, purgeProcess(database, id, ageMs));
            purged += count;
        }
    }
    GEMMARY_TRY(purgeContent(database));
    GEMMARY_TRY(changeAlone(database, "purge_commits", {KeepCommitsMs}));
    GEMMARY_TRY(changeAlone(database, "purge_answers", {KeepAnswersMs}));
    GEMMARY_TRY(changeAlone(database, "purge_quotas", {KeepQuotasMs}));
    GEMMARY_TRY(changeAlone(database, "purge_instances", {KeepLostInstancesMs}));
    return purged;
}

} // namespace Gemmary
