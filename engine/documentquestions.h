// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/process.h"
#include "domain/views.h"
#include "domain/workestimate.h"
#include "pipeline/pipelineparts.h"

namespace Gemmary {

// The engine's questions that read documents again, where they are now. They may take long, so they are asked
// on threads of their own and end with Cancelled soon after `closing` is.

// At most 4 MiB of a document's text. NotFound when it is gone, Conflict when it is not what was counted;
// every message says what to do.
[[nodiscard]] Result<DocumentText> readDocumentText(const PipelineParts &parts, const ProcessId &id,
                                                    qint64 number, const CancelToken &closing);

// The first `limit` places of a term; documents that cannot be read are passed over.
[[nodiscard]] Result<std::vector<Occurrence>> findOccurrences(const PipelineParts &parts, const ProcessId &id,
                                                              const QString &word, int limit,
                                                              const CancelToken &closing);

// What the process would take, from the names and sizes of its documents and the beginnings of a few.
[[nodiscard]] Result<WorkEstimate> estimateWork(const PipelineParts &parts, const NewProcess &process,
                                                const CancelToken &closing);

} // namespace Gemmary
