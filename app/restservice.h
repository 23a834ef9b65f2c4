// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "settings/servesettings.h"
#include "settings/settings.h"
#include "settings/tokenfacts.h"
#include "settings/tokenuses.h"
#include "system/serving.h"

#include <memory>
#include <vector>

namespace Gemmary {

class Engine;

// Starts the REST listener for an engine, which outlives it. InvalidInput: what is asked for cannot be, or
// would let strangers in; Conflict: the port is taken. `uses` is told which tokens are shown; null: nobody
// asks.
[[nodiscard]] Result<std::unique_ptr<Serving>> startServing(const Settings &settings,
                                                            const ServeSettings &serve, Engine &engine,
                                                            std::shared_ptr<TokenUses> uses = {});

// The user's tokens for it; see TokenFile.
[[nodiscard]] Result<QString> addToken(const Settings &settings, const QString &name);
[[nodiscard]] Result<std::vector<TokenFacts>> listTokens(const Settings &settings);
[[nodiscard]] Result<void> revokeToken(const Settings &settings, const QString &name);

} // namespace Gemmary
