// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/termanalyzer.h"
#include "support/analysisfakes.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Gemmary;

namespace {

struct Counted
{
    DocumentStatistics document;
    QJsonObject table;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

// Feeds pieces of about `size` bytes, cut between code points.
void feedInPieces(TextSink &sink, std::string_view text, std::size_t size)
{
    while (!text.empty()) {
        std::size_t end = std::min(size, text.size());
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            ++end;
        const std::string piece(text.substr(0, end)); // so that reading past it is seen by a sanitizer
        sink.text(piece);
        text.remove_prefix(end);
    }
}

Counted countIn(const Analyzer &analyzer, const ProcessSettings &settings, const QByteArray &text,
                std::size_t size)
{
    const auto batch = analyzer.newBatch(settings);
    feedInPieces(batch->beginDocument(), std::string_view(text.constData(), text.size()), size);
    Counted counted;
    counted.document = batch->endDocument(text.size());
    ChunkList chunks;
    if (!batch->finish(chunks))
        qFatal("finish failed");
    ChunkListSource source(chunks.chunks);
    const auto read = analyzer.readTable(source, [&](std::string_view term, qint64 count) {
        counted.table.insert(QString::fromUtf8(term.data(), static_cast<qsizetype>(term.size())), count);
        return true;
    });
    if (!read)
        qFatal("readTable failed");
    return counted;
}

// Tells the first difference; empty: none.
QString differenceOf(const Counted &counted, const QJsonObject &expected)
{
    const DocumentStatistics &document = counted.document;
    const std::pair<const char *, qint64> numbers[] = {
        {"words", document.counts.words},
        {"lines", document.counts.lines},
        {"characters", document.counts.characters},
        {"sentences", document.counts.sentences},
        {"terms", document.counts.terms},
        {"windows", document.movingRatio.windows},
        {"distinct_in_windows", document.movingRatio.distinctInWindows},
        {"letters", document.language.characters},
    };
    for (const auto &[name, value] : numbers) {
        const qint64 wanted = expected[QLatin1StringView(name)].toInteger(-1);
        if (value != wanted)
            return QStringLiteral("%1: %2 instead of %3").arg(QLatin1StringView(name)).arg(value).arg(wanted);
    }
    const QJsonObject table = expected[QLatin1StringView("table")].toObject();
    if (document.distinctTerms != table.size())
        return QStringLiteral("distinct terms: %1 instead of %2")
            .arg(document.distinctTerms)
            .arg(table.size());
    for (auto row = table.begin(); row != table.end(); ++row) {
        if (counted.table[row.key()] != row.value())
            return QStringLiteral("'%1': %2 instead of %3")
                .arg(row.key().left(60))
                .arg(counted.table[row.key()].toInteger())
                .arg(row.value().toInteger());
    }
    return {};
}

constexpr const char *Pieces[] = {"a",
                                  "I",
                                  "Word",
                                  "7",
                                  ".",
                                  ",",
                                  "-",
                                  "'",
                                  "\u2019",
                                  "\u2011",
                                  " ",
                                  "\n",
                                  "\r\n",
                                  "\r",
                                  "\t",
                                  "\u00A0",
                                  "\u3000",
                                  "\u2028",
                                  "\u0085",
                                  "\u0301",
                                  "\u0307",
                                  "\u0338",
                                  "\u3099",
                                  "\u00AD",
                                  "\u200D",
                                  "\uFE0F",
                                  "\u00E9",
                                  "\u0130",
                                  "\u0416",
                                  "\u6F22",
                                  "\u304B",
                                  "\u30CF",
                                  "\u30FC",
                                  "\u0E01\u0E32\u0E23",
                                  "\u3002",
                                  "\uFF01",
                                  "\u2026",
                                  "!",
                                  "?",
                                  ")",
                                  "\u00BB",
                                  "\"",
                                  "(",
                                  "\u0964",
                                  "\U0001F600",
                                  "\U00020000",
                                  "=",
                                  "\u0661",
                                  "\u1100\u1161",
                                  "K"};

// A text of pieces that meet at awkward places.
QByteArray randomText(std::mt19937 &random)
{
    QByteArray text;
    const int length = std::uniform_int_distribution<int>(0, 1500)(random);
    // Few pieces or many, so that runs are long or short.
    const auto variety = std::uniform_int_distribution<std::size_t>(2, std::size(Pieces))(random);
    std::uniform_int_distribution<std::size_t> pick(0, variety - 1);
    const auto shift = std::uniform_int_distribution<std::size_t>(0, std::size(Pieces) - 1)(random);
    for (int i = 0; i < length; ++i)
        text += Pieces[(pick(random) + shift) % std::size(Pieces)];
    return text;
}

// Runs and rows around and far beyond every limit: a term's length, a dictionary run's, the scanner's buffer.
QByteArray hugeTokens()
{
    const auto many = [](int count, const char *piece) { return QByteArray(piece).repeated(count); };
    QByteArray text;
    for (const int count : {254, 255, 256, 257})
        text += many(count, "a") + "-b " + many(count / 2, "1,") + "1 ";
    text += many(300, "é") + ' ' + many(400, "Ж-") + ' ' + many(300, "カ") + " e" + many(300, "\u0301") +
            " 漢" + many(300, "\u3099") + ' ' + many(2500, "ก") + ' ';
    text += many(200'000, "z") + "é" + many(40'000, "-'.") + "end " + many(100'000, "ё") + "。" +
            many(70'000, "漢") + "w" + many(70'000, ".") + " q" + many(70'000, "\")") + many(70'000, " ") +
            "." + many(70'000, "\n");
    return text;
}

} // namespace

// Compares with tests/reference/reference.py, which was written from the definitions and shares no code.
class TestAnalysisReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_made.isValid());
        const QDir texts(QStringLiteral(GEMMARY_TEST_DATA "/analysis"));
        const QStringList names = texts.entryList(QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 20);
        for (const QString &name : names)
            m_files.append(texts.filePath(name));
        QVERIFY(addText(QStringLiteral("huge-tokens.txt"), hugeTokens()));
        std::mt19937 random(20'240'511); // fixed: a failure can be seen again
        for (int i = 0; i < 300; ++i)
            QVERIFY(addText(QStringLiteral("mix-%1.txt").arg(i), randomText(random)));
    }

    void counts_everyTextAndChunking_equalTheReference_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<ProcessSettings>("settings");
        ProcessSettings original;
        original.words = QStringLiteral("original");
        ProcessSettings dictionary;
        dictionary.segmentChinese = true;
        QTest::newRow("terms") << QStringList() << ProcessSettings();
        QTest::newRow("original") << QStringList{QStringLiteral("--words"), QStringLiteral("original")}
                                  << original;
        QTest::newRow("dictionary") << QStringList{QStringLiteral("--segment-chinese")} << dictionary;
    }

    void counts_everyTextAndChunking_equalTheReference()
    {
        QFETCH(QStringList, options);
        QFETCH(ProcessSettings, settings);
        const QJsonObject expected = reference(options);
        QCOMPARE(expected.size(), m_files.size());
        for (const QString &path : m_files) {
            const QByteArray text = contentOf(path);
            for (const std::size_t size :
                 {std::size_t(1), std::size_t(7), std::size_t(64), std::size_t(4096), std::size_t(1) << 30}) {
                const Counted counted = countIn(m_analyzer, settings, text, size);
                const QString difference = differenceOf(counted, expected[path].toObject());
                QVERIFY2(
                    difference.isEmpty(),
                    qPrintable(QStringLiteral("%1 in pieces of %2: %3").arg(path).arg(size).arg(difference)));
            }
        }
    }

private:
    bool addText(const QString &name, const QByteArray &text)
    {
        QFile file(m_made.filePath(name));
        m_files.append(file.fileName());
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }

    QJsonObject reference(const QStringList &options)
    {
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python.start(QStringLiteral(GEMMARY_PYTHON),
                     QStringList{QStringLiteral(GEMMARY_SOURCE_DIR "/tests/reference/reference.py")} +
                         options + m_files);
        if (!python.waitForFinished(240'000) || python.exitCode() != 0)
            return {};
        return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
    }

    FakeStopWords m_stopWords;
    FakeLanguageDetector m_detector;
    TermAnalyzer m_analyzer{m_stopWords, m_detector};
    QTemporaryDir m_made;
    QStringList m_files;
};

QTEST_GUILESS_MAIN(TestAnalysisReference)
#include "tst_analysisreference.moc"
