// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/geminitrouble.h"

#include "providers/errorbody.h"
#include "providers/retrydelay.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gemmary {

namespace {

constexpr std::chrono::hours MoreThanAMinuteQuota{1};

// The details of a type, named without "type.googleapis.com/google.rpc.".
std::vector<QJsonObject> detailsOf(const ErrorBody &body, QLatin1StringView type)
{
    std::vector<QJsonObject> found;
    const QJsonArray details = body.error["details"_L1].toArray();
    for (const auto &detail : details) {
        if (detail["@type"_L1].toString().endsWith(type))
            found.push_back(detail.toObject());
    }
    return found;
}

bool isKeyRefused(const ErrorBody &body)
{
    for (const QJsonObject &detail : detailsOf(body, ".ErrorInfo"_L1)) {
        if (detail["reason"_L1].toString().startsWith("API_KEY_"_L1))
            return true;
    }
    return body.message.contains("API key not valid"_L1) || body.message.contains("API key expired"_L1);
}

std::optional<ModelFeature> refusedFeature(const QString &message)
{
    if (message.contains("Developer instruction is not enabled"_L1))
        return ModelFeature::Instructions;
    if (message.contains("JSON mode is not enabled"_L1) || message.contains("responseJsonSchema"_L1) ||
        message.contains("response_json_schema"_L1))
        return ModelFeature::Schema;
    if (message.contains("thinking"_L1, Qt::CaseInsensitive))
        return ModelFeature::Thinking;
    return {};
}

void explainBadRequest(const ErrorBody &body, ProviderTrouble &trouble)
{
    if (isKeyRefused(body)) { // 400, not 401
        trouble.kind = TroubleKind::Auth;
    } else if (body.word == "FAILED_PRECONDITION"_L1) {
        trouble.kind = TroubleKind::Region;
    } else if (saysTooLong(body.message)) {
        trouble.kind = TroubleKind::Overflow;
    } else {
        trouble.kind = TroubleKind::BadRequest;
        trouble.refused = refusedFeature(body.message);
    }
}

std::optional<std::chrono::milliseconds> longestWait(const HttpReply &reply, const ErrorBody &body)
{
    auto wait = std::max(parseRetryAfter(reply.retryAfter), retryDelayIn(body.message));
    for (const QJsonObject &detail : detailsOf(body, ".RetryInfo"_L1))
        wait = std::max(wait, parseDuration(detail["retryDelay"_L1].toString()));
    return wait;
}

void explainQuota(const HttpReply &reply, const ErrorBody &body, ProviderTrouble &trouble)
{
    static const QRegularExpression limitZero(u"limit:\\s*0(?![\\d.]*[1-9])"_s);
    trouble.retryAfter = longestWait(reply, body);
    bool isDay = trouble.retryAfter && *trouble.retryAfter > MoreThanAMinuteQuota;
    bool isZero = body.message.contains(limitZero);
    for (const QJsonObject &detail : detailsOf(body, ".QuotaFailure"_L1)) {
        const QJsonArray violations = detail["violations"_L1].toArray();
        for (const auto &violation : violations) {
            const QString quota = violation["quotaId"_L1].toString();
            const bool isOfDay = quota.contains("PerDay"_L1);
            bool isNumber = false;
            const qint64 value = violation["quotaValue"_L1].toString().toLongLong(&isNumber);
            if (isNumber && (!trouble.quotaValue || isOfDay)) {
                trouble.quotaValue = value;
                trouble.isQuotaOfTokens = quota.contains("Token"_L1);
            }
            isDay = isDay || isOfDay;
            isZero = isZero || (isNumber && value == 0);
        }
    }
    trouble.kind = isZero ? TroubleKind::PlanZero : isDay ? TroubleKind::QuotaDay : TroubleKind::QuotaMinute;
}

} // namespace

ProviderTrouble geminiTrouble(const HttpReply &reply)
{
    const ErrorBody body = readErrorBody(reply);
    ProviderTrouble trouble;
    trouble.words = body.words;
    switch (reply.status) {
    case 400:
        explainBadRequest(body, trouble);
        break;
    case 401:
    case 403:
        trouble.kind = TroubleKind::Auth;
        break;
    case 404:
        trouble.kind = TroubleKind::ModelGone;
        break;
    case 413:
        trouble.kind = TroubleKind::Overflow;
        break;
    case 429:
        explainQuota(reply, body, trouble);
        break;
    default:
        // 500 and 504 may also mean that the text is too long: it is for the queue to try a shorter one.
        trouble.kind = isPassing(reply.status) ? TroubleKind::Transient : TroubleKind::BadReply;
        trouble.retryAfter = longestWait(reply, body);
    }
    return trouble;
}

} // namespace Gemmary
