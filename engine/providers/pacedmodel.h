// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/pacesentence.h"
#include "providers/providermodel.h"

#include <functional>
#include <memory>

namespace Gemmary {

// How long a request waits where it is, before it is given back to its queue.
struct Patience
{
    std::chrono::milliseconds longestWait{20'000};
    std::chrono::milliseconds firstBackoff{2'000}; // then twice as long each time; ±50 %
    int quotaRetries = 2;                          // of a request, after a minute's limit
    int failureRetries = 3;                        // of a request, while the provider is out of order
};

// A provider's model that keeps to the provider's limits. Thread-safe; answer() blocks for the waits that
// Patience allows and ends at once when cancelled.
//
// Errors: as ProviderModel's. Longer waits are RateLimited or Unavailable, with a sentence that says until
// when and why; nothing was sent then, or the provider refused it. A refused key or model is remembered for a
// minute, in which the same error comes without asking the provider.
class PacedModel : public TextModel
{
public:
    // `limiter` is shared by all models of the same provider and key.
    PacedModel(std::shared_ptr<ProviderModel> model, std::shared_ptr<RateLimiter> limiter,
               const Patience &patience = {});

    [[nodiscard]] Result<ModelLimits> limits(const CancelToken &cancel) override;
    [[nodiscard]] Result<ModelAnswer> answer(const ModelRequest &request, const CancelToken &cancel) override;

private:
    struct Tries
    {
        int quota = 0;
        int failures = 0;
    };
    using Gate = std::function<tl::expected<SendTicket, Delay>(std::chrono::milliseconds patience)>;

    template <typename T, typename Ask>
    [[nodiscard]] Result<T> persist(const Gate &gate, const Ask &ask, const CancelToken &cancel);
    [[nodiscard]] Result<SendTicket> waitAt(const Gate &gate, const CancelToken &cancel) const;
    static std::chrono::milliseconds waitUntilDue(const SendTicket &ticket, const CancelToken &cancel);
    [[nodiscard]] Result<void> waitAfter(const ProviderTrouble &trouble, Tries &tries,
                                         const CancelToken &cancel) const;
    [[nodiscard]] Error errorOf(const Delay &delay) const;

    std::shared_ptr<ProviderModel> m_model;
    std::shared_ptr<RateLimiter> m_limiter;
    Patience m_patience;
};

} // namespace Gemmary
