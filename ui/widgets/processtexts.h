// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/problem.h"
#include "domain/process.h"
#include "widgets/theme.h"

#include <QString>

namespace Gemmary {

// A process's state as people see it: the five states of the store, told apart by what goes on.
enum class ShownState {
    Waiting,  // recorded, nobody works on it yet
    Scanning, // looking for documents; totals are "found so far"
    Analysing,
    Summarising, // all documents are counted
    Pausing,     // documents in hand are being finished
    Paused,
    Completed,
    CompletedWithProblems,
    Stopped,
    Failed
};

[[nodiscard]] ShownState shownState(const ProcessSnapshot &process);
[[nodiscard]] QString stateWord(const ProcessSnapshot &process); // "Completed, 12 problems"
[[nodiscard]] QString stateIcon(ShownState state);               // a name for themedIcon()
[[nodiscard]] QColor stateColor(ShownState state, const Colors &colors);

[[nodiscard]] QString stateWord(DocumentState state);
[[nodiscard]] QString stateIcon(DocumentState state);
[[nodiscard]] QColor stateColor(DocumentState state, const Colors &colors);

// Batches that were given up.
[[nodiscard]] qint64 parkedCount(const ProcessSnapshot &process);

// Documents that failed or were read in part, and parked work. Skips are decisions, not problems.
[[nodiscard]] qint64 problemCount(const ProcessSnapshot &process);

// How far it is, by bytes for counting and by documents for summaries, 0 … 1; negative while the total is not
// known.
[[nodiscard]] double shareDone(const ProcessSnapshot &process);

// "812 of 1,004", "1,204 found so far", "2,300"
[[nodiscard]] QString progressText(const ProcessSnapshot &process);

// What a page says that has nothing to show.
struct PageTexts
{
    QString headline;
    QString hint;
};

// "812 of 1,004 documents are counted."
[[nodiscard]] QString countedSoFar(const ProcessSnapshot &process);

// "Letters 1923, analysing, 81 percent, 3 problems": the whole row for those who hear it.
[[nodiscard]] QString rowSentence(const ProcessSnapshot &process);

// Translated texts of a reason: "No permission to read it", "Give yourself read access, then retry".
[[nodiscard]] QString reasonText(Reason reason);
[[nodiscard]] QString remedyText(Reason reason);

// Where a summary comes from: "Key sentences — copied from the document, no AI" or model, coverage.
[[nodiscard]] QString provenanceText(const Summary &summary);

} // namespace Gemmary
