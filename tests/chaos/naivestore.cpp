// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/naivestore.h"

#include <QJsonDocument>

namespace Gemmary {

namespace {

QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

QString json(const QJsonObject &object)
{
    return quoted(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

// Whoever holds the job by now: the last one wins.
QStringList resultStatements(const JobClaim &claim, const JobResult &result)
{
    const JobKey &key = claim.key;
    const QString process = quoted(key.process.toString());
    const QString stage = quoted(nameOf(key.stage));
    return {QStringLiteral("INSERT INTO results VALUES (%1, %2, %3, %4, %5, %6, %7, 0, 0, 0, 0, 0, 0, 0) "
                           "ON CONFLICT (process_id, level, stage, node_no) "
                           "DO UPDATE SET epoch = %5, n_chunks = %6, details = %7")
                .arg(process)
                .arg(key.level)
                .arg(stage)
                .arg(key.node)
                .arg(claim.epoch)
                .arg(result.chunks)
                .arg(json(result.details)),
            QStringLiteral("UPDATE jobs SET state = 'DONE', owner = NULL "
                           "WHERE process_id = %1 AND stage = %2 AND level = %3 AND node_no = %4")
                .arg(process, stage)
                .arg(key.level)
                .arg(key.node)};
}

QString analysisStatement(const QString &process, const DocumentAnalysis &analysis)
{
    const QString reason =
        analysis.problem ? quoted(nameOf(analysis.problem->reason)) : QStringLiteral("NULL");
    return QStringLiteral(
               "UPDATE documents SET state = '%1', reason = %2 WHERE process_id = %3 AND number = %4")
        .arg(analysis.problem ? QStringLiteral("skipped") : QStringLiteral("done"), reason, process)
        .arg(analysis.number);
}

QString summaryStatement(const QString &process, const DocumentSummary &summary)
{
    return QStringLiteral("INSERT INTO summaries VALUES (%1, %2, '%3', %4, NULL, NULL) "
                          "ON CONFLICT (process_id, number) DO UPDATE SET summary = %4")
        .arg(process)
        .arg(summary.number)
        .arg(summary.summary ? QStringLiteral("done") : QStringLiteral("skipped"),
             summary.summary ? json(toJson(*summary.summary)) : QStringLiteral("NULL"));
}

QStringList countStatements(const JobKey &key, const JobResult &result)
{
    qint64 words = 0;
    qint64 done = 0;
    for (const DocumentAnalysis &analysis : result.analyses) {
        words += analysis.problem ? 0 : analysis.statistics.counts.words;
        done += analysis.problem ? 0 : 1;
    }
    const QString process = quoted(key.process.toString());
    const QString column =
        nameOf(key.stage) + (key.level == 0 ? QStringLiteral("_leaves") : QStringLiteral("_merges"));
    return {
        QStringLiteral("INSERT INTO progress VALUES (%1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
                       "0, 0, 0, 0) ON CONFLICT (process_id, shard) DO NOTHING")
            .arg(process),
        QStringLiteral(
            "UPDATE progress SET %1 = %1 + 1, done = done + %2, words = words + %3, version = version + 1 "
            "WHERE process_id = %4 AND shard = 0")
            .arg(column)
            .arg(done)
            .arg(words)
            .arg(process)};
}

} // namespace

NaiveStore::NaiveStore(ProcessStore &real, std::unique_ptr<Dialect> dialect)
    : m_real(real)
    , m_database(std::move(dialect))
{}

Result<ClaimOutcome> NaiveStore::complete(const JobClaim &claim, const JobResult &result)
{
    const QString process = quoted(claim.key.process.toString());
    QStringList statements = resultStatements(claim, result);
    for (const DocumentAnalysis &analysis : result.analyses)
        statements += analysisStatement(process, analysis);
    for (const DocumentSummary &summary : result.summaries)
        statements += summaryStatement(process, summary);
    GEMMARY_TRY(run(statements));
    GEMMARY_TRY(run(countStatements(claim.key, result)));
    return ClaimOutcome::Won;
}

Result<void> NaiveStore::run(const QStringList &statements)
{
    return m_database.write([&](Transaction &tx) -> Result<void> {
        for (const QString &statement : statements)
            GEMMARY_TRY(tx.define(statement));
        return {};
    });
}

} // namespace Gemmary
