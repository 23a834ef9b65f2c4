// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/summary.h"

#include <QJsonArray>

#include <algorithm>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

struct TextRow
{
    QLatin1StringView key;
    QString Summary::*member;
};

constexpr TextRow SummaryTexts[] = {
    {Key("engine"), &Summary::engine},
    {Key("model"), &Summary::model},
    {Key("text"), &Summary::text},
    {Key("language"), &Summary::language},
    {Key("method"), &Summary::methodVersion},
};

struct CountRow
{
    QLatin1StringView key;
    qint64 Summary::*member;
};

// Written only where a model counted.
constexpr CountRow SummaryCounts[] = {
    {Key("input_tokens"), &Summary::inputTokens},
    {Key("output_tokens"), &Summary::outputTokens},
};

QJsonArray candidatesToJson(const std::vector<SummaryCandidate> &candidates)
{
    QJsonArray array;
    for (const SummaryCandidate &candidate : candidates) {
        array.append(QJsonObject{{QStringLiteral("document"), candidate.document},
                                 {QStringLiteral("name"), candidate.name},
                                 {QStringLiteral("text"), candidate.text},
                                 {QStringLiteral("score"), candidate.score}});
    }
    return array;
}

std::vector<SummaryCandidate> candidatesFromJson(const QJsonValue &json)
{
    std::vector<SummaryCandidate> candidates;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &value : array) {
        candidates.push_back({value[Key("document")].toInteger(), value[Key("name")].toString(),
                              value[Key("text")].toString(), value[Key("score")].toDouble()});
    }
    return candidates;
}

} // namespace

QJsonObject toJson(const Summary &summary)
{
    QJsonObject object;
    for (const TextRow &row : SummaryTexts)
        object.insert(row.key, summary.*row.member);
    object.insert(Key("coverage"), summary.coverage);
    QJsonArray terms;
    for (const QString &term : summary.terms)
        terms.append(term);
    object.insert(Key("terms"), terms);
    if (summary.partial)
        object.insert(Key("partial"), true);
    for (const CountRow &row : SummaryCounts) {
        if (summary.*row.member != 0)
            object.insert(row.key, summary.*row.member);
    }
    return object;
}

Summary summaryFromJson(const QJsonObject &object)
{
    Summary summary;
    for (const TextRow &row : SummaryTexts)
        summary.*row.member = object.value(row.key).toString();
    summary.coverage = object.value(Key("coverage")).toDouble();
    const QJsonArray terms = object.value(Key("terms")).toArray();
    for (const QJsonValue &term : terms)
        summary.terms.push_back(term.toString());
    summary.partial = object.value(Key("partial")).toBool();
    for (const CountRow &row : SummaryCounts)
        summary.*row.member = object.value(row.key).toInteger();
    return summary;
}

QJsonObject toJson(const SetSummary &summary)
{
    QJsonArray weights;
    for (const auto &[term, documents] : summary.termWeights)
        weights.append(QJsonArray{term, documents});
    return {{QStringLiteral("summary"), toJson(summary.summary)},
            {QStringLiteral("sentences"), candidatesToJson(summary.sentences)},
            {QStringLiteral("candidates"), candidatesToJson(summary.candidates)},
            {QStringLiteral("term_weights"), weights},
            {QStringLiteral("documents"), summary.documents},
            {QStringLiteral("missing"), summary.missing}};
}

SetSummary setSummaryFromJson(const QJsonObject &object)
{
    SetSummary summary;
    summary.summary = summaryFromJson(object.value(Key("summary")).toObject());
    summary.sentences = candidatesFromJson(object.value(Key("sentences")));
    summary.candidates = candidatesFromJson(object.value(Key("candidates")));
    const QJsonArray weights = object.value(Key("term_weights")).toArray();
    for (const QJsonValue &value : weights)
        summary.termWeights.emplace_back(value[0].toString(), value[1].toInteger());
    summary.documents = object.value(Key("documents")).toInteger();
    summary.missing = object.value(Key("missing")).toInteger();
    return summary;
}

void lackFewer(QJsonObject &set, qint64 documents)
{
    const qint64 missing = set.value(Key("missing")).toInteger();
    set.insert(QStringLiteral("missing"), std::max<qint64>(0, missing - documents));
}

} // namespace Gemmary
