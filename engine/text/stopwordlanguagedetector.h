// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"

#include <string>
#include <vector>

namespace Gemmary {

class StopWordLists;

// Tells languages by their script where it belongs to one language; where it is shared, by their stop words
// and by letters that few languages have. One sentence is mostly enough. Languages without a list are told
// only if they have letters of their own.
class StopWordLanguageDetector : public LanguageDetector
{
public:
    // `stopWords` outlives it.
    explicit StopWordLanguageDetector(const StopWordLists &stopWords);

    [[nodiscard]] QString detect(std::span<const TermCount> terms) const override;

private:
    [[nodiscard]] QString byWordsAndLetters(std::span<const TermCount> terms) const;

    const StopWordLists &m_stopWords;
    std::vector<std::string> m_languages; // of the lists, in their order
};

} // namespace Gemmary
