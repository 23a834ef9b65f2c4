// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/modellist.h"
#include "providers/providermodel.h"
#include "support/fakeserver.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

using namespace Gemmary;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr ProviderKind Kinds[] = {ProviderKind::Gemini, ProviderKind::OpenAi, ProviderKind::Ollama};
constexpr const char *KindNames[] = {"Gemini", "OpenAI", "Ollama"};
const auto Text = u"Hola ñ — 世界"_s;
const auto Secret = u"key-that-nobody-may-see"_s;

ModelRequest shortRequest()
{
    return {u"Summarise."_s, u"A document that nobody but the provider may see."_s, 64, 12, {}};
}

} // namespace

class TestProviders : public QObject
{
    Q_OBJECT

private:
    FakeServer m_server;
    HttpClient m_client;

    ProviderSettings settings(ProviderKind kind, const QString &model, const QString &path = {}) const
    {
        ProviderSettings made;
        made.kind = kind;
        made.address = QUrl(m_server.address(path));
        made.key = Secret;
        made.model = model;
        return made;
    }

    Attempt<ModelAnswer> attempt(ProviderKind kind, const QString &model)
    {
        return ProviderModel(settings(kind, model), m_client).attempt(shortRequest(), {});
    }

    HttpRequest get(const QString &path, HttpTimes times = {}) const
    {
        return {QUrl(m_server.address(path)), {}, {}, {}, times};
    }

private Q_SLOTS:
    void answer_eachProtocol_isWholeText_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<QString>("model");
        QTest::addColumn<AnswerEnd>("end");
        QTest::addColumn<QString>("refusal");
        for (std::size_t i = 0; i < std::size(Kinds); ++i) {
            const auto row = [i](const QString &model, AnswerEnd end, const QString &refusal = {}) {
                QTest::addRow("%s %s", KindNames[i], qPrintable(model))
                    << Kinds[i] << model << end << refusal;
            };
            row(u"gemma-4-thinks"_s, AnswerEnd::Complete);
            row(u"cut-off"_s, AnswerEnd::CutOff);
            if (Kinds[i] != ProviderKind::Ollama)
                row(u"safety"_s, AnswerEnd::Refused,
                    Kinds[i] == ProviderKind::Gemini ? u"SAFETY"_s : u"content_filter"_s);
        }
    }

    void answer_eachProtocol_isWholeText()
    {
        QFETCH(ProviderKind, provider);
        QFETCH(QString, model);
        ProviderModel asked(settings(provider, model), m_client);
        const Result<ModelAnswer> answer = asked.answer(shortRequest(), {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message + answer.error().detail));
        QCOMPARE(answer->text, Text);
        QTEST(answer->end, "end");
        QTEST(answer->refusal, "refusal");
        QCOMPARE(answer->inputTokens, 12);
        QCOMPARE(answer->outputTokens, 8);
        QCOMPARE(answer->model, u"fake-1"_s);
    }

    void answer_blocked_isRefusedWithoutText_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<AnswerEnd>("end");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("prompt") << u"blocked"_s << AnswerEnd::Refused << u"PROHIBITED_CONTENT"_s;
        QTest::newRow("answer") << u"safety-empty"_s << AnswerEnd::Refused << u"SAFETY"_s;
        QTest::newRow("only thoughts") << u"only-thoughts"_s << AnswerEnd::CutOff << QString();
    }

    void answer_blocked_isRefusedWithoutText()
    {
        QFETCH(QString, model);
        const auto answer = attempt(ProviderKind::Gemini, model);
        QVERIFY(answer && answer->text.isEmpty());
        QTEST(answer->end, "end");
        QTEST(answer->refusal, "refusal");
    }

    void answer_trouble_isNamedAndSafe_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<QString>("model");
        QTest::addColumn<TroubleKind>("kind");
        const auto row = [](std::size_t i, const char *model, TroubleKind kind) {
            QTest::addRow("%s %s", KindNames[i], model) << Kinds[i] << QString::fromLatin1(model) << kind;
        };
        row(0, "quota-day", TroubleKind::QuotaDay);
        row(0, "plan-zero", TroubleKind::PlanZero);
        row(0, "region", TroubleKind::Region);
        for (std::size_t i = 0; i < std::size(Kinds); ++i) {
            row(i, "quota-minute", TroubleKind::QuotaMinute);
            row(i, "gemma-3-27b-it", TroubleKind::ModelGone);
            row(i, "listed-only", TroubleKind::ModelGone);
            row(i, "too-long", TroubleKind::Overflow);
            row(i, "unavailable", TroubleKind::Transient);
            row(i, "html", TroubleKind::Transient);
            row(i, "error-later", TroubleKind::Transient);
            row(i, "cut-stream", TroubleKind::BrokeOff);
            row(i, "cut-json", TroubleKind::BrokeOff);
            row(i, "hang-up", TroubleKind::BrokeOff);
            row(i, "cut-late", TroubleKind::BrokeOff);
            row(i, "empty-object", TroubleKind::BadReply);
            row(i, "no-text", TroubleKind::BadReply);
            row(i, "endless-event", TroubleKind::BadReply);
            row(i, "redirect-302", TroubleKind::Redirected);
            row(i, "redirect-307", TroubleKind::Redirected);
            row(i, "echo", TroubleKind::BadRequest);
        }
    }

    void answer_trouble_isNamedAndSafe()
    {
        QFETCH(ProviderKind, provider);
        QFETCH(QString, model);
        ProviderModel asked(settings(provider, model), m_client);
        const auto answer = asked.attempt(shortRequest(), {});
        QVERIFY(!answer);
        QTEST(answer.error().kind, "kind");
        const Error error = asked.errorOf(answer.error());
        for (const QString &text : {error.message, error.detail}) {
            QVERIFY2(!text.contains(Secret) && !text.contains(u"nobody but"_s), qPrintable(text));
            QVERIFY2(!text.contains(u'<'), qPrintable(text));
        }
        QCOMPARE(m_server.ask(u"/__count"_s)["elsewhere"_L1].toInt(-1), 0);
    }

    void attempt_quota_waitsAsLongAsAsked()
    {
        const auto gemini = attempt(ProviderKind::Gemini, u"quota-minute"_s);
        QVERIFY(gemini.error().retryAfter == 53'150ms);
        QCOMPARE(gemini.error().quotaValue.value_or(0), 30);
        QVERIFY(attempt(ProviderKind::OpenAi, u"quota-minute"_s).error().retryAfter == 7s);
        QCOMPARE(attempt(ProviderKind::OpenAi, u"too-long"_s).error().contextTokens.value_or(0), 2048);
    }

    void answer_badKey_saysSo()
    {
        for (const ProviderKind kind : Kinds) {
            ProviderSettings wrong = settings(kind, u"gemma"_s);
            wrong.key = u"bad-key"_s;
            ProviderModel asked(wrong, m_client);
            const auto answer = asked.answer(shortRequest(), {});
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, ErrorKind::InvalidInput);
            QVERIFY2(answer.error().message.contains(u"key"_s), qPrintable(answer.error().message));
            QVERIFY2(answer.error().detail.contains(u"***"_s), qPrintable(answer.error().detail));
            QVERIFY(!answer.error().detail.contains(u"bad-key"_s)); // which the server repeats
            const auto list = listModels(wrong, m_client, {});
            QVERIFY(!list && !list.error().detail.contains(u"bad-key"_s));
        }
    }

    // It is the queue that waits and asks again.
    void attempt_unavailable_isAskedOnceEach()
    {
        for (int i = 0; i < 2; ++i)
            QCOMPARE(attempt(ProviderKind::Gemini, u"unavailable-twice"_s).error().kind,
                     TroubleKind::Transient);
        QVERIFY(attempt(ProviderKind::Gemini, u"unavailable-twice"_s));
        QCOMPARE(m_server.asked(u"unavailable-twice"_s), 3);
    }

    void answer_refusedFeature_isGivenUpOnce_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("instructions") << u"no-system"_s;
        QTest::newRow("schema") << u"no-json"_s;
        QTest::newRow("thinking") << u"no-thinking"_s;
    }

    void answer_refusedFeature_isGivenUpOnce()
    {
        QFETCH(QString, model);
        ProviderSettings all = settings(ProviderKind::Gemini, model);
        all.capabilities = ModelCapabilities{true, true, true, 512};
        ProviderModel asked(all, m_client);
        ModelRequest request = shortRequest();
        request.schema = QJsonObject{{u"type"_s, u"object"_s}};
        for (int i = 0; i < 2; ++i) {
            const auto answer = asked.answer(request, {});
            QVERIFY(answer && answer->text == Text);
        }
        QCOMPARE(m_server.asked(model), 3);
        QCOMPARE(asked.limits({})->keepsToSchema, model != u"no-json"_s);
    }

    void answer_ollamaReadTooLittle_isTooLong()
    {
        ProviderModel asked(settings(ProviderKind::Ollama, u"gemma3:4b"_s), m_client);
        ModelRequest request = shortRequest();
        request.inputTokens = 1'000;
        const auto answer = asked.answer(request, {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::TooLong);
        QVERIFY(answer.error().message.contains(u"shortened"_s));
    }

    // The key travels in its header and nowhere else; the reply's text comes uncompressed.
    void answer_request_keyInHeaderOnly()
    {
        const char *headers[] = {"x-goog-api-key", "authorization", "authorization"};
        for (std::size_t i = 0; i < std::size(Kinds); ++i) {
            QVERIFY(attempt(Kinds[i], u"gemma-4-thinks"_s));
            const QJsonObject last = m_server.ask(u"/__last/gemma-4-thinks"_s);
            const QString key = last["headers"_L1][QLatin1StringView(headers[i])].toString();
            QCOMPARE(key, i == 0 ? Secret : u"Bearer "_s + Secret);
            QVERIFY(!last["path"_L1].toString().contains(Secret));
            QVERIFY(!last["headers"_L1].toObject().contains("cookie"_L1));
            QCOMPARE(last["headers"_L1]["accept-encoding"_L1].toString(), u"identity"_s);
        }
    }

    void limits_eachServer_saysWhatItTakes_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("model");
        QTest::addColumn<qint64>("context");
        QTest::addColumn<int>("concurrency");
        const auto tiny = u"gemma-3-tiny-test-it"_s;
        QTest::newRow("Gemini") << ProviderKind::Gemini << u""_s << u"gemma-4-31b-it"_s << qint64(262144)
                                << 4;
        QTest::newRow("llama-server") << ProviderKind::OpenAi << u""_s << tiny << qint64(2048) << 2;
        QTest::newRow("LM Studio") << ProviderKind::OpenAi << u"/lmstudio"_s << tiny << qint64(32768) << 1;
        QTest::newRow("vLLM") << ProviderKind::OpenAi << u"/vllm/v1/"_s << tiny << qint64(8192) << 4;
        QTest::newRow("Ollama") << ProviderKind::Ollama << u""_s << u"gemma3:4b"_s << qint64(8192) << 1;
    }

    void limits_eachServer_saysWhatItTakes()
    {
        QFETCH(ProviderKind, provider);
        QFETCH(QString, path);
        QFETCH(QString, model);
        ProviderModel asked(settings(provider, model, path), m_client);
        const auto limits = asked.limits({});
        QVERIFY(limits);
        QTEST(limits->contextTokens, "context");
        QTEST(limits->concurrency, "concurrency");
    }

    void limits_loading_isUnavailable()
    {
        ProviderModel asked(settings(ProviderKind::OpenAi, u"x"_s, u"/loading"_s), m_client);
        const auto limits = asked.limits({});
        QVERIFY(!limits);
        QCOMPARE(limits.error().kind, ErrorKind::Unavailable);
        QVERIFY(limits.error().message.contains(u"loading"_s));
    }

    // As many at a time as the pipeline has workers.
    void answer_manyThreads_allAnswered()
    {
        ProviderModel asked(settings(ProviderKind::OpenAi, u"gemma-3-tiny-test-it"_s), m_client);
        std::atomic<int> good = 0;
        {
            std::array<std::jthread, 8> threads;
            for (std::jthread &thread : threads) {
                thread = std::jthread([&] {
                    for (int k = 0; k < 5; ++k) {
                        const auto answer = asked.answer(shortRequest(), {});
                        good += answer && answer->text == Text ? 1 : 0;
                    }
                });
            }
        }
        QCOMPARE(good.load(), 40);
    }

    void answer_cancelled_endsSoonAndHangsUp()
    {
        for (const auto &model : {u"hang"_s, u"pauses"_s}) {
            ProviderModel asked(settings(ProviderKind::Ollama, model), m_client);
            CancelSource source;
            QElapsedTimer sinceCancel;
            std::jthread canceller([&] {
                while (m_server.asked(model) == 0)
                    std::this_thread::yield();
                sinceCancel.start();
                source.cancel();
            });
            const auto answer = asked.answer(shortRequest(), source.token());
            canceller.join();
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
            QVERIFY2(sinceCancel.elapsed() < 1'000, qPrintable(QString::number(sinceCancel.elapsed())));
            QTRY_COMPARE(m_server.closed(model), 1);
        }
    }

    void send_silence_timesOut_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<HttpTimes>("times");
        QTest::newRow("no first byte") << u"hang"_s << HttpTimes{100ms, 20s, 20s};
        QTest::newRow("no next byte") << u"pauses"_s << HttpTimes{20s, 100ms, 20s};
        QTest::newRow("all in all") << u"pauses"_s << HttpTimes{20s, 20s, 300ms};
    }

    void send_silence_timesOut()
    {
        QFETCH(QString, model);
        QFETCH(HttpTimes, times);
        const ProviderSettings provider = settings(ProviderKind::Ollama, model);
        HttpRequest request = newModelCodec(provider)->ask(shortRequest(), {}, {});
        request.times = times;
        QElapsedTimer timer;
        timer.start();
        const auto reply = m_client.send(request, [](QByteArrayView) { return true; }, {});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, TroubleKind::TimedOut);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void send_address_refusedBeforeContact_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<TroubleKind>("kind");
        QTest::newRow("key over http") << u"http://192.0.2.1/"_s << QByteArray("k") << TroubleKind::Insecure;
        QTest::newRow("file") << u"file:///etc/passwd"_s << QByteArray() << TroubleKind::WrongAddress;
        QTest::newRow("password") << u"https://a:b@192.0.2.1/"_s << QByteArray() << TroubleKind::WrongAddress;
        QTest::newRow("no host") << u"http://"_s << QByteArray() << TroubleKind::WrongAddress;
        QTest::newRow("key with a line")
            << u"https://192.0.2.1/"_s << QByteArray("k\r\nX: y") << TroubleKind::Auth;
    }

    void send_address_refusedBeforeContact()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, key);
        const auto reply = m_client.send({QUrl(url), {}, "Authorization", key, {2s, 2s, 2s}}, {}, {});
        QVERIFY(!reply);
        QTEST(reply.error().kind, "kind");
    }

    void send_nobodyThere_isUnreachable()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1/"_s.arg(closed.serverPort()));
        closed.close();
        const auto reply = m_client.send({url, {}, {}, {}, {}}, {}, {});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, TroubleKind::Unreachable);
    }

    void send_unknownCertificate_isInsecure()
    {
        const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty())
            QSKIP("openssl is not there to make a certificate");
        const QTemporaryDir folder;
        const QString certificate = folder.filePath(u"c.pem"_s);
        const QString key = folder.filePath(u"k.pem"_s);
        QCOMPARE(QProcess::execute(openssl,
                                   {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ed25519"_s, u"-nodes"_s, u"-subj"_s,
                                    u"/CN=127.0.0.1"_s, u"-keyout"_s, key, u"-out"_s, certificate}),
                 0);
        const FakeServer secured({u"--tls"_s, certificate, key});
        const QUrl url(secured.address(u"/api/tags"_s).replace(u"http:"_s, u"https:"_s));
        const auto reply = m_client.send({url, {}, "Authorization", "k", {}}, {}, {});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, TroubleKind::Insecure);
    }

    void listModels_eachProvider_isItsList()
    {
        const auto gemini = listModels(settings(ProviderKind::Gemini, {}), m_client, {});
        QVERIFY(gemini && gemini->size() == 2); // of two pages, without the one for embeddings
        QCOMPARE(gemini->at(1).name, u"gemma-4-26b-a4b-it"_s);
        const auto openAi = listModels(settings(ProviderKind::OpenAi, {}), m_client, {});
        QVERIFY(openAi && openAi->front().contextTokens == 2048);
        const auto ollama = listModels(settings(ProviderKind::Ollama, {}), m_client, {});
        QVERIFY(ollama && ollama->size() == 3);
        QVERIFY(!ollama->at(0).runsInCloud && ollama->at(1).runsInCloud && !ollama->at(2).isGemma);
        const auto wrong = listModels(settings(ProviderKind::Ollama, {}, u"/nowhere"_s), m_client, {});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, ErrorKind::InvalidInput);
    }

    void testModel_listedButGone_fails()
    {
        ProviderModel good(settings(ProviderKind::Gemini, u"gemma-4-31b-it"_s), m_client);
        QVERIFY(testModel(good, {}));
        ProviderModel gone(settings(ProviderKind::Gemini, u"listed-only"_s), m_client);
        QVERIFY(gone.limits({}));
        QVERIFY(!testModel(gone, {}));
    }

    void findServers_places_thoseThatAnswer()
    {
        QTcpServer silent; // takes connections and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const std::vector<ServerPlace> places = {
            {u"silent"_s, ProviderKind::OpenAi, QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()))},
            {u"Ollama"_s, ProviderKind::Ollama, QUrl(m_server.address())},
            {u"loading"_s, ProviderKind::OpenAi, QUrl(m_server.address(u"/loading"_s))},
            {u"other"_s, ProviderKind::OpenAi, QUrl(m_server.address(u"/nowhere"_s))},
        };
        const auto found = findServers(places, m_client, {});
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].place.name, u"Ollama"_s);
        QCOMPARE(found[0].models.size(), std::size_t(3));
        QVERIFY(found[1].place.name == u"loading"_s && found[1].models.empty());
        for (const ServerPlace &place : usualPlaces())
            QVERIFY(isLoopback(place.address));
    }

    void send_ofNobodysInterest_stops()
    {
        int pieces = 0;
        const auto takeOne = [&pieces](QByteArrayView) { return ++pieces < 1; };
        const auto reply = m_client.send(get(u"/api/tags"_s), takeOne, {});
        QVERIFY(reply && reply->status == 200);
        QCOMPARE(pieces, 1);
    }
};

QTEST_GUILESS_MAIN(TestProviders)
#include "tst_providers.moc"
