// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/widetext.h"

#include <QtGlobal>

#include <unicode/uchar.h>
#include <unicode/utf16.h>

namespace Gemmary {

namespace {

UChar32 unitAt(std::span<const char> bytes, std::size_t offset, const WideForm &form)
{
    quint32 unit = 0;
    for (std::size_t i = 0; i < form.width; ++i) {
        const std::size_t place = form.bigEndian ? i : form.width - 1 - i;
        unit = unit << 8 | static_cast<unsigned char>(bytes[offset + place]);
    }
    return unit > UCHAR_MAX_VALUE ? U_SENTINEL : static_cast<UChar32>(unit);
}

bool isImpossible(UChar32 c)
{
    if (c < 0x20)
        return !((c >= 0x07 && c <= 0x0D) || c == 0x1B); // bell … carriage return, escape of terminal logs
    switch (u_charType(c)) {
    case U_UNASSIGNED:
    case U_CONTROL_CHAR:
    case U_SURROGATE:
        return true;
    default:
        return false;
    }
}

} // namespace

WideCounts countWide(std::span<const char> bytes, const WideForm &form)
{
    WideCounts counts;
    for (std::size_t i = 0; i + form.width <= bytes.size(); i += form.width) {
        UChar32 c = unitAt(bytes, i, form);
        ++counts.units;
        const std::size_t next = i + form.width;
        const bool mayPair = form.width == 2 && c >= 0 && U16_IS_LEAD(c) && next + form.width <= bytes.size();
        if (mayPair && U16_IS_TRAIL(unitAt(bytes, next, form))) {
            c = U16_GET_SUPPLEMENTARY(c, unitAt(bytes, next, form));
            i = next;
            ++counts.units;
        }
        if (isImpossible(c))
            ++counts.impossible;
        else if (c < 0x7F)
            ++counts.ascii;
    }
    return counts;
}

} // namespace Gemmary
