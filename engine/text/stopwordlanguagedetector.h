// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"

namespace Gemmary {

// Tells languages by their script where it belongs to one language, and by their stop words where it is
// shared.
class StopWordLanguageDetector : public LanguageDetector
{
public:
    // `stopWords` outlives it.
    explicit StopWordLanguageDetector(const StopWords &stopWords);

    [[nodiscard]] QString detect(std::span<const TermCount> terms) const override;

private:
    [[nodiscard]] QString byStopWords(std::span<const TermCount> terms) const;

    const StopWords &m_stopWords;
    QStringList m_languages;
};

} // namespace Gemmary
