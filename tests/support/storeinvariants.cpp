// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/storeinvariants.h"

#include <QByteArray>

#include <libpq-fe.h>
#include <memory>
#include <sqlite3.h>

namespace Gemmary {

namespace {

// A query that counts the rows that break a rule; 0 is well. ?1 is the process.
struct Rule
{
    const char *broken;
    const char *count;
};

constexpr Rule Rules[] = {
    {"a counter of documents differs from the documents",
     "SELECT count(*) FROM (SELECT state, count(*) AS n FROM documents WHERE process_id = ?1 AND leaf_no IS "
     "NOT "
     "NULL AND state <> 'waiting' GROUP BY state) d WHERE d.n <> (SELECT coalesce(sum(CASE d.state WHEN "
     "'done' "
     "THEN done WHEN 'partial' THEN partial WHEN 'failed' THEN failed ELSE skipped END), 0) FROM progress "
     "WHERE "
     "process_id = ?1)"},
    {"documents, settled or waiting, are not those found",
     "SELECT count(*) FROM processes p WHERE process_id = ?1 AND n_documents <> (SELECT count(*) FROM "
     "documents d "
     "WHERE d.process_id = ?1)"},
    {"counters of documents do not add up to the settled documents",
     "SELECT (SELECT coalesce(sum(done + partial + failed + skipped), 0) FROM progress WHERE process_id = "
     "?1) <> "
     "(SELECT count(*) FROM documents WHERE process_id = ?1 AND leaf_no IS NOT NULL AND state <> 'waiting')"},
    {"words counted are not the words of the leaves' results",
     "SELECT (SELECT coalesce(sum(words), 0) FROM progress WHERE process_id = ?1) <> (SELECT "
     "coalesce(sum(words), 0) FROM results WHERE process_id = ?1 AND level = 0 AND stage = 'analyse')"},
    {"bytes done are not the bytes of settled documents",
     "SELECT (SELECT coalesce(sum(bytes_done), 0) FROM progress WHERE process_id = ?1) <> (SELECT "
     "coalesce(sum(bytes), 0) FROM documents WHERE process_id = ?1 AND leaf_no IS NOT NULL AND state <> "
     "'waiting')"},
    {"summarised documents are not the summaries", "SELECT (SELECT coalesce(sum(summarised), 0) FROM "
                                                   "progress WHERE process_id = ?1) <> (SELECT count(*) FROM "
                                                   "summaries WHERE process_id = ?1)"},
    {"leaves or merges done are not the results",
     "SELECT (SELECT coalesce(sum(analyse_leaves + analyse_merges + summarise_leaves + summarise_merges), 0) "
     "FROM "
     "progress WHERE process_id = ?1) <> (SELECT count(*) FROM results WHERE process_id = ?1)"},
    {"a job that is DONE has no result of its epoch",
     "SELECT count(*) FROM jobs j WHERE process_id = ?1 AND state = 'DONE' AND NOT EXISTS (SELECT 1 FROM "
     "results r "
     "WHERE r.process_id = ?1 AND r.level = j.level AND r.stage = j.stage AND r.node_no = j.node_no AND "
     "r.epoch = "
     "j.epoch)"},
    {"a result has no DONE job of its epoch", "SELECT count(*) FROM results r WHERE process_id = ?1 AND NOT "
                                              "EXISTS (SELECT 1 FROM jobs j WHERE j.process_id "
                                              "= ?1 AND j.level = r.level AND j.stage = r.stage AND "
                                              "j.node_no = r.node_no AND r.epoch = j.epoch AND j.state "
                                              "= 'DONE')"},
    {"a result has only some of its chunks",
     "SELECT count(*) FROM results r WHERE process_id = ?1 AND (SELECT count(*) FROM result_chunks c WHERE "
     "c.process_id = ?1 AND c.level = r.level AND c.stage = r.stage AND c.node_no = r.node_no AND c.epoch = "
     "r.epoch) NOT IN (0, r.n_chunks)"},
    {"a DONE job's chunks of another epoch are left",
     "SELECT count(*) FROM result_chunks c JOIN results r ON c.process_id = r.process_id AND c.level = "
     "r.level AND "
     "c.stage = r.stage AND c.node_no = r.node_no WHERE c.process_id = ?1 AND c.epoch <> r.epoch"},
    {"an inner job exists without all its children's results",
     "SELECT count(*) FROM jobs j, processes p WHERE j.process_id = ?1 AND p.process_id = ?1 AND j.level > 0 "
     "AND "
     "(SELECT count(*) FROM results r WHERE r.process_id = ?1 AND r.level = j.level - 1 AND r.stage = "
     "j.stage AND "
     "r.node_no >= j.node_no * p.fan_in AND r.node_no < (j.node_no + 1) * p.fan_in) < CASE WHEN p.planned = "
     "0 THEN "
     "p.fan_in ELSE 1 END"},
    {"dead jobs are not the letters that wait",
     "SELECT (SELECT count(*) FROM jobs WHERE process_id = ?1 AND state "
     "= 'DEAD') <> (SELECT count(*) FROM dead_letters WHERE process_id "
     "= ?1 AND redriven_ms = 0)"},
    {"dead jobs are not the counter",
     "SELECT (SELECT count(*) FROM jobs WHERE process_id = ?1 AND state = 'DEAD') <> (SELECT "
     "coalesce(sum(analyse_dead + summarise_dead), 0) FROM progress WHERE process_id = ?1)"},
    {"a job has more deliveries than allowed", "SELECT count(*) FROM jobs j JOIN processes p ON p.process_id "
                                               "= j.process_id WHERE j.process_id = ?1 AND "
                                               "j.deliveries > p.max_deliveries"},
    {"a COMPLETED process has open or dead jobs, or waiting documents",
     "SELECT count(*) FROM processes p WHERE process_id = ?1 AND state = 'COMPLETED' AND (EXISTS (SELECT 1 "
     "FROM "
     "jobs j WHERE j.process_id = ?1 AND j.state <> 'DONE') OR EXISTS (SELECT 1 FROM documents d WHERE "
     "d.process_id = ?1 AND d.state = 'waiting'))"},
    {"a FAILED process has open jobs", "SELECT count(*) FROM processes p WHERE process_id = ?1 AND state = "
                                       "'FAILED' AND EXISTS (SELECT 1 FROM jobs j "
                                       "WHERE j.process_id = ?1 AND j.state = 'OPEN')"},
    {"a migration is recorded twice",
     "SELECT count(*) - count(DISTINCT version) FROM schema_migrations WHERE ?1 IS NOT NULL"},
};

qint64 countOf(sqlite3 *database, const char *sql, const QByteArray &process)
{
    sqlite3_stmt *statement = nullptr;
    qint64 count = -1;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_text(statement, 1, process.constData(), static_cast<int>(process.size()), SQLITE_STATIC);
        if (sqlite3_step(statement) == SQLITE_ROW)
            count = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return count;
}

qint64 countOf(PGconn *connection, const char *sql, const QByteArray &process)
{
    const Oid text = 25;
    const char *value = process.constData();
    const QByteArray numbered = QByteArray(sql).replace("?1", "$1");
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexecParams(connection, numbered.constData(), 1, &text, &value, nullptr, nullptr, 0), &PQclear);
    if (PQntuples(result.get()) != 1)
        return -1;
    const QByteArray answer(PQgetvalue(result.get(), 0, 0));
    return answer == "t" ? 1 : answer == "f" ? 0 : answer.toLongLong();
}

template <typename Database>
QStringList violationsBy(Database *database, const ProcessId &process)
{
    QStringList violations;
    for (const Rule &rule : Rules) {
        const qint64 count = countOf(database, rule.count, process.toString().toLatin1());
        if (count != 0)
            violations << QStringLiteral("%1: %2").arg(QString::fromLatin1(rule.broken)).arg(count);
    }
    return violations;
}

} // namespace

// One read transaction, so that all rules see the same instant.
QStringList violationsIn(const QString &path, const ProcessId &process)
{
    sqlite3 *opened = nullptr;
    const int result = sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, &sqlite3_close);
    if (result != SQLITE_OK)
        return {QStringLiteral("the database does not open")};
    sqlite3_busy_timeout(opened, 10'000);
    sqlite3_exec(opened, "BEGIN", nullptr, nullptr, nullptr);
    const QStringList violations = violationsBy(opened, process);
    sqlite3_exec(opened, "COMMIT", nullptr, nullptr, nullptr);
    return violations;
}

QStringList violationsOnServer(const QString &url, const ProcessId &process)
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(qPrintable(url)), &PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        return {QStringLiteral("the database does not open")};
    PQclear(PQexec(connection.get(), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    return violationsBy(connection.get(), process);
}

} // namespace Gemmary
