// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace Gemmary {

// Whether the byte goes on a code point that began before it: no text may be cut in front of one.
[[nodiscard]] constexpr bool isUtf8Continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Of valid UTF-8.
[[nodiscard]] constexpr std::ptrdiff_t codePointCount(std::string_view utf8)
{
    return std::ranges::count_if(utf8, [](char byte) { return !isUtf8Continuation(byte); });
}

} // namespace Gemmary
