// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/modelcodec.h"

namespace Gemmary {

// Ollama's own protocol. Its OpenAI-like one shortens long texts without a word and cannot set the context.
class OllamaCodec : public ModelCodec
{
public:
    using ModelCodec::ModelCodec;

    [[nodiscard]] HttpRequest ask(const ModelRequest &request, const ModelInfo &model,
                                  const ModelCapabilities &capabilities) const override;
    [[nodiscard]] StreamFraming framing() const override { return StreamFraming::Lines; }
    [[nodiscard]] Attempt<void> read(const QByteArray &event, AnswerDraft &draft) const override;
    [[nodiscard]] Attempt<void> check(const ModelAnswer &answer, const ModelRequest &request) const override;
    [[nodiscard]] ProviderTrouble troubleOf(const HttpReply &reply) const override;
    [[nodiscard]] HttpRequest askForModels(const QString &page) const override;
    [[nodiscard]] Attempt<ModelPage> readModels(const QByteArray &body) const override;
    [[nodiscard]] HttpRequest askAbout() const override;
    [[nodiscard]] Attempt<ModelInfo> readAbout(const QByteArray &body) const override;
};

} // namespace Gemmary
