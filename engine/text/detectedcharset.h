// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace Gemmary {

// The encoding that the detector library takes `sample` for, by its common name; nullopt when it has no
// opinion, when there is no decoder for it, or when the sample does not decode in it.
[[nodiscard]] std::optional<QString> detectedCharset(std::span<const char> sample);

} // namespace Gemmary
