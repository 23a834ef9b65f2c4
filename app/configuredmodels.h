// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/modeloffer.h"
#include "ports/quotaledger.h"
#include "ports/textmodel.h"
#include "providers/httpclient.h"
#include "providers/modelinfo.h"
#include "providers/ratelimiter.h"
#include "settings/settings.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace Gemmary {

// The models that the settings lead to: at Google, at an Ollama or at a server that speaks OpenAI's protocol.
// Each is made once and shared by all that ask it. Thread-safe.
class ConfiguredModels
{
public:
    // Both outlive it. `shared` keeps the limits of what is used with the same key elsewhere, too.
    ConfiguredModels(const Settings &settings, const Clock &clock, QuotaLedger &shared);

    // The one that a process's `summarizer` and `model` name. InvalidInput when a name or a key is missing;
    // it is not asked whether it is there.
    [[nodiscard]] Result<std::shared_ptr<TextModel>> modelFor(const ProcessSettings &process);

    // What its provider may be asked.
    [[nodiscard]] RateLimits limitsOf(const QString &summarizer) const;

    // What the provider offers, as it is now. Blocks.
    [[nodiscard]] Result<std::vector<ModelOffer>> offers(const QString &summarizer);

    // Whether one of them really answers, by the smallest question, at once and without its limits. Blocks.
    [[nodiscard]] Result<void> tryOut(const QString &summarizer, const QString &model);

private:
    [[nodiscard]] Result<ProviderSettings> providerOf(const QString &summarizer) const;

    [[nodiscard]] HttpClient &client();
    [[nodiscard]] std::shared_ptr<RateLimiter> limiterOf(const QString &summarizer,
                                                         const ProviderSettings &provider);

    const Clock &m_clock;
    std::shared_ptr<QuotaLedger> m_shared; // not owned
    std::shared_ptr<QuotaLedger> m_own;    // for servers of one's own
    RateLimits m_geminiLimits;
    QString m_geminiKey;
    QString m_serverKey;
    QString m_serverUrl;
    std::mutex m_mutex;                   // guards what follows
    std::unique_ptr<HttpClient> m_client; // with a thread of its own: once one is needed
    std::map<QString, std::shared_ptr<RateLimiter>> m_limiters; // by summariser
    std::map<QString, std::shared_ptr<TextModel>> m_models;     // by summariser and model
};

} // namespace Gemmary
