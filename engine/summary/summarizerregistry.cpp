// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/summarizerregistry.h"

#include "summary/extractivesummarizer.h"

namespace Gemmary {

SummarizerRegistry::SummarizerRegistry(const StopWords &stopWords, const LanguageDetector &detector,
                                       SplitterFactory newSplitter)
    : m_stopWords(stopWords)
    , m_detector(detector)
    , m_newSplitter(std::move(newSplitter))
{}

Result<std::unique_ptr<Summarizer>> SummarizerRegistry::create(const ProcessSettings &settings) const
{
    if (settings.summarizer == QLatin1StringView("extractive"))
        return std::make_unique<ExtractiveSummarizer>(settings, m_stopWords, m_detector, m_newSplitter());
    return failure(ErrorKind::InvalidInput,
                   QStringLiteral("There is no summariser \"%1\"; this version has: extractive.")
                       .arg(settings.summarizer));
}

} // namespace Gemmary
