// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace Gemmary {

// What a code point does to a run of term characters. The README defines each.
enum class CharacterKind : std::uint8_t {
    Separator,
    Word,
    Mark,
    Han,
    Hiragana,
    Katakana,
    KanaExtender,   // continues either kana, e.g. the prolonged sound mark
    SouthEastAsian, // Thai, Lao, Khmer, Burmese letters
    Ignorable,
    Apostrophe,
    Hyphen,
    Point // full stop and comma, which join ASCII digits
};

// Independent properties of a code point, as bits.
enum CharacterFlag : std::uint8_t {
    WhiteSpace = 1,
    SoftEnd = 2, // ends a sentence when white space follows
    HardEnd = 4, // ends a sentence at once
    Closer = 8,  // quote or bracket that may stand between a soft end and the white space
    Letter = 16,
    Number = 32,
    Cased = 64,    // has another lower case
    Composed = 128 // neither it nor its lower case can change under NFC, whatever stands beside it
};

struct CharacterClass
{
    CharacterKind kind = CharacterKind::Separator;
    std::uint8_t flags = 0;
};

// Classes of code points, looked up from Unicode's data once a page of 256. Not thread-safe: one a thread.
class CharacterClasses
{
public:
    // `codePoint` up to U+10FFFF.
    [[nodiscard]] CharacterClass of(char32_t codePoint)
    {
        const auto &page = m_pages[codePoint >> 8];
        return page ? (*page)[codePoint & 0xFF] : load(codePoint);
    }

private:
    using Page = std::array<CharacterClass, 256>;

    CharacterClass load(char32_t codePoint);

    std::array<std::unique_ptr<Page>, 0x1100> m_pages;
};

} // namespace Gemmary
