// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "domain/views.h"
#include "widgets/processtexts.h"

#include <QString>

#include <optional>

namespace Gemmary {

// Sentences of the page of words, to be tested without a window.

// Why there is no word table to show.
[[nodiscard]] PageTexts wordsNotReady(const std::optional<ProcessSnapshot> &process);

// What was counted as a word, for the numbers beside it.
[[nodiscard]] QString wordDefinition(const ProcessSettings &settings);

// "Showing 5,000 of 61,204 forms · 1,204,311 words in 812 documents"
[[nodiscard]] QString wordStatus(const WordList &words, const SetStatistics &statistics,
                                 const ProcessSnapshot &process);

} // namespace Gemmary
