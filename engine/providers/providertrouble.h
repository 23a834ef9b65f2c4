// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>
#include <optional>

namespace Gemmary {

// Why a provider gave no answer: what a queue does next depends on it.
enum class TroubleKind {
    Auth,         // key missing, refused or restricted
    Region,       // not offered where the person is
    PlanZero,     // the plan allows none of this model; waiting never helps
    QuotaMinute,  // too many requests or tokens just now
    QuotaDay,     // the day's are used up
    ModelGone,    // withdrawn, or never there
    WrongAddress, // something answers there that is no model server
    BadRequest,   // it did not understand us
    Overflow,     // text and answer are longer than the model takes
    Shortened,    // it answered after it had silently dropped a part of the text
    Loading,      // it is there and gets ready
    Transient,    // overloaded or broken just now
    BrokeOff,     // the answer ended before its end
    Unreachable,  // nobody answers at the address
    TimedOut,     // nothing came in time
    Redirected,   // it wants us to go elsewhere with key and text; we do not
    Insecure,     // no trustworthy encryption
    BadReply,     // what came makes no sense
    Cancelled     // somebody asked to stop
};

// Whether the provider itself is out of order for a while, whatever it is asked.
[[nodiscard]] constexpr bool isTransient(TroubleKind kind)
{
    return kind == TroubleKind::Loading || kind == TroubleKind::Transient || kind == TroubleKind::BrokeOff ||
           kind == TroubleKind::Unreachable || kind == TroubleKind::TimedOut;
}

// What a model may be asked for and some refuse.
enum class ModelFeature {
    Instructions, // a text apart from the prompt
    Schema,       // an answer that keeps to a JSON schema
    Thinking      // to be told how much to think
};

struct ProviderTrouble
{
    TroubleKind kind = TroubleKind::BadReply;
    QString words; // the provider's own, which may repeat the key: for errorOf(), not for logs
    std::optional<std::chrono::milliseconds> retryAfter; // how long it asked us to wait
    std::optional<qint64> quotaValue;                    // the limit that was hit, in its own unit
    std::optional<qint64> contextTokens;                 // what an Overflow says that there is
    std::optional<ModelFeature> refused;                 // by a BadRequest
    bool isQuotaOfTokens = false;                        // the unit of quotaValue; else requests
};

// The value, or why there is none.
template <typename T>
using Attempt = tl::expected<T, ProviderTrouble>;

[[nodiscard]] inline tl::unexpected<ProviderTrouble> trouble(TroubleKind kind, QString words = {})
{
    return tl::unexpected<ProviderTrouble>(ProviderTrouble{kind, std::move(words), {}, {}, {}, {}});
}

// As the ports say it: a translated sentence that says what to do. `provider` and `model` are names for
// people.
[[nodiscard]] Error errorOf(const ProviderTrouble &trouble, const QString &provider, const QString &model);

} // namespace Gemmary
