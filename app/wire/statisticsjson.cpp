// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/statisticsjson.h"

#include "wire/processjson.h"
#include "wire/processreading.h"

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

std::optional<Problem> problemFromJson(const QJsonValue &value)
{
    const auto reason = reasonFrom(value[Key("reason")].toString());
    return reason ? std::optional(Problem{*reason, value[Key("detail")].toString()}) : std::nullopt;
}

void insertProblem(QJsonObject &object, const std::optional<Problem> &problem)
{
    if (!problem)
        return;
    object.insert(Key("reason"), nameOf(problem->reason));
    object.insert(Key("detail"), problem->detail);
}

Result<DocumentRow> documentFromJson(const QJsonObject &object)
{
    const auto state = documentStateFrom(object.value(Key("state")).toString());
    const qint64 number = object.value(Key("number")).toInteger(-1);
    if (!state || number < 0)
        return failure(ErrorKind::BadReply, QStringLiteral("A document has no number or no state."));
    DocumentRow row;
    row.number = number;
    row.state = *state;
    row.name = object.value(Key("name")).toString();
    row.bytes = object.value(Key("bytes")).toInteger();
    row.problem = problemFromJson(object);
    row.facts.format = object.value(Key("format")).toString();
    row.facts.encoding = object.value(Key("encoding")).toString();
    row.facts.encodingGuessed = object.value(Key("encoding_guessed")).toBool();
    row.milliseconds = object.value(Key("milliseconds")).toInteger();
    row.statistics = documentStatisticsFromJson(object.value(Key("statistics")).toObject());
    return row;
}

template <typename Row, typename Read>
Result<std::vector<Row>> rowsFromJson(const QJsonArray &array, Read read)
{
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue &value : array) {
        GEMMARY_ASSIGN(row, read(value.toObject()));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<DocumentSummary> summaryRowFromJson(const QJsonObject &object)
{
    const qint64 number = object.value(Key("number")).toInteger(-1);
    if (number < 0)
        return failure(ErrorKind::BadReply, QStringLiteral("A summary has no document's number."));
    const QJsonValue summary = object.value(Key("summary"));
    return DocumentSummary{
        number, summary.isObject() ? std::optional(summaryFromJson(summary.toObject())) : std::nullopt,
        problemFromJson(object)};
}

} // namespace

QJsonObject statisticsJson(const ProcessStatistics &statistics)
{
    return {{QStringLiteral("process"), processJson(statistics.process)},
            {QStringLiteral("settings"), toJson(statistics.process.settings)},
            {QStringLiteral("statistics"),
             statistics.statistics ? QJsonValue(toJson(*statistics.statistics)) : QJsonValue()},
            {QStringLiteral("summary"),
             statistics.summary ? QJsonValue(toJson(*statistics.summary)) : QJsonValue()}};
}

Result<ProcessStatistics> statisticsFromJson(const QJsonObject &object)
{
    ProcessStatistics read;
    GEMMARY_ASSIGN(process, processFromJson(object.value(Key("process")).toObject()));
    read.process = std::move(process);
    read.process.settings = processSettingsFromJson(object.value(Key("settings")).toObject());
    if (const QJsonValue statistics = object.value(Key("statistics")); statistics.isObject())
        read.statistics = setStatisticsFromJson(statistics.toObject());
    if (const QJsonValue summary = object.value(Key("summary")); summary.isObject())
        read.summary = setSummaryFromJson(summary.toObject());
    return read;
}

QJsonObject documentDetailsJson(const DocumentRow &row)
{
    QJsonObject object = documentJson(row);
    object.insert(Key("number"), row.number);
    insertProblem(object, row.problem);
    if (row.problem)
        object.insert(Key("message"), problemText(*row.problem));
    object.insert(Key("format"), row.facts.format);
    object.insert(Key("milliseconds"), row.milliseconds);
    if (isCounted(row.state))
        object.insert(Key("statistics"), toJson(row.statistics));
    return object;
}

Result<std::vector<DocumentRow>> documentsFromJson(const QJsonArray &array)
{
    return rowsFromJson<DocumentRow>(array, documentFromJson);
}

QJsonArray summariesJson(const std::vector<DocumentSummary> &summaries)
{
    QJsonArray array;
    for (const DocumentSummary &summary : summaries) {
        QJsonObject object{{QStringLiteral("number"), summary.number},
                           {QStringLiteral("summary"),
                            summary.summary ? QJsonValue(toJson(*summary.summary)) : QJsonValue()}};
        insertProblem(object, summary.problem);
        array.append(object);
    }
    return array;
}

Result<std::vector<DocumentSummary>> summariesFromJson(const QJsonArray &array)
{
    return rowsFromJson<DocumentSummary>(array, summaryRowFromJson);
}

QJsonObject wordsJson(const WordList &list)
{
    return {{QStringLiteral("words"), toJson(list.words)},
            {QStringLiteral("matching"), list.matching},
            {QStringLiteral("forms"), list.forms}};
}

WordList wordsFromJson(const QJsonObject &object)
{
    WordList list;
    const QJsonArray words = object.value(Key("words")).toArray();
    for (const QJsonValue &word : words)
        list.words.push_back({word[Key("word")].toString().toStdString(), word[Key("count")].toInteger()});
    list.matching = object.value(Key("matching")).toInteger();
    list.forms = object.value(Key("forms")).toInteger();
    return list;
}

} // namespace Gemmary
