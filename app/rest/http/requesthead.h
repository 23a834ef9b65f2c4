// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/httprequest.h"

namespace Gemmary {

// Checks what the head's syntax alone does not say, and takes its target (in `path` before) apart into path,
// segments and query. Answers 0, or the status with which the request is refused.
[[nodiscard]] int completeHead(HttpRequest &request, bool isVersion11);

} // namespace Gemmary
