// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/usagejson.h"

namespace Gemmary {

QJsonArray usageJson(const std::vector<ModelUsage> &usage)
{
    QJsonArray array;
    for (const ModelUsage &row : usage) {
        array.append(QJsonObject{{QStringLiteral("provider"), row.provider},
                                 {QStringLiteral("model"), row.model},
                                 {QStringLiteral("requests"), row.requests},
                                 {QStringLiteral("input_tokens"), row.inputTokens},
                                 {QStringLiteral("output_tokens"), row.outputTokens}});
    }
    return array;
}

std::vector<ModelUsage> usageFromJson(const QJsonArray &array)
{
    std::vector<ModelUsage> usage;
    for (const QJsonValue &value : array) {
        usage.push_back({value[QLatin1StringView("provider")].toString(),
                         value[QLatin1StringView("model")].toString(),
                         value[QLatin1StringView("requests")].toInteger(),
                         value[QLatin1StringView("input_tokens")].toInteger(),
                         value[QLatin1StringView("output_tokens")].toInteger()});
    }
    return usage;
}

QJsonObject estimateJson(const WorkEstimate &estimate)
{
    const qint64 minutes = estimate.duration().count();
    return {{QStringLiteral("documents"), estimate.documents},
            {QStringLiteral("bytes"), estimate.bytes},
            {QStringLiteral("requests"), estimate.requests},
            {QStringLiteral("input_tokens"), estimate.inputTokens},
            {QStringLiteral("minutes"), minutes > 0 ? QJsonValue(minutes) : QJsonValue()}};
}

} // namespace Gemmary
