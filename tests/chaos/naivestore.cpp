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
    const int stage = key.stage == Stage::Analyse ? 0 : 1;
    const QString where = QStringLiteral(" WHERE process_id = %1 AND stage = %2 AND level = %3 AND node_no = %4")
                              .arg(quoted(key.process.toString())).arg(stage).arg(key.level).arg(key.node);
    const QString details = QString::fromUtf8(QJsonDocument(result.details).toJson(QJsonDocument::Compact));
    run(QStringLiteral("BEGIN IMMEDIATE"));
    run(QStringLiteral("INSERT INTO results VALUES (%1, %2, %3, %4, %5, %6, %7, 0) ON CONFLICT DO UPDATE SET epoch = %5, "
                       "details = %6, n_chunks = %7")
            .arg(quoted(key.process.toString())).arg(stage).arg(key.level).arg(key.node).arg(claim.epoch)
            .arg(quoted(details)).arg(result.chunks));
    run(QStringLiteral("UPDATE jobs SET state = 'DONE', owner = NULL") + where);
    for (const DocumentAnalysis &analysis : result.analyses) {
        run(QStringLiteral("UPDATE documents SET state = '%1' WHERE process_id = %2 AND document_no = %3")
                .arg(analysis.problem ? QStringLiteral("skipped") : QStringLiteral("done"),
                     quoted(key.process.toString())).arg(analysis.number));
    }
    run(QStringLiteral("COMMIT"));
    qint64 words = 0;
    qint64 done = 0;
    for (const DocumentAnalysis &analysis : result.analyses) {
        words += analysis.problem ? 0 : analysis.statistics.counts.words;
        done += analysis.problem ? 0 : 1;
    }
    run(QStringLiteral("INSERT INTO progress (process_id, shard, leaves_analysed, leaves_summarised, done, words, version) "
                       "VALUES (%1, 0, %2, %3, %4, %5, 1) ON CONFLICT DO UPDATE SET leaves_analysed = leaves_analysed + %2, "
                       "leaves_summarised = leaves_summarised + %3, done = done + %4, words = words + %5, "
                       "version = version + 1")
            .arg(quoted(key.process.toString())).arg(key.level == 0 && stage == 0 ? 1 : 0)
            .arg(key.level == 0 && stage == 1 ? 1 : 0).arg(done).arg(words));
    return ClaimOutcome::Won;
}

void NaiveStore::run(const QString &sql)
{
    const std::scoped_lock lock(databaseMutex);
    sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
}

} // namespace Gemmary
