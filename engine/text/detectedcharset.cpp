// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/detectedcharset.h"

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

// The name in IANA's own spelling; nullopt when there is no decoder.
std::optional<QString> registeredName(const QByteArray &name)
{
    UErrorCode status = U_ZERO_ERROR;
    const char *registered = ucnv_getStandardName(name.constData(), "IANA", &status);
    if (name.isEmpty() || U_FAILURE(status) || !registered)
        return std::nullopt;
    return QString::fromLatin1(registered);
}

bool decodes(const QString &name, std::span<const char> sample)
{
    const auto decoder = TextDecoder::create(name);
    if (!decoder)
        return false;
    std::size_t characters = 0;
    std::size_t replaced = 0;
    decoder->feed(sample, false, [&](std::string_view text) {
        characters += static_cast<std::size_t>(
            std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
        for (auto at = text.find(Replacement); at != text.npos; at = text.find(Replacement, at + 1))
            ++replaced;
    });
    return replaced * CharactersPerReplacement <= characters;
}

} // namespace

std::optional<QString> detectedCharset(std::span<const char> sample)
{
    auto name = registeredName(rawName(sample));
    return name && decodes(*name, sample) ? name : std::nullopt;
}

} // namespace Gemmary
