// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/modeloffer.h"
#include "domain/processsettings.h"
#include "settings/settings.h"

#include <QFuture>

#include <functional>
#include <vector>

namespace Gemmary {

// How the window reaches models and the keyring. The first three block.
struct ModelAccess
{
    std::function<std::vector<ServerOffer>(const Settings &)> findServers;
    std::function<Result<std::vector<ModelOffer>>(const Settings &, const QString &summarizer)> list;
    std::function<Result<ModelTrial>(const Settings &, const ProcessSettings &)> tryModel;
    std::function<void(const Settings &)> use; // by the work from here on

    // Google's key in the system's keyring; Unavailable: there is no keyring.
    std::function<QFuture<Result<QString>>()> readKey;
    std::function<QFuture<Result<void>>(const QString &key)> keepKey;
    std::function<QFuture<Result<void>>()> forgetKey;
};

} // namespace Gemmary
