// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/meteredmodel.h"

#include "base/counttext.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

// Without its ledger a process must wait, whatever is wrong with it: that is no failure of a job.
tl::unexpected<Error> unavailable(const Error &error)
{
    return failure(ErrorKind::Unavailable, error.message, error.detail);
}

// Whether the provider has probably read the text, though nobody can use what it answered.
bool mayHaveCost(ErrorKind kind)
{
    return kind == ErrorKind::BadReply || kind == ErrorKind::Timeout;
}

} // namespace

MeteredModel::MeteredModel(std::shared_ptr<TextModel> model, UsageLedger &usage, const ProcessId &process,
                           const ProcessSettings &settings)
    : m_model(std::move(model))
    , m_usage(usage)
    , m_process(process)
    , m_provider(settings.summarizer)
    , m_modelName(settings.model)
    , m_budget(settings.tokenBudget)
{}

Result<ModelLimits> MeteredModel::limits(const CancelToken &cancel)
{
    return m_model->limits(cancel);
}

Result<ModelAnswer> MeteredModel::answer(const ModelRequest &request, const CancelToken &cancel)
{
    GEMMARY_TRY(checkBudget());
    auto answer = m_model->answer(request, cancel);
    if (answer)
        GEMMARY_TRY(
            add(answer->inputTokens > 0 ? answer->inputTokens : request.inputTokens, answer->outputTokens));
    else if (mayHaveCost(answer.error().kind))
        GEMMARY_TRY(add(request.inputTokens, 0));
    return answer;
}

Result<void> MeteredModel::checkBudget()
{
    if (m_budget <= 0)
        return {};
    const auto usage = m_usage.of(m_process);
    if (!usage)
        return unavailable(usage.error());
    const qint64 taken = tokensOf(*usage);
    if (taken < m_budget)
        return {};
    return failure(ErrorKind::RateLimited,
                   QCoreApplication::translate(
                       "Summary",
                       "The budget of %1 tokens is used up (%2 taken), so no more summaries are made. "
                       "Raise it with: gemmary-cli resume %3 --token-budget NUMBER")
                       .arg(countText(m_budget), countText(taken), m_process.toString().left(8)));
}

Result<void> MeteredModel::add(qint64 inputTokens, qint64 outputTokens)
{
    const auto added = m_usage.add(m_process, {m_provider, m_modelName, 1, inputTokens, outputTokens});
    if (!added)
        return unavailable(added.error());
    return {};
}

} // namespace Gemmary
