// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"
#include "ports/summarizer.h"

#include <functional>

namespace Gemmary {

// Makes the summariser that a process's settings name. A new engine is one row.
class SummarizerRegistry : public SummarizerFactory
{
public:
    using SplitterFactory = std::function<std::unique_ptr<SentenceSplitter>()>;

    // The references outlive it.
    SummarizerRegistry(const StopWords &stopWords, const LanguageDetector &detector,
                       SplitterFactory newSplitter);

    [[nodiscard]] Result<std::unique_ptr<Summarizer>> create(const ProcessSettings &settings) const override;

private:
    const StopWords &m_stopWords;
    const LanguageDetector &m_detector;
    SplitterFactory m_newSplitter;
};

} // namespace Gemmary
