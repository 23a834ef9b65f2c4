// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string_view>

namespace Gemmary {

// Counts a term's syllables, at least one.
using SyllableCounter = int (*)(std::string_view term);

// The counter for a language whose readability formula needs syllables; null for the others.
[[nodiscard]] SyllableCounter syllableCounterFor(QStringView language);

// English: vowel groups of each part between hyphens, without silent final e, es and ed. A heuristic:
// readability formulas ask for no more.
[[nodiscard]] int englishSyllables(std::string_view term);

// Spanish: the nuclei a, e, o, á, é, í, ó, ú; u, ü, i and final y count only where no other vowel is beside
// them.
[[nodiscard]] int spanishSyllables(std::string_view term);

} // namespace Gemmary
