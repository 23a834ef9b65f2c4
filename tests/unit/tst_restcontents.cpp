// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/restbench.h"
#include "wire/statisticsjson.h"
#include "wire/statusjson.h"

#include <QCryptographicHash>
#include <QLoggingCategory>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

const QByteArray Unknown = "7d9c1f0e-5d1f-4d53-9a55-d5a0e6b53c11";

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray referring(const QList<QByteArray> &digests)
{
    QByteArray files;
    for (qsizetype i = 0; i < digests.size(); ++i) {
        files += (i > 0 ? ",{" : "{") + QByteArray("\"name\":\"f") + QByteArray::number(i) +
                 "\",\"sha256\":\"" + digests[i] + "\"}";
    }
    return "{\"files\":[" + files + "]}";
}

} // namespace

// Contents that are handed over ahead of the process, and what a report is made of: what a client needs for
// folders of any size and for the same answers as at the store.
class TestRestContents : public QObject
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
        m_handler = makeRestHandler(m_real->engine(), {}, {});
    }

    void cleanup()
    {
        m_handler.reset();
        m_real.reset();
    }

    void contents_areRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *target, const char *body, const char *field) {
            QTest::addRow("%s %s", target, body)
                << QByteArray(target) << QByteArray(body) << QString::fromLatin1(field);
        };
        for (const char *base64 : {"a", "abc", "ab=c", "ab==cdef", "YWJ j", "YW\\nJj", "=",
                                   "====", "a===", "YWJj-_", "YWJj\\u0000"}) {
            const QByteArray body = QByteArray("{\"files\":[{\"content_base64\":\"") + base64 + "\"}]}";
            row("/content", body.constData(), "files[0].content_base64");
        }
        row("/content", "{\"files\":[{\"content\":\"a\",\"content_base64\":\"YQ==\"}]}",
            "files[0].content_base64");
        row("/content", "{\"files\":[{\"content\":\"a\"},{\"sha256\":\"00\"}]}", "files[1].sha256");
        row("/content", "{\"files\":[{\"name\":\"a\"}]}", "files[0].content");
        row("/content", "{\"files\":[]}", "files");
        row("/content", "{\"files\":[{\"content\":\"a\"}],\"top_words\":3}", "top_words");
        row("/process/start", "{\"files\":[{\"name\":\"a\",\"sha256\":\"00\"}]}", "files[0].sha256");
        row("/process/start", "{\"files\":[{\"name\":\"a\",\"sha256\":7}]}", "files[0].sha256");
        row("/process/start", "{\"files\":[{\"content_base64\":\"YQ==\"}]}", "files[0].name");
        row("/process/start", "{\"files\":[{\"name\":\"a\",\"content_base64\":\"YQ\"}]}",
            "files[0].content_base64");
        const QByteArray upper =
            QByteArray("{\"files\":[{\"name\":\"a\",\"sha256\":\"") + digestOf("a").toUpper() + "\"}]}";
        row("/process/start", upper.constData(), "files[0].sha256");
    }

    void contents_areRefused()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        const Reply reply = ask(*m_handler, "POST", target, body);
        QCOMPARE(reply.status(), 422);
        QTEST(reply.field(), "field");
        QCOMPARE(ask(*m_handler, "GET", "/process/list").array().size(), 0);
    }

    void contents_handedOver_areNoProcess_andAreKeptByDigest()
    {
        const QByteArray latin = "caf\xe9 caf\xe9";
        const QByteArray body = "{\"files\":[{\"name\":\"ignored\",\"content\":\"The dog "
                                "sleeps.\"},{\"content\":\"\"},{\"content_base64\":\"" +
                                latin.toBase64() + "\"},{\"content_base64\":\"\"}]}";
        const Reply reply = ask(*m_handler, "POST", "/content", body);
        QCOMPARE(reply.status(), 201);
        const QByteArrayList expected{digestOf("The dog sleeps."), digestOf(""), digestOf(latin),
                                      digestOf("")};
        QByteArrayList kept;
        const QJsonArray digests = reply.object().value(QStringLiteral("sha256")).toArray();
        for (const QJsonValue value : digests)
            kept.append(value.toString().toLatin1());
        QCOMPARE(kept, expected);
        QCOMPARE(ask(*m_handler, "GET", "/process/list").array().size(), 0);
        const ProcessSnapshot process = m_real->finish(start(referring({kept[0], kept[1], kept[2]})));
        QCOMPARE(process.counts.words, 5);
        QCOMPARE(process.documents.skipped, 1); // the empty one
        const auto rows = m_real->engine().documents(process.id, {}).result().value();
        QVERIFY(rows.at(2).facts.encodingGuessed);
    }

    void base64_ofAnyLength_isReadWhole()
    {
        for (const int size : {1, 2, 3, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 700'001}) {
            QByteArray bytes(size, '\0');
            for (qsizetype i = 0; i < size; ++i)
                bytes[i] = static_cast<char>(i * 31 + i / 251);
            const Reply reply =
                ask(*m_handler, "POST", "/content",
                    "{\"files\":[{\"content_base64\":\"" + bytes.toBase64().replace('/', "\\/") + "\"}]}");
            QCOMPARE(reply.status(), 201);
            QCOMPARE(reply.object().value(QStringLiteral("sha256"))[0].toString().toLatin1(),
                     digestOf(bytes));
        }
    }

    void start_referringToWhatIsNotKept_namesIt_andRecordsNothing()
    {
        keep({"one", "two"});
        const Reply reply = ask(
            *m_handler, "POST", "/process/start",
            referring({digestOf("one"), digestOf("nobody has it"), digestOf("two"), digestOf("nor this")}),
            {{"idempotency-key", "k"}});
        QCOMPARE(reply.status(), 422);
        QCOMPARE(reply.code(), QStringLiteral("content_missing"));
        QCOMPARE(reply.field(), QStringLiteral("files[1].sha256"));
        QCOMPARE(reply.object().value(QStringLiteral("missing")).toArray(), QJsonArray({1, 3}));
        QCOMPARE(ask(*m_handler, "GET", "/process/list").array().size(), 0);
        keep({"nobody has it", "nor this"});
        const QByteArray whole = referring({digestOf("one"), digestOf("nobody has it")});
        const Headers key{{"idempotency-key", "k"}};
        QCOMPARE(ask(*m_handler, "POST", "/process/start", whole, key).status(), 201);
        QCOMPARE(ask(*m_handler, "POST", "/process/start", whole, key).status(), 201);
        QCOMPARE(ask(*m_handler, "GET", "/process/list").array().size(), 1);
    }

    void start_mixedForms_isOneProcessInTheOrderOfItsFiles()
    {
        keep({"kept before"});
        const QByteArray body =
            "{\"files\":[{\"name\":\"b\",\"content_base64\":\"b25lIHR3bw==\"},{\"name\":\"k\",\"sha256\":\"" +
            digestOf("kept before") + "\"},{\"name\":\"t\",\"content\":\"three four five six\"}]}";
        const ProcessId id = start(body);
        m_real->finish(id);
        const auto rows = m_real->engine().documents(id, {}).result().value();
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[0].name + rows[1].name + rows[2].name, QStringLiteral("bkt"));
        QCOMPARE(rows[2].statistics.counts.words, 4);
    }

    void limits_onWhatIsSentAndWhatIsReferredTo_areApart()
    {
        RestSettings few;
        few.mostFiles = 2;
        few.mostReferences = 3;
        const auto strict = makeRestHandler(m_real->engine(), few, {});
        const QJsonObject limits =
            ask(*strict, "GET", "/health").object().value(QStringLiteral("upload_limits")).toObject();
        QCOMPARE(limits.value(QStringLiteral("contents")).toInt(), 2);
        QCOMPARE(limits.value(QStringLiteral("files")).toInt(), 3);
        keep({"a"});
        const QByteArray one = digestOf("a");
        QCOMPARE(ask(*strict, "POST", "/process/start", referring({one, one, one})).status(), 201);
        QCOMPARE(ask(*strict, "POST", "/process/start", referring({one, one, one, one})).status(), 422);
        QCOMPARE(ask(*strict, "POST", "/content",
                     "{\"files\":[{\"content\":\"a\"},{\"content\":\"b\"},{\"content\":\"c\"}]}")
                     .status(),
                 422);
    }

    void compat_knowsOnlyTheOriginalsForm()
    {
        RestSettings camel;
        camel.camel = true;
        const auto original = makeRestHandler(m_real->engine(), camel, {});
        QCOMPARE(ask(*original, "POST", "/process/start",
                     "{\"files\":[{\"name\":\"a\",\"content_base64\":\"YQ==\"}]}")
                     .status(),
                 400);
    }

    void details_areReadBackAsTheyWere()
    {
        const ProcessId id =
            start("{\"files\":[{\"name\":\"a\",\"content\":\"The cat sat on the mat. It was warm there.\"},"
                  "{\"name\":\"e\",\"content\":\"\"},{\"name\":\"p\",\"content_base64\":"
                  "\"iVBORw0KGgoAAAANSUhEUgAAAAA=\"}]}");
        m_real->finish(id);
        const QByteArray path = id.toString().toLatin1();
        const auto all = statisticsFromJson(ask(*m_handler, "GET", "/process/statistics/" + path).object());
        const auto statistics = m_real->engine().statistics(id).result().value();
        QCOMPARE(toJson(*all->statistics), toJson(statistics));
        QCOMPARE(toJson(*all->summary), toJson(m_real->engine().summary(id).result().value()));
        const auto rows =
            documentsFromJson(ask(*m_handler, "GET", "/process/documents/" + path + "?details=true").array());
        QCOMPARE(rows->size(), std::size_t(3));
        const auto kept = m_real->engine().documents(id, {}).result().value();
        for (const DocumentRow &row : kept) {
            const DocumentRow &read = rows->at(static_cast<std::size_t>(row.number));
            QCOMPARE(documentDetailsJson(read), documentDetailsJson(row));
        }
        const auto summaries =
            summariesFromJson(ask(*m_handler, "GET", "/process/summaries/" + path).array());
        QCOMPARE(summariesJson(*summaries),
                 summariesJson(m_real->engine().summaries(id, -1, 10).result().value()));
        const auto status =
            statusFromJson(ask(*m_handler, "GET", "/process/status/" + path + "?details=true").object());
        QCOMPARE(status->process.summarise.documentsDone,
                 m_real->engine().snapshot(id).result()->summarise.documentsDone);
    }

    void details_ofWhatIsNotDone_areNull()
    {
        const ProcessId id = start("{\"paused\":true,\"files\":[{\"name\":\"a\",\"content\":\"b\"}]}");
        const QJsonObject all =
            ask(*m_handler, "GET", "/process/statistics/" + id.toString().toLatin1()).object();
        QVERIFY(all.value(QStringLiteral("statistics")).isNull());
        QVERIFY(all.value(QStringLiteral("summary")).isNull());
        QCOMPARE(ask(*m_handler, "GET", "/process/statistics/" + Unknown).status(), 404);
        QCOMPARE(ask(*m_handler, "GET", "/process/summaries/" + Unknown).status(), 404);
        QCOMPARE(
            ask(*m_handler, "GET", "/process/status/" + id.toString().toLatin1() + "?details=maybe").status(),
            400);
    }

    void summaries_arePaged()
    {
        const ProcessId id = start("{\"files\":[{\"name\":\"a\",\"content\":\"One "
                                   "here.\"},{\"name\":\"b\",\"content\":\"Two there.\"},"
                                   "{\"name\":\"c\",\"content\":\"Three where.\"}]}");
        m_real->finish(id);
        const QByteArray path = "/process/summaries/" + id.toString().toLatin1();
        const Reply first = ask(*m_handler, "GET", path + "?limit=2");
        QCOMPARE(first.array().size(), 2);
        QVERIFY(first.header("Link").contains("cursor=1"));
        const Reply second = ask(*m_handler, "GET", path + "?limit=2&cursor=1");
        QCOMPARE(second.array().size(), 1);
        QVERIFY(second.header("Link").isEmpty());
    }

    void status_withDetails_isKnownByItsTag()
    {
        const ProcessId id = start("{\"paused\":true,\"files\":[{\"name\":\"a\",\"content\":\"b\"}]}");
        const QByteArray path = "/process/status/" + id.toString().toLatin1() + "?details=true";
        const QByteArray etag = ask(*m_handler, "GET", path).header("ETag");
        QCOMPARE(ask(*m_handler, "GET", path, {}, {{"if-none-match", etag}}).status(), 304);
        QVERIFY(m_real->engine().stop(id).result());
        QCOMPARE(ask(*m_handler, "GET", path, {}, {{"if-none-match", etag}}).status(), 200);
    }

    void list_byTheBeginningOfAnId()
    {
        const ProcessId id = start("{\"paused\":true,\"files\":[{\"name\":\"a\",\"content\":\"b\"}]}");
        const auto found = [this](const QByteArray &prefix) {
            return ask(*m_handler, "GET", "/process/list?id_prefix=" + prefix).array().size();
        };
        const QByteArray text = id.toString().toLatin1();
        QCOMPARE(found(text), 1);
        QCOMPARE(found(text.left(5).toUpper()), 1);
        QCOMPARE(found(text.at(0) == 'f' ? "e" : "f"), 0);
        QCOMPARE(ask(*m_handler, "GET", "/process/list?id_prefix=7d9c%27").status(), 400);
    }

private:
    ProcessId start(const QByteArray &body)
    {
        const Reply reply = ask(*m_handler, "POST", "/process/start", body);
        if (reply.status() != 201)
            qFatal("%s", reply.response.body.constData());
        return ProcessId::fromString(reply.object().value(QStringLiteral("process_id")).toString()).value();
    }

    void keep(const QByteArrayList &contents)
    {
        for (const QByteArray &content : contents)
            QCOMPARE(ask(*m_handler, "POST", "/content", "{\"files\":[{\"content\":\"" + content + "\"}]}")
                         .status(),
                     201);
    }

    std::unique_ptr<RealEngine> m_real;
    std::unique_ptr<HttpHandler> m_handler;
};

QTEST_GUILESS_MAIN(TestRestContents)
#include "tst_restcontents.moc"
