// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace Gemmary {

// Whether all of `text`, a name or a path, fits a pattern of .gitignore's kind: "*" and "?" stay within one
// part of a path, "**" crosses parts, "[a-c]" and "[!a-c]" are sets of bytes, "\" takes what follows
// literally.
// "?" is one UTF-8 character. Takes time proportional to the product of both lengths at most.
[[nodiscard]] bool matchesWildcard(std::string_view pattern, std::string_view text);

} // namespace Gemmary
