// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/processsettings.h"
#include "ports/textmodel.h"
#include "ports/usageledger.h"

#include <memory>

namespace Gemmary {

// A model that writes down what it takes for one process and is asked nothing more when the process's budget
// of tokens is used up, by whichever machine. The budget is looked at before each request, so only requests
// that are under way by then go beyond it. Thread-safe.
//
// Errors: as the model's; RateLimited also when the budget is used up, with a sentence that says what to do;
// Unavailable also when what was taken cannot be read or written.
class MeteredModel : public TextModel
{
public:
    // `usage` outlives it.
    MeteredModel(std::shared_ptr<TextModel> model, UsageLedger &usage, const ProcessId &process,
                 const ProcessSettings &settings);

    [[nodiscard]] Result<ModelLimits> limits(const CancelToken &cancel) override;
    [[nodiscard]] Result<ModelAnswer> answer(const ModelRequest &request, const CancelToken &cancel) override;

private:
    [[nodiscard]] Result<void> checkBudget();
    [[nodiscard]] Result<void> add(qint64 inputTokens, qint64 outputTokens);

    std::shared_ptr<TextModel> m_model;
    UsageLedger &m_usage;
    ProcessId m_process;
    QString m_provider;
    QString m_modelName;
    qint64 m_budget;
};

} // namespace Gemmary
