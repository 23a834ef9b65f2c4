// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/ratelimiter.h"

namespace Gemmary {

// A wait as the ports say it: a translated sentence with its reason and its end, in local time. RateLimited,
// or Unavailable when the provider is out of order. Not for DelayReason::Refused, which has its own error.
[[nodiscard]] Error errorOf(const Delay &delay, const QString &provider);

} // namespace Gemmary
