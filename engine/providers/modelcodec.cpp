// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/modelcodec.h"

#include "providers/geminicodec.h"
#include "providers/ollamacodec.h"
#include "providers/openaicodec.h"

#include <QJsonDocument>

namespace Gemmary {

namespace {

constexpr std::chrono::minutes LocalPrefill{15}; // reading a long prompt on a processor

QString rootOf(const ProviderSettings &settings)
{
    if (settings.address.isEmpty())
        return QStringLiteral("https://generativelanguage.googleapis.com");
    QString root =
        settings.address.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    for (const char *version : {"/v1", "/v1beta"}) {
        if (root.endsWith(QLatin1StringView(version)))
            root.chop(static_cast<qsizetype>(qstrlen(version)));
    }
    return root;
}

} // namespace

ModelCodec::ModelCodec(ProviderSettings settings)
    : m_settings(std::move(settings))
    , m_root(rootOf(m_settings))
{}

Attempt<void> ModelCodec::check(const ModelAnswer & /*answer*/, const ModelRequest & /*request*/) const
{
    return {};
}

std::optional<HttpRequest> ModelCodec::askMore(const ModelInfo & /*model*/) const
{
    return {};
}

void ModelCodec::readMore(const QByteArray & /*body*/, ModelInfo & /*model*/) const {}

std::pair<QByteArray, QByteArray> ModelCodec::keyHeader(const QByteArray &key) const
{
    return {QByteArrayLiteral("Authorization"), QByteArrayLiteral("Bearer ") + key};
}

HttpRequest ModelCodec::requestTo(const QString &path, const QJsonObject &body) const
{
    HttpRequest request;
    request.url = QUrl(m_root + path);
    if (!body.isEmpty())
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (const QByteArray key = m_settings.key.trimmed().toUtf8(); !key.isEmpty())
        std::tie(request.keyHeader, request.keyValue) = keyHeader(key);
    if (m_settings.kind != ProviderKind::Gemini)
        request.times.firstByte = LocalPrefill;
    return request;
}

std::unique_ptr<ModelCodec> newModelCodec(const ProviderSettings &settings)
{
    switch (settings.kind) {
    case ProviderKind::OpenAi:
        return std::make_unique<OpenAiCodec>(settings);
    case ProviderKind::Ollama:
        return std::make_unique<OllamaCodec>(settings);
    case ProviderKind::Gemini:
        break;
    }
    return std::make_unique<GeminiCodec>(settings);
}

QString joinedPrompt(const ModelRequest &request)
{
    if (request.instructions.isEmpty())
        return request.prompt;
    return request.instructions + QStringLiteral("\n\n") + request.prompt;
}

Attempt<QJsonObject> readObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return trouble(TroubleKind::BadReply, error.errorString());
    return document.object();
}

Attempt<QJsonArray> readModelRows(const QByteArray &json, QLatin1StringView key)
{
    GEMMARY_ASSIGN(object, readObject(json));
    if (!object[key].isArray())
        return trouble(TroubleKind::WrongAddress, QStringLiteral("no list of models"));
    return object[key].toArray();
}

} // namespace Gemmary
