// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/textdecoder.h"

#include "text/utf8check.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <vector>

namespace Gemmary {

namespace {

constexpr std::size_t PivotSize = 8 * 1024;
constexpr std::size_t OutputSize = 32 * 1024;

struct Close
{
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

// ICU's own callback writes U+001A for some encodings.
void replaceMalformed(const void *, UConverterToUnicodeArgs *arguments, const char *, int32_t,
                      UConverterCallbackReason reason, UErrorCode *status)
{
    if (reason > UCNV_IRREGULAR) // not about characters
        return;
    constexpr UChar Replacement = 0xFFFD;
    *status = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(arguments, &Replacement, 1, 0, status);
}

} // namespace

struct TextDecoder::Converters
{
    Converter from;
    Converter to;
    std::vector<UChar> pivot = std::vector<UChar>(PivotSize);
    UChar *pivotSource = nullptr;
    UChar *pivotTarget = nullptr;
    std::vector<char> output = std::vector<char>(OutputSize);
    std::size_t held = 0; // bytes of a code point cut off at the output's end, at its front
};

std::unique_ptr<TextDecoder> TextDecoder::create(const QString &encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    auto converters = std::make_unique<Converters>();
    converters->from.reset(ucnv_open(encoding.toLatin1().constData(), &status));
    converters->to.reset(ucnv_open("UTF-8", &status));
    if (U_SUCCESS(status))
        ucnv_setToUCallBack(converters->from.get(), replaceMalformed, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status))
        return nullptr;
    converters->pivotSource = converters->pivotTarget = converters->pivot.data();
    return std::unique_ptr<TextDecoder>(new TextDecoder(std::move(converters)));
}

TextDecoder::TextDecoder(std::unique_ptr<Converters> converters)
    : m_converters(std::move(converters))
{}

TextDecoder::~TextDecoder() = default;

void TextDecoder::feed(std::span<const char> bytes, bool last, const Sink &sink)
{
    Converters &c = *m_converters;
    const char *source = bytes.data();
    const char *sourceEnd = source + bytes.size();
    UErrorCode status = U_ZERO_ERROR;
    do {
        status = U_ZERO_ERROR;
        char *target = c.output.data() + c.held;
        ucnv_convertEx(c.to.get(), c.from.get(), &target, c.output.data() + c.output.size(), &source,
                       sourceEnd, c.pivot.data(), &c.pivotSource, &c.pivotTarget,
                       c.pivot.data() + c.pivot.size(), false, last, &status);
        const std::span<const char> produced(c.output.data(),
                                             static_cast<std::size_t>(target - c.output.data()));
        const std::size_t whole = wholeCodePoints(produced);
        if (whole > 0)
            sink({produced.data(), whole});
        c.held = produced.size() - whole;
        std::copy(produced.begin() + static_cast<std::ptrdiff_t>(whole), produced.end(), c.output.data());
    } while (status == U_BUFFER_OVERFLOW_ERROR);
}

} // namespace Gemmary
