// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace Gemmary {

// A way of writing characters as units of two or four bytes.
struct WideForm
{
    const char *name;
    std::size_t width; // bytes
    bool bigEndian;
};

inline constexpr WideForm WideForms[] = {
    {"UTF-32LE", 4, false}, {"UTF-32BE", 4, true}, {"UTF-16LE", 2, false}, {"UTF-16BE", 2, true}};

// What some bytes would be in a wide form.
struct WideCounts
{
    std::size_t units = 0;      // a character or half of a surrogate pair
    std::size_t ascii = 0;      // visible, or white space
    std::size_t impossible = 0; // units no text has: unassigned, controls, surrogates on their own
};

[[nodiscard]] WideCounts countWide(std::span<const char> bytes, const WideForm &form);

} // namespace Gemmary
