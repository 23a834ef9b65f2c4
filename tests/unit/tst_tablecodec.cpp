// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tablecodec.h"
#include "base/sha256.h"
#include "support/analysisfakes.h"

#include <QTest>

#include <zstd.h>

#include <limits>
#include <random>

using namespace Gemmary;

namespace {

using Rows = std::vector<TermCount>;

QList<QByteArray> written(const Rows &rows)
{
    ChunkList list;
    TableWriter writer(list);
    for (const TermCount &row : rows) {
        if (!writer.add(row.term, row.count))
            qFatal("add failed");
    }
    if (!writer.finish())
        qFatal("finish failed");
    return list.chunks;
}

Result<Rows> readBack(const QList<QByteArray> &chunks)
{
    ChunkListSource source(chunks);
    TableReader reader(source);
    Rows rows;
    while (true) {
        GEMMARY_ASSIGN(more, reader.next());
        if (!more)
            return rows;
        rows.push_back({std::string(reader.term()), reader.count()});
    }
}

// A chunk with a right checksum around whatever is claimed.
QByteArray forged(const QByteArray &head, const QByteArray &rows)
{
    QByteArray frame(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(rows.size()))), '\0');
    frame.truncate(
        static_cast<qsizetype>(ZSTD_compress(frame.data(), static_cast<std::size_t>(frame.size()),
                                             rows.constData(), static_cast<std::size_t>(rows.size()), 3)));
    const QByteArray body = head + frame;
    Sha256 sha;
    sha.update({body.constData(), static_cast<std::size_t>(body.size())});
    return char(1) + sha.finish().left(8) + body;
}

Rows sampleRows()
{
    return {{"a", 1}, {"ab", 2}, {"abc", 127}, {"abd", 128}, {"b", 300}, {"é", 70'000}, {"漢", 1LL << 40}};
}

} // namespace

class TestTableCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_writtenAndRead_isTheSame()
    {
        QCOMPARE(written({}).size(), 0);
        Rows rows = sampleRows();
        rows.push_back({"\xF0\x9F\x98\x80", std::numeric_limits<qint64>::max()});
        const auto read = readBack(written(rows));
        QVERIFY(read);
        QVERIFY(*read == rows);
    }

    void table_large_hasChunksWithinTheLimit()
    {
        // Random terms hardly compress.
        std::mt19937_64 random(7);
        Rows rows;
        for (int i = 0; i < 150'000; ++i) {
            std::string term = QByteArray::number(1'000'000 + i).toStdString();
            for (int k = 0; k < 12; ++k)
                term.push_back(static_cast<char>(33 + random() % 90));
            rows.push_back({term, static_cast<qint64>(random() >> 1)});
        }
        const QList<QByteArray> chunks = written(rows);
        QVERIFY(chunks.size() > 2);
        for (const QByteArray &chunk : chunks)
            QVERIFY(chunk.size() <= 512 * 1024);
        QVERIFY(*readBack(chunks) == rows);
        // Each is complete by itself.
        const auto last = readBack({chunks.back()});
        QVERIFY(last);
        QVERIFY(last->back() == rows.back());
    }

    void sink_refuses_errorComesOut()
    {
        ChunkList list;
        list.room = 0;
        TableWriter writer(list);
        QVERIFY(writer.add("a", 1));
        const auto finished = writer.finish();
        QVERIFY(!finished);
        QCOMPARE(finished.error().kind, ErrorKind::Storage);
    }

    void chunk_cutAnywhere_isAnError()
    {
        const QByteArray chunk = written(sampleRows()).constFirst();
        for (qsizetype length = 0; length < chunk.size(); ++length)
            QVERIFY(!readBack({chunk.left(length)}));
        QVERIFY(!readBack({chunk + 'x'}));
    }

    void chunk_anyByteChanged_isAnError()
    {
        const QByteArray chunk = written(sampleRows()).constFirst();
        for (qsizetype at = 0; at < chunk.size(); ++at) {
            for (const int change : {1, 0x10, 0x80, 0xFF}) {
                QByteArray changed = chunk;
                changed[at] = static_cast<char>(changed[at] ^ change);
                const auto read = readBack({changed});
                QVERIFY(!read);
                QCOMPARE(read.error().kind, ErrorKind::Storage);
            }
        }
    }

    void chunks_outOfOrder_areAnError()
    {
        const QList<QByteArray> first = written({{"a", 1}, {"b", 1}});
        const QList<QByteArray> second = written({{"b", 1}, {"c", 1}});
        QVERIFY(!readBack(first + second));
        QVERIFY(!readBack(second + first));
    }

    void chunk_madeUpWithARightChecksum_isAnError_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("rows");
        const QByteArray good("\x00\x01"
                              "a\x01",
                              4); // a row: "a", 1
        const QByteArray huge = QByteArray(9, '\xFF') + '\x01';
        QTest::newRow("no rows") << QByteArray("\x00\x04", 2) << good;
        QTest::newRow("more rows than there are") << QByteArray("\x02\x04") << good;
        QTest::newRow("fewer rows than there are") << QByteArray("\x01\x08") << QByteArray(good + good);
        QTest::newRow("endless rows") << QByteArray(huge + '\x04') << good;
        QTest::newRow("wrong size") << QByteArray("\x01\x05") << good;
        QTest::newRow("huge size") << QByteArray('\x01' + huge) << good;
        QTest::newRow("endless varint") << QByteArray(20, '\xFF') << good;
        QTest::newRow("the same term again") << QByteArray("\x02\x08") << QByteArray(good + good);
        QTest::newRow("shares with nothing") << QByteArray("\x01\x04")
                                             << QByteArray("\x01\x01"
                                                           "a\x01",
                                                           4);
        QTest::newRow("shares too much") << QByteArray("\x02\x08")
                                         << QByteArray(good + "\x02\x01"
                                                              "a\x01");
        QTest::newRow("longer than the rows") << QByteArray("\x01\x04")
                                              << QByteArray("\x00\x7F"
                                                            "a\x01",
                                                            4);
        QTest::newRow("term of huge length")
            << QByteArray("\x01\x0D") << QByteArray(QByteArray(1, '\0') + huge + "a\x01");
        QTest::newRow("shared huge length") << QByteArray("\x01\x0D")
                                            << QByteArray(huge + "\x01"
                                                                 "a\x01");
        QTest::newRow("empty term") << QByteArray("\x01\x03") << QByteArray("\x00\x00\x01", 3);
        QTest::newRow("count of zero") << QByteArray("\x01\x04")
                                       << QByteArray("\x00\x01"
                                                     "a\x00",
                                                     4);
        QTest::newRow("count beyond 63 bits") << QByteArray("\x01\x0D")
                                              << QByteArray(QByteArray("\x00\x01"
                                                                       "a",
                                                                       3) +
                                                            huge);
        QTest::newRow("no count") << QByteArray("\x01\x03")
                                  << QByteArray("\x00\x01"
                                                "a",
                                                3);
    }

    void chunk_madeUpWithARightChecksum_isAnError()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, rows);
        const auto read = readBack({forged(head, rows)});
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Storage);
    }

    void chunk_forgedRightly_isRead()
    {
        const auto read = readBack({forged("\x01\x04", QByteArray("\x00\x01"
                                                                  "a\x01",
                                                                  4))});
        QVERIFY(read);
        QVERIFY(*read == (Rows{{"a", 1}}));
    }

    void chunk_garbage_isAnError()
    {
        std::mt19937 random(3);
        for (int i = 0; i < 500; ++i) {
            QByteArray garbage(static_cast<qsizetype>(random() % 300), '\0');
            for (char &byte : garbage)
                byte = static_cast<char>(random());
            QVERIFY(!readBack({garbage}));
        }
        QVERIFY(!readBack({QByteArray(600 * 1024, '\x01')}));
    }
};

QTEST_GUILESS_MAIN(TestTableCodec)
#include "tst_tablecodec.moc"
