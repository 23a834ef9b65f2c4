// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuredmodels.h"

#include "providers/memoryledger.h"
#include "providers/modellist.h"
#include "providers/pacedmodel.h"
#include "providers/providermodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ConfiguredModels)
};

struct ProviderRow
{
    QLatin1StringView summarizer;
    ProviderKind kind;
    const char *address; // where it is when nobody says; "": the provider's own
};

constexpr ProviderRow Providers[] = {
    {QLatin1StringView("gemini"), ProviderKind::Gemini, ""},
    {QLatin1StringView("ollama"), ProviderKind::Ollama, "http://127.0.0.1:11434"},
    {QLatin1StringView("openai"), ProviderKind::OpenAi, "http://127.0.0.1:8080"},
};

} // namespace

ConfiguredModels::ConfiguredModels(const Settings &settings, const Clock &clock, QuotaLedger &shared)
    : m_clock(clock)
    , m_shared(&shared, [](QuotaLedger *) {})
    , m_own(std::make_shared<MemoryLedger>(clock))
    , m_geminiLimits{settings.geminiPace.requestsPerMinute, settings.geminiPace.tokensPerMinute,
                     settings.geminiPace.requestsPerDay, usualLimits(ProviderKind::Gemini).concurrency}
    , m_geminiKey(settings.geminiKey)
    , m_serverKey(settings.modelServerKey)
    , m_serverUrl(settings.modelServerUrl)
{}

Result<ProviderSettings> ConfiguredModels::providerOf(const QString &summarizer) const
{
    const auto *const row = std::ranges::find(Providers, summarizer, &ProviderRow::summarizer);
    if (row == std::end(Providers))
        return failure(ErrorKind::InvalidInput, Tr::tr("The summariser %1 has no models.").arg(summarizer));
    ProviderSettings provider;
    provider.kind = row->kind;
    provider.address = QUrl(m_serverUrl.isEmpty() ? QString::fromLatin1(row->address) : m_serverUrl);
    provider.key = row->kind == ProviderKind::Gemini ? m_geminiKey : m_serverKey;
    if (row->kind == ProviderKind::Gemini && provider.key.isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Google's models need a key. Make one at aistudio.google.com/apikey and keep "
                              "it with gemmary-cli key set, or in GEMINI_API_KEY."));
    }
    return provider;
}

Result<std::shared_ptr<TextModel>> ConfiguredModels::modelFor(const ProcessSettings &process)
{
    if (process.model.isEmpty()) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("No model is named. List those there are with: gemmary-cli models --summarizer %1")
                .arg(process.summarizer));
    }
    GEMMARY_ASSIGN(provider, providerOf(process.summarizer));
    provider.model = process.model;
    const std::scoped_lock lock(m_mutex);
    auto &model = m_models[process.summarizer + QLatin1Char('\n') + process.model];
    if (!model)
        model = std::make_shared<PacedModel>(std::make_shared<ProviderModel>(provider, client()),
                                             limiterOf(process.summarizer, provider));
    return model;
}

// Under the lock.
HttpClient &ConfiguredModels::client()
{
    if (!m_client)
        m_client = std::make_unique<HttpClient>();
    return *m_client;
}

// Under the lock.
std::shared_ptr<RateLimiter> ConfiguredModels::limiterOf(const QString &summarizer,
                                                         const ProviderSettings &provider)
{
    auto &limiter = m_limiters[summarizer];
    if (limiter)
        return limiter;
    const bool isShared = provider.kind == ProviderKind::Gemini;
    const QuotaAccount account{isShared ? m_shared : m_own, isShared ? quotaAccountOf(provider) : summarizer};
    limiter = std::make_shared<RateLimiter>(limitsOf(summarizer), m_clock, account);
    return limiter;
}

RateLimits ConfiguredModels::limitsOf(const QString &summarizer) const
{
    const auto *const row = std::ranges::find(Providers, summarizer, &ProviderRow::summarizer);
    if (row == std::end(Providers))
        return {};
    return row->kind == ProviderKind::Gemini ? m_geminiLimits : usualLimits(row->kind);
}

Result<std::vector<ModelOffer>> ConfiguredModels::offers(const QString &summarizer)
{
    GEMMARY_ASSIGN(provider, providerOf(summarizer));
    std::unique_lock lock(m_mutex);
    HttpClient &http = client();
    lock.unlock();
    GEMMARY_ASSIGN(models, listModels(provider, http, {}));
    std::vector<ModelOffer> offers;
    offers.reserve(models.size());
    for (const ModelInfo &model : models)
        offers.push_back({model.name, model.label, model.contextTokens, model.isGemma, model.runsInCloud});
    return offers;
}

Result<void> ConfiguredModels::tryOut(const QString &summarizer, const QString &model)
{
    GEMMARY_ASSIGN(provider, providerOf(summarizer));
    provider.model = model;
    std::unique_lock lock(m_mutex);
    HttpClient &http = client();
    lock.unlock();
    ProviderModel asked(provider, http);
    GEMMARY_TRY(testModel(asked, {}));
    return {};
}

} // namespace Gemmary
