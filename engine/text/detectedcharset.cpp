// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/detectedcharset.h"

#include "base/utf8.h"
#include "text/textdecoder.h"

#include <unicode/ucnv.h>

#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>

namespace Gemmary {

namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::size_t CharactersPerReplacement = 500;    // one stray byte does not make it another encoding

struct Delete
{
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

QByteArray rawName(std::span<const char> sample)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, Delete> detector(uchardet_new());
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

// Names that the decoding library spells in its own way.
constexpr std::pair<const char *, const char *> Aliases[] = {
    {"UHC", "windows-949"}, // EUC-KR and what Windows adds to it
    {"MAC-CYRILLIC", "x-mac-cyrillic"},
    {"MAC-CENTRALEUROPE", "x-mac-centraleurroman"},
};

// The name that mail and web use, or the register's; the given one where neither has any.
QString commonName(const QByteArray &name)
{
    for (const auto &[detected, known] : Aliases) {
        if (name == detected)
            return QString::fromLatin1(known);
    }
    for (const char *standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        const char *common = ucnv_getStandardName(name.constData(), standard, &status);
        if (U_SUCCESS(status) && common)
            return QString::fromLatin1(common);
    }
    return QString::fromLatin1(name);
}

bool decodes(const QString &name, std::span<const char> sample)
{
    const auto decoder = TextDecoder::create(name);
    if (!decoder)
        return false;
    std::size_t characters = 0;
    std::size_t replaced = 0;
    decoder->feed(sample, false, [&](std::string_view text) {
        characters += static_cast<std::size_t>(codePointCount(text));
        for (auto at = text.find(Replacement); at != text.npos; at = text.find(Replacement, at + 1))
            ++replaced;
    });
    return replaced * CharactersPerReplacement <= characters;
}

} // namespace

std::optional<QString> detectedCharset(std::span<const char> sample)
{
    const QByteArray detected = rawName(sample);
    if (detected.isEmpty())
        return std::nullopt;
    const QString name = commonName(detected);
    return decodes(name, sample) ? std::optional(name) : std::nullopt;
}

} // namespace Gemmary
