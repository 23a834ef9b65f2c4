// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/openaicodec.h"

#include "providers/servertrouble.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gemmary {

namespace {

constexpr int BatchingSlots = 4; // vLLM works on as many as there are

ModelInfo modelInfo(const QJsonValue &row)
{
    ModelInfo model;
    model.name = row["id"_L1].toString();
    model.label = model.name;
    model.server = row["owned_by"_L1].toString();
    // n_ctx is a slot's share; n_ctx_train would be what the model could take elsewhere.
    for (const QJsonValue &context : {row["meta"_L1]["n_ctx"_L1], row["max_model_len"_L1],
                                      row["loaded_context_length"_L1], row["max_context_length"_L1]}) {
        if (model.contextTokens == 0)
            model.contextTokens = context.toInteger();
    }
    model.isGemma = model.name.contains("gemma"_L1, Qt::CaseInsensitive) ||
                    row["arch"_L1].toString().startsWith("gemma"_L1);
    model.thinks = model.name.contains("gemma-4"_L1, Qt::CaseInsensitive) ||
                   row["arch"_L1].toString().startsWith("gemma4"_L1);
    model.concurrency = model.server == "vllm"_L1 ? BatchingSlots : 0;
    return model;
}

// LM Studio lists what is no model for text too.
bool writesText(const QJsonValue &row)
{
    const QString type = row["type"_L1].toString();
    return type.isEmpty() || type == "llm"_L1 || type == "vlm"_L1;
}

void end(AnswerDraft &draft, const QString &reason)
{
    draft.isEnded = true;
    if (reason == "length"_L1)
        draft.answer.end = AnswerEnd::CutOff;
    if (reason == "content_filter"_L1) {
        draft.answer.end = AnswerEnd::Refused;
        draft.answer.refusal = reason;
    }
}

// A whole error as an event, and the bare one that older llama-servers send.
bool isError(const QJsonObject &object)
{
    return object.contains("error"_L1) || (object.contains("message"_L1) && object.contains("code"_L1));
}

} // namespace

HttpRequest OpenAiCodec::ask(const ModelRequest &request, const ModelInfo & /*model*/,
                             const ModelCapabilities &capabilities) const
{
    QJsonArray messages;
    const bool isApart = capabilities.takesInstructions && !request.instructions.isEmpty();
    if (isApart)
        messages += QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, request.instructions}};
    messages +=
        QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, isApart ? request.prompt : joinedPrompt(request)}};
    QJsonObject body{
        {u"model"_s, settings().model},
        {u"messages"_s, messages},
        {u"temperature"_s, 0},
        {u"seed"_s, 1},
        {u"max_tokens"_s, request.outputTokens + capabilities.thoughtTokens}, // else to the context's end
        {u"stream"_s, true},
        {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}};
    if (request.schema && capabilities.keepsToSchema) {
        const QJsonObject schema{
            {u"name"_s, u"answer"_s}, {u"strict"_s, true}, {u"schema"_s, *request.schema}};
        body.insert("response_format"_L1,
                    QJsonObject{{u"type"_s, u"json_schema"_s}, {u"json_schema"_s, schema}});
    }
    if (capabilities.thinks)
        body.insert("chat_template_kwargs"_L1, QJsonObject{{u"enable_thinking"_s, false}});
    return requestTo(u"/v1/chat/completions"_s, body);
}

Attempt<void> OpenAiCodec::read(const QByteArray &event, AnswerDraft &draft) const
{
    if (event == "[DONE]") {
        draft.isEnded = true;
        return {};
    }
    GEMMARY_ASSIGN(object, readObject(event));
    if (isError(object))
        return tl::unexpected(serverTrouble({object["error"_L1]["code"_L1].toInt(500), {}, event}));
    ModelAnswer &answer = draft.answer;
    answer.model = object["model"_L1].toString(answer.model);
    if (const QJsonValue usage = object["usage"_L1]; usage.isObject()) {
        answer.inputTokens = usage["prompt_tokens"_L1].toInteger();
        answer.outputTokens = usage["completion_tokens"_L1].toInteger();
    }
    const QJsonValue choice = object["choices"_L1][0]; // none in the event with the usage
    draft.isBegun = draft.isBegun || choice.isObject();
    answer.text += choice["delta"_L1]["content"_L1].toString();
    const QString reason = choice["finish_reason"_L1].toString();
    if (!reason.isEmpty())
        end(draft, reason);
    return {};
}

ProviderTrouble OpenAiCodec::troubleOf(const HttpReply &reply) const
{
    return serverTrouble(reply);
}

HttpRequest OpenAiCodec::askForModels(const QString & /*page*/) const
{
    return requestTo(u"/v1/models"_s);
}

Attempt<ModelPage> OpenAiCodec::readModels(const QByteArray &body) const
{
    GEMMARY_ASSIGN(rows, readModelRows(body, "data"_L1));
    ModelPage page;
    for (const auto &row : std::as_const(rows)) {
        if (writesText(row))
            page.models.push_back(modelInfo(row));
    }
    return page;
}

HttpRequest OpenAiCodec::askAbout() const
{
    return askForModels({});
}

// llama-server takes any name for its only model.
Attempt<ModelInfo> OpenAiCodec::readAbout(const QByteArray &body) const
{
    GEMMARY_ASSIGN(page, readModels(body));
    const auto same = [this](const ModelInfo &model) { return model.name == settings().model; };
    if (const auto found = std::ranges::find_if(page.models, same); found != page.models.end())
        return *found;
    if (page.models.size() == 1 && page.models.front().server == "llamacpp"_L1)
        return page.models.front();
    return trouble(TroubleKind::ModelGone, u"not in the server's list"_s);
}

std::optional<HttpRequest> OpenAiCodec::askMore(const ModelInfo &model) const
{
    if (model.server == "llamacpp"_L1)
        return requestTo(u"/props"_s); // its slots
    if (model.contextTokens == 0)
        return requestTo(u"/api/v0/models"_s); // LM Studio's own list has contexts
    return {};
}

void OpenAiCodec::readMore(const QByteArray &body, ModelInfo &model) const
{
    const auto object = readObject(body);
    if (!object)
        return;
    model.concurrency = (*object)["total_slots"_L1].toInt(model.concurrency);
    const QJsonArray rows = (*object)["data"_L1].toArray();
    for (const auto &row : rows) {
        if (row["id"_L1].toString() == model.name)
            model.contextTokens = modelInfo(row).contextTokens;
    }
}

} // namespace Gemmary
