// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "ports/contentsource.h"

namespace Gemmary {

// The SHA-256 of what is left to read; empty when that cannot be read to its end, or was cancelled.
[[nodiscard]] QByteArray digestOf(ContentReader &reader, const CancelToken &cancel = {});

} // namespace Gemmary
