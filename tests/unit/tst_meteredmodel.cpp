// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/meteredmodel.h"
#include "support/scriptedmodel.h"

#include <QTest>

using namespace Gemmary;

namespace {

class MemoryUsage : public UsageLedger
{
public:
    [[nodiscard]] Result<std::vector<ModelUsage>> total() override { return std::vector<ModelUsage>(); }

    [[nodiscard]] Result<void> add(const ProcessId &process, const ModelUsage &usage) override
    {
        if (isAway)
            return failure(ErrorKind::Storage, QStringLiteral("away"));
        rows[process].push_back(usage);
        return {};
    }

    [[nodiscard]] Result<std::vector<ModelUsage>> of(const ProcessId &process) override
    {
        if (isAway)
            return failure(ErrorKind::Storage, QStringLiteral("away"));
        return rows[process];
    }

    bool isAway = false;
    std::map<ProcessId, std::vector<ModelUsage>> rows;
};

} // namespace

class TestMeteredModel : public QObject
{
    Q_OBJECT

private:
    MemoryUsage m_usage;
    ProcessId m_process = ProcessId::create();
    std::shared_ptr<Test::ScriptedModel> m_model = std::make_shared<Test::ScriptedModel>();

    MeteredModel metered(int budget = 0)
    {
        ProcessSettings settings;
        settings.summarizer = QStringLiteral("gemini");
        settings.model = QStringLiteral("gemma");
        settings.tokenBudget = budget;
        return {m_model, m_usage, m_process, settings};
    }

    [[nodiscard]] qint64 taken() { return tokensOf(m_usage.rows[m_process]); }

private Q_SLOTS:
    void init()
    {
        m_usage = {};
        m_model = std::make_shared<Test::ScriptedModel>();
    }

    void answer_writesDownWhatItTook()
    {
        QVERIFY(metered().answer({}, {}));
        const ModelUsage row = m_usage.rows[m_process].front();
        QCOMPARE(row.provider, QStringLiteral("gemini"));
        QCOMPARE(row.model, QStringLiteral("gemma"));
        QCOMPARE(row.requests, 1);
        QCOMPARE(row.inputTokens, 100);
        QCOMPARE(row.outputTokens, 10);
    }

    void answer_providerThatDoesNotCount_isEstimated()
    {
        m_model = std::make_shared<Test::ScriptedModel>([](const ModelRequest &, int) -> Result<ModelAnswer> {
            ModelAnswer answer;
            answer.text = QStringLiteral("text");
            return answer;
        });
        ModelRequest request;
        request.inputTokens = 77;
        QVERIFY(metered().answer(request, {}));
        QCOMPARE(taken(), 77);
    }

    void answer_unusable_countsWhatWasRead_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<qint64>("tokens");
        QTest::newRow("bad reply") << ErrorKind::BadReply << qint64(77);
        QTest::newRow("time-out") << ErrorKind::Timeout << qint64(77);
        QTest::newRow("refused") << ErrorKind::RateLimited << qint64(0);
        QTest::newRow("unreachable") << ErrorKind::Unavailable << qint64(0);
    }

    void answer_unusable_countsWhatWasRead()
    {
        QFETCH(const ErrorKind, kind);
        m_model = std::make_shared<Test::ScriptedModel>(
            [kind](const ModelRequest &, int) { return failure(kind, QStringLiteral("no")); });
        ModelRequest request;
        request.inputTokens = 77;
        QCOMPARE(metered().answer(request, {}).error().kind, kind);
        QTEST(taken(), "tokens");
    }

    void answer_budgetUsedUp_asksNobodyAndSaysWhatToDo()
    {
        MeteredModel model = metered(250);
        for (int i = 0; i < 3; ++i)
            QVERIFY(model.answer({}, {}));
        const auto refused = model.answer({}, {});
        QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
        QVERIFY(refused.error().message.contains(QStringLiteral("--token-budget")));
        QVERIFY(refused.error().message.contains(m_process.toString().left(8)));
        QCOMPARE(m_model->calls(), 3);
        QVERIFY(metered(1'000).answer({}, {})); // raised
    }

    void answer_ledgerAway_waits()
    {
        m_usage.isAway = true;
        QCOMPARE(metered(250).answer({}, {}).error().kind, ErrorKind::Unavailable);
        QCOMPARE(m_model->calls(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMeteredModel)
#include "tst_meteredmodel.moc"
