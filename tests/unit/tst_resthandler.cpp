// SPDX-License-Identifier: GPL-3.0-or-later
// Size: one table of what is refused, and one bench for all endpoints.
#include "support/restbench.h"
#include "wire/processjson.h"

#include <QLoggingCategory>
#include <QRegularExpression>

#include <random>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

const QByteArray Unknown = "7d9c1f0e-5d1f-4d53-9a55-d5a0e6b53c11";

QByteArray upload(const QList<std::pair<QString, QString>> &files, QJsonObject fields = {})
{
    QJsonArray array;
    for (const auto &[name, content] : files)
        array.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("content"), content}});
    fields.insert(QStringLiteral("files"), array);
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

const QByteArray Two =
    upload({{QStringLiteral("a.txt"), QStringLiteral("The quick brown fox runs over the hill.")},
            {QStringLiteral("b.txt"), QStringLiteral("The dog sleeps under the tree all day.")}});

} // namespace

class TestRestHandler : public QObject
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
        m_handler = makeRestHandler(m_real->engine(), settings(), {});
    }

    void cleanup()
    {
        m_handler.reset();
        m_real.reset();
    }

    // ---- Every failure is JSON with a sentence, a code and the request's id.
    void refusal_ofEachKind_hasStatusAndCode_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *method, const QByteArray &target, int status, const char *code) {
            QTest::addRow("%s %s", method, target.constData())
                << QByteArray(method) << target << status << QString::fromLatin1(code);
        };
        row("GET", "/", 404, "no_such_endpoint");
        row("GET", "/process/list/", 404, "no_such_endpoint");
        row("GET", "/process/status", 404, "no_such_endpoint");
        row("GET", "/nothing/here", 404, "no_such_endpoint");
        row("POST", "/process/list", 405, "method_not_allowed");
        row("OPTIONS", "/process/start", 405, "method_not_allowed");
        row("GET", "/process/start", 405, "method_not_allowed");
        for (const char *path : {"status", "results", "documents", "words"})
            row("GET", "/process/" + QByteArray(path) + '/' + Unknown, 404, "not_found");
        for (const char *act : {"stop", "pause", "resume", "retry"})
            row("POST", "/process/" + QByteArray(act) + '/' + Unknown, 404, "not_found");
        row("DELETE", "/process/" + Unknown, 404, "not_found");
        row("GET", "/process/status/abc", 404, "not_found");
        row("GET", "/process/status/%27%20OR%201%3D1", 404, "not_found");
        row("GET", "/process/status/%ff%00", 404, "not_found");
        row("GET", "/process/events?id=abc", 404, "not_found");
        row("GET", "/process/list?limit=0", 400, "invalid_parameter");
        row("GET", "/process/list?limit=many", 400, "invalid_parameter");
        row("GET", "/process/list?limit=1&limit=2", 400, "invalid_parameter");
        row("GET", "/process/list?status=GONE", 400, "invalid_parameter");
        row("GET", "/process/list?since=yesterday", 400, "invalid_parameter");
        row("GET", "/process/list?since=2026-01-31T12:00:00", 400, "invalid_parameter");
        row("GET", "/process/list?cursor=x", 400, "invalid_parameter");
        row("GET", "/process/list?offset=1", 400, "invalid_parameter");
        row("GET", "/process/documents/" + Unknown + "?state=odd", 400, "invalid_parameter");
        row("GET", "/process/documents/" + Unknown + "?problems=maybe", 400, "invalid_parameter");
        row("GET", "/process/words/" + Unknown + "?min_length=0", 400, "invalid_parameter");
    }

    void refusal_ofEachKind_hasStatusAndCode()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        const Reply reply = ask(*m_handler, method, target);
        QTEST(reply.status(), "status");
        QTEST(reply.code(), "code");
        QVERIFY(!reply.object().value(QStringLiteral("error")).toString().isEmpty());
        QCOMPARE(reply.object().value(QStringLiteral("request_id")).toString(), QStringLiteral("request-1"));
    }

    void method_notAllowed_saysWhichAre()
    {
        QCOMPARE(ask(*m_handler, "POST", "/process/list").header("Allow"), QByteArray("GET, HEAD"));
        QCOMPARE(ask(*m_handler, "GET", "/process/start").header("Allow"), QByteArray("POST"));
        QCOMPARE(ask(*m_handler, "PUT", "/process/" + Unknown).header("Allow"), QByteArray("DELETE"));
    }

    void failure_beforeThereIsARequest_isJsonToo()
    {
        for (const int status : {400, 408, 413, 414, 431, 500, 501, 503, 505, 418}) {
            const Reply reply{m_handler->failure(status, QStringLiteral("r7"))};
            QCOMPARE(reply.status(), status);
            QCOMPARE(reply.object().value(QStringLiteral("request_id")).toString(), QStringLiteral("r7"));
            QVERIFY(!reply.code().isEmpty());
        }
    }

    void access_refused_isRefusedEverywhereButForProbes()
    {
        const auto guarded = makeRestHandler(m_real->engine(), settings(), [](const HttpRequest &head) {
            return std::optional(
                refusalResponse(401, QStringLiteral("unauthorized"), QStringLiteral("No."), head.id));
        });
        for (const char *path : {"/process/list", "/metrics", "/openapi.json", "/process/events", "/none"})
            QCOMPARE(ask(*guarded, "GET", path).status(), 401);
        QCOMPARE(ask(*guarded, "POST", "/process/start", Two).status(), 401);
        QCOMPARE(ask(*guarded, "GET", "/health").status(), 200);
        QCOMPARE(ask(*guarded, "GET", "/ready").status(), 200);
    }

    void body_ofAnUpload_mayBeLarge_othersNot()
    {
        QCOMPARE(m_handler->bodyLimit(request("POST", "/process/start")), qint64(32) * 1024 * 1024);
        QVERIFY(m_handler->bodyLimit(request("POST", "/process/stop/x")) <= 64 * 1024);
    }

    // ---- Uploads.
    void upload_notJson_isRefusedBeforeItsBody_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        QTest::newRow("json") << QByteArray("application/json") << 201;
        QTest::newRow("json with charset") << QByteArray("application/json; charset=utf-8") << 201;
        QTest::newRow("text, as some clients say") << QByteArray("text/plain;charset=UTF-8") << 201;
        QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded") << 415;
        QTest::newRow("multipart") << QByteArray("multipart/form-data; boundary=x") << 415;
    }

    void upload_notJson_isRefusedBeforeItsBody()
    {
        QFETCH(QByteArray, type);
        QTEST(ask(*m_handler, "POST", "/process/start", Two, {{"content-type", type}}).status(), "status");
        QCOMPARE(ask(*m_handler, "POST", "/process/start", Two, {{"content-encoding", "gzip"}}).status(),
                 415);
    }

    // Size: one row a field and a way to be wrong.
    void upload_badField_isRefusedByItsName_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &body, int status, const char *code,
                            const char *field = "") {
            QTest::newRow(name) << body << status << QString::fromLatin1(code) << QString::fromLatin1(field);
        };
        const auto file = [](const char *text) { return "{\"files\":[" + QByteArray(text) + "]}"; };
        const auto with = [](const char *field) {
            return R"({"files":[{"name":"a","content":"b"}],)" + QByteArray(field) + '}';
        };
        row("nothing", "", 400, "invalid_json");
        row("no JSON", "{files:[]}", 400, "invalid_json");
        row("no null", R"({"name":nul,"files":[{"name":"a","content":"b"}]})", 400, "invalid_json");
        row("cut off", R"({"files":[{"name":"a","content":"b"})", 400, "invalid_json");
        row("two documents", Two + Two, 400, "invalid_json");
        row("not UTF-8", "{\"files\":[{\"name\":\"a\",\"content\":\"\xff\"}]}", 400, "invalid_json");
        row("control character", "{\"files\":[{\"name\":\"a\",\"content\":\"\x01\"}]}", 400, "invalid_json");
        row("no such escape", file(R"({"name":"a","content":"\x"})"), 400, "invalid_json");
        row("short escape", file(R"({"name":"a","content":"\u12"})"), 400, "invalid_json");
        row("null", "null", 422, "invalid_structure", "body");
        row("array", "[]", 422, "invalid_structure", "body");
        row("string", "\"x\"", 422, "invalid_structure", "body");
        row("empty object", "{}", 422, "invalid_structure", "files");
        row("files no array", R"({"files":{"a":1}})", 422, "invalid_structure", "files");
        row("no file", R"({"files":[]})", 422, "no_files", "files");
        row("file null", file("null"), 422, "invalid_structure", "files[0]");
        row("file without content", file(R"({"name":"a"})"), 422, "invalid_structure", "files[0].content");
        row("file without name", file(R"({"content":"a"})"), 422, "invalid_structure", "files[0].name");
        row("name a number", file(R"({"name":1,"content":"b"})"), 422, "invalid_structure", "files[0].name");
        row("content null", file(R"({"name":"a","content":null})"), 422, "invalid_structure",
            "files[0].content");
        row("second file bad", file(R"({"name":"a","content":"b"},{"name":"a","content":[]})"), 422,
            "invalid_structure", "files[1].content");
        row("name empty", file(R"({"name":"","content":"b"})"), 422, "invalid_field", "files[0].name");
        row("name with NUL", file(R"({"name":"a\u0000","content":"b"})"), 422, "invalid_field",
            "files[0].name");
        row("name with half a pair", file(R"({"name":"\ud800","content":"b"})"), 422, "invalid_field",
            "files[0].name");
        row("content with half a pair", file(R"({"name":"a","content":"x\ud800y"})"), 422, "invalid_field",
            "files[0].content");
        row("content with the second half first", file(R"({"name":"a","content":"\ude00\ud83d"})"), 422,
            "invalid_field", "files[0].content");
        row("content with half a pair and a letter", file(R"({"name":"a","content":"\ud83d\u0041"})"), 422,
            "invalid_field", "files[0].content");
        row("name too long",
            file(("{\"content\":\"\",\"name\":\"" + QByteArray(5000, 'n') + "\"}").constData()), 422,
            "invalid_field", "files[0].name");
        row("name twice", file(R"({"name":"a","name":"b","content":"c"})"), 422, "invalid_field",
            "files[0].name");
        row("path", file(R"({"name":"a","content":"c","path":"/etc/passwd"})"), 422, "invalid_field",
            "files[0].path");
        row("files twice", R"({"files":[{"name":"a","content":"b"}],"files":[]})", 422, "invalid_field",
            "files");
        row("unknown field", with(R"("file":1)"), 422, "invalid_field", "file");
        row("escaped key is the same", with(R"("\u0066iles":[])"), 422, "invalid_field", "files");
        row("summarizer", with(R"("summarizer":"gpt")"), 422, "invalid_field", "summarizer");
        row("summarizer a number", with(R"("summarizer":1)"), 422, "invalid_structure", "summarizer");
        row("model missing", with(R"("summarizer":"ollama")"), 422, "invalid_field", "model");
        row("language", with(R"("language":"English")"), 422, "invalid_field", "language");
        row("batch size", with(R"("batch_size":0)"), 422, "invalid_field", "batch_size");
        row("batch size a text", with(R"("batch_size":"7")"), 422, "invalid_field", "batch_size");
        row("batch size not whole", with(R"("batch_size":1.5)"), 422, "invalid_field", "batch_size");
        row("top words", with(R"("top_words":99999999999999999999)"), 422, "invalid_field", "top_words");
        row("paused", with(R"("paused":"yes")"), 422, "invalid_field", "paused");
        row("name of the process", with(R"("name":"\u0000")"), 422, "invalid_field", "name");
        row("words", with(R"("words":"all")"), 422, "invalid_field", "words");
        row("too long a prompt", with(("\"own_prompt\":\"" + QByteArray(20'001, 'p') + '"').constData()), 422,
            "invalid_field", "own_prompt");
        row("only brackets", QByteArray(100'000, '['), 422, "invalid_structure", "body");
        row("deep brackets", R"({"files":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}', 422,
            "invalid_structure", "files[0]");
    }

    void upload_badField_isRefusedByItsName()
    {
        QFETCH(QByteArray, body);
        const Reply reply = ask(*m_handler, "POST", "/process/start", body);
        QTEST(reply.status(), "status");
        QTEST(reply.code(), "code");
        QTEST(reply.field(), "field");
        QCOMPARE(ask(*m_handler, "GET", "/process/list").array().size(), 0);
    }

    void upload_hostileNames_areData()
    {
        const QStringList names{QStringLiteral("__proto__"),
                                QStringLiteral("constructor"),
                                QStringLiteral("../../etc/passwd"),
                                QStringLiteral("/etc/passwd"),
                                QStringLiteral("d.txt"),
                                QStringLiteral("d.txt"),
                                QStringLiteral("\u202Egnp.txt"),
                                QStringLiteral("<script>"),
                                QStringLiteral("a\nb\t\"c\"\\"),
                                QString::fromUtf8("日本語 😀 naïve.txt")};
        QList<std::pair<QString, QString>> files;
        for (const QString &name : names)
            files.append({name, QStringLiteral("The text of document number %1 is here.").arg(files.size())});
        const QString id = start(upload(files));
        finish(id);
        const QJsonObject results = ask(*m_handler, "GET", "/process/results/" + id.toLatin1()).object();
        QCOMPARE(results.value(QStringLiteral("files_processed")).toArray(),
                 QJsonArray::fromStringList(names));
        QCOMPARE(results.value(QStringLiteral("file_summaries")).toArray().size(), names.size());
        QVERIFY(results.value(QStringLiteral("problems")).toArray().isEmpty());
    }

    void upload_escapes_areReadAsJsonHasThem()
    {
        const QByteArray body =
            " {\"files\": [ {\"content\" : \"\\u0041\\ud83d\\ude00\\u00e9\\t\\\"\\\\\\/\\b\\f"
            "\\n\\r end \", \"name\":\"e\"} ] } ";
        const QString id = start(body);
        finish(id);
        const QString text = m_real->engine().documentText(idOf(id), 0).result()->text;
        QCOMPARE(text, QString::fromUtf8("A😀é\t\"\\/\b\f\n\r end "));
    }

    void upload_emptyAndBinaryContents_areTheDocumentsTrouble()
    {
        const QString id = start("{\"files\":[{\"name\":\"empty\",\"content\":\"\"},"
                                 "{\"name\":\"nul\",\"content\":\"a\\u0000\\u0001b\\u0000\"},"
                                 "{\"name\":\"ok\",\"content\":\"Words are here.\"}]}");
        const ProcessSnapshot process = finish(id);
        QCOMPARE(process.state, ProcessState::Completed);
        const Reply results = ask(*m_handler, "GET", "/process/results/" + id.toLatin1());
        QCOMPARE(results.status(), 200);
        QVERIFY(results.object()
                    .value(QStringLiteral("files_processed"))
                    .toArray()
                    .contains(QStringLiteral("ok")));
        QVERIFY(!results.object().value(QStringLiteral("problems")).toArray().isEmpty());
    }

    void upload_onlyOfSkippedDocuments_comesToItsEnd()
    {
        const QString id = start(upload({{QStringLiteral("__proto__"), QString()}}));
        QCOMPARE(finish(id).state, ProcessState::Completed);
        QCOMPARE(ask(*m_handler, "GET", "/process/results/" + id.toLatin1()).status(), 200);
    }

    void upload_fields_reachTheProcess()
    {
        const QString id =
            start(upload({{QStringLiteral("a"), QStringLiteral("Uno dos tres. Cuatro cinco.")}},
                         {{QStringLiteral("name"), QStringLiteral("Cartas")},
                          {QStringLiteral("summarizer"), QStringLiteral("none")},
                          {QStringLiteral("language"), QStringLiteral("es")},
                          {QStringLiteral("batch_size"), 7},
                          {QStringLiteral("top_words"), 2},
                          {QStringLiteral("count_duplicates"), true},
                          {QStringLiteral("model"), QJsonValue::Null},
                          {QStringLiteral("paused"), true}}));
        const ProcessSnapshot process = m_real->engine().snapshot(idOf(id)).result().value();
        QCOMPARE(process.name, QStringLiteral("Cartas"));
        QVERIFY(process.paused);
        QCOMPARE(process.settings.summarizer, QStringLiteral("none"));
        QCOMPARE(process.settings.language, QStringLiteral("es"));
        QCOMPARE(process.settings.batchSize, 7);
        QCOMPARE(process.settings.topWords, 2);
        QVERIFY(process.settings.countDuplicates);
    }

    void upload_moreFilesThanAllowed_isRefused()
    {
        RestSettings few = settings();
        few.mostFiles = 1;
        const auto strict = makeRestHandler(m_real->engine(), few, {});
        const Reply reply = ask(*strict, "POST", "/process/start", Two);
        QCOMPARE(reply.status(), 422);
        QCOMPARE(reply.field(), QStringLiteral("files"));
    }

    void upload_ofTwentyThousandFiles_isOneProcess()
    {
        QByteArray body = R"({"summarizer":"none","files":[)";
        for (int i = 0; i < 20'000; ++i)
            body += (i > 0 ? ",{\"name\":\"" : "{\"name\":\"") + QByteArray::number(i) +
                    "\",\"content\":\"Document " + QByteArray::number(i) + "\"}";
        const QString id = start(body + "]}");
        QCOMPARE(m_real->engine().request(idOf(id)).result()->inputs.size(), std::size_t(20'000));
    }

    void upload_ofThirtyMegabytes_isKeptWhole()
    {
        QByteArray content;
        while (content.size() < 30'000'000)
            content += "Line " + QByteArray::number(content.size()) + " \\\"quoted\\\" \\u00e9\\n";
        const QString id =
            start("{\"summarizer\":\"none\",\"files\":[{\"name\":\"big\",\"content\":\"" + content + "\"}]}");
        QCOMPARE(finish(id).state, ProcessState::Completed);
        QCOMPARE(m_real->engine().snapshot(idOf(id)).result()->counts.lines, content.count("Line"));
    }

    void upload_withTheSameKey_isOneProcess_withAnotherUploadAConflict()
    {
        const Headers key{{"idempotency-key", "night-7"}};
        const Reply first = ask(*m_handler, "POST", "/process/start", Two, key);
        const Reply second = ask(*m_handler, "POST", "/process/start", Two, key);
        QCOMPARE(first.status(), 201);
        QCOMPARE(second.status(), 201);
        QCOMPARE(second.object(), first.object());
        QCOMPARE(ask(*m_handler, "GET", "/process/list").array().size(), 1);
        const Reply other = ask(*m_handler, "POST", "/process/start",
                                upload({{QStringLiteral("c"), QStringLiteral("Other.")}}), key);
        QCOMPARE(other.status(), 409);
        QCOMPARE(other.code(), QStringLiteral("idempotency_conflict"));
        const QByteArray tooLong(2000, 'k');
        QCOMPARE(ask(*m_handler, "POST", "/process/start", Two, {{"idempotency-key", tooLong}}).status(),
                 400);
    }

    // Mutations of a good upload, the same each time: no crash, and nothing that would be the server's fault.
    void upload_ofGarbage_isNeverTheServersFault()
    {
        const QByteArray good = upload({{QStringLiteral("a"), QStringLiteral("b\n\"c\"")},
                                        {QStringLiteral("d\u00e9"), QStringLiteral("e")}},
                                       {{QStringLiteral("summarizer"), QStringLiteral("none")},
                                        {QStringLiteral("top_words"), 3},
                                        {QStringLiteral("paused"), true}});
        const QByteArray pieces[] = {"{",
                                     "}",
                                     "[",
                                     "]",
                                     ",",
                                     ":",
                                     "\"",
                                     "\\",
                                     "\\u",
                                     "\\ud800",
                                     "\\u0000",
                                     "null",
                                     "true",
                                     "-1e999",
                                     "0.1",
                                     "\"files\"",
                                     "\"name\"",
                                     "\"content\"",
                                     "\xff",
                                     "\xc0\x80",
                                     "\x00",
                                     "\xef\xbb\xbf",
                                     "9223372036854775808",
                                     " ",
                                     "\n"};
        std::mt19937 random(20261127);
        const auto below = [&](qsizetype most) {
            return static_cast<qsizetype>(random() % static_cast<unsigned>(most));
        };
        for (int i = 0; i < 3000; ++i) {
            QByteArray body = good;
            for (qsizetype n = 1 + below(4); n > 0 && !body.isEmpty(); --n) {
                const qsizetype at = below(body.size());
                switch (below(4)) {
                case 0:
                    body.remove(at, 1 + below(10));
                    break;
                case 1:
                    body.insert(at, pieces[below(std::ssize(pieces))]);
                    break;
                case 2:
                    body[at] = static_cast<char>(random());
                    break;
                default:
                    body.insert(at, body.mid(below(body.size()), below(40)));
                }
            }
            const int status = ask(*m_handler, "POST", "/process/start", body).status();
            QVERIFY2(status == 201 || status == 400 || status == 422, body.constData());
        }
    }

    // ---- Processes and their lives.
    void start_answersWhereToLook()
    {
        const Reply reply = ask(*m_handler, "POST", "/process/start", Two);
        QCOMPARE(reply.status(), 201);
        const QString id = reply.object().value(QStringLiteral("process_id")).toString();
        QCOMPARE(reply.header("Location"), "/process/status/" + id.toLatin1());
        QCOMPARE(reply.object().size(), 1);
        const Reply status = ask(*m_handler, "GET", reply.header("Location"));
        QCOMPARE(status.object().value(QStringLiteral("status")).toString(), QStringLiteral("PENDING"));
        QCOMPARE(status.object().value(QStringLiteral("name")).toString(),
                 QStringLiteral("a.txt and 1 more"));
        QCOMPARE(ask(*m_handler, "GET", "/process/status/" + id.toUpper().toLatin1()).status(), 200);
    }

    void results_beforeTheEnd_are400WithTheStatus()
    {
        const QString id = start(Two);
        for (const char *path : {"/process/results/", "/process/words/"}) {
            const Reply reply = ask(*m_handler, "GET", path + id.toLatin1());
            QCOMPARE(reply.status(), 400);
            QCOMPARE(reply.code(), QStringLiteral("not_ready"));
            QCOMPARE(reply.object().value(QStringLiteral("status")).toString(), QStringLiteral("PENDING"));
        }
    }

    void results_haveTheShapeOfTheCommandLine()
    {
        const QString id = start(Two);
        finish(id);
        ResultsContent content;
        content.results = m_real->engine().results(idOf(id)).result().value();
        content.documents = m_real->engine().documents(idOf(id), {}).result().value();
        content.summaries = m_real->engine().summaries(idOf(id), -1, 100).result().value();
        const QJsonObject results = ask(*m_handler, "GET", "/process/results/" + id.toLatin1()).object();
        QCOMPARE(results, resultsJson(content));
        QCOMPARE(results.value(QStringLiteral("total_words")).toInt(), 16);
    }

    void stop_holds_andTakesNothingFromAFinishedProcess()
    {
        const QString id = start(Two);
        for (int i = 0; i < 2; ++i) {
            const Reply reply = ask(*m_handler, "POST", "/process/stop/" + id.toLatin1());
            QCOMPARE(reply.status(), 200);
            QCOMPARE(reply.object().value(QStringLiteral("status")).toString(), QStringLiteral("STOPPED"));
        }
        QCOMPARE(ask(*m_handler, "POST", "/process/resume/" + id.toLatin1()).status(), 200);
        finish(id);
        for (const char *act : {"stop", "resume", "retry", "pause"}) {
            const Reply reply = ask(*m_handler, "POST", "/process/" + QByteArray(act) + '/' + id.toLatin1());
            QCOMPARE(reply.status(), 409);
            QCOMPARE(reply.code(), QStringLiteral("conflict"));
        }
        QCOMPARE(ask(*m_handler, "GET", "/process/results/" + id.toLatin1()).status(), 200);
    }

    void pause_isAFlag_thatResumeTakesAway()
    {
        const QByteArray id = start(Two).toLatin1();
        QVERIFY(ask(*m_handler, "POST", "/process/pause/" + id)
                    .object()
                    .value(QStringLiteral("paused"))
                    .toBool());
        const QJsonObject resumed = ask(*m_handler, "POST", "/process/resume/" + id).object();
        QVERIFY(!resumed.value(QStringLiteral("paused")).toBool());
        QCOMPARE(resumed.value(QStringLiteral("status")).toString(), QStringLiteral("PENDING"));
    }

    void removed_isGone()
    {
        const QByteArray id = start(Two).toLatin1();
        QCOMPARE(ask(*m_handler, "DELETE", "/process/" + id + "%2f").status(), 404); // an id and more is none
        QCOMPARE(ask(*m_handler, "DELETE", "/process/" + id).status(), 204);
        QCOMPARE(ask(*m_handler, "DELETE", "/process/" + id).status(), 404);
        QCOMPARE(ask(*m_handler, "GET", "/process/status/" + id).status(), 404);
        QCOMPARE(ask(*m_handler, "POST", "/process/resume/" + id).status(), 404);
        QCOMPARE(ask(*m_handler, "GET", "/process/list").array().size(), 0);
    }

    void list_isReadPageByPage_newestFirst()
    {
        QStringList ids;
        for (int i = 0; i < 7; ++i)
            ids.prepend(start(Two));
        QStringList seen;
        QByteArray target = "/process/list?limit=3";
        for (int page = 0; page < 3; ++page) {
            const Reply reply = ask(*m_handler, "GET", target);
            for (const QJsonValue process : reply.array())
                seen.append(process[QStringLiteral("process_id")].toString());
            target = nextOf(reply);
        }
        QVERIFY(target.isEmpty());
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()), QSet<QString>(ids.begin(), ids.end()));
        QCOMPARE(seen.size(), 7);
    }

    void list_isFiltered()
    {
        const QString stopped = start(Two);
        (void)start(Two);
        (void)ask(*m_handler, "POST", "/process/stop/" + stopped.toLatin1());
        QCOMPARE(ask(*m_handler, "GET", "/process/list?status=stopped").array().size(), 1);
        QCOMPARE(ask(*m_handler, "GET", "/process/list?status=PENDING").array().size(), 1);
        QCOMPARE(ask(*m_handler, "GET", "/process/list?since=2020-01-01T00:00:00%2B01:00").array().size(), 2);
        QCOMPARE(ask(*m_handler, "GET", "/process/list?since=2100-01-01T00:00:00Z").array().size(), 0);
    }

    void polling_withTheTagOfBefore_isAnswered304UntilSomethingChanges()
    {
        const QByteArray id = start(Two).toLatin1();
        for (const QByteArray &target : {"/process/status/" + id, QByteArray("/process/list")}) {
            const QByteArray tag = ask(*m_handler, "GET", target).header("ETag");
            QVERIFY(tag.startsWith("W/\""));
            const Headers again{{"if-none-match", "\"x\", " + tag}};
            const Reply same = ask(*m_handler, "GET", target, {}, again);
            QCOMPARE(same.status(), 304);
            QVERIFY(same.response.body.isEmpty());
            (void)ask(*m_handler, "POST", "/process/pause/" + id);
            QCOMPARE(ask(*m_handler, "GET", target, {}, again).status(), 200);
            (void)ask(*m_handler, "POST", "/process/resume/" + id);
        }
    }

    void documents_andWords_areReadPageByPage()
    {
        QList<std::pair<QString, QString>> files;
        for (int i = 0; i < 5; ++i)
            files.append({QString::number(i), QStringLiteral("common words and unique%1 ones").arg(i)});
        files.append({QStringLiteral("empty"), QString()});
        const QByteArray id = start(upload(files)).toLatin1();
        finish(QString::fromLatin1(id));
        QStringList names;
        for (QByteArray target = "/process/documents/" + id + "?limit=2"; !target.isEmpty();) {
            const Reply reply = ask(*m_handler, "GET", target);
            for (const QJsonValue document : reply.array())
                names.append(document[QStringLiteral("name")].toString());
            target = nextOf(reply);
        }
        QCOMPARE(names, QStringList({QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"),
                                     QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("empty")}));
        const QJsonArray problems =
            ask(*m_handler, "GET", "/process/documents/" + id + "?problems=true").array();
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0][QStringLiteral("reason")].toString(), QStringLiteral("empty"));
        QCOMPARE(ask(*m_handler, "GET", "/process/documents/" + id + "?state=done").array().size(), 5);

        QStringList words;
        for (QByteArray target = "/process/words/" + id + "?limit=4"; !target.isEmpty();) {
            const Reply reply = ask(*m_handler, "GET", target);
            for (const QJsonValue word : reply.object().value(QStringLiteral("words")).toArray())
                words.append(word[QStringLiteral("word")].toString());
            target = nextOf(reply);
        }
        QCOMPARE(words.size(), 9);
        QCOMPARE(words.first(4), QStringList({QStringLiteral("and"), QStringLiteral("common"),
                                              QStringLiteral("ones"), QStringLiteral("words")}));
        const QJsonObject some = ask(*m_handler, "GET", "/process/words/" + id + "?containing=uni").object();
        QCOMPARE(some.value(QStringLiteral("matching")).toInt(), 5);
        QCOMPARE(some.value(QStringLiteral("forms")).toInt(), 9);
    }

    // ---- Probes and figures.
    void probes_answer()
    {
        QCOMPARE(ask(*m_handler, "GET", "/health").object().value(QStringLiteral("status")).toString(),
                 QStringLiteral("ok"));
        QCOMPARE(ask(*m_handler, "GET", "/ready").object().value(QStringLiteral("status")).toString(),
                 QStringLiteral("ready"));
        QCOMPARE(ask(*m_handler, "HEAD", "/health").status(), 200);
    }

    void metrics_areWhatPrometheusReads()
    {
        for (int i = 0; i < 2; ++i)
            finish(start(Two));
        (void)ask(*m_handler, "GET", "/none");
        const Reply reply = ask(*m_handler, "GET", "/metrics");
        QVERIFY(reply.response.contentType.startsWith("text/plain; version=0.0.4"));
        static const QRegularExpression sample(
            QStringLiteral("^[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? [-+0-9.e]+$"));
        for (const QByteArray &line : reply.response.body.trimmed().split('\n')) {
            if (!line.startsWith('#'))
                QVERIFY2(sample.match(QString::fromUtf8(line)).hasMatch(), line.constData());
        }
        for (const char *line :
             {"gemmary_database_up 1\n", "gemmary_processes{state=\"completed\"} 2\n",
              "gemmary_documents{state=\"done\"} 4\n", "gemmary_dead_letters 0\n",
              "gemmary_http_requests_total{method=\"POST\",route=\"/process/start\",status=\"201\"} 2\n",
              "gemmary_http_requests_total{method=\"\",route=\"\",status=\"404\"} 1\n",
              "gemmary_http_request_duration_seconds_bucket{route=\"/process/start\",le=\"+Inf\"} 2\n"})
            QVERIFY2(reply.response.body.contains(line), reply.response.body.constData());
    }

    // ---- Events.
    void events_tellHowThingsAre_thenWhatChanges_thenThatItIsGone()
    {
        const QByteArray id = start(Two).toLatin1();
        const auto all = listen("/process/events");
        const auto one = listen("/process/events?id=" + id);
        for (const auto &stream : {all, one})
            QTRY_VERIFY(stream->sent().contains("\"status\":\"PENDING\""));
        QCOMPARE(all->response().contentType, QByteArray("text/event-stream"));
        (void)ask(*m_handler, "POST", "/process/stop/" + id);
        for (const auto &stream : {all, one})
            QTRY_VERIFY(stream->sent().contains("\"status\":\"STOPPED\""));
        const QByteArray second = start(Two).toLatin1();
        QTRY_VERIFY(all->sent().contains(second));
        QVERIFY(!one->sent().contains(second));
        (void)ask(*m_handler, "DELETE", "/process/" + id);
        for (const auto &stream : {all, one})
            QTRY_VERIFY(stream->sent().contains("event: removed\ndata: {\"process_id\":\"" + id + "\"}\n\n"));
    }

    void events_afterTheLastOneReceived_areTold_andNoOthers()
    {
        const QByteArray quiet = start(Two).toLatin1();
        const QByteArray busy = start(Two).toLatin1();
        const auto first = listen("/process/events");
        QTRY_VERIFY(first->sent().contains(quiet) && first->sent().contains(busy) &&
                    first->sent().contains("id: "));
        const QByteArray last = lastIdOf(first->sent());
        first->leave();
        (void)ask(*m_handler, "POST", "/process/stop/" + busy);
        const auto again = listen("/process/events", {{"last-event-id", last}});
        QTRY_VERIFY(again->sent().contains("STOPPED"));
        QVERIFY(!again->sent().contains(quiet));
        const auto fromElsewhere = listen("/process/events", {{"last-event-id", "0123456789ab-4"}});
        QTRY_VERIFY(fromElsewhere->sent().contains(quiet));
    }

    void events_ofNothing_areCommentsNowAndThen()
    {
        const auto stream = listen("/process/events");
        QTRY_VERIFY(stream->sent().count(":") >= 2);
        QVERIFY(!stream->sent().contains("data"));
    }

    void events_forMoreThanAllowed_areRefused_untilOneGoes()
    {
        RestSettings few = settings();
        few.mostStreams = 1;
        m_handler = makeRestHandler(m_real->engine(), few, {});
        const auto stream = listen("/process/events");
        const Reply refused = ask(*m_handler, "GET", "/process/events");
        QCOMPARE(refused.status(), 503);
        QVERIFY(!refused.header("Retry-After").isEmpty());
        stream->leave();
        QVERIFY(QTest::qWaitFor([&] { return ask(*m_handler, "GET", "/process/events").status() == 200; }));
    }

    void events_endWithTheHandler()
    {
        const auto stream = listen("/process/events");
        m_handler.reset();
        QVERIFY(stream->isEnded());
    }

private:
    QString start(const QByteArray &body)
    {
        const Reply reply = ask(*m_handler, "POST", "/process/start", body);
        if (reply.status() != 201)
            qFatal("%s", reply.response.body.constData());
        return reply.object().value(QStringLiteral("process_id")).toString();
    }

    static ProcessId idOf(const QString &id) { return ProcessId::fromString(id).value(); }

    ProcessSnapshot finish(const QString &id) { return m_real->finish(idOf(id)); }

    std::shared_ptr<KeptExchange> listen(const QByteArray &target, const Headers &headers = {})
    {
        auto exchange = std::make_shared<KeptExchange>(request("GET", target, {}, headers));
        m_handler->handle(exchange);
        if (!exchange->waitForAnswer())
            qFatal("no stream");
        return exchange;
    }

    // The target of the next page; empty: there is none.
    static QByteArray nextOf(const Reply &reply)
    {
        const QByteArray link = reply.header("Link");
        return link.isEmpty() ? link : link.mid(1, link.indexOf('>') - 1);
    }

    static QByteArray lastIdOf(const QByteArray &events)
    {
        const auto at = events.lastIndexOf("id: ") + 4;
        return events.mid(at, events.indexOf('\n', at) - at);
    }

    static RestSettings settings()
    {
        RestSettings settings;
        settings.eventInterval = std::chrono::milliseconds(20);
        settings.commentInterval = std::chrono::milliseconds(50);
        return settings;
    }

    std::unique_ptr<RealEngine> m_real;
    std::unique_ptr<HttpHandler> m_handler;
};

QTEST_GUILESS_MAIN(TestRestHandler)
#include "tst_resthandler.moc"
