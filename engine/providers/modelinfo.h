// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/providertrouble.h"

#include <QUrl>

namespace Gemmary {

enum class ProviderKind {
    Gemini, // Google's API
    OpenAi, // servers that speak OpenAI's protocol: llama-server, LM Studio, vLLM
    Ollama  // its own protocol: only that can set the context and forbid shortening
};

// What a model may be asked for. A family's are known (knownCapabilities); a model's own are learned when it
// refuses one.
struct ModelCapabilities
{
    bool takesInstructions = true;
    bool keepsToSchema = true;
    bool thinks = false;
    int thoughtTokens = 0; // of the longest answer, besides what is asked for
};

// A row of a provider's list. Zero: it does not say.
struct ModelInfo
{
    QString name;  // as the provider wants it
    QString label; // as people read it
    qint64 contextTokens = 0;
    qint64 outputTokens = 0;
    bool isGemma = false;
    bool runsInCloud = false; // though the server may be on this computer
    bool thinks = false;
    int concurrency = 0; // answers at the same time
    QString server;      // what serves it, when it says so, such as "llamacpp"
};

[[nodiscard]] ModelCapabilities knownCapabilities(ProviderKind kind, const ModelInfo &model);

// Stops asking for a feature; false when it was not asked for.
[[nodiscard]] bool giveUp(ModelFeature feature, ModelCapabilities &capabilities);

// One model at one provider.
struct ProviderSettings
{
    ProviderKind kind = ProviderKind::Gemini;
    QUrl address; // of the server, with or without "/v1"; empty: Google's
    QString key;
    QString model;
    // Ollama: the context that it is started with. Others: what counts when the server does not say.
    qint64 contextTokens = 8192;
    std::optional<ModelCapabilities> capabilities; // instead of those of its family
};

// As people know it.
[[nodiscard]] QString providerName(const ProviderSettings &settings);

// The name under which all who use the provider with the same key find each other. The key is not in it and
// cannot be got from it: PBKDF2 with the provider's address as salt, and slow enough to make guesses dear.
[[nodiscard]] QString quotaAccountOf(const ProviderSettings &settings);

// As the ports say it, without the key, which some providers repeat.
[[nodiscard]] Error errorOf(const ProviderTrouble &trouble, const ProviderSettings &settings);

} // namespace Gemmary
