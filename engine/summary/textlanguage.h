// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"

namespace Gemmary {

// The language of a text by its first 64 KiB, which tell it; empty when nothing fits well enough.
[[nodiscard]] QString languageOf(std::string_view text, const LanguageDetector &detector);

} // namespace Gemmary
