// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuredmodels.h"

#include "providers/memoryledger.h"
#include "providers/modellist.h"
#include "providers/pacedmodel.h"
#include "providers/providermodel.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

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

std::vector<ModelOffer> offersOf(const std::vector<ModelInfo> &models)
{
    std::vector<ModelOffer> offers;
    offers.reserve(models.size());
    for (const ModelInfo &model : models)
        offers.push_back({model.name, model.label, model.contextTokens, model.isGemma, model.runsInCloud});
    return offers;
}

RateLimits limitsIn(const Settings &settings, const QString &summarizer)
{
    const auto *const row = std::ranges::find(Providers, summarizer, &ProviderRow::summarizer);
    if (row == std::end(Providers))
        return {};
    RateLimits limits = usualLimits(row->kind);
    if (row->kind == ProviderKind::Gemini) {
        limits.requestsPerMinute = settings.geminiPace.requestsPerMinute;
        limits.tokensPerMinute = settings.geminiPace.tokensPerMinute;
        limits.requestsPerDay = settings.geminiPace.requestsPerDay;
    }
    return limits;
}

} // namespace

ConfiguredModels::ConfiguredModels(const Settings &settings, const Clock &clock, QuotaLedger &shared)
    : m_clock(clock)
    , m_shared(&shared, [](QuotaLedger *) {})
    , m_own(std::make_shared<MemoryLedger>(clock))
    , m_settings(settings)
{}

Result<ProviderSettings> ConfiguredModels::providerOf(const QString &summarizer) const
{
    const auto *const row = std::ranges::find(Providers, summarizer, &ProviderRow::summarizer);
    if (row == std::end(Providers))
        return failure(ErrorKind::InvalidInput, Tr::tr("The summariser %1 has no models.").arg(summarizer));
    ProviderSettings provider;
    provider.kind = row->kind;
    const bool atGoogle = row->kind == ProviderKind::Gemini;
    const QString &address = atGoogle ? m_settings.geminiUrl : m_settings.modelServerUrl;
    provider.address = QUrl(address.isEmpty() ? QString::fromLatin1(row->address) : address);
    provider.key = atGoogle ? m_settings.geminiKey : m_settings.modelServerKey;
    GEMMARY_TRY(checkStays(provider));
    if (atGoogle && provider.key.isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Google's models need a key. Make one at aistudio.google.com/apikey and keep "
                              "it with gemmary-cli key set, or in GEMINI_API_KEY."));
    }
    return provider;
}

// Whoever asks, such as a client of the REST listener: what leaves this computer, leaves it from here.
Result<void> ConfiguredModels::checkStays(const ProviderSettings &provider) const
{
    const bool isElsewhere = provider.kind == ProviderKind::Gemini || !isLoopback(provider.address) ||
                             (provider.kind == ProviderKind::Ollama && hasCloudName(provider.model));
    if (!m_settings.onlyHere || !isElsewhere)
        return {};
    return failure(
        ErrorKind::InvalidInput,
        Tr::tr("Everything stays on this computer, as GEMMARY_ONLY_HERE or Preferences ▸ Privacy "
               "says, and that model is elsewhere. Choose one on this computer, or key sentences."));
}

Result<std::shared_ptr<TextModel>> ConfiguredModels::modelFor(const ProcessSettings &process)
{
    if (process.model.isEmpty()) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("No model is named. List those there are with: gemmary-cli models --summarizer %1")
                .arg(process.summarizer));
    }
    const std::scoped_lock lock(m_mutex);
    GEMMARY_ASSIGN(provider, providerOf(process.summarizer));
    provider.model = process.model;
    GEMMARY_TRY(checkStays(provider)); // the name may tell
    auto &model = m_models[process.summarizer + QLatin1Char('\n') + process.model];
    if (!model)
        model = std::make_shared<PacedModel>(std::make_shared<ProviderModel>(provider, client()),
                                             limiterOf(process.summarizer, provider));
    return model;
}

HttpClient &ConfiguredModels::client()
{
    if (!m_client)
        m_client = std::make_unique<HttpClient>();
    return *m_client;
}

std::shared_ptr<RateLimiter> ConfiguredModels::limiterOf(const QString &summarizer,
                                                         const ProviderSettings &provider)
{
    auto &limiter = m_limiters[summarizer];
    if (limiter)
        return limiter;
    const bool isShared = provider.kind == ProviderKind::Gemini;
    const QuotaAccount account{isShared ? m_shared : m_own, isShared ? quotaAccountOf(provider) : summarizer};
    limiter = std::make_shared<RateLimiter>(limitsIn(m_settings, summarizer), m_clock, account);
    return limiter;
}

RateLimits ConfiguredModels::limitsOf(const QString &summarizer) const
{
    const std::scoped_lock lock(m_mutex);
    return limitsIn(m_settings, summarizer);
}

Result<QuotaUse> ConfiguredModels::quotaOf(const QString &summarizer)
{
    std::unique_lock lock(m_mutex);
    GEMMARY_ASSIGN(provider, providerOf(summarizer));
    const std::shared_ptr<RateLimiter> limiter = limiterOf(summarizer, provider);
    lock.unlock();
    return limiter->use();
}

Result<std::vector<ModelOffer>> ConfiguredModels::offers(const QString &summarizer)
{
    std::unique_lock lock(m_mutex);
    GEMMARY_ASSIGN(provider, providerOf(summarizer));
    HttpClient &http = client();
    lock.unlock();
    GEMMARY_ASSIGN(models, listModels(provider, http, {}));
    return offersOf(models);
}

std::vector<ServerOffer> ConfiguredModels::servers()
{
    std::unique_lock lock(m_mutex);
    std::vector<ServerPlace> places = usualPlaces();
    const QUrl own(m_settings.modelServerUrl);
    if (!own.isEmpty() && std::ranges::find(places, own, &ServerPlace::address) == places.end()) {
        // What it speaks shows when it is asked.
        places.push_back({QStringLiteral("Ollama"), ProviderKind::Ollama, own});
        places.push_back({own.authority(), ProviderKind::OpenAi, own});
    }
    HttpClient &http = client();
    lock.unlock();
    std::vector<ServerOffer> offers;
    for (const FoundServer &server : findServers(places, http, {})) {
        const auto *const row = std::ranges::find(Providers, server.place.kind, &ProviderRow::kind);
        const QString address = server.place.address.toString();
        if (std::ranges::find(offers, address, &ServerOffer::address) == offers.end())
            offers.push_back({server.place.name, row->summarizer, address, offersOf(server.models)});
    }
    return offers;
}

Result<ModelTrial> ConfiguredModels::tryOut(const QString &summarizer, const QString &model)
{
    std::unique_lock lock(m_mutex);
    GEMMARY_ASSIGN(provider, providerOf(summarizer));
    provider.model = model;
    HttpClient &http = client();
    lock.unlock();
    ProviderModel asked(provider, http);
    QElapsedTimer time;
    time.start();
    GEMMARY_ASSIGN(answer, testModel(asked, {}));
    return ModelTrial{testQuestion(), answer.text.trimmed(), answer.model.isEmpty() ? model : answer.model,
                      std::chrono::milliseconds(time.elapsed()), answer.inputTokens + answer.outputTokens};
}

void ConfiguredModels::use(const Settings &settings)
{
    const std::scoped_lock lock(m_mutex);
    const Settings before = std::exchange(m_settings, settings);
    if (before.geminiKey != settings.geminiKey || before.geminiUrl != settings.geminiUrl ||
        before.geminiPace != settings.geminiPace)
        forget(QStringLiteral("gemini"));
    if (before.modelServerKey != settings.modelServerKey ||
        before.modelServerUrl != settings.modelServerUrl) {
        forget(QStringLiteral("ollama"));
        forget(QStringLiteral("openai"));
    }
}

void ConfiguredModels::forget(const QString &summarizer)
{
    m_limiters.erase(summarizer);
    std::erase_if(m_models,
                  [&](const auto &model) { return model.first.startsWith(summarizer + QLatin1Char('\n')); });
}

} // namespace Gemmary
