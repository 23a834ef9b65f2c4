// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/jsontext.h"

#include <algorithm>
#include <charconv>

namespace Gemmary {

namespace {

constexpr std::string_view Escapes = "\"\\/bfnrt";
constexpr std::string_view Meanings = "\"\\/\b\f\n\r\t";

bool isHighSurrogate(unsigned unit)
{
    return unit >= 0xd800 && unit < 0xdc00;
}

bool isLowSurrogate(unsigned unit)
{
    return unit >= 0xdc00 && unit < 0xe000;
}

std::size_t moveSome(std::string_view &from, std::size_t most, std::span<char> to)
{
    const std::size_t count = std::min({from.size(), most, to.size()});
    std::copy_n(from.data(), count, to.data());
    from.remove_prefix(count);
    return count;
}

} // namespace

qint64 JsonText::read(std::span<char> buffer)
{
    std::size_t filled = 0;
    while (filled < buffer.size() && m_fault == Fault::None) {
        const std::span<char> room = buffer.subspan(filled);
        if (m_handedOn < m_decoded)
            filled += handOn(room);
        else if (m_source.empty())
            break;
        else if (m_source.front() != '\\')
            filled += moveSome(m_source, m_source.find('\\'), room);
        else if (!decodeEscape())
            break;
    }
    return static_cast<qint64>(filled);
}

std::size_t JsonText::handOn(std::span<char> room)
{
    const std::size_t count = std::min(room.size(), m_decoded - m_handedOn);
    std::copy_n(m_character.data() + m_handedOn, count, room.data());
    m_handedOn += count;
    return count;
}

bool JsonText::decodeEscape()
{
    m_fault = Fault::Escape;
    if (m_source.size() < 2)
        return false;
    if (m_source[1] != 'u') {
        const std::size_t which = Escapes.find(m_source[1]);
        if (which == std::string_view::npos)
            return false;
        m_source.remove_prefix(2);
        put(static_cast<unsigned char>(Meanings[which]));
        m_fault = Fault::None;
        return true;
    }
    unsigned unit = 0;
    unsigned second = 0;
    if (!readUnit(unit))
        return false;
    if (isLowSurrogate(unit) || (isHighSurrogate(unit) && (!readUnit(second) || !isLowSurrogate(second)))) {
        m_fault = Fault::Surrogate;
        return false;
    }
    put(isHighSurrogate(unit) ? 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00) : unit);
    m_fault = Fault::None;
    return true;
}

bool JsonText::readUnit(unsigned &unit)
{
    if (m_source.size() < 6 || !m_source.starts_with("\\u"))
        return false;
    const char *const first = m_source.data() + 2;
    const auto [end, error] = std::from_chars(first, first + 4, unit, 16);
    if (error != std::errc() || end != first + 4)
        return false;
    m_source.remove_prefix(6);
    return true;
}

void JsonText::put(char32_t character)
{
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    const auto tail = [&](int shift) { return byte(0x80 | ((character >> shift) & 0x3f)); };
    std::size_t count = 1;
    if (character < 0x80) {
        m_character = {byte(character)};
    } else if (character < 0x800) {
        m_character = {byte(0xc0 | (character >> 6)), tail(0)};
        count = 2;
    } else if (character < 0x10000) {
        m_character = {byte(0xe0 | (character >> 12)), tail(6), tail(0)};
        count = 3;
    } else {
        m_character = {byte(0xf0 | (character >> 18)), tail(12), tail(6), tail(0)};
        count = 4;
    }
    m_handedOn = 0;
    m_decoded = count;
}

} // namespace Gemmary
