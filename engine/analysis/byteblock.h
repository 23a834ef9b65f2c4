// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace Gemmary {

// 64 bytes of UTF-8 as masks: bit i says whether byte i is of the kind. ASCII only, but for the last two.
struct ByteBlock
{
    static constexpr int Size = 64;

    std::uint64_t newline = 0;
    std::uint64_t space = 0; // White_Space
    std::uint64_t word = 0;  // letters and digits
    std::uint64_t digit = 0;
    std::uint64_t joiner = 0;       // ' and -
    std::uint64_t point = 0;        // . and ,
    std::uint64_t terminator = 0;   // . ! ?
    std::uint64_t high = 0;         // bytes of code points beyond ASCII
    std::uint64_t continuation = 0; // bytes of a code point after its first
};

// Classifies 64 bytes, by the processor's vectors where the compiler knows them.
[[nodiscard]] ByteBlock classifyBytes(const char *bytes);

// The same without vectors.
[[nodiscard]] ByteBlock classifyBytesPortably(const char *bytes);

// Which of 64 bytes are `byte`.
[[nodiscard]] std::uint64_t bytesEqual(const char *bytes, char byte);

// Lower-cases the ASCII letters among `length` bytes.
void lowerAscii(char *bytes, int length);

} // namespace Gemmary
