// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/filters.h"
#include "wire/processjson.h"

namespace Gemmary {

class ProcessDesk;

// Reads everything a results object is made of, page by page.
[[nodiscard]] Result<ResultsContent> fetchResults(ProcessDesk &desk, const ProcessId &id);

// The documents of `filter`, all pages.
[[nodiscard]] Result<std::vector<DocumentRow>> fetchDocuments(ProcessDesk &desk, const ProcessId &id,
                                                              DocumentFilter filter);

} // namespace Gemmary
