// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace Gemmary {

// What a user chooses for one process; stored with it and fixed for its life.
struct ProcessSettings
{
    // Intake
    bool readHidden = false;
    QStringList exclude;                               // wildcards against names relative to the root
    qint64 largestDocument = 2LL * 1024 * 1024 * 1024; // bytes; larger is skipped as too large
    bool countDuplicates = false;                      // false: equal content is read once
    QString content = QStringLiteral("path"); // files are read where they are; or "stored": kept in the store
    qint64 largestStored = 64LL * 1024 * 1024; // bytes; larger is not kept but skipped as too large

    // Analysis
    QString words = QStringLiteral("terms"); // definition of the frequency table: "terms" or "original"
    bool segmentChinese = false; // dictionary words for Chinese and Japanese instead of characters
    int topWords = 5;
    QString language; // ISO 639-1; empty: detected for each document

    // Summary
    QString summarizer = QStringLiteral("extractive"); // "gemini", "ollama", "openai" or "none"
    QString model;
    int summarySentences = 3; // extractive, for a document; a set gets twice as many
    QString summaryLength =
        QStringLiteral("normal"); // models: "short", "normal" or "detailed"; a set gets more
    QString summaryStyle = QStringLiteral("paragraph"); // models: or "bullets"
    QString summaryLanguage;                            // models: ISO 639-1; empty: the documents' own
    QString ownPrompt;         // models: what to do with a document; empty: summarise it
    int tokenBudget = 0;       // models: no more requests once so many were taken; 0: no budget
    bool packDocuments = true; // models: several small documents in one request, where a model takes enough

    // Work
    int batchSize = 100;                   // documents a leaf job, at most
    qint64 batchBytes = 8LL * 1024 * 1024; // and bytes; one larger document is a batch of its own
    int fanIn = 64;                        // results an inner node combines
    int maxDeliveries = 3;
    qint64 leaseMs = 60'000;
};

// Whether the content of its files is kept in the store, so that any machine can work on them.
[[nodiscard]] bool keepsContent(const ProcessSettings &settings);

[[nodiscard]] QJsonObject toJson(const ProcessSettings &settings);
[[nodiscard]] ProcessSettings processSettingsFromJson(const QJsonObject &object);

} // namespace Gemmary
