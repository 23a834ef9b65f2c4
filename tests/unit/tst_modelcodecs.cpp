// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/modelcodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Gemmary;
using namespace Qt::StringLiterals;

namespace {

struct Asked
{
    HttpRequest request;
    QJsonObject body;
};

ProviderSettings settingsFor(ProviderKind kind, const QString &model = u"m"_s)
{
    ProviderSettings settings;
    settings.kind = kind;
    settings.model = model;
    settings.key = u"k-1\n"_s; // as pasted
    if (kind != ProviderKind::Gemini)
        settings.address = QUrl(u"http://127.0.0.1:8080/v1/"_s);
    return settings;
}

Asked ask(const ProviderSettings &settings, const ModelInfo &model = {})
{
    ModelRequest request{u"Summarise."_s, u"A text."_s, 100, 5, QJsonObject{{u"type"_s, u"object"_s}}};
    const ModelCapabilities capabilities = knownCapabilities(settings.kind, model);
    Asked asked{newModelCodec(settings)->ask(request, model, capabilities), {}};
    asked.body = QJsonDocument::fromJson(asked.request.body).object();
    return asked;
}

ModelInfo named(const QString &name, bool thinks = false)
{
    ModelInfo model;
    model.name = name;
    model.contextTokens = 8192;
    model.thinks = thinks;
    return model;
}

Attempt<AnswerDraft> read(ProviderKind kind, const std::vector<QByteArray> &events)
{
    const auto codec = newModelCodec(settingsFor(kind));
    AnswerDraft draft;
    for (const QByteArray &event : events)
        GEMMARY_TRY(codec->read(event, draft));
    return draft;
}

} // namespace

class TestModelCodecs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void geminiAsk_gemma4_instructionsSchemaAndLittleThinking()
    {
        const Asked asked =
            ask(settingsFor(ProviderKind::Gemini, u"models/gemma-4-31b-it"_s), named(u"gemma-4-31b-it"_s));
        QCOMPARE(asked.request.url,
                 QUrl(u"https://generativelanguage.googleapis.com/v1beta/models/gemma-4-31b-it"
                      ":streamGenerateContent?alt=sse"_s));
        QCOMPARE(asked.request.keyHeader, "x-goog-api-key");
        QCOMPARE(asked.request.keyValue, "k-1");
        QCOMPARE(asked.body["systemInstruction"_L1]["parts"_L1][0]["text"_L1].toString(), u"Summarise."_s);
        QCOMPARE(asked.body["contents"_L1][0]["parts"_L1][0]["text"_L1].toString(), u"A text."_s);
        const QJsonValue config = asked.body["generationConfig"_L1];
        QCOMPARE(config["maxOutputTokens"_L1].toInt(), 612);
        QCOMPARE(config["thinkingConfig"_L1]["thinkingLevel"_L1].toString(), u"MINIMAL"_s);
        QCOMPARE(config["responseMimeType"_L1].toString(), u"application/json"_s);
        QCOMPARE(config["responseJsonSchema"_L1]["type"_L1].toString(), u"object"_s);
        QVERIFY(!asked.request.url.toString().contains(u"k-1"_s));
    }

    void geminiAsk_gemma3_onlyPrompt()
    {
        const Asked asked =
            ask(settingsFor(ProviderKind::Gemini, u"gemma-3n-e4b-it"_s), named(u"gemma-3n-e4b-it"_s));
        QVERIFY(!asked.body.contains("systemInstruction"_L1));
        QCOMPARE(asked.body["contents"_L1][0]["parts"_L1][0]["text"_L1].toString(),
                 u"Summarise.\n\nA text."_s);
        const QJsonObject config = asked.body["generationConfig"_L1].toObject();
        QCOMPARE(config.keys(), QStringList({u"maxOutputTokens"_s, u"seed"_s, u"temperature"_s}));
        QCOMPARE(config["maxOutputTokens"_L1].toInt(), 100);
    }

    void geminiAsk_modelWithSpecialLetters_staysInItsPath()
    {
        const Asked asked = ask(settingsFor(ProviderKind::Gemini, u"../x?y#z"_s));
        QVERIFY(
            asked.request.url.toEncoded().contains("/v1beta/models/..%2Fx%3Fy%23z:streamGenerateContent"));
    }

    void openAiAsk_request_isWhatServersTake()
    {
        const Asked asked = ask(settingsFor(ProviderKind::OpenAi), named(u"m"_s));
        QCOMPARE(asked.request.url, QUrl(u"http://127.0.0.1:8080/v1/chat/completions"_s));
        QCOMPARE(asked.request.keyHeader, "Authorization");
        QCOMPARE(asked.request.keyValue, "Bearer k-1");
        QCOMPARE(asked.body["messages"_L1][0]["role"_L1].toString(), u"system"_s);
        QCOMPARE(asked.body["messages"_L1][1]["content"_L1].toString(), u"A text."_s);
        QCOMPARE(asked.body["max_tokens"_L1].toInt(), 100);
        QCOMPARE(asked.body["stream_options"_L1]["include_usage"_L1].toBool(), true);
        QCOMPARE(asked.body["response_format"_L1]["json_schema"_L1]["schema"_L1]["type"_L1].toString(),
                 u"object"_s);
        QVERIFY(!asked.body.contains("chat_template_kwargs"_L1));
        const Asked thinking = ask(settingsFor(ProviderKind::OpenAi), named(u"gemma-4"_s, true));
        QCOMPARE(thinking.body["chat_template_kwargs"_L1]["enable_thinking"_L1].toBool(true), false);
    }

    void ollamaAsk_request_setsContextAndForbidsShortening()
    {
        const Asked asked = ask(settingsFor(ProviderKind::Ollama), named(u"m"_s));
        QCOMPARE(asked.request.url, QUrl(u"http://127.0.0.1:8080/api/chat"_s));
        QCOMPARE(asked.body["truncate"_L1].toBool(true), false);
        QCOMPARE(asked.body["shift"_L1].toBool(true), false);
        QCOMPARE(asked.body["keep_alive"_L1].toString(), u"10m"_s);
        QCOMPARE(asked.body["options"_L1]["num_ctx"_L1].toInt(), 8192);
        QCOMPARE(asked.body["options"_L1]["num_predict"_L1].toInt(), 100);
        QCOMPARE(asked.body["format"_L1]["type"_L1].toString(), u"object"_s);
        QVERIFY(!asked.body.contains("think"_L1));
        QCOMPARE(ask(settingsFor(ProviderKind::Ollama), named(u"m"_s, true)).body["think"_L1].toBool(true),
                 false);
    }

    void geminiRead_events_dropsThoughtsAndTakesLastUsage()
    {
        const auto draft = read(
            ProviderKind::Gemini,
            {R"({"candidates":[{"content":{"parts":[{"text":"hm","thought":true},{"text":"Hola "}]},"index":0}],)"
             R"("usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":1}})",
             R"({"candidates":[{"content":{"parts":[{"text":"ñ"}]},"finishReason":"STOP"}],"modelVersion":"v",)"
             R"("usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":5,"thoughtsTokenCount":3}})"});
        QVERIFY(draft && draft->isEnded);
        QCOMPARE(draft->answer.text, u"Hola ñ"_s);
        QCOMPARE(draft->answer.end, AnswerEnd::Complete);
        QCOMPARE(draft->answer.inputTokens, 12);
        QCOMPARE(draft->answer.outputTokens, 8);
        QCOMPARE(draft->answer.model, u"v"_s);
    }

    void geminiRead_absentParts_endOrNothing_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<bool>("isEnded");
        QTest::addColumn<AnswerEnd>("end");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char *event, bool isEnded, AnswerEnd end, const char *refusal = "") {
            QTest::newRow(event) << QByteArray(event) << isEnded << end << QString::fromLatin1(refusal);
        };
        row("{}", false, AnswerEnd::Complete);
        row(R"({"candidates":[]})", false, AnswerEnd::Complete);
        row(R"({"candidates":null,"usageMetadata":7})", false, AnswerEnd::Complete);
        row(R"({"promptFeedback":{"blockReason":"JAILBREAK"}})", true, AnswerEnd::Refused, "JAILBREAK");
        row(R"({"candidates":[{"finishReason":"SAFETY"}]})", true, AnswerEnd::Refused, "SAFETY");
        row(R"({"candidates":[{"finishReason":"RECITATION"}]})", true, AnswerEnd::Refused, "RECITATION");
        row(R"({"candidates":[{"finishReason":"NEW_ONE"}]})", true, AnswerEnd::Refused, "NEW_ONE");
        row(R"({"candidates":[{"content":{"role":"model"},"finishReason":"MAX_TOKENS"}]})", true,
            AnswerEnd::CutOff);
    }

    void geminiRead_absentParts_endOrNothing()
    {
        QFETCH(QByteArray, event);
        const auto draft = read(ProviderKind::Gemini, {event});
        QVERIFY(draft && draft->answer.text.isEmpty());
        QTEST(draft->isEnded, "isEnded");
        QTEST(draft->answer.end, "end");
        QTEST(draft->answer.refusal, "refusal");
    }

    void openAiRead_recordedStream_isText()
    {
        const auto draft = read(
            ProviderKind::OpenAi,
            {R"({"choices":[{"index":0,"delta":{"role":"assistant","content":null},"finish_reason":null}],"model":"g"})",
             R"({"choices":[{"index":0,"delta":{"reasoning_content":"hm"},"finish_reason":null}]})",
             R"({"choices":[{"index":0,"delta":{"content":"Hola"},"finish_reason":null}]})",
             R"({"choices":[{"index":0,"delta":{},"finish_reason":"length"}]})",
             R"({"choices":[],"usage":{"completion_tokens":21,"prompt_tokens":56,"total_tokens":77}})",
             "[DONE]"});
        QVERIFY(draft && draft->isEnded);
        QCOMPARE(draft->answer.text, u"Hola"_s);
        QCOMPARE(draft->answer.end, AnswerEnd::CutOff);
        QCOMPARE(draft->answer.inputTokens, 56);
        QCOMPARE(draft->answer.outputTokens, 21);
        QCOMPARE(draft->answer.model, u"g"_s);
    }

    void ollamaRead_lines_areText()
    {
        const auto draft = read(
            ProviderKind::Ollama,
            {R"({"model":"gemma3:4b","message":{"role":"assistant","content":"Ho"},"done":false})",
             R"({"model":"gemma3:4b","message":{"role":"assistant","content":"la","thinking":"hm"},"done":false})",
             R"({"model":"gemma3:4b","message":{"content":""},"done":true,"done_reason":"stop",)"
             R"("prompt_eval_count":26,"eval_count":282})"});
        QVERIFY(draft && draft->isEnded);
        QCOMPARE(draft->answer.text, u"Hola"_s);
        QCOMPARE(draft->answer.inputTokens, 26);
        QCOMPARE(draft->answer.outputTokens, 282);
    }

    void read_errorEvent_isTrouble_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<TroubleKind>("kind");
        const auto row = [](const char *name, ProviderKind provider, const char *event, TroubleKind kind) {
            QTest::newRow(name) << provider << QByteArray(event) << kind;
        };
        row("Gemini", ProviderKind::Gemini, R"({"error":{"code":503,"status":"UNAVAILABLE"}})",
            TroubleKind::Transient);
        row("OpenAI", ProviderKind::OpenAi, R"({"error":{"code":500,"message":"x"}})",
            TroubleKind::Transient);
        row("older llama-server", ProviderKind::OpenAi, R"({"code":500,"message":"x","type":"server_error"})",
            TroubleKind::Transient);
        row("llama-server too long", ProviderKind::OpenAi,
            R"({"error":{"code":400,"type":"exceed_context_size_error","message":"x","n_ctx":2048}})",
            TroubleKind::Overflow);
        row("Ollama", ProviderKind::Ollama, R"({"error":"runner stopped"})", TroubleKind::Transient);
        for (const auto provider : {ProviderKind::Gemini, ProviderKind::OpenAi, ProviderKind::Ollama}) {
            row("no JSON", provider, "{\"a\":", TroubleKind::BadReply);
            row("no object", provider, "[1]", TroubleKind::BadReply);
            row("no UTF-8", provider, "{\"a\":\"\xff\"}", TroubleKind::BadReply);
        }
    }

    void read_errorEvent_isTrouble()
    {
        QFETCH(ProviderKind, provider);
        QFETCH(QByteArray, event);
        const auto draft = read(provider, {event});
        QVERIFY(!draft);
        QTEST(draft.error().kind, "kind");
    }

    void ollamaCheck_fewTokensRead_isShortened()
    {
        const auto codec = newModelCodec(settingsFor(ProviderKind::Ollama));
        ModelRequest request;
        request.inputTokens = 1000;
        ModelAnswer answer;
        answer.inputTokens = 599;
        QVERIFY(!codec->check(answer, request));
        QCOMPARE(codec->check(answer, request).error().kind, TroubleKind::Shortened);
        answer.inputTokens = 600;
        QVERIFY(codec->check(answer, request));
        answer.inputTokens = 0; // it did not say
        QVERIFY(codec->check(answer, request));
    }

    void geminiReadModels_list_leavesOutWhatWritesNothing()
    {
        const auto page =
            newModelCodec(settingsFor(ProviderKind::Gemini))
                ->readModels(
                    R"({"models":[{"name":"models/gemma-4-31b-it","displayName":"Gemma 4 31B IT","inputTokenLimit":262144,)"
                    R"("outputTokenLimit":32768,"supportedGenerationMethods":["generateContent","countTokens"],"thinking":true},)"
                    R"({"name":"models/embedding-001","supportedGenerationMethods":["embedContent"]}],"nextPageToken":"p2"})");
        QVERIFY(page && page->models.size() == 1);
        QCOMPARE(page->next, u"p2"_s);
        const ModelInfo &model = page->models.front();
        QCOMPARE(model.name, u"gemma-4-31b-it"_s);
        QCOMPARE(model.label, u"Gemma 4 31B IT"_s);
        QCOMPARE(model.contextTokens, 262144);
        QCOMPARE(model.outputTokens, 32768);
        QVERIFY(model.isGemma && model.runsInCloud && model.thinks);
    }

    void openAiReadModels_recordedList_takesSlotsContext()
    {
        const auto page =
            newModelCodec(settingsFor(ProviderKind::OpenAi))
                ->readModels(
                    R"({"models":[{}],"object":"list","data":[{"id":"gemma-3-tiny-test-it","object":"model",)"
                    R"("owned_by":"llamacpp","meta":{"n_ctx":2048,"n_ctx_train":131072,"n_vocab":378}},)"
                    R"({"id":"e","type":"embeddings"}]})");
        QVERIFY(page && page->models.size() == 1);
        QCOMPARE(page->models.front().contextTokens, 2048);
        QVERIFY(page->models.front().isGemma);
        const auto wrong = newModelCodec(settingsFor(ProviderKind::OpenAi))->readModels("{\"hello\":1}");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, TroubleKind::WrongAddress);
    }

    void ollamaReadModels_cloudEntry_isMarked()
    {
        const auto page =
            newModelCodec(settingsFor(ProviderKind::Ollama))
                ->readModels(
                    R"({"models":[{"name":"gemma3:4b","model":"gemma3:4b","details":{"family":"gemma3"}},)"
                    R"({"name":"big:cloud","model":"big:cloud","remote_host":"https://ollama.com","details":{"family":"x"},)"
                    R"("capabilities":["thinking"]}]})");
        QVERIFY(page && page->models.size() == 2);
        QVERIFY(page->models[0].isGemma && !page->models[0].runsInCloud && !page->models[0].thinks);
        QVERIFY(!page->models[1].isGemma && page->models[1].runsInCloud && page->models[1].thinks);
    }

    void ollamaReadAbout_model_contextIsTheSmaller()
    {
        const auto codec = newModelCodec(settingsFor(ProviderKind::Ollama));
        const auto large = codec->readAbout(R"({"model_info":{"gemma3.context_length":131072}})");
        QCOMPARE(large->contextTokens, 8192);
        const auto small = codec->readAbout(R"({"model_info":{"gemma3.context_length":2048}})");
        QCOMPARE(small->contextTokens, 2048);
    }
};

QTEST_GUILESS_MAIN(TestModelCodecs)
#include "tst_modelcodecs.moc"
