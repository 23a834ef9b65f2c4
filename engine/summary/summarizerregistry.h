// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"
#include "ports/summarizer.h"
#include "ports/summarycache.h"
#include "ports/usageledger.h"
#include "summary/model/tokenestimate.h"

#include <functional>
#include <map>
#include <mutex>

namespace Gemmary {

// What summarisers by models need; without it the registry has none of them.
struct ModelSource
{
    using Factory = std::function<Result<std::shared_ptr<TextModel>>(const ProcessSettings &)>;

    // Makes, or hands out again, the model that the settings' `summarizer` and `model` name. Thread-safe.
    Factory newModel;
    SummaryCache *cache = nullptr; // outlives the registry; null: nothing is kept
    UsageLedger *usage = nullptr;  // likewise; null: nothing is counted and no budget holds
    std::function<RateLimits(const ProcessSettings &)> limits{}; // of the provider; may be empty
};

// Makes the summariser that a process's settings name. A new engine is one row.
class SummarizerRegistry : public SummarizerFactory
{
public:
    using SplitterFactory = std::function<std::unique_ptr<SentenceSplitter>()>;

    // The references outlive it.
    SummarizerRegistry(const StopWords &stopWords, const LanguageDetector &detector,
                       SplitterFactory newSplitter, ModelSource models = {});

    [[nodiscard]] Result<std::unique_ptr<Summarizer>> create(const ProcessSettings &settings,
                                                             const ProcessId &process) const override;

    [[nodiscard]] CallForecast forecast(const ProcessSettings &settings, const DocumentsAhead &documents,
                                        const CancelToken &cancel) const override;

private:
    [[nodiscard]] qint64 windowOf(const ProcessSettings &settings, const CancelToken &cancel) const;
    [[nodiscard]] Result<std::unique_ptr<Summarizer>> createByModel(const ProcessSettings &settings,
                                                                    const ProcessId &process) const;
    [[nodiscard]] std::shared_ptr<TokenCorrection> correctionFor(const ProcessSettings &settings) const;

    const StopWords &m_stopWords;
    const LanguageDetector &m_detector;
    SplitterFactory m_newSplitter;
    ModelSource m_models;
    mutable std::mutex m_mutex;
    mutable std::map<QString, std::shared_ptr<TokenCorrection>> m_corrections; // by engine and model
};

} // namespace Gemmary
