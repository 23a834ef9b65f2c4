// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "pipeline/pipelineparts.h"

namespace Gemmary {

// Lets a leaf's documents into this process only after a trial, where one of them may have ended a worker: on
// every delivery but the first, where the other stage lost one over them, and those that did so before.
class CarefulReading
{
public:
    // Both outlive it.
    CarefulReading(const PipelineParts &parts, const ClaimedJob &job)
        : m_parts(parts)
        , m_job(job)
    {}

    // The problem of a document that must not be read here.
    [[nodiscard]] Result<Outcome<void>> admit(const DocumentTask &task, const CancelToken &cancel);

private:
    const PipelineParts &m_parts;
    const ClaimedJob &m_job;
    std::unique_ptr<DocumentTrial> m_trial; // once one was needed
};

} // namespace Gemmary
