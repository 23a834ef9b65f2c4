// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/base64text.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::array<signed char, 256> makeValues()
{
    std::array<signed char, 256> values{};
    values.fill(-1);
    constexpr std::string_view Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < Alphabet.size(); ++i)
        values[static_cast<unsigned char>(Alphabet[i])] = static_cast<signed char>(i);
    return values;
}

constexpr std::array<signed char, 256> Values = makeValues();
constexpr std::size_t Group = 4;

} // namespace

qint64 Base64Text::read(std::span<char> buffer)
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        if (m_handedOn == m_decoded)
            decodeGroup();
        if (m_handedOn == m_decoded)
            break;
        const std::size_t count = std::min(buffer.size() - filled, m_decoded - m_handedOn);
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_handedOn), count,
                    buffer.begin() + static_cast<std::ptrdiff_t>(filled));
        m_handedOn += count;
        filled += count;
    }
    return static_cast<qint64>(filled);
}

// Four characters are three bytes; fewer bytes, and padding in their place, only at the end.
void Base64Text::decodeGroup()
{
    m_handedOn = m_decoded = 0;
    std::array<char, Group> group{};
    const auto got = m_isFaulty ? 0 : m_text.read(group);
    if (got == 0)
        return;
    std::size_t digits = Group;
    while (digits > 0 && group[digits - 1] == '=')
        --digits;
    unsigned bits = 0;
    bool isFine = got == static_cast<qint64>(Group) && digits >= 2 && !m_isAtEnd;
    for (std::size_t i = 0; i < Group; ++i) {
        const int value = i < digits ? Values[static_cast<unsigned char>(group[i])] : 0;
        isFine = isFine && value >= 0;
        bits = bits << 6U | static_cast<unsigned>(std::max(value, 0));
    }
    m_isFaulty = !isFine;
    if (m_isFaulty)
        return;
    m_isAtEnd = digits < Group; // nothing may follow padding
    m_bytes = {static_cast<char>(bits >> 16U & 0xFFU), static_cast<char>(bits >> 8U & 0xFFU),
               static_cast<char>(bits & 0xFFU)};
    m_decoded = digits - 1;
}

} // namespace Gemmary
