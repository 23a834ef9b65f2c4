// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/packing.h"

#include "summary/model/answertext.h"
#include "summary/model/controltokens.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

constexpr std::size_t MostDocuments = 8;

// The JSON object that an answer holds, whatever stands around it.
QJsonObject objectIn(const QString &answer)
{
    const auto begin = answer.indexOf(QLatin1Char('{'));
    const auto end = answer.lastIndexOf(QLatin1Char('}'));
    if (begin < 0 || end < begin)
        return {};
    return QJsonDocument::fromJson(answer.mid(begin, end + 1 - begin).toUtf8()).object();
}

} // namespace

bool isPackFull(std::span<const qint64> tokens)
{
    return tokens.size() >= MostDocuments ||
           std::accumulate(tokens.begin(), tokens.end(), SmallDocument) > PackTokens;
}

bool mayShareRequest(std::string_view text)
{
    if (text.find("[[[") != std::string_view::npos || withoutControlTokens(text).size() != text.size())
        return false;
    // A hint, not a defence: that is the fence.
    static const QRegularExpression SpeaksToModel(
        QStringLiteral(
            R"(\b(ignor\w*|disregard|forget|olvida\w*)\b.{0,80}\b(instruc\w*|prompts?|above|previous\w*)"
            R"(|anterior\w*)\b|\bsystem prompt\b|\b(other|otros?) (files?|documents?|documentos?)\b)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return !SpeaksToModel.match(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())))
                .hasMatch();
}

QJsonObject packSchema(const QStringList &ids)
{
    const QJsonObject text{{Key("type"), Key("string")}};
    const QJsonObject id{{Key("type"), Key("string")}, {Key("enum"), QJsonArray::fromStringList(ids)}};
    const QJsonObject file{{Key("type"), Key("object")},
                           {Key("properties"), QJsonObject{{Key("id"), id}, {Key("summary"), text}}},
                           {Key("required"), QJsonArray{Key("id"), Key("summary")}}};
    const QJsonObject files{{Key("type"), Key("array")},
                            {Key("items"), file},
                            {Key("minItems"), ids.size()},
                            {Key("maxItems"), ids.size()}};
    return {{Key("type"), Key("object")},
            {Key("properties"), QJsonObject{{Key("files"), files}}},
            {Key("required"), QJsonArray{Key("files")}}};
}

std::map<QString, QString> packedSummaries(const QString &answer, const QStringList &ids)
{
    std::map<QString, int> idCounts;
    std::map<QString, int> textCounts;
    std::map<QString, QString> summaries;
    const QJsonArray files = objectIn(answer).value(Key("files")).toArray();
    for (const QJsonValue &file : files) {
        const QString id = file[Key("id")].toString();
        const QString text = plainAnswer(file[Key("summary")].toString());
        ++idCounts[id];
        textCounts[text] += saysNoContent(text) ? 0 : 1;
        summaries[id] = text;
    }
    std::erase_if(summaries, [&](const auto &row) {
        const auto &[id, text] = row;
        return !ids.contains(id) || idCounts[id] > 1 || text.isEmpty() || textCounts[text] > 1;
    });
    return summaries;
}

} // namespace Gemmary
