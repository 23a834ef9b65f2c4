// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/naivestore.h"

#include <QJsonDocument>

#include <mutex>
#include <sqlite3.h>

namespace Gemmary {

namespace {

std::mutex databaseMutex;

QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

} // namespace

NaiveStore::NaiveStore(ProcessStore &real, const QString &path)
    : m_real(real)
{
    sqlite3_open(path.toUtf8().constData(), &m_database);
    sqlite3_busy_timeout(m_database, 10'000);
}

NaiveStore::~NaiveStore()
{
    sqlite3_close(m_database);
}

Result<ClaimOutcome> NaiveStore::complete(const JobClaim &claim, const JobResult &result)
{
    const JobKey &key = claim.key;
    const QString process = quoted(key.process.toString());
    const QString stage = quoted(nameOf(key.stage));
    const QString details =
        quoted(QString::fromUtf8(QJsonDocument(result.details).toJson(QJsonDocument::Compact)));
    qint64 words = 0;
    qint64 done = 0;
    run(QStringLiteral("BEGIN IMMEDIATE"));
    run(QStringLiteral("INSERT INTO results VALUES (%1, %2, %3, %4, %5, %6, %7, 0, 0, 0, 0, 0, 0, 0) "
                       "ON CONFLICT DO UPDATE SET epoch = %5, n_chunks = %6, details = %7")
            .arg(process)
            .arg(key.level)
            .arg(stage)
            .arg(key.node)
            .arg(claim.epoch)
            .arg(result.chunks)
            .arg(details));
    run(QStringLiteral("UPDATE jobs SET state = 'DONE', owner = NULL WHERE process_id = %1 AND stage = %2 "
                       "AND level = %3 "
                       "AND node_no = %4")
            .arg(process, stage)
            .arg(key.level)
            .arg(key.node));
    for (const DocumentAnalysis &analysis : result.analyses) {
        const QString reason =
            analysis.problem ? quoted(nameOf(analysis.problem->reason)) : QStringLiteral("NULL");
        run(QStringLiteral(
                "UPDATE documents SET state = '%1', reason = %2 WHERE process_id = %3 AND number = %4")
                .arg(analysis.problem ? QStringLiteral("skipped") : QStringLiteral("done"), reason, process)
                .arg(analysis.number));
        words += analysis.problem ? 0 : analysis.statistics.counts.words;
        done += analysis.problem ? 0 : 1;
    }
    for (const DocumentSummary &summary : result.summaries) {
        const QString text =
            summary.summary ? QString::fromUtf8(QJsonDocument(toJson(*summary.summary)).toJson()) : QString();
        run(QStringLiteral("INSERT OR REPLACE INTO summaries VALUES (%1, %2, '%3', %4, NULL, NULL)")
                .arg(process)
                .arg(summary.number)
                .arg(summary.summary ? QStringLiteral("done") : QStringLiteral("skipped"),
                     summary.summary ? quoted(text) : QStringLiteral("NULL")));
    }
    run(QStringLiteral("COMMIT"));
    const QString column =
        nameOf(key.stage) + (key.level == 0 ? QStringLiteral("_leaves") : QStringLiteral("_merges"));
    run(QStringLiteral("INSERT OR IGNORE INTO progress VALUES (%1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
                       "0, 0, 0, 0, "
                       "0, 0)")
            .arg(process));
    run(QStringLiteral(
            "UPDATE progress SET %1 = %1 + 1, done = done + %2, words = words + %3, version = version + 1 "
            "WHERE process_id = %4 AND shard = 0")
            .arg(column)
            .arg(done)
            .arg(words)
            .arg(process));
    return ClaimOutcome::Won;
}

void NaiveStore::run(const QString &sql)
{
    const std::scoped_lock lock(databaseMutex);
    sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
}

} // namespace Gemmary
