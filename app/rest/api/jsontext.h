// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <span>
#include <string_view>

namespace Gemmary {

// The text of a JSON string, read piece by piece from its source without the quotes. The source is UTF-8
// without control characters, as simdjson's first stage has found; escapes are checked here.
class JsonText
{
public:
    enum class Fault {
        None,
        Escape,   // not one of JSON's
        Surrogate // half of a pair: no Unicode character
    };

    explicit JsonText(std::string_view source)
        : m_source(source)
    {}

    // Fills the buffer with UTF-8 from its front; fewer bytes than it holds only at the end, or at a fault.
    qint64 read(std::span<char> buffer);

    [[nodiscard]] Fault fault() const { return m_fault; }

private:
    std::size_t handOn(std::span<char> room);
    bool decodeEscape();
    bool readUnit(unsigned &unit);
    void put(char32_t character);

    std::string_view m_source;         // what is left of it
    std::array<char, 4> m_character{}; // decoded and not yet handed on
    std::size_t m_handedOn = 0;        // of its bytes
    std::size_t m_decoded = 0;
    Fault m_fault = Fault::None;
};

} // namespace Gemmary
