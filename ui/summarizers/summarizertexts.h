// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/recipient.h"

namespace Gemmary {

// What a choice is called wherever it can be made: "Key sentences · no AI", "gemma3:4b · Ollama on this
// computer", "gemma-4-31b-it · Google (leaves this computer)".
[[nodiscard]] QString choiceText(const SummarizerChoice &choice, const Recipient &recipient);

// The same in a word or two, for where there is little room: "Key sentences", "gemma3:4b".
[[nodiscard]] QString shortChoiceText(const SummarizerChoice &choice);

[[nodiscard]] QString choiceIcon(const SummarizerChoice &choice, const Recipient &recipient); // themedIcon()

// Gemma's models go before others; else the provider's order stays.
void putGemmaFirst(std::vector<ModelOffer> &models);

// "context 8,192 tokens", or nothing.
[[nodiscard]] QString modelFacts(const ModelOffer &model);

// "Asked: … Answered in 0.8 s: …"
[[nodiscard]] QString trialText(const ModelTrial &trial);

// "12 of 1,000 requests today", and the whole of it: by whom, and how many a minute.
[[nodiscard]] QString quotaText(const QuotaUse &use);
[[nodiscard]] QString quotaSentence(const QuotaUse &use);

// What a summariser needs before it can be used; empty: nothing.
[[nodiscard]] QString needOf(const SummarizerChoice &choice, const SummarizerSource &source);

} // namespace Gemmary
