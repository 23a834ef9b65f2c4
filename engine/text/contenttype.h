// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace Gemmary {

// What kind of binary data `head`, the first bytes of some content, begins; nullopt when it looks like text.
// By magic bytes first, then by control characters no text has. UTF-16 and UTF-32 have to be told apart
// before.
[[nodiscard]] std::optional<QString> binaryKind(std::span<const char> head);

// As much of the front as binaryKind() looks at.
constexpr std::size_t TypeHeadSize = 8 * 1024;

} // namespace Gemmary
