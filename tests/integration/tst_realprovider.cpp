// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/modellist.h"
#include "providers/providermodel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <array>
#include <thread>

using namespace Gemmary;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *Address = "GEMMARY_PROVIDER_URL";

ProviderKind kindOf(const QString &name)
{
    if (name == "gemini"_L1)
        return ProviderKind::Gemini;
    return name == "ollama"_L1 ? ProviderKind::Ollama : ProviderKind::OpenAi;
}

} // namespace

// A provider that somebody else runs: GEMMARY_PROVIDER_URL is its address, GEMMARY_PROVIDER gemini, openai
// (also without it) or ollama, GEMMARY_PROVIDER_MODEL its model (without it, the first), GEMMARY_PROVIDER_KEY
// a key. Of the answers only what every model can do is looked at.
class TestRealProvider : public QObject
{
    Q_OBJECT

private:
    HttpClient m_client;
    ProviderSettings m_settings;

    static ModelRequest request(const QString &prompt, int outputTokens = 64)
    {
        return {u"Answer in one sentence."_s, prompt, outputTokens, 0, {}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet(Address))
            QSKIP("GEMMARY_PROVIDER_URL names no provider");
        m_settings.kind = kindOf(qEnvironmentVariable("GEMMARY_PROVIDER"));
        m_settings.address = QUrl(qEnvironmentVariable(Address));
        m_settings.key = qEnvironmentVariable("GEMMARY_PROVIDER_KEY");
        m_settings.model = qEnvironmentVariable("GEMMARY_PROVIDER_MODEL");
        const auto models = listModels(m_settings, m_client, {});
        QVERIFY2(models, models ? "" : qPrintable(models.error().message + models.error().detail));
        QVERIFY(!models->empty());
        if (m_settings.model.isEmpty())
            m_settings.model = models->front().name;
    }

    void limits_model_hasContext()
    {
        const auto limits = ProviderModel(m_settings, m_client).limits({});
        QVERIFY2(limits, limits ? "" : qPrintable(limits.error().message));
        QVERIFY(limits->contextTokens > 0);
        QVERIFY(limits->concurrency > 0);
    }

    void answer_shortText_hasTextAndUsage()
    {
        ProviderModel model(m_settings, m_client);
        const auto answer = model.answer(request(u"What is water — in «Spanish»?"_s), {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message + answer.error().detail));
        QVERIFY(!answer->text.isEmpty());
        QVERIFY(answer->end != AnswerEnd::Refused);
        QVERIFY(answer->inputTokens > 0 && answer->outputTokens > 0);
        QVERIFY(testModel(model, {}));
    }

    void answer_fewTokens_isCutOff()
    {
        const auto answer =
            ProviderModel(m_settings, m_client).answer(request(u"Count to a thousand."_s, 2), {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message + answer.error().detail));
        QCOMPARE(answer->end, AnswerEnd::CutOff);
    }

    void answer_schema_isKept()
    {
        ProviderModel model(m_settings, m_client);
        ModelRequest asked = request(u"How large is the Earth?"_s, 256);
        const QJsonObject size{{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray{u"large"_s, u"small"_s}}};
        asked.schema = QJsonObject{{u"type"_s, u"object"_s},
                                   {u"properties"_s, QJsonObject{{u"size"_s, size}}},
                                   {u"required"_s, QJsonArray{u"size"_s}}};
        const auto answer = model.answer(asked, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message + answer.error().detail));
        if (!model.limits({})->keepsToSchema)
            QSKIP("this model keeps to no schema");
        const QJsonObject object = QJsonDocument::fromJson(answer->text.toUtf8()).object();
        QVERIFY2(QStringList({u"large"_s, u"small"_s}).contains(object["size"_L1].toString()),
                 qPrintable(answer->text));
    }

    void answer_longerThanContext_isTooLong()
    {
        ProviderModel model(m_settings, m_client);
        const qint64 context = model.limits({})->contextTokens;
        if (context > 32'768)
            QSKIP("that would be a long text");
        ModelRequest asked = request(u"7 "_s.repeated(context * 2));
        asked.inputTokens = context * 2;
        const auto answer = model.attempt(asked, {});
        QVERIFY(!answer);
        QCOMPARE(model.errorOf(answer.error()).kind, ErrorKind::TooLong);
        if (m_settings.kind == ProviderKind::OpenAi && answer.error().contextTokens)
            QCOMPARE(*answer.error().contextTokens, context);
    }

    void answer_cancelled_freesTheServer()
    {
        ProviderModel model(m_settings, m_client);
        QVERIFY(model.limits({}));
        CancelSource source;
        const std::jthread canceller([&source] { source.cancel(); });
        const auto answer = model.answer(request(u"Count to a thousand."_s, 512), source.token());
        if (!answer) // a small model may be quicker
            QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
        QVERIFY(model.answer(request(u"What is air?"_s), {}));
    }

    void answer_manyThreads_allAnswered()
    {
        ProviderModel model(m_settings, m_client);
        std::atomic<int> good = 0;
        {
            std::array<std::jthread, 3> threads;
            for (std::jthread &thread : threads)
                thread = std::jthread([&] { good += model.answer(request(u"What is fire?"_s), {}) ? 1 : 0; });
        }
        QCOMPARE(good.load(), 3);
    }
};

QTEST_GUILESS_MAIN(TestRealProvider)
#include "tst_realprovider.moc"
