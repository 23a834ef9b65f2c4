// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "domain/views.h"

#include <QString>

#include <optional>

namespace Gemmary {

// Sentences of the pages of words and summaries, without a window to test them in.

struct PageTexts
{
    QString headline;
    QString hint;
};

// Why there is no word table to show.
[[nodiscard]] PageTexts wordsNotReady(const std::optional<ProcessSnapshot> &process);

// Why there are no summaries to show; `asked`: the engine has said so.
[[nodiscard]] PageTexts summariesNotReady(const std::optional<ProcessSnapshot> &process, bool asked);

// What was counted as a word, for the numbers beside it.
[[nodiscard]] QString wordDefinition(const ProcessSettings &settings);

// "Showing 5,000 of 61,204 forms · 1,204,311 words in 812 documents"
[[nodiscard]] QString wordStatus(const WordList &words, const SetStatistics &statistics,
                                 const ProcessSnapshot &process);

} // namespace Gemmary
