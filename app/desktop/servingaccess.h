// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "settings/settings.h"
#include "settings/tokenfacts.h"
#include "settings/tokenuses.h"
#include "system/serving.h"

#include <functional>
#include <memory>
#include <vector>

namespace Gemmary {

// How the window reaches its REST listener. All but `uses` read files and may block; see restservice.h.
struct ServingAccess
{
    std::function<Result<std::unique_ptr<Serving>>(const Settings &)> start;
    std::function<Result<QString>(const Settings &, const QString &name)> addToken;
    std::function<Result<std::vector<TokenFacts>>(const Settings &)> listTokens;
    std::function<Result<void>(const Settings &, const QString &name)> revokeToken;
    std::shared_ptr<TokenUses> uses = std::make_shared<TokenUses>(); // told by what `start` started
};

} // namespace Gemmary
