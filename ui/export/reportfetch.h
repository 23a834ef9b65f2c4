// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/enginedesk.h"
#include "report/reportcontent.h"

namespace Gemmary {

// Asks for everything a report is made of, whatever the state of the process: what is not known yet is left
// out. Worker thread; `desk` outlives the content, whose pages come through it.
[[nodiscard]] Result<ReportContent> fetchReport(EngineDesk &desk, const ProcessId &id,
                                                const ReportOptions &options);

} // namespace Gemmary
