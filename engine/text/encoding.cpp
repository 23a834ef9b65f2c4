// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/encoding.h"

#include "text/textdecoder.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace Gemmary {

namespace {

using namespace std::string_view_literals;

struct Mark
{
    std::string_view bytes;
    const char *name;
};

constexpr Mark Marks[] = {
    {"\xEF\xBB\xBF"sv, "UTF-8"},    {"\xFF\xFE\0\0"sv, "UTF-32LE"}, // before UTF-16LE, whose mark it begins
                                                                    // with
    {"\0\0\xFE\xFF"sv, "UTF-32BE"}, {"\xFF\xFE"sv, "UTF-16LE"},     {"\xFE\xFF"sv, "UTF-16BE"},
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

// Western text: few bytes beyond ASCII, all of them of the set above. Detectors err on such text when it is
// short.
bool looksWestern(std::span<const char> sample)
{
    std::array<bool, 256> western{};
    for (const char c : WesternBytes)
        western[static_cast<unsigned char>(c)] = true;
    std::size_t high = 0;
    std::size_t letters = 0;
    for (const char c : sample) {
        if (static_cast<unsigned char>(c) < 0x80) {
            letters += isAsciiLetter(c) ? 1 : 0;
            continue;
        }
        if (!western[static_cast<unsigned char>(c)])
            return false;
        ++high;
    }
    return high * 4 < letters;
}

QString detectedName(std::span<const char> sample)
{
    struct Delete
    {
        void operator()(uchardet_t detector) const { uchardet_delete(detector); }
    };
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, Delete> detector(uchardet_new());
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return QString::fromLatin1(uchardet_get_charset(detector.get()));
}

// Whether the sample is made of characters that the encoding has.
bool decodesCleanly(const QString &name, std::span<const char> sample)
{
    auto decoder = TextDecoder::create(name);
    if (!decoder)
        return false;
    bool clean = true;
    decoder->feed(sample, false, [&](std::string_view text) {
        clean = clean && text.find("\xEF\xBF\xBD"sv) == std::string_view::npos;
    });
    return clean;
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

// In UTF-16 text of most languages every second byte is NUL (ASCII, blanks, line ends) and hardly any other
// is.
std::optional<Encoding> encodingByNulPattern(std::span<const char> head)
{
    const std::size_t pairs = head.size() / 2;
    if (pairs < 2)
        return std::nullopt;
    for (const std::size_t low : {std::size_t(0), std::size_t(1)}) { // where the low byte of a pair is
        std::size_t highNuls = 0;
        std::size_t lowNuls = 0;
        std::size_t controls = 0; // numbers have them, text has not
        for (std::size_t i = 0; i < pairs; ++i) {
            const char lowByte = head[2 * i + low];
            const bool highNul = head[2 * i + 1 - low] == 0;
            highNuls += highNul ? 1 : 0;
            lowNuls += lowByte == 0 ? 1 : 0;
            controls +=
                highNul && lowByte >= 0 && lowByte < 0x20 && (lowByte < 0x09 || lowByte > 0x0D) ? 1 : 0;
        }
        if (highNuls * 10 >= pairs * 4 && lowNuls * 100 <= pairs && controls * 100 <= pairs)
            return Encoding{low == 0 ? QStringLiteral("UTF-16LE") : QStringLiteral("UTF-16BE"), 0, true};
    }
    return std::nullopt;
}

bool usesEscapes(std::span<const char> sample)
{
    const std::string_view text(sample.data(), sample.size());
    return text.find("\x1B$B"sv) != std::string_view::npos || text.find("\x1B$@"sv) != std::string_view::npos;
}

Encoding guessEncoding(std::span<const char> sample)
{
    const Encoding fallback{QStringLiteral("windows-1252"), 0, true};
    if (looksWestern(sample) && !usesEscapes(sample))
        return fallback;
    const QString name = detectedName(sample);
    // Latin-1 is a subset of Windows-1252 where text is concerned, and UTF-8 has been ruled out.
    if (name.isEmpty() || name == QLatin1StringView("ISO-8859-1") || name == QLatin1StringView("UTF-8") ||
        name == QLatin1StringView("ASCII") || name == QLatin1StringView("WINDOWS-1252"))
        return fallback;
    return decodesCleanly(name, sample) ? Encoding{name, 0, true} : fallback;
}

} // namespace Gemmary
