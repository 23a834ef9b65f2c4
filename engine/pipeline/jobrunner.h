// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "pipeline/activity.h"
#include "pipeline/pipelineparts.h"
#include "pipeline/pipelinesettings.h"

#include <memory>

namespace Gemmary {

// Does one claimed job. One thread at a time; one a worker.
//
// Errors: Cancelled when the token was, RateLimited and Unavailable when a provider says "later" (neither
// costs the job a delivery), anything else is a failed try of the whole job. One document's trouble is in the
// result.
class JobRunner
{
public:
    virtual ~JobRunner() = default;
    [[nodiscard]] virtual Result<JobResult> run(const ClaimedJob &job, const CancelToken &cancel) = 0;
};

// What runners share besides the parts.
struct JobContext
{
    const PipelineParts &parts;
    const TestHooks &hooks;
    ActivityBoard &activities;
    StepRecorder *steps; // may be null
};

[[nodiscard]] std::unique_ptr<JobRunner> makeAnalysisRunner(const JobContext &context);
[[nodiscard]] std::unique_ptr<JobRunner> makeSummaryRunner(const JobContext &context);

} // namespace Gemmary
