// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/characterclasses.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <iterator>

namespace Gemmary {

namespace {

constexpr char32_t SoftEnds[] = {U'!', U'.', U'?', 0x2026, 0xFE52, 0xFF0E};

constexpr char32_t HardEnds[] = {0x0589, 0x061E, 0x061F, 0x06D4, 0x0964, 0x0965, 0x104A, 0x104B,
                                 0x1362, 0x1367, 0x1368, 0x17D4, 0x17D5, 0x1803, 0x1809, 0x203C,
                                 0x203D, 0x2047, 0x2048, 0x2049, 0x3002, 0xFF01, 0xFF1F, 0xFF61};

template <std::size_t Count>
bool isAmong(const char32_t (&sorted)[Count], char32_t codePoint)
{
    return std::binary_search(std::begin(sorted), std::end(sorted), codePoint);
}

bool isBetween(char32_t codePoint, char32_t first, char32_t last)
{
    return codePoint >= first && codePoint <= last;
}

bool isIgnorable(char32_t c)
{
    return c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF ||
           isBetween(c, 0xFE00, 0xFE0F) || isBetween(c, 0xE0100, 0xE01EF);
}

bool isKanaExtender(char32_t c)
{
    return c == 0x30FC || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F || isBetween(c, 0x3031, 0x3035);
}

CharacterKind letterKind(char32_t c)
{
    if (isKanaExtender(c))
        return CharacterKind::KanaExtender;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
        return CharacterKind::Han;
    case USCRIPT_HIRAGANA:
        return CharacterKind::Hiragana;
    case USCRIPT_KATAKANA:
        return CharacterKind::Katakana;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return u_isalpha(static_cast<UChar32>(c)) ? CharacterKind::SouthEastAsian : CharacterKind::Word;
    default:
        return CharacterKind::Word;
    }
}

CharacterKind kindOf(char32_t c, std::uint32_t category)
{
    if (isIgnorable(c))
        return CharacterKind::Ignorable;
    if (c == U'\'' || c == 0x2019)
        return CharacterKind::Apostrophe;
    if (c == U'-' || c == 0x2010 || c == 0x2011)
        return CharacterKind::Hyphen;
    if (c == U'.' || c == U',')
        return CharacterKind::Point;
    if (category & U_GC_M_MASK)
        return CharacterKind::Mark;
    if (category & (U_GC_L_MASK | U_GC_N_MASK))
        return letterKind(c);
    return CharacterKind::Separator;
}

bool staysComposed(const icu::Normalizer2 &nfc, UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    const bool alone = nfc.quickCheck(icu::UnicodeString(c), status) == UNORM_YES;
    return alone && U_SUCCESS(status) && u_getCombiningClass(c) == 0;
}

CharacterClass classify(const icu::Normalizer2 *nfc, char32_t codePoint)
{
    const auto c = static_cast<UChar32>(codePoint);
    const std::uint32_t category = U_GET_GC_MASK(c);
    unsigned flags = 0;
    if (u_isUWhiteSpace(c))
        flags |= WhiteSpace;
    if (isAmong(SoftEnds, codePoint))
        flags |= SoftEnd;
    if (isAmong(HardEnds, codePoint))
        flags |= HardEnd;
    if (c == '"' || c == '\'' || (category & (U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PI_MASK)))
        flags |= Closer;
    if (category & U_GC_L_MASK)
        flags |= Letter;
    if (category & U_GC_N_MASK)
        flags |= Number;
    if (u_tolower(c) != c)
        flags |= Cased;
    if (nfc && staysComposed(*nfc, c) && staysComposed(*nfc, u_tolower(c)))
        flags |= Composed;
    return {kindOf(codePoint, category), static_cast<std::uint8_t>(flags)};
}

} // namespace

CharacterClass CharacterClasses::load(char32_t codePoint)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
    auto page = std::make_unique<Page>();
    const char32_t first = codePoint & ~char32_t(0xFF);
    for (char32_t i = 0; i < page->size(); ++i)
        (*page)[i] = classify(U_SUCCESS(status) ? nfc : nullptr, first + i);
    auto &place = m_pages[codePoint >> 8];
    place = std::move(page);
    return (*place)[codePoint & 0xFF];
}

} // namespace Gemmary
