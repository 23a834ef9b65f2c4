// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/api/jsontext.h"

namespace Gemmary {

// The bytes of a JSON string that holds base64 (RFC 4648 §4, whole: padded, without white space), read piece
// by piece as JsonText reads it.
class Base64Text
{
public:
    explicit Base64Text(std::string_view source)
        : m_text(source)
    {}

    // Fills the buffer from its front; fewer bytes than it holds only at the end, or at a fault.
    qint64 read(std::span<char> buffer);

    [[nodiscard]] bool isFaulty() const { return m_isFaulty || m_text.fault() != JsonText::Fault::None; }

private:
    void decodeGroup();

    JsonText m_text;
    std::array<char, 3> m_bytes{}; // decoded and not yet handed on
    std::size_t m_handedOn = 0;
    std::size_t m_decoded = 0;
    bool m_isAtEnd = false;
    bool m_isFaulty = false;
};

} // namespace Gemmary
