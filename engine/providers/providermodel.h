// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/textmodel.h"
#include "providers/httpclient.h"
#include "providers/modelcodec.h"

#include <condition_variable>
#include <mutex>

namespace Gemmary {

// One model of one provider, over the network. It asks once what the model takes and remembers which features
// it refused; it retries nothing else: whoever holds the queue knows when.
class ProviderModel : public TextModel
{
public:
    // `client` outlives it.
    ProviderModel(const ProviderSettings &settings, HttpClient &client);

    [[nodiscard]] Result<ModelLimits> limits(const CancelToken &cancel) override;
    [[nodiscard]] Result<ModelAnswer> answer(const ModelRequest &request, const CancelToken &cancel) override;

    // As answer() and limits(), with what a queue has to know of a failure.
    [[nodiscard]] Attempt<ModelAnswer> attempt(const ModelRequest &request, const CancelToken &cancel);
    [[nodiscard]] Attempt<ModelLimits> attemptLimits(const CancelToken &cancel);
    [[nodiscard]] Error errorOf(const ProviderTrouble &trouble) const;
    [[nodiscard]] const ProviderSettings &settings() const { return m_codec->settings(); }

private:
    struct Facts
    {
        ModelInfo model;
        ModelCapabilities capabilities;
    };

    [[nodiscard]] Attempt<Facts> facts(const CancelToken &cancel);
    [[nodiscard]] Attempt<Facts> ask(const CancelToken &cancel);
    [[nodiscard]] Attempt<ModelAnswer> askOnce(const ModelRequest &request, const Facts &known,
                                               const CancelToken &cancel);
    [[nodiscard]] bool giveUpFeature(const ProviderTrouble &trouble, Facts &known);

    std::unique_ptr<ModelCodec> m_codec;
    HttpClient &m_client;
    std::mutex m_mutex;
    std::condition_variable m_asked;
    bool m_isAsking = false;
    std::optional<Facts> m_facts;
    std::optional<ProviderTrouble> m_refusal; // of the last asking, when it would be every asker's
};

// Whether the model answers at all, by the smallest question; being listed proves nothing.
[[nodiscard]] QString testQuestion();
[[nodiscard]] Result<ModelAnswer> testModel(TextModel &model, const CancelToken &cancel);

} // namespace Gemmary
