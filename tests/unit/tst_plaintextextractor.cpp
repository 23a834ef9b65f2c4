// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/contentfakes.h"
#include "text/plaintextextractor.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Gemmary;
using Test::FakeContent;
using Test::TextCollector;

namespace {

constexpr auto Buffer = static_cast<qsizetype>(PlainTextExtractor::BufferSize);

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray repeated(const QByteArray &unit, qsizetype atLeast)
{
    return unit.repeated(atLeast / unit.size() + 1);
}

struct Extracted
{
    Outcome<TextFacts> facts;
    TextCollector sink;
};

Extracted extract(FakeContent &content, const CancelToken &cancel = {})
{
    TextCollector sink;
    auto facts = PlainTextExtractor().extract(content, sink, cancel);
    return {std::move(facts), std::move(sink)};
}

Extracted extract(const QByteArray &bytes)
{
    FakeContent content(bytes);
    return extract(content);
}

} // namespace

class TestPlainTextExtractor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extract_noText_saysWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Reason>("reason");
        QTest::newRow("no bytes") << QByteArray() << Reason::Empty;
        QTest::newRow("UTF-8 mark only") << QByteArray("\xEF\xBB\xBF") << Reason::Empty;
        QTest::newRow("UTF-16 mark only") << QByteArray("\xFF\xFE") << Reason::Empty;
        QTest::newRow("UTF-32 mark only") << QByteArray("\xFF\xFE\0\0", 4) << Reason::Empty;
        QTest::newRow("JPEG") << QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF", 10) << Reason::NotText;
        QTest::newRow("NUL bytes") << QByteArray("some\0text", 9) << Reason::NotText;
        QTest::newRow("NUL bytes after a UTF-8 mark")
            << QByteArray("\xEF\xBB\xBFsome\0text", 12) << Reason::NotText;
        QTest::newRow("UTF-16 mark before noise")
            << QByteArray("\xFF\xFE\x01\x00\x02\x00\x03\x00\x00\xD8\x01\x00", 12) << Reason::NotText;
    }

    void extract_noText_saysWhy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Reason, reason);
        const auto [facts, sink] = extract(bytes);
        QVERIFY(!facts);
        QCOMPARE(facts.error().reason, reason);
        QVERIFY(sink.all.empty());
    }

    void extract_readFails_isReadError_data()
    {
        QTest::addColumn<qint64>("failAfter");
        QTest::newRow("at once") << qint64(0);
        QTest::newRow("in the first reading") << qint64(2 * Buffer);
    }

    void extract_readFails_isReadError()
    {
        QFETCH(qint64, failAfter);
        FakeContent content(QByteArray(3 * Buffer, 'a'));
        content.failAfter = failAfter;
        const auto [facts, sink] = extract(content);
        QVERIFY(!facts);
        QCOMPARE(facts.error().reason, Reason::ReadError);
        QCOMPARE(facts.error().detail, QStringLiteral("Input/output error"));
    }

    void extract_changedMeanwhile_isChanged_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        const QByteArray text = repeated("palabra ñandú\n", 2 * Buffer);
        QByteArray broken = text;
        broken[broken.size() - 3] = '\xFF';
        QTest::newRow("said by the reader, small") << QByteArray("text") << QByteArray();
        QTest::newRow("said by the reader, large") << text << text;
        QTest::newRow("no UTF-8 any more") << text << broken;
        QTest::newRow("cut within a character") << text << text.first(text.indexOf("\xC3", Buffer) + 1);
    }

    void extract_changedMeanwhile_isChanged()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        FakeContent content(first);
        content.changed = second.isEmpty() || first == second;
        content.secondReading = second;
        const auto [facts, sink] = extract(content);
        QVERIFY(!facts);
        QCOMPARE(facts.error().reason, Reason::ChangedWhileRead);
        QVERIFY(sink.allValid);
    }

    void extract_cancelled_endsEarly()
    {
        CancelSource source;
        source.cancel();
        FakeContent content(QByteArray(3 * Buffer, 'a'));
        const auto [facts, sink] = extract(content, source.token());
        QVERIFY(!facts);
        QCOMPARE(facts.error().reason, Reason::Internal);
        QVERIFY(sink.all.empty());
    }

    void extract_smallText_isReadOnce()
    {
        FakeContent content("Hola, ñandú.\n");
        const auto [facts, sink] = extract(content);
        QVERIFY(facts);
        QCOMPARE(content.rewinds, 0);
        QCOMPARE(sink.all, std::string("Hola, ñandú.\n"));
        QCOMPARE(facts->format, QStringLiteral("text"));
        QCOMPARE(facts->encoding, QStringLiteral("UTF-8"));
        QVERIFY(!facts->encodingGuessed);
        QCOMPARE(facts->bytes, 15);
        QCOMPARE(facts->sha256, sha256("Hola, ñandú.\n"));
    }

    void extract_whiteSpaceOnly_isText()
    {
        const auto [facts, sink] = extract(QByteArray(" \n\t\r\n"));
        QVERIFY(facts);
        QCOMPARE(sink.all, std::string(" \n\t\r\n"));
    }

    void extract_nulBeyondTheHead_isKept()
    {
        const QByteArray bytes = QByteArray(10'000, 'a') + QByteArray("\0b", 2);
        const auto [facts, sink] = extract(bytes);
        QVERIFY(facts);
        QCOMPARE(sink.all, bytes.toStdString());
    }

    void extract_sizeNotAsClaimed_readsAll_data()
    {
        QTest::addColumn<qint64>("claimed");
        QTest::newRow("nothing") << qint64(0);
        QTest::newRow("less") << qint64(5'000);
        QTest::newRow("more") << qint64(5'000'000);
    }

    void extract_sizeNotAsClaimed_readsAll()
    {
        QFETCH(qint64, claimed);
        const QByteArray text = repeated("ñandú y más\n", 100'000);
        FakeContent content(text);
        content.claimedBytes = claimed;
        const auto [facts, sink] = extract(content);
        QVERIFY(facts);
        QCOMPARE(sink.all, text.toStdString());
        QCOMPARE(facts->bytes, text.size());
    }

    // The character stands at every place around the ends of the first and second buffer.
    void extract_characterAcrossBuffers_isWhole_data()
    {
        QTest::addColumn<QByteArray>("character");
        QTest::addColumn<qsizetype>("end");
        for (const char *character : {"ñ", "語", "😀"}) {
            for (const qsizetype end : {Buffer, 2 * Buffer})
                QTest::addRow("%s at %lld", character, static_cast<long long>(end))
                    << QByteArray(character) << end;
        }
    }

    void extract_characterAcrossBuffers_isWhole()
    {
        QFETCH(QByteArray, character);
        QFETCH(qsizetype, end);
        for (qsizetype before = 0; before <= character.size(); ++before) {
            const QByteArray text = QByteArray(end - before, 'a') + character + QByteArray(7, 'b');
            const auto [facts, sink] = extract(text);
            QVERIFY(facts);
            QVERIFY(sink.allValid);
            QCOMPARE(sink.all.size(), static_cast<std::size_t>(text.size()));
            QCOMPARE(sink.all, text.toStdString());
            QCOMPARE(facts->sha256, sha256(text));
        }
    }

    void extract_characterCutByTheEnd_isReplaced()
    {
        const QByteArray text = repeated("más señales\n", 3 * Buffer);
        const auto [facts, sink] = extract(text + "\xE8\xAA");
        QVERIFY(facts);
        QVERIFY(sink.allValid);
        QCOMPARE(facts->encoding, QStringLiteral("UTF-8"));
        QVERIFY(facts->encodingGuessed);
        QCOMPARE(sink.all, text.toStdString() + "\uFFFD");
    }

    void extract_strayByteInUtf8_isReplaced()
    {
        const QByteArray text = repeated("más señales\n", 3 * Buffer);
        const auto [facts, sink] = extract(text + "\xFF" + text);
        QVERIFY(facts);
        QCOMPARE(facts->encoding, QStringLiteral("UTF-8"));
        QVERIFY(facts->encodingGuessed);
        QCOMPARE(sink.all, text.toStdString() + "\uFFFD" + text.toStdString());
    }

    void extract_latinByteAtTheEndOfAscii_isWindows1252()
    {
        const QByteArray text = repeated("plain words only\n", 3 * Buffer);
        const auto [facts, sink] = extract(text + "caf\xE9");
        QVERIFY(facts);
        QCOMPARE(facts->encoding, QStringLiteral("windows-1252"));
        QVERIFY(facts->encodingGuessed);
        QCOMPARE(sink.all, text.toStdString() + "café");
        QCOMPARE(facts->sha256, sha256(text + "caf\xE9"));
    }

    void extract_markInFront_isLeftOut()
    {
        const auto [facts, sink] = extract(QByteArray("\xEF\xBB\xBFuno\xEF\xBB\xBF"));
        QVERIFY(facts);
        QCOMPARE(sink.all, std::string("uno\uFEFF"));
        QVERIFY(!facts->encodingGuessed);
        QCOMPARE(facts->bytes, 9);
    }

    void extract_strayByteAfterAMark_isReplaced()
    {
        const auto [facts, sink] = extract(QByteArray("\xEF\xBB\xBFuno \xFF dos"));
        QVERIFY(facts);
        QCOMPARE(facts->encoding, QStringLiteral("UTF-8"));
        QVERIFY(!facts->encodingGuessed);
        QCOMPARE(sink.all, std::string("uno \uFFFD dos"));
    }
};

QTEST_GUILESS_MAIN(TestPlainTextExtractor)
#include "tst_plaintextextractor.moc"
