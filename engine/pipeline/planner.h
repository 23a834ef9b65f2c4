// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "pipeline/pipelineparts.h"
#include "pipeline/pipelinesettings.h"

namespace Gemmary {

// Turns a process's inputs into documents and leaf jobs, page by page, so that work begins while the walk
// goes on. One thread.
class Planner
{
public:
    Planner(const PipelineParts &parts, const PipelineSettings &settings);

    // Plans one process that needs it, to its end or until cancelled. Answers whether there was one. Any
    // planner may be killed at any time: the next goes on from the last page.
    [[nodiscard]] Result<bool> planNext(const CancelToken &cancel);

private:
    [[nodiscard]] Result<void> plan(PlanClaim claim, const CancelToken &cancel);
    [[nodiscard]] Result<void> finish(const PlanClaim &claim);
    void reached(ProtocolPoint point) const;

    const PipelineParts &m_parts;
    const PipelineSettings &m_settings;
};

} // namespace Gemmary
