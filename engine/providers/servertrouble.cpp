// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/servertrouble.h"

#include "providers/errorbody.h"
#include "providers/retrydelay.h"

using namespace Qt::StringLiterals;

namespace Gemmary {

namespace {

bool says(const QString &message, std::initializer_list<QLatin1StringView> words)
{
    for (const QLatin1StringView word : words) {
        if (message.contains(word, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

std::optional<ModelFeature> refusedFeature(const QString &message)
{
    if (says(message, {"system role"_L1, "system message"_L1}))
        return ModelFeature::Instructions;
    if (says(message, {"response_format"_L1, "json_schema"_L1, "grammar"_L1, "structured output"_L1}))
        return ModelFeature::Schema;
    if (says(message, {"thinking"_L1, "chat_template_kwargs"_L1}))
        return ModelFeature::Thinking;
    return {};
}

// Of any status: an overflow is 400 or, mid-stream, no status at all.
bool isOverflow(const HttpReply &reply, const ErrorBody &body)
{
    return body.word == "exceed_context_size_error"_L1 || reply.status == 413 ||
           (reply.status != 401 && saysTooLong(body.message));
}

TroubleKind kindOf(const HttpReply &reply, const ErrorBody &body)
{
    if (isOverflow(reply, body))
        return TroubleKind::Overflow;
    switch (reply.status) {
    case 400:
    case 422:
        return TroubleKind::BadRequest;
    case 401:
    case 403:
        return TroubleKind::Auth;
    case 404: // of a model, or of the whole path
        return says(body.message, {"model"_L1}) ? TroubleKind::ModelGone : TroubleKind::WrongAddress;
    case 429:
        return TroubleKind::QuotaMinute;
    case 503:
        return body.word == "unavailable_error"_L1 ? TroubleKind::Loading : TroubleKind::Transient;
    default:
        return isPassing(reply.status) ? TroubleKind::Transient : TroubleKind::BadReply;
    }
}

} // namespace

ProviderTrouble serverTrouble(const HttpReply &reply)
{
    const ErrorBody body = readErrorBody(reply);
    ProviderTrouble trouble;
    trouble.kind = kindOf(reply, body);
    trouble.words = body.words;
    trouble.retryAfter = parseRetryAfter(reply.retryAfter);
    if (trouble.kind == TroubleKind::BadRequest)
        trouble.refused = refusedFeature(body.message);
    if (const qint64 context = body.error["n_ctx"_L1].toInteger(); context > 0)
        trouble.contextTokens = context;
    return trouble;
}

} // namespace Gemmary
