// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "domain/process.h"
#include "domain/summary.h"

#include <QString>

#include <optional>
#include <vector>

namespace Gemmary {

constexpr qint64 NoDocument = -1;

// A sentence on a card, with the document it is from where that is not the card's own.
struct CardSentence
{
    QString text;
    QString source;
    qint64 document = NoDocument;
    bool isPoint = true; // of a list; else a paragraph

    friend bool operator==(const CardSentence &, const CardSentence &) = default;
};

// What one card says; all of it is plain text.
struct SummaryContent
{
    QString title;
    qint64 document = NoDocument; // that the title opens
    QString detail;               // "From 812 documents"
    std::vector<CardSentence> sentences;
    std::vector<QString> keywords;
    QString note; // what stands in place of sentences
    bool isTrouble = false;
    bool isByModel = false; // else key sentences
    QString provenance;

    friend bool operator==(const SummaryContent &, const SummaryContent &) = default;
};

// The card of a document.
[[nodiscard]] SummaryContent summaryContent(const QString &name, const DocumentSummary &summary);

// The card of a whole process; nullopt: not there yet, because it comes last.
[[nodiscard]] SummaryContent summaryContent(const ProcessSnapshot &process,
                                            const std::optional<SetSummary> &summary);

// A card as text to paste: title, sentences, keywords and where it all comes from.
[[nodiscard]] QString copyText(const SummaryContent &content);

// "812 of 1,004 summarised"
[[nodiscard]] QString summarisedText(const ProcessSnapshot &process);

} // namespace Gemmary
