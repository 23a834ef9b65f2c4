// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpclient.h"
#include "providers/modelinfo.h"

#include <vector>

namespace Gemmary {

// What a provider offers for text, in its order; the model of the settings is not looked at. Blocks.
[[nodiscard]] Result<std::vector<ModelInfo>> listModels(const ProviderSettings &settings, HttpClient &client,
                                                        const CancelToken &cancel);

// A place where a model server usually is.
struct ServerPlace
{
    QString name; // of the program, for people
    ProviderKind kind = ProviderKind::OpenAi;
    QUrl address;
};

// Of this computer only.
[[nodiscard]] std::vector<ServerPlace> usualPlaces();

struct FoundServer
{
    ServerPlace place;
    std::vector<ModelInfo> models; // none while it loads
};

// The servers that answer at `places` within 400 ms each. Asks for no other page than the list of models.
[[nodiscard]] std::vector<FoundServer> findServers(const std::vector<ServerPlace> &places, HttpClient &client,
                                                   const CancelToken &cancel);

} // namespace Gemmary
