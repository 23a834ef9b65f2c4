// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/geminicodec.h"

#include "providers/geminitrouble.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gemmary {

namespace {

QJsonObject content(const QString &text)
{
    return {{u"role"_s, u"user"_s}, {u"parts"_s, QJsonArray{QJsonObject{{u"text"_s, text}}}}};
}

QJsonObject generationConfig(const ModelRequest &request, const ModelInfo &model,
                             const ModelCapabilities &capabilities)
{
    qint64 outputTokens = request.outputTokens + capabilities.thoughtTokens;
    if (model.outputTokens > 0)
        outputTokens = std::min(outputTokens, model.outputTokens);
    QJsonObject config{{u"temperature"_s, 0}, {u"seed"_s, 1}, {u"maxOutputTokens"_s, outputTokens}};
    if (request.schema && capabilities.keepsToSchema) {
        config.insert("responseMimeType"_L1, u"application/json"_s);
        config.insert("responseJsonSchema"_L1, *request.schema);
    }
    // The only level besides "high" that Gemma 4 takes.
    if (capabilities.thinks)
        config.insert("thinkingConfig"_L1, QJsonObject{{u"thinkingLevel"_s, u"MINIMAL"_s}});
    return config;
}

void refuse(AnswerDraft &draft, const QString &reason)
{
    draft.answer.end = AnswerEnd::Refused;
    draft.answer.refusal = reason;
    draft.isEnded = true;
}

void end(AnswerDraft &draft, const QString &reason)
{
    if (reason != "STOP"_L1 && reason != "MAX_TOKENS"_L1)
        return refuse(draft, reason);
    draft.answer.end = reason == "STOP"_L1 ? AnswerEnd::Complete : AnswerEnd::CutOff;
    draft.isEnded = true;
}

ModelInfo modelInfo(const QJsonObject &row)
{
    ModelInfo model;
    model.name = row["name"_L1].toString();
    if (model.name.startsWith("models/"_L1)) // in lists, but not in paths
        model.name.remove(0, "models/"_L1.size());
    model.label = row["displayName"_L1].toString(model.name);
    model.contextTokens = row["inputTokenLimit"_L1].toInteger();
    model.outputTokens = row["outputTokenLimit"_L1].toInteger();
    model.isGemma = model.name.startsWith("gemma"_L1);
    model.runsInCloud = true;
    model.thinks = row["thinking"_L1].toBool();
    return model;
}

} // namespace

std::pair<QByteArray, QByteArray> GeminiCodec::keyHeader(const QByteArray &key) const
{
    return {QByteArrayLiteral("x-goog-api-key"), key};
}

QString GeminiCodec::modelPath() const
{
    QString name = settings().model;
    if (name.startsWith("models/"_L1))
        name.remove(0, "models/"_L1.size());
    return u"/v1beta/models/"_s + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

HttpRequest GeminiCodec::ask(const ModelRequest &request, const ModelInfo &model,
                             const ModelCapabilities &capabilities) const
{
    const bool isApart = capabilities.takesInstructions && !request.instructions.isEmpty();
    QJsonObject body{{u"contents"_s, QJsonArray{content(isApart ? request.prompt : joinedPrompt(request))}},
                     {u"generationConfig"_s, generationConfig(request, model, capabilities)}};
    if (isApart)
        body.insert("systemInstruction"_L1, content(request.instructions));
    // Without alt=sse it is an array that is whole at its end only.
    return requestTo(modelPath() + u":streamGenerateContent?alt=sse"_s, body);
}

Attempt<void> GeminiCodec::read(const QByteArray &event, AnswerDraft &draft) const
{
    GEMMARY_ASSIGN(object, readObject(event));
    if (object.contains("error"_L1)) {
        const int status = object["error"_L1]["code"_L1].toInt(500);
        return tl::unexpected(geminiTrouble({status, {}, event}));
    }
    ModelAnswer &answer = draft.answer;
    answer.model = object["modelVersion"_L1].toString(answer.model);
    if (const QJsonValue usage = object["usageMetadata"_L1]; usage.isObject()) { // of the whole answer so far
        answer.inputTokens = usage["promptTokenCount"_L1].toInteger();
        answer.outputTokens =
            usage["candidatesTokenCount"_L1].toInteger() + usage["thoughtsTokenCount"_L1].toInteger();
    }
    const QString blocked = object["promptFeedback"_L1]["blockReason"_L1].toString();
    if (!blocked.isEmpty())
        refuse(draft, blocked);
    const QJsonValue candidate = object["candidates"_L1][0];
    draft.isBegun = draft.isBegun || candidate.isObject();
    const QJsonArray parts = candidate["content"_L1]["parts"_L1].toArray();
    for (const auto &part : parts) {
        if (!part["thought"_L1].toBool()) // they come even when they are not asked for
            answer.text += part["text"_L1].toString();
    }
    const QString reason = candidate["finishReason"_L1].toString();
    if (!reason.isEmpty())
        end(draft, reason);
    return {};
}

ProviderTrouble GeminiCodec::troubleOf(const HttpReply &reply) const
{
    return geminiTrouble(reply);
}

HttpRequest GeminiCodec::askForModels(const QString &page) const
{
    QString path = u"/v1beta/models?pageSize=100"_s;
    if (!page.isEmpty())
        path += u"&pageToken="_s + QString::fromLatin1(QUrl::toPercentEncoding(page));
    return requestTo(path);
}

Attempt<ModelPage> GeminiCodec::readModels(const QByteArray &body) const
{
    GEMMARY_ASSIGN(object, readObject(body));
    ModelPage page{{}, object["nextPageToken"_L1].toString()};
    const QJsonArray rows = object["models"_L1].toArray();
    for (const auto &row : rows) {
        if (row["supportedGenerationMethods"_L1].toArray().contains("generateContent"_L1))
            page.models.push_back(modelInfo(row.toObject()));
    }
    return page;
}

HttpRequest GeminiCodec::askAbout() const
{
    return requestTo(modelPath());
}

Attempt<ModelInfo> GeminiCodec::readAbout(const QByteArray &body) const
{
    GEMMARY_ASSIGN(object, readObject(body));
    return modelInfo(object);
}

} // namespace Gemmary
