// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/contentfakes.h"
#include "text/encoding.h"
#include "text/plaintextextractor.h"
#include "text/textdecoder.h"
#include "text/utf8check.h"

#include <QStringConverter>
#include <QTest>

using namespace Gemmary;
using Test::FakeContent;
using Test::TextCollector;

namespace {

constexpr const char *Spanish =
    "El señor Núñez preguntó: ¿Mañana? Costó 20 pesos, y la lingüista se marchó después.\n";
constexpr const char *Euro =
    "El señor Núñez preguntó: ¿Cuánto? Costó 20 € y la lingüista se marchó después.\n";
constexpr const char *Russian =
    "Комитет утвердил бюджет на следующий год. Это было непросто, но все согласились.\n";
constexpr const char *Greek =
    "Η επιτροπή ενέκρινε τον προϋπολογισμό του επόμενου έτους. Δεν ήταν καθόλου εύκολο.\n";
constexpr const char *Japanese =
    "委員会は来年の予算を承認しました。簡単ではありませんでした。東京で雨が降っています。\n";
constexpr const char *Simplified =
    "委员会批准了明年的预算。这并不容易，但是大家最后还是同意了。今天北京下雨，我们看书。\n";
constexpr const char *Traditional =
    "委員會批准了明年的預算。這並不容易，但是大家最後還是同意了。今天台北下雨，我們看書。\n";
constexpr const char *Korean =
    "위원회는 내년 예산을 승인했다. 쉬운 일은 아니었지만 모두가 동의했다. 오늘은 비가 온다.\n";

std::span<const char> span(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray encoded(const QString &text, const char *encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
    return encoder.isValid() ? QByteArray(encoder.encode(text)) : QByteArray();
}

} // namespace

class TestEncodings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extract_text_isReadInItsEncoding_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("guessed");
        const auto row = [](const char *encoding, const char *line, const QByteArray &mark = {},
                            bool guessed = true) {
            QTest::addRow("%s%s: %.12s…", encoding, mark.isEmpty() ? "" : " with mark", line)
                << QString::fromLatin1(encoding) << mark << QString::fromUtf8(line) << guessed;
        };
        row("UTF-8", Spanish, {}, false);
        row("UTF-8", Japanese, {}, false);
        row("UTF-8", Spanish, "\xEF\xBB\xBF", false);
        for (const char *line : {Spanish, Russian, Japanese, Korean}) {
            row("UTF-16LE", line, "\xFF\xFE", false);
            row("UTF-16BE", line, "\xFE\xFF", false);
            row("UTF-32LE", line, QByteArray("\xFF\xFE\0\0", 4), false);
            row("UTF-32BE", line, QByteArray("\0\0\xFE\xFF", 4), false);
            row("UTF-32LE", line);
            row("UTF-32BE", line);
        }
        for (const char *line : {Spanish, Russian}) {
            row("UTF-16LE", line);
            row("UTF-16BE", line);
        }
        row("windows-1252", Spanish);
        row("windows-1252", Euro);
        row("ISO-8859-15", Euro);
        row("windows-1251", Russian);
        row("KOI8-R", Russian);
        row("ISO-8859-5", Russian);
        row("ISO-8859-7", Greek);
        row("Shift_JIS", Japanese);
        row("EUC-JP", Japanese);
        row("ISO-2022-JP", Japanese);
        row("GB18030", Simplified);
        row("Big5", Traditional);
        row("windows-949", Korean);
    }

    // Small content is read once, large content in two readings and many chunks.
    void extract_text_isReadInItsEncoding()
    {
        QFETCH(QString, encoding);
        QFETCH(QByteArray, mark);
        QFETCH(QString, line);
        QFETCH(bool, guessed);
        const qsizetype lines = 2 * static_cast<qsizetype>(PlainTextExtractor::BufferSize) / line.size() + 1;
        for (const qsizetype times : {qsizetype(4), lines}) {
            const QString text = line.repeated(times);
            const QByteArray bytes = encoded(text, encoding.toLatin1().constData());
            QVERIFY(!bytes.isEmpty());
            FakeContent content(mark + bytes);
            TextCollector sink;
            const auto facts = PlainTextExtractor().extract(content, sink, {});
            QVERIFY(facts);
            QCOMPARE(facts->encoding, encoding);
            QCOMPARE(facts->encodingGuessed, guessed);
            QVERIFY(sink.allValid);
            QCOMPARE(QString::fromStdString(sink.all).left(200), text.left(200));
            QCOMPARE(sink.all.size(), static_cast<std::size_t>(text.toUtf8().size()));
            QVERIFY(sink.all == text.toStdString());
        }
    }

    // ISO-8859-1 has no name of its own: what it has beyond Windows-1252 are controls.
    void extract_latin1_isReadAsWindows1252()
    {
        const QString text = QString::fromUtf8(Spanish).repeated(3);
        FakeContent content(text.toLatin1());
        TextCollector sink;
        const auto facts = PlainTextExtractor().extract(content, sink, {});
        QVERIFY(facts);
        QCOMPARE(facts->encoding, QStringLiteral("windows-1252"));
        QCOMPARE(sink.all, text.toStdString());
    }

    void extract_shortWesternText_isWindows1252_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"café", "¿Qué?", "Año nuevo", "Übermut tut selten gut", "déjà vu", "L’été “chaud” – non"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void extract_shortWesternText_isWindows1252()
    {
        QFETCH(QString, text);
        FakeContent content(encoded(text, "windows-1252"));
        TextCollector sink;
        const auto facts = PlainTextExtractor().extract(content, sink, {});
        QVERIFY(facts);
        QCOMPARE(facts->encoding, QStringLiteral("windows-1252"));
        QCOMPARE(sink.all, text.toStdString());
    }

    void escapedEncoding_utf8WithEscapes_isNot()
    {
        QVERIFY(!escapedEncoding(span("plain words")));
        QVERIFY(!escapedEncoding(span("\x1B[31mred\x1B[0m words of a terminal")));
        QVERIFY(!escapedEncoding(span("The escape \x1B$B begins 日本語")));
    }

    void wideEncoding_otherBytes_isNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray numbers;
        for (int i = 0; i < 4000; ++i)
            numbers += QByteArray(1, char(i % 200)) + QByteArray(1, '\0');
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray("a");
        QTest::newRow("ASCII") << QByteArray("Plain words of an English sentence, even number.");
        QTest::newRow("small numbers of two bytes") << numbers;
        QTest::newRow("NUL bytes") << QByteArray(100, '\0');
        QTest::newRow("Japanese in Shift_JIS") << encoded(QString::fromUtf8(Japanese), "Shift_JIS");
    }

    void wideEncoding_otherBytes_isNone()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!wideEncoding(span(bytes)));
    }

    void decode_malformed_isReplacedAlways_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *encoding, const QByteArray &bytes, const char *text) {
            QTest::addRow("%s %s", encoding, bytes.toHex().constData())
                << QString::fromLatin1(encoding) << bytes << QString::fromUtf8(text);
        };
        row("UTF-8", "a\xFF\x62", "a\uFFFD\x62");
        row("UTF-8", "a\xE8\xAA", "a\uFFFD");
        row("UTF-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"); // a surrogate, spelled out
        row("Shift_JIS", "a\xA0\x62", "a\uFFFD\x62");
        row("Shift_JIS", "a\x83", "a\uFFFD");
        row("UTF-16LE", QByteArray("a\0\0\xD8z\0", 6), "a\uFFFDz");
        row("UTF-16LE", QByteArray("a\0b", 3), "a\uFFFD");
        row("UTF-32LE", QByteArray("a\0\0\0\0\0\x11\0", 8), "a\uFFFD");
        row("EUC-KR", "\xFF", "\uFFFD");
    }

    void decode_malformed_isReplacedAlways()
    {
        QFETCH(QString, encoding);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const auto decoder = TextDecoder::create(encoding);
        QVERIFY(decoder);
        TextCollector sink;
        decoder->feed(span(bytes), true, [&](std::string_view utf8) { sink.text(utf8); });
        QCOMPARE(QString::fromStdString(sink.all), text);
        QVERIFY(sink.allValid);
    }

    void decode_unknownEncoding_isNull() { QVERIFY(!TextDecoder::create(QStringLiteral("klingon"))); }

    void decode_anyChunks_isTheSame_data()
    {
        QTest::addColumn<QString>("encoding");
        for (const char *encoding : {"UTF-8", "UTF-16BE", "UTF-32LE", "Shift_JIS", "ISO-2022-JP", "EUC-JP"})
            QTest::newRow(encoding) << QString::fromLatin1(encoding);
    }

    void decode_anyChunks_isTheSame()
    {
        QFETCH(QString, encoding);
        const QString text = QString::fromUtf8(Japanese).repeated(3);
        const QByteArray bytes = encoded(text, encoding.toLatin1().constData());
        for (qsizetype size = 1; size < 9; ++size) {
            const auto decoder = TextDecoder::create(encoding);
            TextCollector sink;
            const auto take = [&](std::string_view utf8) { sink.text(utf8); };
            for (qsizetype i = 0; i < bytes.size(); i += size)
                decoder->feed(span(bytes.sliced(i, std::min(size, bytes.size() - i))), false, take);
            decoder->feed({}, true, take);
            QCOMPARE(QString::fromStdString(sink.all), text);
            QVERIFY(sink.allValid);
        }
    }

    void utf8Check_anyChunks_saysTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("valid");
        QTest::newRow("all lengths") << QByteArray("aé語😀aé語😀") << true;
        QTest::newRow("cut off") << QByteArray("aé語\xF0\x9F\x98") << false;
        QTest::newRow("stray continuation") << QByteArray("aé\x80z") << false;
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x80\xAF") << false;
        QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80") << false;
        QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("five bytes") << QByteArray("\xF8\x88\x80\x80\x80") << false;
        QTest::newRow("lead after lead") << QByteArray("\xE8\xAAz") << false;
    }

    void utf8Check_anyChunks_saysTheSame()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, valid);
        for (qsizetype size = 1; size <= bytes.size(); ++size) {
            Utf8Check check;
            for (qsizetype i = 0; i < bytes.size(); i += size)
                check.feed(span(bytes.sliced(i, std::min(size, bytes.size() - i))));
            QCOMPARE(check.isValid(), valid);
        }
    }
};

QTEST_GUILESS_MAIN(TestEncodings)
#include "tst_encodings.moc"
