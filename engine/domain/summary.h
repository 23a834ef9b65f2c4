// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace Gemmary {

// Text about a text, with where it came from. `engine` decides the label: "extractive" text is copied from
// the document and is called key sentences, never a summary by a model.
struct Summary
{
    QString engine;             // "extractive", "gemini", "ollama", "openai"
    QString model;              // empty for extractive
    QString text;               // paragraphs or sentences joined by '\n'
    QString language;           // ISO 639-1 of `text`; empty: unknown
    double coverage = 0;        // share of the text that was read, 0 … 1
    QString methodVersion;      // version of prompt or method
    std::vector<QString> terms; // extractive: the most telling terms, best first
    bool partial = false;       // the model stopped in the middle, or not all of the text could be read
    qint64 inputTokens = 0;     // model tokens of all answers behind it, as the provider counted; 0: unknown
    qint64 outputTokens = 0;
};

// A sentence on its way up the summarise tree, with the document it was copied from.
struct SummaryCandidate
{
    qint64 document = 0;
    QString name;
    QString text;
    double score = 0;
};

// What a node of the summarise tree holds: the text for its set, and what its parent needs to choose from.
struct SetSummary
{
    Summary summary;
    std::vector<SummaryCandidate>
        sentences; // extractive: those of `summary`, with the documents they are from
    std::vector<SummaryCandidate> candidates;
    std::vector<std::pair<QString, qint64>> termWeights; // term, number of documents it is telling in
    qint64 documents = 0;                                // that contributed
    qint64 missing = 0;                                  // that should have and could not
};

[[nodiscard]] QJsonObject toJson(const Summary &summary);
[[nodiscard]] Summary summaryFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const SetSummary &summary);
[[nodiscard]] SetSummary setSummaryFromJson(const QJsonObject &object);

// Takes documents out of those that a set as JSON lacks: they belong to another set from here on.
void lackFewer(QJsonObject &set, qint64 documents);

} // namespace Gemmary
