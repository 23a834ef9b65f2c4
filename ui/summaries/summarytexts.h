// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/processtexts.h"

#include <optional>

namespace Gemmary {

// Why there are no summaries to show; `asked`: the engine has said so.
[[nodiscard]] PageTexts summariesNotReady(const std::optional<ProcessSnapshot> &process, bool asked);

} // namespace Gemmary
