// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workestimate.h"
#include "summary/model/requestforecast.h"
#include "summary/summarizerregistry.h"
#include "support/modelfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <numeric>

using namespace Gemmary;
using Test::ModelFixture;
using Test::says;

namespace {

using Batches = std::vector<std::vector<std::string>>;

// A model that does as it is told, at the length that summaries usually have.
Result<ModelAnswer> obey(const ModelRequest &request, int number)
{
    const QString summary =
        QStringLiteral("Number %1 says that ").arg(number) +
        QStringLiteral("the keeper of the light wrote down another of the many figures ").repeated(14);
    const auto documents = Test::packedDataOf(request);
    if (documents.empty())
        return says(summary);
    QJsonArray files;
    for (const auto &[id, text] : documents)
        files.append(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("summary"), id + summary}});
    return says(QString::fromUtf8(
        QJsonDocument(QJsonObject{{QStringLiteral("files"), files}}).toJson(QJsonDocument::Compact)));
}

SummarizerRegistry registryOf(const std::shared_ptr<TextModel> &model)
{
    static const Test::FakeStopWords Words;
    static const Test::FakeLanguageDetector Detector;
    const ModelSource source{[model](const ProcessSettings &) { return model; }, nullptr, nullptr,
                             [](const ProcessSettings &) {
                                 return RateLimits{10, 0, 0, 0};
                             }};
    return {Words, Detector, [] { return std::make_unique<Test::FakeSentenceSplitter>(); }, source};
}

// Summarises the batches and combines them as one node of the tree.
void summariseAll(ModelFixture &fixture, const Batches &batches)
{
    std::vector<SetSummary> sets;
    for (const auto &batch : batches) {
        const auto summarizer = fixture.newSummarizer();
        qint64 number = 0;
        for (const std::string &text : batch) {
            summarizer->beginDocument({number++, QStringLiteral("file.txt"), {}}).text(text);
            QVERIFY(summarizer->endDocument({}));
        }
        QVERIFY(summarizer->settle({}));
        sets.push_back(summarizer->finish(0, {}).value());
    }
    if (sets.size() > 1)
        QVERIFY(fixture.newSummarizer()->combine(sets, {}));
}

DocumentsAhead aheadOf(const Batches &batches)
{
    DocumentsAhead ahead;
    for (const auto &batch : batches) {
        auto &bytes = ahead.batches.emplace_back();
        for (const std::string &text : batch)
            bytes.push_back(std::ssize(text));
    }
    ahead.sample = batches.front().front();
    ahead.sampleBytes = std::ssize(ahead.sample);
    return ahead;
}

} // namespace

class TestRequestForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forecast_isNearWhatTheSummarizerAsks_data()
    {
        QTest::addColumn<int>("context");
        QTest::addColumn<std::vector<std::vector<int>>>("sentences"); // of each document, by batch
        using Shape = std::vector<std::vector<int>>;
        QTest::newRow("packs") << 32'000 << Shape{std::vector<int>(30, 8), std::vector<int>(41, 12)};
        QTest::newRow("packs by tokens") << 32'000 << Shape{std::vector<int>(25, 60)};
        QTest::newRow("each alone") << 32'000 << Shape{std::vector<int>(12, 120)};
        QTest::newRow("parts") << 32'000 << Shape{{4'000, 9'000}, {10, 2'000}};
        QTest::newRow("small context") << 4'096 << Shape{{10, 300, 1'500}, {40, 40, 40}};
        QTest::newRow("one document") << 4'096 << Shape{{10}};
        QTest::newRow("empty batch") << 4'096 << Shape{{10, 10}, {}};
    }

    void forecast_isNearWhatTheSummarizerAsks()
    {
        QFETCH(const int, context);
        QFETCH(const std::vector<std::vector<int>>, sentences);
        Batches batches;
        for (const auto &batch : sentences) {
            auto &texts = batches.emplace_back();
            for (const int count : batch)
                texts.push_back(Test::markedText(count));
        }
        ModelFixture fixture(obey);
        fixture.model->known = ModelLimits{.contextTokens = context};
        summariseAll(fixture, batches);
        qint64 tokens = 0;
        for (const ModelRequest &request : fixture.model->requests)
            tokens += estimateTokens((request.instructions + request.prompt).toStdString());
        const CallForecast calls = registryOf(fixture.model).forecast(fixture.settings, aheadOf(batches), {});
        const auto isNear = [](qint64 estimated, qint64 real) {
            return 2 * real <= 3 * estimated && 2 * estimated <= 3 * real;
        };
        QVERIFY2(isNear(calls.requests, fixture.model->calls()),
                 qPrintable(QStringLiteral("%1 for %2").arg(calls.requests).arg(fixture.model->calls())));
        QVERIFY2(isNear(calls.inputTokens, tokens),
                 qPrintable(QStringLiteral("%1 for %2").arg(calls.inputTokens).arg(tokens)));
    }

    void forecast_withoutModel_isNothing()
    {
        ProcessSettings settings;
        const CallForecast calls = registryOf(std::make_shared<Test::ScriptedModel>())
                                       .forecast(settings, {{{100, 200}}, "text", 4}, {});
        QCOMPARE(calls.requests, 0);
    }

    void forecast_modelOutOfReach_assumesUsualSizes()
    {
        auto model = std::make_shared<Test::ScriptedModel>();
        model->known = failure(ErrorKind::Unavailable, QStringLiteral("nobody answers"));
        ProcessSettings settings;
        settings.summarizer = QStringLiteral("gemini");
        const CallForecast calls =
            registryOf(model).forecast(settings, {{std::vector<qint64>(16, 2'000)}, {}, 0}, {});
        QCOMPARE(calls.requests, 3); // two packs and the batch
        QCOMPARE(calls.limits.requestsPerMinute, 10);
    }

    void duration_isThatOfTheNarrowestLimit_data()
    {
        QTest::addColumn<qint64>("requests");
        QTest::addColumn<qint64>("tokens");
        QTest::addColumn<RateLimits>("limits");
        QTest::addColumn<qint64>("minutes");
        constexpr qint64 Day = 24LL * 60;
        QTest::newRow("no limit") << qint64(1'000) << qint64(2'000'000) << RateLimits{} << qint64(0);
        QTest::newRow("requests") << qint64(131) << qint64(1) << RateLimits{10, 0, 0, 0} << qint64(14);
        QTest::newRow("tokens") << qint64(1'000) << qint64(2'250'000) << RateLimits{30, 15'000, 0, 0}
                                << qint64(150);
        QTest::newRow("days") << qint64(2'500) << qint64(0) << RateLimits{10, 0, 1'000, 0} << 2 * Day + 50;
        QTest::newRow("whole day") << qint64(1'000) << qint64(0) << RateLimits{10, 0, 1'000, 0}
                                   << qint64(100);
    }

    void duration_isThatOfTheNarrowestLimit()
    {
        QFETCH(const qint64, requests);
        QFETCH(const qint64, tokens);
        QFETCH(const RateLimits, limits);
        WorkEstimate estimate;
        estimate.requests = requests;
        estimate.inputTokens = tokens;
        estimate.limits = limits;
        QTEST(qint64(estimate.duration().count()), "minutes");
    }
};

QTEST_GUILESS_MAIN(TestRequestForecast)
#include "tst_requestforecast.moc"
