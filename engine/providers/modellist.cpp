// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/modellist.h"

#include "providers/modelcodec.h"

namespace Gemmary {

namespace {

constexpr int MostPages = 20;
constexpr std::chrono::milliseconds Glance{400};

Attempt<std::vector<ModelInfo>> list(const ModelCodec &codec, HttpClient &client, const HttpTimes *times,
                                     const CancelToken &cancel)
{
    std::vector<ModelInfo> models;
    QString next;
    for (int page = 0; page < MostPages; ++page) {
        HttpRequest request = codec.askForModels(next);
        if (times)
            request.times = *times;
        GEMMARY_ASSIGN(reply, client.send(request, {}, cancel));
        if (reply.status != 200)
            return tl::unexpected(codec.troubleOf(reply));
        GEMMARY_ASSIGN(read, codec.readModels(reply.body));
        models.insert(models.end(), read.models.begin(), read.models.end());
        next = read.next;
        if (next.isEmpty())
            break;
    }
    return models;
}

} // namespace

Result<std::vector<ModelInfo>> listModels(const ProviderSettings &settings, HttpClient &client,
                                          const CancelToken &cancel)
{
    auto models = list(*newModelCodec(settings), client, nullptr, cancel);
    if (!models)
        return failure(errorOf(models.error(), settings));
    return std::move(*models);
}

std::vector<ServerPlace> usualPlaces()
{
    const auto place = [](const char *name, ProviderKind kind, int port) {
        return ServerPlace{QString::fromLatin1(name), kind,
                           QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port))};
    };
    return {place("Ollama", ProviderKind::Ollama, 11434), place("llama-server", ProviderKind::OpenAi, 8080),
            place("LM Studio", ProviderKind::OpenAi, 1234), place("vLLM", ProviderKind::OpenAi, 8000)};
}

std::vector<FoundServer> findServers(const std::vector<ServerPlace> &places, HttpClient &client,
                                     const CancelToken &cancel)
{
    std::vector<FoundServer> found;
    const HttpTimes times{Glance, Glance, Glance};
    for (const ServerPlace &place : places) {
        ProviderSettings settings;
        settings.kind = place.kind;
        settings.address = place.address;
        const auto models = list(*newModelCodec(settings), client, &times, cancel);
        if (models)
            found.push_back({place, *models});
        else if (models.error().kind == TroubleKind::Loading)
            found.push_back({place, {}});
    }
    return found;
}

} // namespace Gemmary
