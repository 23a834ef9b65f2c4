// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/errorbody.h"
#include "providers/geminitrouble.h"
#include "providers/retrydelay.h"
#include "providers/servertrouble.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

QByteArray geminiError(int code, const char *word, const QByteArray &message,
                       const QByteArray &details = "[]")
{
    return "{\"error\":{\"code\":" + QByteArray::number(code) + ",\"message\":\"" + message +
           "\",\"status\":\"" + word + "\",\"details\":" + details + "}}";
}

QByteArray quota(const char *id, const char *value, const char *delay)
{
    return QByteArray(R"([{"@type":"type.googleapis.com/google.rpc.Help","links":[]},)"
                      R"({"@type":"type.googleapis.com/google.rpc.QuotaFailure",)"
                      R"("violations":[{"quotaId":"ID","quotaValue":"VALUE"}]},)"
                      R"({"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"DELAY"}])")
        .replace("ID", id)
        .replace("VALUE", value)
        .replace("DELAY", delay);
}

constexpr const char *Minute = "GenerateRequestsPerMinutePerProjectPerModel-FreeTier";
constexpr const char *MinuteTokens = "GenerateContentInputTokensPerModelPerMinute-FreeTier";
constexpr const char *Day = "GenerateRequestsPerDayPerProjectPerModel-FreeTier";
constexpr const char *KeyInvalid =
    R"([{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}])";

} // namespace

class TestProviderTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void geminiTrouble_reply_isOfKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<TroubleKind>("kind");
        const auto row = [](const char *name, int status, const QByteArray &body, TroubleKind kind) {
            QTest::newRow(name) << status << body << kind;
        };
        row("400 field", 400, geminiError(400, "INVALID_ARGUMENT", "Invalid value"), TroubleKind::BadRequest);
        row("400 key, by reason", 400, geminiError(400, "INVALID_ARGUMENT", "Sorry.", KeyInvalid),
            TroubleKind::Auth);
        row("400 key, by words", 400, geminiError(400, "INVALID_ARGUMENT", "API key not valid. Please"),
            TroubleKind::Auth);
        row("400 country", 400, geminiError(400, "FAILED_PRECONDITION", "User location is not supported"),
            TroubleKind::Region);
        row("400 too long", 400,
            geminiError(
                400, "INVALID_ARGUMENT",
                "The input token count (300000) exceeds the maximum number of tokens allowed (262144)."),
            TroubleKind::Overflow);
        row("401", 401, geminiError(401, "UNAUTHENTICATED", "no"), TroubleKind::Auth);
        row("403", 403, geminiError(403, "PERMISSION_DENIED", "no"), TroubleKind::Auth);
        row("404", 404, geminiError(404, "NOT_FOUND", "models/gemma-3-27b-it is not found"),
            TroubleKind::ModelGone);
        row("413 page", 413, "<html>too large</html>", TroubleKind::Overflow);
        row("429 minute", 429, geminiError(429, "RESOURCE_EXHAUSTED", "q", quota(Minute, "30", "53.1s")),
            TroubleKind::QuotaMinute);
        row("429 day", 429, geminiError(429, "RESOURCE_EXHAUSTED", "q", quota(Day, "1500", "37025s")),
            TroubleKind::QuotaDay);
        row("429 zero by value", 429, geminiError(429, "RESOURCE_EXHAUSTED", "q", quota(Day, "0", "20s")),
            TroubleKind::PlanZero);
        row("429 zero by words", 429,
            geminiError(429, "RESOURCE_EXHAUSTED",
                        "metric: requests, limit: 0, model: x. Please retry in 20s."),
            TroubleKind::PlanZero);
        row("429 limit of 0 something", 429, geminiError(429, "RESOURCE_EXHAUSTED", "limit: 05"),
            TroubleKind::QuotaMinute);
        row("429 long wait, no details", 429,
            geminiError(429, "RESOURCE_EXHAUSTED", "Please retry in 10h17m5.7s."), TroubleKind::QuotaDay);
        row("429 nothing", 429, "", TroubleKind::QuotaMinute);
        for (const int status : {408, 500, 502, 503, 504, 524})
            row(qPrintable(QStringLiteral("%1 page").arg(status)), status, "<html>Bad Gateway</html>",
                TroubleKind::Transient);
        row("array", 429, "[" + geminiError(429, "RESOURCE_EXHAUSTED", "q", quota(Day, "9", "1s")) + "]",
            TroubleKind::QuotaDay);
        row("405", 405, "", TroubleKind::BadReply);
    }

    void geminiTrouble_reply_isOfKind()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const ProviderTrouble trouble = geminiTrouble({status, {}, body});
        QTEST(trouble.kind, "kind");
        QVERIFY(!trouble.words.contains(QLatin1Char('<')));
    }

    void geminiTrouble_quota_takesLongestWaitAndLimit()
    {
        const ProviderTrouble trouble =
            geminiTrouble({429, "60",
                           geminiError(429, "RESOURCE_EXHAUSTED", "Please retry in 2.5s.",
                                       quota(Minute, "30", "53.150361113s"))});
        QVERIFY(trouble.retryAfter == 60s);
        QCOMPARE(trouble.quotaValue.value_or(-1), 30);
        const ProviderTrouble shorter = geminiTrouble(
            {429, "1", geminiError(429, "RESOURCE_EXHAUSTED", "", quota(Minute, "30", "53.150361113s"))});
        QVERIFY(shorter.retryAfter == 53150ms);
        QVERIFY(!shorter.isQuotaOfTokens);
        const ProviderTrouble tokens = geminiTrouble(
            {429, {}, geminiError(429, "RESOURCE_EXHAUSTED", "", quota(MinuteTokens, "15000", "20s"))});
        QVERIFY(tokens.isQuotaOfTokens);
        QCOMPARE(tokens.quotaValue.value_or(-1), 15'000);
    }

    void trouble_refusedFeature_isNamed_data()
    {
        QTest::addColumn<bool>("gemini");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<ModelFeature>("feature");
        const auto row = [](bool gemini, const char *message, ModelFeature feature) {
            QTest::newRow(message) << gemini << QByteArray(message) << feature;
        };
        row(true, "Developer instruction is not enabled for models/gemma-3-27b-it",
            ModelFeature::Instructions);
        row(true, "JSON mode is not enabled for models/gemma-3-27b-it", ModelFeature::Schema);
        row(true, "Thinking level LOW is not supported for this model.", ModelFeature::Thinking);
        row(false, "System role not supported", ModelFeature::Instructions);
        row(false, "failed to parse grammar", ModelFeature::Schema);
        row(false, "x does not support thinking", ModelFeature::Thinking);
    }

    void trouble_refusedFeature_isNamed()
    {
        QFETCH(bool, gemini);
        QFETCH(QByteArray, message);
        const HttpReply reply{400, {}, geminiError(400, "INVALID_ARGUMENT", message)};
        const ProviderTrouble trouble = gemini ? geminiTrouble(reply) : serverTrouble(reply);
        QCOMPARE(trouble.kind, TroubleKind::BadRequest);
        QVERIFY(trouble.refused.has_value());
        QTEST(trouble.refused.value(), "feature");
    }

    void serverTrouble_reply_isOfKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<TroubleKind>("kind");
        const auto row = [](const char *name, int status, const char *body, TroubleKind kind) {
            QTest::newRow(name) << status << QByteArray(body) << kind;
        };
        row("llama-server overflow", 400,
            R"({"error":{"code":400,"type":"exceed_context_size_error","message":"request exceeds the available)"
            R"( context size","n_prompt_tokens":3216,"n_ctx":2048}})",
            TroubleKind::Overflow);
        row("vLLM overflow", 400,
            R"({"error":{"message":"The maximum context length is 4096 tokens. However, you requested 9000",)"
            R"("type":"BadRequestError","code":400}})",
            TroubleKind::Overflow);
        row("Ollama overflow", 400, R"({"error":"the input length exceeds the context length"})",
            TroubleKind::Overflow);
        row("Ollama overflow, later", 500, R"({"error":"input length exceeds maximum context length"})",
            TroubleKind::Overflow);
        row("LM Studio overflow", 400,
            R"({"error":"Trying to keep the first 9000 tokens when context the overflows. Reached context length"})",
            TroubleKind::Overflow);
        row("loading", 503, R"({"error":{"message":"Loading model","type":"unavailable_error","code":503}})",
            TroubleKind::Loading);
        row("queue full", 503,
            R"({"error":"server busy, please try again. maximum pending requests exceeded"})",
            TroubleKind::Transient);
        row("key", 401, R"({"error":{"message":"Invalid API Key","type":"authentication_error","code":401}})",
            TroubleKind::Auth);
        row("request", 400, R"({"error":{"message":"bad","type":"invalid_request_error","code":400}})",
            TroubleKind::BadRequest);
        row("Ollama model", 404, "{\"error\":\"model 'x' not found\"}", TroubleKind::ModelGone);
        row("vLLM model", 404, R"({"error":{"message":"The model `x` does not exist.","code":404}})",
            TroubleKind::ModelGone);
        row("path", 404, R"({"error":{"code":404,"message":"File Not Found","type":"not_found_error"}})",
            TroubleKind::WrongAddress);
        row("web page", 404, "<html>nginx</html>", TroubleKind::WrongAddress);
        row("busy", 429, R"({"error":{"message":"slow down"}})", TroubleKind::QuotaMinute);
        row("gateway", 502, "<html>Bad Gateway</html>", TroubleKind::Transient);
        row("broken", 500, R"({"error":{"message":"x","type":"server_error","code":500}})",
            TroubleKind::Transient);
        row("teapot", 418, "", TroubleKind::BadReply);
    }

    void serverTrouble_reply_isOfKind()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const ProviderTrouble trouble = serverTrouble({status, "5", body});
        QTEST(trouble.kind, "kind");
        QVERIFY(!trouble.words.contains(QLatin1Char('<')));
        QVERIFY(trouble.retryAfter == 5s);
        QCOMPARE(trouble.contextTokens.value_or(0), body.contains("n_ctx") ? 2048 : 0);
    }

    void errorOf_kind_isWhatPortPromises()
    {
        const auto kindOf = [](TroubleKind kind) {
            return errorOf({kind, {}, {}, {}, {}, {}}, QStringLiteral("P"), QStringLiteral("M")).kind;
        };
        for (const TroubleKind kind :
             {TroubleKind::QuotaMinute, TroubleKind::QuotaDay, TroubleKind::Loading, TroubleKind::Transient,
              TroubleKind::BrokeOff, TroubleKind::Unreachable, TroubleKind::TimedOut})
            QVERIFY(isTransient(kindOf(kind)));
        for (const TroubleKind kind :
             {TroubleKind::Auth, TroubleKind::Region, TroubleKind::PlanZero, TroubleKind::ModelGone,
              TroubleKind::WrongAddress, TroubleKind::BadRequest, TroubleKind::Redirected,
              TroubleKind::Insecure})
            QCOMPARE(kindOf(kind), ErrorKind::InvalidInput);
        for (const TroubleKind kind : {TroubleKind::Overflow, TroubleKind::Shortened})
            QCOMPARE(kindOf(kind), ErrorKind::TooLong);
        QCOMPARE(kindOf(TroubleKind::BadReply), ErrorKind::BadReply);
        QCOMPARE(kindOf(TroubleKind::Cancelled), ErrorKind::Cancelled);
    }

    void errorOf_modelGone_namesModelAndWhatToDo()
    {
        const Error error = errorOf({TroubleKind::ModelGone, QStringLiteral("HTTP 404"), {}, {}, {}, {}},
                                    QStringLiteral("Google %2"), QStringLiteral("gemma-3-27b-it"));
        QCOMPARE(error.message,
                 QStringLiteral("Google %2 does not offer the model \"gemma-3-27b-it\", perhaps no longer; "
                                "choose another model."));
        QCOMPARE(error.detail, QStringLiteral("HTTP 404"));
    }

    void readErrorBody_longMessage_isShortened()
    {
        const ErrorBody body = readErrorBody({400, {}, geminiError(400, "X", QByteArray(10'000, 'a'))});
        QVERIFY(body.words.size() < 500);
        QVERIFY(body.words.startsWith(QStringLiteral("HTTP 400 X: aaa")));
    }

    void parseDuration_text_isMilliseconds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: none
        const auto row = [](const char *text, qint64 milliseconds) {
            QTest::addRow("\"%s\"", text) << QString::fromLatin1(text) << milliseconds;
        };
        row("53.150361113s", 53'150);
        row("53s", 53'000);
        row("10h17m5.7s", 37'025'700);
        row("868.48ms", 868);
        row("2m", 120'000);
        row("0s", 0);
        row("", -1);
        row("soon", -1);
        row("-5s", -1);
        row("99999999h", 7LL * 24 * 60 * 60 * 1000);
    }

    void parseDuration_text_isMilliseconds()
    {
        QFETCH(QString, text);
        const auto duration = parseDuration(text);
        const qint64 found = duration ? duration->count() : -1;
        QTEST(found, "milliseconds");
    }

    void parseRetryAfter_header_secondsOrDate()
    {
        QVERIFY(parseRetryAfter("7") == 7s);
        QVERIFY(parseRetryAfter("-7") == 0s);
        QVERIFY(!parseRetryAfter("soon"));
        QVERIFY(!parseRetryAfter(""));
        const QString format = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
        const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(100);
        const auto wait = parseRetryAfter(QLocale::c().toString(later, format).toLatin1());
        QVERIFY(wait && *wait > 90s && *wait <= 100s);
    }
};

QTEST_GUILESS_MAIN(TestProviderTrouble)
#include "tst_providertrouble.moc"
