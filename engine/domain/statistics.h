// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QtGlobal>

#include <optional>
#include <string>
#include <vector>

namespace Gemmary {

// Sums over one document or many; DESIGN §6 defines each. All fields simply add up.
struct TextCounts
{
    qint64 bytes = 0;      // of the content as stored, before decoding
    qint64 words = 0;      // runs without Unicode White_Space
    qint64 lines = 0;      // lines with a non-white-space character
    qint64 characters = 0; // code points of the decoded text, byte-order mark excluded
    qint64 sentences = 0;
    qint64 terms = 0; // what the frequency table counts

    TextCounts &operator+=(const TextCounts &other);
    friend bool operator==(const TextCounts &, const TextCounts &) = default;
};

// One row of a frequency table. `term` is UTF-8, lower case, NFC.
struct TermCount
{
    std::string term;
    qint64 count = 0;

    friend bool operator==(const TermCount &, const TermCount &) = default;
};

// The order of every list of words: most frequent first, ties by code point (which UTF-8 bytes keep).
[[nodiscard]] inline bool moreFrequent(const TermCount &a, const TermCount &b)
{
    return a.count != b.count ? a.count > b.count : a.term < b.term;
}

// What is known of one language's share of a set, or of one document.
struct LanguageCounts
{
    QString language; // ISO 639-1; empty: not detected
    qint64 documents = 0;
    qint64 terms = 0;
    qint64 sentences = 0;
    qint64 syllables = 0;  // counted where a readability formula needs them (English, Spanish), else 0
    qint64 characters = 0; // letters and digits of the terms

    friend bool operator==(const LanguageCounts &, const LanguageCounts &) = default;
};

// A readability score by its formula's name; never just "score".
struct Readability
{
    QString formula; // "flesch", "fernandez_huerta"
    double score = 0;

    friend bool operator==(const Readability &, const Readability &) = default;
};

// Readability of a language's share; nullopt where no formula for the language ships or there is no sentence.
[[nodiscard]] std::optional<Readability> readabilityOf(const LanguageCounts &counts);

// Moving-average type/token ratio over windows of 500 terms, as a sum, so that documents add up exactly:
// ratio = distinctInWindows / (500 · windows). A text shorter than one window has no window.
struct MovingTypeTokenRatio
{
    static constexpr int Window = 500;
    qint64 windows = 0;
    qint64 distinctInWindows = 0;

    [[nodiscard]] std::optional<double> ratio() const;
    friend bool operator==(const MovingTypeTokenRatio &, const MovingTypeTokenRatio &) = default;
};

// Everything counted in one document.
struct DocumentStatistics
{
    TextCounts counts;
    qint64 distinctTerms = 0;
    LanguageCounts language;
    MovingTypeTokenRatio movingRatio;
    std::vector<TermCount> topTerms; // as many as AnalysisSettings::documentTop, in moreFrequent() order
    std::vector<TermCount> keywords; // the same without the document's language's stop words
};

// Everything counted in a set of documents: a batch, an inner node, a process.
struct SetStatistics
{
    TextCounts counts;
    qint64 documents = 0; // that were counted
    qint64 distinctTerms = 0;
    std::vector<LanguageCounts> languages; // ordered by language code
    MovingTypeTokenRatio movingRatio;
    std::vector<TermCount> topTerms; // as many as AnalysisSettings::setTop
    std::vector<TermCount> keywords; // without the stop words of every language in `languages`

    // distinct terms / terms; nullopt for no terms.
    [[nodiscard]] std::optional<double> typeTokenRatio() const;
};

// Adds `other` to the row of its language, keeping the order by code.
void addLanguage(std::vector<LanguageCounts> &languages, const LanguageCounts &other);

// Reading and writing for the store, JSON keys snake_case. fromJson takes what toJson wrote; missing keys are
// defaults.
[[nodiscard]] QJsonObject toJson(const DocumentStatistics &statistics);
[[nodiscard]] DocumentStatistics documentStatisticsFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const SetStatistics &statistics);
[[nodiscard]] SetStatistics setStatisticsFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const TextCounts &counts);
[[nodiscard]] TextCounts textCountsFromJson(const QJsonObject &object);
[[nodiscard]] QJsonArray toJson(const std::vector<TermCount> &terms); // [{"word", "count"}]

} // namespace Gemmary
