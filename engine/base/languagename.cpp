// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/languagename.h"

#include <unicode/uloc.h>

#include <array>

namespace Gemmary {

// By ICU: QLocale of Qt 6.4 names languages in English and in themselves only.
QString languageName(const QString &code, const QLocale &locale)
{
    if (code.isEmpty())
        return {};
    std::array<UChar, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length =
        uloc_getDisplayLanguage(code.toLatin1().constData(), locale.name().toLatin1().constData(),
                                name.data(), static_cast<int32_t>(name.size()), &status);
    return U_SUCCESS(status) ? QString::fromUtf16(name.data(), length) : code;
}

} // namespace Gemmary
