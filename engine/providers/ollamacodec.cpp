// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ollamacodec.h"

#include "providers/servertrouble.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gemmary {

namespace {

// Of the estimated tokens; an estimate may be a third too high, a shortened text loses about a half.
constexpr double ShareThatWasRead = 0.6;

bool isGemmaFamily(const QJsonValue &details)
{
    return details["family"_L1].toString().startsWith("gemma"_L1);
}

bool thinks(const QJsonValue &row)
{
    return row["capabilities"_L1].toArray().contains("thinking"_L1);
}

// "gemma3.context_length": the key begins with the model's architecture.
qint64 contextLength(const QJsonObject &about)
{
    for (auto fact = about.begin(); fact != about.end(); ++fact) {
        if (fact.key().endsWith(".context_length"_L1))
            return fact.value().toInteger();
    }
    return 0;
}

} // namespace

HttpRequest OllamaCodec::ask(const ModelRequest &request, const ModelInfo &model,
                             const ModelCapabilities &capabilities) const
{
    QJsonArray messages;
    const bool isApart = capabilities.takesInstructions && !request.instructions.isEmpty();
    if (isApart)
        messages += QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, request.instructions}};
    messages +=
        QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, isApart ? request.prompt : joinedPrompt(request)}};
    // Always the same context: another one loads the model anew.
    const QJsonObject options{{u"num_ctx"_s, model.contextTokens},
                              {u"num_predict"_s, request.outputTokens + capabilities.thoughtTokens},
                              {u"temperature"_s, 0},
                              {u"seed"_s, 1}};
    QJsonObject body{{u"model"_s, settings().model},
                     {u"messages"_s, messages},
                     {u"stream"_s, true},
                     {u"keep_alive"_s, u"10m"_s},
                     {u"truncate"_s, false}, // else what is too long is dropped without a word
                     {u"shift"_s, false},
                     {u"options"_s, options}};
    if (request.schema && capabilities.keepsToSchema)
        body.insert("format"_L1, *request.schema);
    if (capabilities.thinks) // models that cannot refuse the very word
        body.insert("think"_L1, false);
    return requestTo(u"/api/chat"_s, body);
}

Attempt<void> OllamaCodec::read(const QByteArray &event, AnswerDraft &draft) const
{
    GEMMARY_ASSIGN(object, readObject(event));
    if (object.contains("error"_L1))
        return tl::unexpected(serverTrouble({500, {}, event}));
    ModelAnswer &answer = draft.answer;
    answer.model = object["model"_L1].toString(answer.model);
    draft.isBegun = draft.isBegun || object.contains("message"_L1);
    answer.text += object["message"_L1]["content"_L1].toString();
    if (!object["done"_L1].toBool())
        return {};
    draft.isEnded = true;
    if (object["done_reason"_L1].toString() == "length"_L1)
        answer.end = AnswerEnd::CutOff;
    answer.inputTokens = object["prompt_eval_count"_L1].toInteger();
    answer.outputTokens = object["eval_count"_L1].toInteger();
    return {};
}

Attempt<void> OllamaCodec::check(const ModelAnswer &answer, const ModelRequest &request) const
{
    const auto expected = static_cast<double>(request.inputTokens);
    if (answer.inputTokens > 0 && static_cast<double>(answer.inputTokens) < ShareThatWasRead * expected)
        return trouble(TroubleKind::Shortened,
                       u"%1 tokens read of about %2"_s.arg(answer.inputTokens).arg(request.inputTokens));
    return {};
}

ProviderTrouble OllamaCodec::troubleOf(const HttpReply &reply) const
{
    return serverTrouble(reply);
}

HttpRequest OllamaCodec::askForModels(const QString & /*page*/) const
{
    return requestTo(u"/api/tags"_s);
}

Attempt<ModelPage> OllamaCodec::readModels(const QByteArray &body) const
{
    GEMMARY_ASSIGN(rows, readModelRows(body, "models"_L1));
    ModelPage page;
    for (const auto &row : std::as_const(rows)) {
        ModelInfo model;
        model.name = row["model"_L1].toString(row["name"_L1].toString());
        model.label = row["name"_L1].toString(model.name);
        model.isGemma = isGemmaFamily(row["details"_L1]) || model.name.startsWith("gemma"_L1);
        model.runsInCloud = !row["remote_host"_L1].toString().isEmpty();
        model.thinks = thinks(row);
        page.models.push_back(model);
    }
    return page;
}

HttpRequest OllamaCodec::askAbout() const
{
    return requestTo(u"/api/show"_s, {{u"model"_s, settings().model}});
}

Attempt<ModelInfo> OllamaCodec::readAbout(const QByteArray &body) const
{
    GEMMARY_ASSIGN(object, readObject(body));
    ModelInfo model;
    model.name = settings().model;
    model.label = model.name;
    model.isGemma = isGemmaFamily(object["details"_L1]);
    model.runsInCloud = !object["remote_host"_L1].toString().isEmpty();
    model.thinks = thinks(object);
    // What the model could take is more than this computer may hold: the settings decide.
    model.contextTokens = settings().contextTokens;
    if (const qint64 most = contextLength(object["model_info"_L1].toObject()); most > 0)
        model.contextTokens = std::min(model.contextTokens, most);
    return model;
}

} // namespace Gemmary
