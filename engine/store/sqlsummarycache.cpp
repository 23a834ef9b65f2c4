// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlsummarycache.h"

#include "base/logging.h"
#include "store/database.h"
#include "store/storedvalues.h"

namespace Gemmary {

namespace {

QVariant answerValue(const ModelAnswer &answer)
{
    return jsonValue({{QStringLiteral("text"), answer.text},
                      {QStringLiteral("model"), answer.model},
                      {QStringLiteral("input_tokens"), answer.inputTokens},
                      {QStringLiteral("output_tokens"), answer.outputTokens}});
}

ModelAnswer answerFrom(const QString &json)
{
    const QJsonObject object = jsonFrom(json);
    ModelAnswer answer;
    answer.text = object.value(QStringLiteral("text")).toString();
    answer.model = object.value(QStringLiteral("model")).toString();
    answer.inputTokens = object.value(QStringLiteral("input_tokens")).toInteger();
    answer.outputTokens = object.value(QStringLiteral("output_tokens")).toInteger();
    return answer;
}

QString text(const QByteArray &key)
{
    return QString::fromLatin1(key.toHex());
}

void say(const Error &error)
{
    logWarning(logStore, QStringLiteral("a model's answers are not kept"),
               {{"error", error.message}, {"detail", error.detail}});
}

} // namespace

SqlSummaryCache::SqlSummaryCache(const Database &database)
    : m_database(database)
{}

std::optional<ModelAnswer> SqlSummaryCache::get(const QByteArray &key)
{
    auto found = m_database.read([&](Transaction &tx) -> Result<std::optional<ModelAnswer>> {
        std::optional<ModelAnswer> answer;
        GEMMARY_TRY(
            tx.read("select_answer", {text(key)}, [&](const Row &row) { answer = answerFrom(row.text(0)); }));
        return answer;
    });
    if (!found) {
        say(found.error());
        return std::nullopt;
    }
    return *std::move(found);
}

void SqlSummaryCache::put(const QByteArray &key, const ModelAnswer &answer)
{
    const auto kept = m_database.write([&](Transaction &tx) -> Result<void> {
        GEMMARY_TRY(tx.change("insert_answer", {text(key), answerValue(answer)}));
        return {};
    });
    if (!kept)
        say(kept.error());
}

} // namespace Gemmary
