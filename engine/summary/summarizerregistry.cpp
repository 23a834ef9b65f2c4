// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/summarizerregistry.h"

#include "summary/extractivesummarizer.h"
#include "summary/model/meteredmodel.h"
#include "summary/model/modelsummarizer.h"
#include "summary/model/requestforecast.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace Gemmary {

namespace {

constexpr QLatin1StringView Extractive("extractive");
constexpr QLatin1StringView ByModel[] = {
    QLatin1StringView("gemini"),
    QLatin1StringView("ollama"),
    QLatin1StringView("openai"),
};

constexpr double UsualTokensPerByte = 0.25;
constexpr qint64 UsualCloudWindow = 24'000; // tokens of text
constexpr qint64 UsualLocalWindow = 5'000;

} // namespace

SummarizerRegistry::SummarizerRegistry(const StopWords &stopWords, const LanguageDetector &detector,
                                       SplitterFactory newSplitter, ModelSource models)
    : m_stopWords(stopWords)
    , m_detector(detector)
    , m_newSplitter(std::move(newSplitter))
    , m_models(std::move(models))
{}

Result<std::unique_ptr<Summarizer>> SummarizerRegistry::create(const ProcessSettings &settings,
                                                               const ProcessId &process) const
{
    if (settings.summarizer == Extractive)
        return std::make_unique<ExtractiveSummarizer>(settings, m_stopWords, m_detector, m_newSplitter());
    QStringList known{Extractive};
    if (m_models.newModel)
        known.append(QStringList(std::begin(ByModel), std::end(ByModel)));
    if (known.contains(settings.summarizer))
        return createByModel(settings, process);
    return failure(ErrorKind::InvalidInput,
                   QStringLiteral("There is no summariser \"%1\"; this version has: %2.")
                       .arg(settings.summarizer, known.join(QLatin1StringView(", "))));
}

Result<std::unique_ptr<Summarizer>> SummarizerRegistry::createByModel(const ProcessSettings &settings,
                                                                      const ProcessId &process) const
{
    GEMMARY_ASSIGN(model, m_models.newModel(settings));
    if (m_models.usage && process != ProcessId())
        model = std::make_shared<MeteredModel>(std::move(model), *m_models.usage, process, settings);
    return std::make_unique<ModelSummarizer>(
        settings, ModelParts{std::move(model), correctionFor(settings), m_models.cache}, m_detector,
        m_newSplitter());
}

CallForecast SummarizerRegistry::forecast(const ProcessSettings &settings, const DocumentsAhead &documents,
                                          const CancelToken &cancel) const
{
    if (!m_models.newModel || std::ranges::find(ByModel, settings.summarizer) == std::end(ByModel))
        return {};
    const double tokens = static_cast<double>(estimateTokens(documents.sample));
    const double perByte =
        documents.sampleBytes > 0 ? tokens / static_cast<double>(documents.sampleBytes) : UsualTokensPerByte;
    const auto correction = correctionFor(settings);
    RequestForecast forecast(settings, windowOf(settings, cancel));
    for (const std::vector<qint64> &batch : documents.batches) {
        for (const qint64 bytes : batch)
            forecast.addDocument(static_cast<qint64>(std::ceil(static_cast<double>(bytes) * perByte)));
        forecast.endBatch();
    }
    CallForecast calls = forecast.finish();
    calls.inputTokens = correction->expected(calls.inputTokens);
    if (m_models.limits)
        calls.limits = m_models.limits(settings);
    return calls;
}

// As the model says, or as models of its kind usually have it.
qint64 SummarizerRegistry::windowOf(const ProcessSettings &settings, const CancelToken &cancel) const
{
    if (auto model = m_models.newModel(settings)) {
        ModelAsker asker(settings, {*std::move(model), correctionFor(settings), nullptr}, m_detector);
        if (asker.prepare(cancel))
            return asker.window();
    }
    return settings.summarizer == ByModel[0] ? UsualCloudWindow : UsualLocalWindow;
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
