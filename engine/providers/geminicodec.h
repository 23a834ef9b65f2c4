// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/modelcodec.h"

namespace Gemmary {

// Google's Gemini API, v1beta.
class GeminiCodec : public ModelCodec
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

protected:
    [[nodiscard]] std::pair<QByteArray, QByteArray> keyHeader(const QByteArray &key) const override;

private:
    [[nodiscard]] QString modelPath() const;
};

} // namespace Gemmary
