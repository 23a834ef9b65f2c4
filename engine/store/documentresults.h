// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "store/progressdelta.h"

namespace Gemmary {

// Writes what a leaf found out about its documents and adds it to `delta`. A document that was analysed but
// whose summary failed is partial, whichever came first.
[[nodiscard]] Result<void> settleDocuments(Transaction &tx, const JobKey &leaf, const JobResult &result,
                                           ProgressDelta &delta);

} // namespace Gemmary
