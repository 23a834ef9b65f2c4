// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Gemmary {

// The words of a text, lower case, apostrophes kept inside; Han, kana, Thai, Lao, Khmer and Burmese as pairs
// of characters, for they are written without blanks.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);

// A growing set of terms, numbered in the order they are met. A term is a word cut to its first six letters,
// which does for ranking what stemming does (facts: within 0.6 ROUGE-1), stop words left out.
class TermSet
{
public:
    // `stopWords` outlives it.
    TermSet(const StopWords &stopWords, QString language);

    struct Count
    {
        int term;
        int count;
    };

    // The terms of a sentence's words, by number, each once.
    [[nodiscard]] std::vector<Count> termsOf(const std::vector<std::string> &words);

    [[nodiscard]] int size() const { return static_cast<int>(m_surfaces.size()); }

    // The word most often met for a term; of equals, the first met.
    [[nodiscard]] const std::string &surfaceOf(int term) const;

private:
    struct Surface
    {
        std::string word;
        int best = 0;
        std::unordered_map<std::string, int> counts;
    };

    const StopWords &m_stopWords;
    QString m_language;
    std::unordered_map<std::string, int> m_numbers;
    std::vector<Surface> m_surfaces;
};

} // namespace Gemmary
