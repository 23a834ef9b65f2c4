// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/modeloffer.h"
#include "domain/quotabook.h"
#include "domain/storefacts.h"
#include "settings/settings.h"

#include <QString>

#include <memory>
#include <vector>

namespace Gemmary {

class Engine;

// The one place that names the concrete store, scanner, extractor, analyzer and summarisers, and puts an
// engine together from them.
class Composition
{
public:
    // Opens the SQLite store at `storePlace`, making it when it is not there; or the database that a URL
    // beginning with postgresql:// names. `trialProgram` tries documents that may have ended a worker, by
    // serveTrials(); empty: nobody does.
    [[nodiscard]] static Result<std::unique_ptr<Composition>>
    open(const Settings &settings, const QString &storePlace, const QString &trialProgram = {});
    ~Composition();

    [[nodiscard]] Engine &engine() const;
    [[nodiscard]] QString sharedPlace() const; // host and database, when other machines use them; else empty

    // Other keys, addresses and limits of models, from here on; see ConfiguredModels::use().
    void useModels(const Settings &settings);

    // What was sent to a provider today, and what may be; see ConfiguredModels::quotaOf(). Blocks.
    [[nodiscard]] Result<QuotaUse> quotaOf(const QString &summarizer) const;

private:
    struct Parts;
    explicit Composition(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

// The running program, also once its file is replaced; it can be a trial program.
inline constexpr QLatin1StringView OwnProgram("/proc/self/exe");

// Whether the program was started to try documents, and the trying, until standard input ends; an exit code.
[[nodiscard]] bool isTrialChild(int argc, const char *const argv[]);
[[nodiscard]] int serveTrials();

// The models of a provider that the settings lead to; see ConfiguredModels.
[[nodiscard]] Result<std::vector<ModelOffer>> listModels(const Settings &settings, const QString &summarizer);

// The model servers of this computer and at the settings' address. Blocks.
[[nodiscard]] std::vector<ServerOffer> findServers(const Settings &settings);

// Asks a model the smallest question: being listed proves nothing. Blocks.
[[nodiscard]] Result<ModelTrial> tryModel(const Settings &settings, const QString &summarizer,
                                          const QString &model);

// What can be said of a store, or done to it, without working on it: see engine/store/storecare.h.
[[nodiscard]] Result<StoreFacts> inspectStore(const QString &storePlace);
[[nodiscard]] Result<void> backUpStore(const QString &storePlace, const QString &target);

} // namespace Gemmary
