// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QString>

#include <span>

namespace Gemmary {

// One column of the list of documents: what it is called, what it shows and what it is sorted by.
struct DocumentColumn
{
    const char *title; // translated in the context "DocumentColumns"
    const char *help;
    bool shown;    // unless the user chose otherwise
    bool isNumber; // aligned and sorted as such
    int width;     // in average characters
    QString (*text)(const DocumentLine &line);
    qint64 (*value)(const DocumentLine &line); // null: sorted by its text
};

// In their default order, which stored layouts rely on: a new one goes to the end.
[[nodiscard]] std::span<const DocumentColumn> documentColumns();
[[nodiscard]] const DocumentColumn &documentColumn(int column);
[[nodiscard]] QString titleOf(const DocumentColumn &column);
[[nodiscard]] QString helpOf(const DocumentColumn &column);

constexpr int DocumentNameColumn = 0;
constexpr int DocumentStateColumn = 2;

// "Windows-1252, guessed"
[[nodiscard]] QString encodingText(const QString &encoding, bool guessed);

// Why a document was not, or not wholly, read: "Not text: JPEG image". Empty without a problem.
[[nodiscard]] QString problemText(const std::optional<Problem> &problem);

// "letters/a.txt, done, 1,204 words, English": the whole row for those who hear it.
[[nodiscard]] QString rowSentence(const DocumentLine &line);

} // namespace Gemmary
