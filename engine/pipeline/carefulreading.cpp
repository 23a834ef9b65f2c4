// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/carefulreading.h"

#include "base/logging.h"

namespace Gemmary {

Result<Outcome<void>> CarefulReading::admit(const DocumentTask &task, const CancelToken &cancel)
{
    const bool suspect = m_job.claim.deliveries > 1 || m_job.suspect || task.endedReader;
    if (!suspect || m_parts.trials == nullptr)
        return Outcome<void>();
    if (!m_trial)
        m_trial = m_parts.trials->begin(m_job.claim.key.stage, m_job.settings);
    GEMMARY_ASSIGN(outcome, m_trial->tryOut(task, cancel));
    if (!outcome) {
        logWarning(logPipeline, QStringLiteral("document ended its reader"),
                   {{"process_id", m_job.claim.key.process.toString()},
                    {"document", task.number},
                    {"detail", outcome.error().detail}});
    }
    return outcome;
}

} // namespace Gemmary
