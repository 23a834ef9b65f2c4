// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/restbench.h"

#include <QLoggingCategory>
#include <QRegularExpression>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

const QByteArray Unknown = "7d9c1f0e-5d1f-4d53-9a55-d5a0e6b53c11";
const Headers Json{{"content-type", "application/json"}}; // the scripts send it with everything, body or none
const QByteArray One = "{\"files\":[{\"name\":\"e2e_test.txt\",\"content\":\"This is a test document for the "
                       "end to end test of this system. It has two sentences.\"}]}";

} // namespace

// --compat camel: what the original system's code answered, its faults aside.
class TestRestCompat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("gemmary.*.debug=false\ngemmary.*.info=false"));
    }

    void init()
    {
        m_real = std::make_unique<RealEngine>();
        RestSettings settings;
        settings.camel = true;
        m_handler = makeRestHandler(m_real->engine(), settings, {});
    }

    void cleanup()
    {
        m_handler.reset();
        m_real.reset();
    }

    void start_answersTheIdAlone()
    {
        const Reply reply = post("/process/start", One);
        QCOMPARE(reply.status(), 201);
        QCOMPARE(reply.object().keys(), QStringList(QStringLiteral("process_id")));
        QCOMPARE(reply.response.contentType, QByteArray("application/json"));
    }

    void pending_hasNothingButItsIdAndStatus()
    {
        const QByteArray id = start(One);
        QCOMPARE(get("/process/status/" + id).object(),
                 (QJsonObject{{QStringLiteral("process_id"), QString::fromLatin1(id)},
                              {QStringLiteral("status"), QStringLiteral("PENDING")}}));
    }

    void completed_hasTheOriginalsKeys()
    {
        const QByteArray id = start(One);
        finish(id);
        const QJsonObject status = get("/process/status/" + id).object();
        QCOMPARE(
            status.keys(),
            QStringList({QStringLiteral("completedAt"), QStringLiteral("estimatedCompletion"),
                         QStringLiteral("process_id"), QStringLiteral("progress"), QStringLiteral("results"),
                         QStringLiteral("startedAt"), QStringLiteral("status")}));
        QCOMPARE(status.value(QStringLiteral("progress")).toObject(),
                 (QJsonObject{{QStringLiteral("totalFiles"), 1},
                              {QStringLiteral("processedFiles"), 1},
                              {QStringLiteral("percentage"), 100}}));
        static const QRegularExpression time(
            QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"));
        QVERIFY(time.match(status.value(QStringLiteral("startedAt")).toString()).hasMatch());
        QCOMPARE(status.value(QStringLiteral("results")), get("/process/results/" + id).object());
    }

    void results_haveAMapOfSummaries()
    {
        const QByteArray id = start(One);
        finish(id);
        const QJsonObject results = get("/process/results/" + id).object();
        QCOMPARE(results.keys(),
                 QStringList({QStringLiteral("fileSummaries"), QStringLiteral("filesProcessed"),
                              QStringLiteral("mostFrequentWords"), QStringLiteral("totalCharacters"),
                              QStringLiteral("totalLines"), QStringLiteral("totalWords")}));
        QCOMPARE(results.value(QStringLiteral("filesProcessed")).toArray(),
                 QJsonArray{QStringLiteral("e2e_test.txt")});
        QVERIFY(
            results.value(QStringLiteral("fileSummaries"))[QStringLiteral("e2e_test.txt")].toString().size() >
            10);
        QCOMPARE(results.value(QStringLiteral("totalWords")).toInt(), 18);
        QCOMPARE(results.value(QStringLiteral("mostFrequentWords")).toArray().size(), 5);
    }

    void names_thatWereLostInTheOriginal_areKept()
    {
        const QByteArray id =
            start("{\"files\":[{\"name\":\"d.txt\",\"content\":\"First one has words in it.\"},"
                  "{\"name\":\"d.txt\",\"content\":\"Second one has words in it.\"},"
                  "{\"name\":\"__proto__\",\"content\":\"Third one has words in it.\"},"
                  "{\"name\":\"e.txt\",\"content\":\"Third one has words in it.\"}]}");
        finish(id);
        const QJsonObject results = get("/process/results/" + id).object();
        QCOMPARE(results.value(QStringLiteral("filesProcessed")).toArray(),
                 (QJsonArray{QStringLiteral("d.txt"), QStringLiteral("d.txt (2)"),
                             QStringLiteral("__proto__"), QStringLiteral("e.txt")}));
        QCOMPARE(results.value(QStringLiteral("fileSummaries")).toObject().size(), 4);
        QCOMPARE(results.value(QStringLiteral("totalWords")).toInt(), 24);
    }

    void list_isAnArrayOfAll()
    {
        (void)start(One);
        (void)start(One);
        const Reply reply = get("/process/list?anything=1");
        QCOMPARE(reply.array().size(), 2);
        QCOMPARE(reply.array()[0][QStringLiteral("status")].toString(), QStringLiteral("PENDING"));
    }

    // A stop of a finished process took its results away for good.
    void stop_withoutABody_stops_andLeavesAFinishedProcessAlone()
    {
        const QByteArray stopped = start(One);
        const Reply reply = post("/process/stop/" + stopped, {});
        QCOMPARE(reply.status(), 200);
        QCOMPARE(reply.object().value(QStringLiteral("status")).toString(), QStringLiteral("STOPPED"));
        QCOMPARE(post("/process/stop/" + stopped, {}).status(), 200);
        const QByteArray finished = start(One);
        finish(finished);
        const Reply late = post("/process/stop/" + finished, {});
        QCOMPARE(late.status(), 200);
        QCOMPARE(late.object().value(QStringLiteral("status")).toString(), QStringLiteral("COMPLETED"));
        QCOMPARE(get("/process/results/" + finished).status(), 200);
    }

    void results_notReady_sayWhy()
    {
        const QByteArray id = start(One);
        const Reply reply = get("/process/results/" + id);
        QCOMPARE(reply.status(), 400);
        QCOMPARE(reply.object(),
                 (QJsonObject{{QStringLiteral("error"),
                               QStringLiteral("Results are not ready. Process status is: PENDING.")},
                              {QStringLiteral("status"), QStringLiteral("PENDING")}}));
    }

    // The sentences are the original's; the statuses are those that it documented, not its 500s.
    void errors_areSentences_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("sentence");
        const QString structure = QStringLiteral(
            "Invalid request structure. Expected: { files: [{ name: string, content: string }] }");
        const QString payload = QStringLiteral("Invalid JSON payload");
        const QByteArray json("application/json");
        QTest::newRow("bad JSON") << QByteArray("{") << json << payload;
        QTest::newRow("nothing") << QByteArray() << json << structure;
        for (const char *body :
             {"null", "[]", "\"x\"", "{}", "{\"files\":{}}", "{\"files\":[null]}",
              "{\"files\":[{\"name\":\"a\"}]}", "{\"files\":[{\"name\":1,\"content\":\"\"}]}"})
            QTest::newRow(body) << QByteArray(body) << json << structure;
        QTest::newRow("no files") << QByteArray("{\"files\":[]}") << json
                                  << QStringLiteral("No files provided to process");
        QTest::newRow("form") << One << QByteArray("application/x-www-form-urlencoded") << payload;
        QTest::newRow("no type") << One << QByteArray() << payload;
    }

    void errors_areSentences()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QString, sentence);
        const Headers headers = type.isEmpty() ? Headers() : Headers{{"content-type", type}};
        const Reply reply = ask(*m_handler, "POST", "/process/start", body, headers);
        QCOMPARE(reply.status(), 400);
        QCOMPARE(reply.object(), (QJsonObject{{QStringLiteral("error"), sentence}}));
    }

    void unknown_isNotFound()
    {
        for (const Reply &reply :
             {get("/process/status/" + Unknown), get("/process/results/" + Unknown),
              post("/process/stop/" + Unknown, {}), get("/process/status/abc"), get("/none")}) {
            QCOMPARE(reply.status(), 404);
            QCOMPARE(reply.object().keys(), QStringList(QStringLiteral("error")));
        }
    }

    void upload_takesWhatTheOriginalTook()
    {
        for (const char *body : {"{\"files\":[{\"name\":\"\",\"content\":\"\"}]}",
                                 "{\"files\":[{\"name\":\"a\",\"content\":\"b\",\"x\":1}],\"y\":[2]}",
                                 "{\"files\":[{\"name\":\"../../etc/passwd\",\"content\":\"a\\u0000b\"}]}"}) {
            const QByteArray id = start(body);
            QVERIFY2(finish(id).state == ProcessState::Completed, body);
        }
        QCOMPARE(ask(*m_handler, "POST", "/process/start", One, {{"content-type", "text/plain"}}).status(),
                 201);
    }

private:
    Reply get(const QByteArray &target) { return ask(*m_handler, "GET", target, {}, Json); }
    Reply post(const QByteArray &target, const QByteArray &body)
    {
        return ask(*m_handler, "POST", target, body, Json);
    }

    QByteArray start(const QByteArray &body)
    {
        const Reply reply = post("/process/start", body);
        if (reply.status() != 201)
            qFatal("%s", reply.response.body.constData());
        return reply.object().value(QStringLiteral("process_id")).toString().toLatin1();
    }

    ProcessSnapshot finish(const QByteArray &id)
    {
        return m_real->finish(ProcessId::fromString(QString::fromLatin1(id)).value());
    }

    std::unique_ptr<RealEngine> m_real;
    std::unique_ptr<HttpHandler> m_handler;
};

QTEST_GUILESS_MAIN(TestRestCompat)
#include "tst_restcompat.moc"
