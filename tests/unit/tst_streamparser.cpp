// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/streamparser.h"

#include <QTest>

using namespace Gemmary;

namespace {

using Events = std::vector<QByteArray>;

Events feedInPieces(StreamParser &parser, const QByteArray &bytes, qsizetype size)
{
    Events events;
    for (qsizetype start = 0; start < bytes.size(); start += size) {
        for (QByteArray &event : parser.feed(bytes.mid(start, size)))
            events.push_back(std::move(event));
    }
    return events;
}

} // namespace

class TestStreamParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feed_cutAnywhere_sameEvents_data()
    {
        QTest::addColumn<StreamFraming>("framing");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QByteArray>>("events");
        QTest::addColumn<bool>("tail");
        const auto row = [](const char *name, StreamFraming framing, const char *bytes,
                            const QList<QByteArray> &found, bool tail = false) {
            QTest::newRow(name) << framing << QByteArray(bytes) << found << tail;
        };
        const StreamFraming events = StreamFraming::Events;
        row("line feeds", events, "data: {\"a\":1}\n\ndata: [DONE]\n\n", {"{\"a\":1}", "[DONE]"});
        row("returns", events, "data: one\r\rdata: two\r\r", {"one", "two"});
        row("both", events, "data: one\r\n\r\ndata: two\r\n\r\n", {"one", "two"});
        row("other letters", events, "data: Hola ñ — 世界\r\n\r\n", {"Hola ñ — 世界"});
        row("no blank", events, "data:one\n\n", {"one"});
        row("two data lines", events, "data: one\ndata: two\n\n", {"one\ntwo"});
        row("comments and other fields", events, ": wait\n\nevent: x\nid: 7\ndata: one\n\nretry\n\n",
            {"one"});
        row("llama-server's error", events, "error: {\"code\":500}\n\n", {"{\"code\":500}"});
        row("blank lines", events, "\n\n\n\ndata: one\n\n\n\n", {"one"});
        row("cut in a line", events, "data: one\n\ndata: tw", {"one"}, true);
        row("cut before its blank line", events, "data: one\n\ndata: two\n", {"one"}, true);
        row("nothing", events, "", {});
        const StreamFraming lines = StreamFraming::Lines;
        row("a value a line", lines, "{\"a\":1}\n{\"b\":\"ñ\"}\r\n\n{}\n",
            {"{\"a\":1}", "{\"b\":\"ñ\"}", "{}"});
        row("cut line", lines, "{}\n{\"a\"", {"{}"}, true);
    }

    void feed_cutAnywhere_sameEvents()
    {
        QFETCH(StreamFraming, framing);
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QByteArray>, events);
        for (const qsizetype size : {qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(1000)}) {
            StreamParser parser(framing);
            const Events found = feedInPieces(parser, bytes, size);
            QCOMPARE(QList<QByteArray>(found.begin(), found.end()), events);
            QTEST(parser.hasTail(), "tail");
            QVERIFY(!parser.isTooLong());
        }
    }

    // A server that never ends an event must not fill the memory, in one line or in many.
    void feed_endlessEvent_stops()
    {
        for (const QByteArray &piece : {QByteArray("data: 0123456789"), QByteArray("data: 0123456789\n")}) {
            StreamParser parser(StreamFraming::Events, 1000);
            for (int i = 0; i < 200; ++i)
                QVERIFY(parser.feed(piece).empty());
            QVERIFY(parser.isTooLong());
            QVERIFY(parser.feed("\n\ndata: one\n\n").empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestStreamParser)
#include "tst_streamparser.moc"
