// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/statistics.h"

#include <QString>
#include <QStringList>

#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace Gemmary {

// Stop words of the languages that ship. Thread-safe and constant.
class StopWords
{
public:
    virtual ~StopWords() = default;

    [[nodiscard]] virtual QStringList languages() const = 0; // ISO 639-1

    // Whether `term` (a TermCount's term) is a stop word of `language`; false for languages that do not ship.
    [[nodiscard]] virtual bool contains(QStringView language, std::string_view term) const = 0;
};

// Guesses a text's language. Thread-safe and constant.
class LanguageDetector
{
public:
    virtual ~LanguageDetector() = default;

    // ISO 639-1 from a text's terms, any order; empty when nothing fits well enough. Ties go to the code that
    // sorts first, so the answer depends on the terms alone.
    [[nodiscard]] virtual QString detect(std::span<const TermCount> terms) const = 0;
};

// Cuts text into sentences. Not thread-safe: one a thread.
class SentenceSplitter
{
public:
    virtual ~SentenceSplitter() = default;

    // Sentences of one paragraph, in order, white space trimmed; views into `paragraph` (valid UTF-8).
    [[nodiscard]] virtual std::vector<std::string_view> split(std::string_view paragraph,
                                                              QStringView language) = 0;
};

} // namespace Gemmary
