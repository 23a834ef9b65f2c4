// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/modeloffer.h"
#include "domain/processsettings.h"
#include "domain/quotabook.h"
#include "settings/keyring.h"
#include "settings/settings.h"

#include <QFuture>

#include <functional>
#include <vector>

namespace Gemmary {

// How the window reaches models and the keyring. The first four block.
struct ModelAccess
{
    std::function<std::vector<ServerOffer>(const Settings &)> findServers;
    std::function<Result<std::vector<ModelOffer>>(const Settings &, const QString &summarizer)> list;
    std::function<Result<ModelTrial>(const Settings &, const QString &summarizer, const QString &model)>
        tryModel;
    std::function<Result<QuotaUse>(const QString &summarizer)> quota; // as the work's settings have it
    std::function<void(const Settings &)> use;                        // by the work from here on

    // In the system's keyring, by a key's name; see settings/keyring.h.
    std::function<QFuture<Result<QString>>(const ModelKey &)> readKey;
    std::function<QFuture<Result<void>>(const ModelKey &, const QString &value)> keepKey;
    std::function<QFuture<Result<void>>(const ModelKey &)> forgetKey;
};

} // namespace Gemmary
