// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/pacedmodel.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Gemmary {

namespace {

using std::chrono::milliseconds;

// Between looks at what other threads change, and at what others change in the ledger.
constexpr milliseconds Step = 100ms;
constexpr milliseconds LongStep = 1s;

bool isOfLedger(DelayReason reason)
{
    return reason != DelayReason::Busy && reason != DelayReason::Broken;
}

milliseconds spread(milliseconds wait)
{
    static thread_local std::mt19937 random(std::random_device{}());
    const double share = std::uniform_real_distribution<double>(0.5, 1.5)(random);
    return milliseconds(static_cast<long long>(static_cast<double>(wait.count()) * share));
}

qint64 inputTokensOf(const ModelAnswer &answer)
{
    return answer.inputTokens;
}

qint64 inputTokensOf(const ModelLimits &)
{
    return 0;
}

} // namespace

PacedModel::PacedModel(std::shared_ptr<ProviderModel> model, std::shared_ptr<RateLimiter> limiter,
                       const Patience &patience)
    : m_model(std::move(model))
    , m_limiter(std::move(limiter))
    , m_patience(patience)
{}

Result<ModelLimits> PacedModel::limits(const CancelToken &cancel)
{
    const auto gate = [this](milliseconds) { return m_limiter->pass(m_model->settings().model); };
    const auto ask = [this, &cancel] { return m_model->attemptLimits(cancel); };
    Result<ModelLimits> known = persist<ModelLimits>(gate, ask, cancel);
    if (known)
        m_limiter->setConcurrency(known->concurrency);
    return known;
}

Result<ModelAnswer> PacedModel::answer(const ModelRequest &request, const CancelToken &cancel)
{
    const auto gate = [this, &request](milliseconds patience) {
        return m_limiter->reserve(request.inputTokens, m_model->settings().model, patience);
    };
    const auto ask = [this, &request, &cancel] { return m_model->attempt(request, cancel); };
    return persist<ModelAnswer>(gate, ask, cancel);
}

template <typename T, typename Ask>
Result<T> PacedModel::persist(const Gate &gate, const Ask &ask, const CancelToken &cancel)
{
    for (Tries tries;;) {
        GEMMARY_ASSIGN(ticket, waitAt(gate, cancel));
        Attempt<T> result = ask();
        if (result) {
            m_limiter->settle(ticket, inputTokensOf(*result));
            return std::move(*result);
        }
        m_limiter->failed(ticket, result.error());
        GEMMARY_TRY(waitAfter(result.error(), tries, cancel));
    }
}

Result<SendTicket> PacedModel::waitAt(const Gate &gate, const CancelToken &cancel) const
{
    for (milliseconds waited{0};;) {
        if (cancel.isCancelled())
            return failure(m_model->errorOf({TroubleKind::Cancelled, {}, {}, {}, {}, {}}));
        const auto passed = gate(m_patience.longestWait - waited);
        if (passed) {
            const milliseconds wait = waitUntilDue(*passed, cancel);
            if (!cancel.isCancelled() && m_limiter->confirm(*passed))
                return *passed;
            if (cancel.isCancelled())
                m_limiter->drop(*passed);
            waited += wait;
            continue;
        }
        const Delay &delay = passed.error();
        if (delay.reason == DelayReason::Refused || waited + delay.wait > m_patience.longestWait)
            return failure(errorOf(delay));
        const milliseconds step = std::min(delay.wait, isOfLedger(delay.reason) ? LongStep : Step);
        cancel.waitFor(step);
        waited += step;
    }
}

milliseconds PacedModel::waitUntilDue(const SendTicket &ticket, const CancelToken &cancel)
{
    const auto wait = std::chrono::ceil<milliseconds>(ticket.due - std::chrono::steady_clock::now());
    if (wait > 0ms)
        cancel.waitFor(wait);
    return std::max(wait, 0ms);
}

// The error, when the request is not to be tried again here. Time-outs are not: each costs minutes.
Result<void> PacedModel::waitAfter(const ProviderTrouble &trouble, Tries &tries,
                                   const CancelToken &cancel) const
{
    if (trouble.kind == TroubleKind::QuotaMinute && tries.quota++ < m_patience.quotaRetries)
        return {}; // the limiter knows until when
    const bool isPassing = isTransient(trouble.kind) && trouble.kind != TroubleKind::TimedOut;
    if (!isPassing || tries.failures >= m_patience.failureRetries)
        return failure(m_model->errorOf(trouble));
    cancel.waitFor(spread(m_patience.firstBackoff * (1 << tries.failures++)));
    return {};
}

Error PacedModel::errorOf(const Delay &delay) const
{
    if (delay.reason == DelayReason::Refused)
        return m_model->errorOf(delay.cause);
    // The words of the cause may repeat the key.
    Error error = Gemmary::errorOf(delay, providerName(m_model->settings()));
    error.detail = m_model->errorOf(delay.cause).detail;
    return error;
}

} // namespace Gemmary
