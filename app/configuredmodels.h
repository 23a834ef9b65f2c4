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
    // it is not asked whether it is there, or when the settings keep all texts here and it is elsewhere.
    [[nodiscard]] Result<std::shared_ptr<TextModel>> modelFor(const ProcessSettings &process);

    // What its provider may be asked.
    [[nodiscard]] RateLimits limitsOf(const QString &summarizer) const;

    // What was sent with its key today, by this program and all that share the ledger, and what may be.
    // Blocks.
    [[nodiscard]] Result<QuotaUse> quotaOf(const QString &summarizer);

    // What the provider offers, as it is now. Blocks.
    [[nodiscard]] Result<std::vector<ModelOffer>> offers(const QString &summarizer);

    // Whether one of them really answers, by the smallest question, at once and without its limits. Blocks.
    // Errors as TextModel's.
    [[nodiscard]] Result<ModelTrial> tryOut(const QString &summarizer, const QString &model);

    // The servers that answer at the usual places of this computer and at the address of the settings. Blocks
    // for at most some 400 ms a place.
    [[nodiscard]] std::vector<ServerOffer> servers();

    // Other keys, addresses and limits, for whoever asks from here on; answers in hand come as they were
    // asked for. What was learned about a provider with another key or address is forgotten.
    void use(const Settings &settings);

private:
    // All of these under the lock.
    [[nodiscard]] Result<ProviderSettings> providerOf(const QString &summarizer) const;
    [[nodiscard]] Result<void> checkStays(const ProviderSettings &provider) const;
    void forget(const QString &summarizer);
    [[nodiscard]] HttpClient &client();
    [[nodiscard]] std::shared_ptr<RateLimiter> limiterOf(const QString &summarizer,
                                                         const ProviderSettings &provider);

    const Clock &m_clock;
    std::shared_ptr<QuotaLedger> m_shared; // not owned
    std::shared_ptr<QuotaLedger> m_own;    // for servers of one's own
    mutable std::mutex m_mutex;            // guards what follows
    Settings m_settings;
    std::unique_ptr<HttpClient> m_client; // with a thread of its own: once one is needed
    std::map<QString, std::shared_ptr<RateLimiter>> m_limiters; // by summariser
    std::map<QString, std::shared_ptr<TextModel>> m_models;     // by summariser and model
};

} // namespace Gemmary
