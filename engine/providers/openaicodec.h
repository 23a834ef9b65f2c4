// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/modelcodec.h"

namespace Gemmary {

// OpenAI's protocol as servers on one's own computers speak it: llama-server, LM Studio, vLLM.
class OpenAiCodec : public ModelCodec
{
public:
    using ModelCodec::ModelCodec;

    [[nodiscard]] HttpRequest ask(const ModelRequest &request, const ModelInfo &model,
                                  const ModelCapabilities &capabilities) const override;
    [[nodiscard]] Attempt<void> read(const QByteArray &event, AnswerDraft &draft) const override;
    [[nodiscard]] ProviderTrouble troubleOf(const HttpReply &reply) const override;
    [[nodiscard]] HttpRequest askForModels(const QString &page) const override;
    [[nodiscard]] Attempt<ModelPage> readModels(const QByteArray &body) const override;
    [[nodiscard]] HttpRequest askAbout() const override;
    [[nodiscard]] Attempt<ModelInfo> readAbout(const QByteArray &body) const override;
    [[nodiscard]] std::optional<HttpRequest> askMore(const ModelInfo &model) const override;
    void readMore(const QByteArray &body, ModelInfo &model) const override;
};

} // namespace Gemmary
