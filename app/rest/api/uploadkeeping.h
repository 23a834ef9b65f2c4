// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/api/call.h"
#include "rest/api/upload.h"

#include <vector>

namespace Gemmary {

// Puts the contents of a checked upload into the store and answers where each is, in their order; those that
// were handed over before are where they are said to be, kept or not.
[[nodiscard]] Result<std::vector<Locator>> keepUpload(const Call &call, const Upload &upload);

// How long an upload may take to be kept.
inline constexpr std::chrono::minutes LongestKeeping(10);

} // namespace Gemmary
