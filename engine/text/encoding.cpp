// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/encoding.h"

#include "text/detectedcharset.h"
#include "text/widetext.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace Gemmary {

namespace {

using namespace std::string_view_literals;

struct Mark
{
    std::string_view bytes;
    const char *name;
};

// UTF-32LE stands before UTF-16LE, whose mark it begins with.
constexpr Mark Marks[] = {
    {"\xEF\xBB\xBF"sv, "UTF-8"}, {"\xFF\xFE\0\0"sv, "UTF-32LE"}, {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xFF\xFE"sv, "UTF-16LE"},  {"\xFE\xFF"sv, "UTF-16BE"},
};

// The letters and marks beyond ASCII that Spanish, French, German, Italian, Portuguese and English are
// written with, as Windows-1252 has them. õ and û are left to the detector: Hungarian's ő and ű have their
// bytes.
constexpr std::string_view WesternBytes =
    "\xE1\xE9\xED\xF3\xFA\xF1\xFC\xC1\xC9\xCD\xD3\xDA\xD1\xDC\xBF\xA1\xE0\xE8\xF2\xF9\xE7\xC7\xE2\xEA\xEE\xF4"
    "\xEB"
    "\xEF\xE4\xF6\xC4\xD6\xDF\xE3\xAB\xBB\x91\x92\x93\x94\x96\x97\x85\xBA\xAA\xB0\x80\xA0\xB7\xA9\xAE\xC0\xC8"sv;

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isHigh(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

constexpr unsigned char EuroOfLatin9 = 0xA4; // in Windows-1252 a sign that nobody uses

// Windows-1252, or ISO-8859-15 where it has the euro sign, for text with few letters beyond ASCII, all of
// them of the set above; nullopt otherwise. Detectors err on such text when it is short.
std::optional<Encoding> westernEncoding(std::span<const char> sample)
{
    std::array<bool, 256> western{};
    for (const char c : WesternBytes)
        western[static_cast<unsigned char>(c)] = true;
    western[EuroOfLatin9] = true;
    std::array<std::size_t, 256> counts{};
    std::size_t asciiLetters = 0;
    std::size_t highLetters = 0;
    for (const char c : sample) {
        const auto byte = static_cast<unsigned char>(c);
        if (isHigh(c) && !western[byte])
            return std::nullopt;
        ++counts[byte];
        asciiLetters += isAsciiLetter(c) ? 1 : 0;
        highLetters += byte >= 0xC0 ? 1 : 0;
    }
    if (highLetters * 2 > asciiLetters)
        return std::nullopt;
    const bool windowsOnly =
        std::any_of(counts.begin() + 0x80, counts.begin() + 0xA0, [](auto n) { return n > 0; });
    const bool isLatin9 = counts[EuroOfLatin9] > 0 && !windowsOnly;
    return Encoding{isLatin9 ? QStringLiteral("ISO-8859-15") : QStringLiteral("windows-1252"), 0, true};
}

// UTF-8 that was cut off or hit by a stray byte: other encodings hardly ever make a valid sequence by chance.
bool isDamagedUtf8(std::span<const char> sample)
{
    constexpr std::size_t ValidPerMalformed = 4;
    std::size_t valid = 0;
    std::size_t malformed = 0;
    const auto size = static_cast<int32_t>(sample.size());
    for (int32_t i = 0; i < size;) {
        const bool high = isHigh(sample[static_cast<std::size_t>(i)]);
        UChar32 c = 0;
        U8_NEXT(sample.data(), i, size, c);
        valid += high && c >= 0 ? 1 : 0;
        malformed += c < 0 && i < size ? 1 : 0; // the end of the sample may cut a sequence
    }
    return valid > 0 && valid >= ValidPerMalformed * malformed;
}

} // namespace

std::optional<Encoding> encodingByMark(std::span<const char> head)
{
    const std::string_view bytes(head.data(), head.size());
    for (const Mark &mark : Marks) {
        if (bytes.starts_with(mark.bytes))
            return Encoding{QString::fromLatin1(mark.name), mark.bytes.size(), false};
    }
    return std::nullopt;
}

std::optional<Encoding> wideEncoding(std::span<const char> head)
{
    if (!std::memchr(head.data(), '\0', head.size())) // which ASCII characters have in both forms
        return std::nullopt;
    constexpr std::size_t FewestUnits = 2;
    constexpr std::size_t ManyUnits = 128; // so many that chance does not make characters of them
    for (const WideForm &form : WideForms) {
        const WideCounts counts = countWide(head, form);
        if (counts.units < FewestUnits || counts.impossible * 100 > counts.units)
            continue;
        // Blanks, line ends and digits are ASCII in every language's text; in Latin scripts most letters are.
        const std::size_t leastAsciiPercent = counts.units >= ManyUnits ? 2 : 40;
        if (form.width == 4 || counts.ascii * 100 >= counts.units * leastAsciiPercent)
            return Encoding{QString::fromLatin1(form.name), 0, true};
    }
    return std::nullopt;
}

bool isWideText(std::span<const char> head, const Encoding &encoding)
{
    for (const WideForm &form : WideForms) {
        if (encoding.name != QLatin1StringView(form.name))
            continue;
        const WideCounts counts = countWide(head.subspan(encoding.bomSize), form);
        return counts.impossible * 20 <= counts.units;
    }
    return true;
}

std::optional<Encoding> escapedEncoding(std::span<const char> sample)
{
    constexpr char Escape = 0x1B;
    if (!std::memchr(sample.data(), Escape, sample.size()) ||
        std::any_of(sample.begin(), sample.end(), isHigh))
        return std::nullopt;
    const auto name = detectedCharset(sample);
    if (!name || !name->startsWith(QLatin1StringView("ISO-2022-")))
        return std::nullopt;
    return Encoding{*name, 0, true};
}

Encoding guessEncoding(std::span<const char> sample)
{
    const Encoding fallback{QStringLiteral("windows-1252"), 0, true};
    if (isDamagedUtf8(sample))
        return {QStringLiteral("UTF-8"), 0, true};
    if (auto western = westernEncoding(sample))
        return *western;
    const auto name = detectedCharset(sample);
    // Latin-1 is a subset of Windows-1252 where text is concerned.
    const bool isNews = name && *name != QLatin1StringView("ISO-8859-1") &&
                        *name != QLatin1StringView("UTF-8") && *name != QLatin1StringView("US-ASCII");
    return isNews ? Encoding{*name, 0, true} : fallback;
}

} // namespace Gemmary
