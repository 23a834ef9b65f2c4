// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"

#include <string>
#include <vector>

namespace Gemmary {

class ProcessDesk;

// The process that `text` names: a whole id, a unique beginning of one, or "@last" for the newest. NotFound
// or InvalidInput (ambiguous) with a sentence that says what to do.
[[nodiscard]] Result<ProcessId> resolveProcess(ProcessDesk &desk, const std::string &text,
                                               bool amongRemoved = false);

} // namespace Gemmary
