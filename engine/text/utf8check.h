// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

namespace Gemmary {

// Length of `bytes` without a code point that is cut off at its end (0 … 3 bytes less).
[[nodiscard]] std::size_t wholeCodePoints(std::span<const char> bytes);

// Checks a stream for strict UTF-8, whatever the chunks.
class Utf8Check
{
public:
    void feed(std::span<const char> bytes);

    // After the last chunk: whether all of it was UTF-8.
    [[nodiscard]] bool isValid() const { return m_valid && m_tail.empty(); }

    // Whether what came so far can still become valid.
    [[nodiscard]] bool isValidSoFar() const { return m_valid; }

private:
    bool m_valid = true;
    std::string m_tail; // a code point cut off by the last chunk's end
};

} // namespace Gemmary
