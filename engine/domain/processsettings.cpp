// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/processsettings.h"

#include <QJsonArray>

#include <variant>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;
using Member = std::variant<bool ProcessSettings::*, int ProcessSettings::*, qint64 ProcessSettings::*,
                            QString ProcessSettings::*, QStringList ProcessSettings::*>;

struct Row
{
    QLatin1StringView key;
    Member member;
};

const Row Rows[] = {
    {Key("read_hidden"), &ProcessSettings::readHidden},
    {Key("exclude"), &ProcessSettings::exclude},
    {Key("largest_document"), &ProcessSettings::largestDocument},
    {Key("count_duplicates"), &ProcessSettings::countDuplicates},
    {Key("content"), &ProcessSettings::content},
    {Key("largest_stored"), &ProcessSettings::largestStored},
    {Key("words"), &ProcessSettings::words},
    {Key("segment_chinese"), &ProcessSettings::segmentChinese},
    {Key("top_words"), &ProcessSettings::topWords},
    {Key("language"), &ProcessSettings::language},
    {Key("summarizer"), &ProcessSettings::summarizer},
    {Key("model"), &ProcessSettings::model},
    {Key("summary_sentences"), &ProcessSettings::summarySentences},
    {Key("summary_length"), &ProcessSettings::summaryLength},
    {Key("summary_style"), &ProcessSettings::summaryStyle},
    {Key("summary_language"), &ProcessSettings::summaryLanguage},
    {Key("own_prompt"), &ProcessSettings::ownPrompt},
    {Key("token_budget"), &ProcessSettings::tokenBudget},
    {Key("pack_documents"), &ProcessSettings::packDocuments},
    {Key("batch_size"), &ProcessSettings::batchSize},
    {Key("batch_bytes"), &ProcessSettings::batchBytes},
    {Key("fan_in"), &ProcessSettings::fanIn},
    {Key("max_deliveries"), &ProcessSettings::maxDeliveries},
    {Key("lease_ms"), &ProcessSettings::leaseMs},
};

QJsonValue toValue(bool value)
{
    return value;
}
QJsonValue toValue(int value)
{
    return value;
}
QJsonValue toValue(qint64 value)
{
    return value;
}
QJsonValue toValue(const QString &value)
{
    return value;
}
QJsonValue toValue(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}

void fromValue(const QJsonValue &json, bool &value)
{
    value = json.toBool(value);
}
void fromValue(const QJsonValue &json, int &value)
{
    value = json.toInt(value);
}
void fromValue(const QJsonValue &json, qint64 &value)
{
    value = json.toInteger(value);
}
void fromValue(const QJsonValue &json, QString &value)
{
    value = json.toString(value);
}
void fromValue(const QJsonValue &json, QStringList &value)
{
    value = json.toVariant().toStringList();
}

} // namespace

bool keepsContent(const ProcessSettings &settings)
{
    return settings.content == QLatin1StringView("stored");
}

QJsonObject toJson(const ProcessSettings &settings)
{
    QJsonObject object;
    for (const Row &row : Rows)
        object.insert(row.key,
                      std::visit([&](auto member) { return toValue(settings.*member); }, row.member));
    return object;
}

ProcessSettings processSettingsFromJson(const QJsonObject &object)
{
    ProcessSettings settings;
    for (const Row &row : Rows) {
        if (object.contains(row.key))
            std::visit([&](auto member) { fromValue(object.value(row.key), settings.*member); }, row.member);
    }
    return settings;
}

} // namespace Gemmary
