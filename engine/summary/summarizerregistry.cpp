// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/summarizerregistry.h"

#include "summary/extractivesummarizer.h"
#include "summary/model/modelsummarizer.h"

#include <QStringList>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr QLatin1StringView Extractive("extractive");
constexpr QLatin1StringView ByModel[] = {
    QLatin1StringView("gemini"),
    QLatin1StringView("ollama"),
    QLatin1StringView("openai"),
};

} // namespace

SummarizerRegistry::SummarizerRegistry(const StopWords &stopWords, const LanguageDetector &detector,
                                       SplitterFactory newSplitter, ModelSource models)
    : m_stopWords(stopWords)
    , m_detector(detector)
    , m_newSplitter(std::move(newSplitter))
    , m_models(std::move(models))
{}

Result<std::unique_ptr<Summarizer>> SummarizerRegistry::create(const ProcessSettings &settings) const
{
    if (settings.summarizer == Extractive)
        return std::make_unique<ExtractiveSummarizer>(settings, m_stopWords, m_detector, m_newSplitter());
    QStringList known{Extractive};
    if (m_models.newModel)
        known.append(QStringList(std::begin(ByModel), std::end(ByModel)));
    if (known.contains(settings.summarizer))
        return createByModel(settings);
    return failure(ErrorKind::InvalidInput,
                   QStringLiteral("There is no summariser \"%1\"; this version has: %2.")
                       .arg(settings.summarizer, known.join(QLatin1StringView(", "))));
}

Result<std::unique_ptr<Summarizer>> SummarizerRegistry::createByModel(const ProcessSettings &settings) const
{
    GEMMARY_ASSIGN(model, m_models.newModel(settings));
    return std::make_unique<ModelSummarizer>(
        settings, ModelParts{std::move(model), correctionFor(settings), m_models.cache}, m_detector,
        m_newSplitter());
}

std::shared_ptr<TokenCorrection> SummarizerRegistry::correctionFor(const ProcessSettings &settings) const
{
    const std::scoped_lock lock(m_mutex);
    auto &correction = m_corrections[settings.summarizer + QLatin1Char('\n') + settings.model];
    if (!correction)
        correction = std::make_shared<TokenCorrection>();
    return correction;
}

} // namespace Gemmary
