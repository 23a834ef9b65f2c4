// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/extractivesummarizer.h"
#include "support/languagefakes.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <random>

using namespace Gemmary;

// Compares key sentences with abstracts written by people, by ROUGE-1 F1 at an equal budget of words. Each
// file of tests/data/summary is an abstract, a line "====" and the document; "==== path" takes the document
// from the sample library.
namespace {

struct Case
{
    QString name;
    QString abstract;
    QByteArray document;
};

QStringList wordsOfText(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]+"));
    QStringList words;
    auto matches = word.globalMatch(text.toLower());
    while (matches.hasNext())
        words.append(matches.next().captured().left(6));
    return words;
}

// `candidate` is cut to as many words as the abstract has, so that length does not decide.
double rouge1(const QString &abstract, const QString &candidate)
{
    const QStringList reference = wordsOfText(abstract);
    const QStringList words = wordsOfText(candidate).mid(0, reference.size());
    std::map<QString, int> left;
    for (const QString &word : reference)
        ++left[word];
    int hits = 0;
    for (const QString &word : words)
        hits += left[word]-- > 0 ? 1 : 0;
    return words.isEmpty() ? 0.0 : 2.0 * hits / static_cast<double>(words.size() + reference.size());
}

// The document's sentences without headings: what lead and random choose from.
QStringList sentencesOf(const QByteArray &document)
{
    QStringList sentences;
    Test::FakeSentenceSplitter splitter;
    const QStringList paragraphs = QString::fromUtf8(document).split(QStringLiteral("\n\n"));
    for (QString paragraph : paragraphs) {
        const std::string text = paragraph.replace(QLatin1Char('\n'), QLatin1Char(' ')).toStdString();
        for (const std::string_view sentence : splitter.split(text, {})) {
            const QString line = QString::fromUtf8(sentence.data(), static_cast<qsizetype>(sentence.size()));
            if (wordsOfText(line).size() >= 5 &&
                (line.endsWith(QLatin1Char('.')) || line.endsWith(QLatin1Char('?'))))
                sentences.append(line);
        }
    }
    return sentences;
}

std::vector<Case> corpus()
{
    const QDir folder(QStringLiteral(GEMMARY_TEST_DATA "/summary"));
    std::vector<Case> cases;
    const QStringList names = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        const qsizetype mark = content.indexOf("\n====");
        const qsizetype end = content.indexOf('\n', mark + 1);
        QByteArray document = content.mid(end + 1);
        const QByteArray path = content.mid(mark + 5, end - mark - 5).trimmed();
        QFile sample(QStringLiteral(GEMMARY_SOURCE_DIR "/resources/samples/") + QString::fromUtf8(path));
        if (!path.isEmpty() && sample.open(QIODevice::ReadOnly))
            document = sample.readAll();
        cases.push_back({name, QString::fromUtf8(content.left(mark)), document});
    }
    return cases;
}

QString keySentences(const QByteArray &document, int sentences)
{
    static const Test::FakeStopWords words;
    static const Test::FakeLanguageDetector detector;
    ProcessSettings settings;
    settings.summarySentences = sentences;
    ExtractiveSummarizer summarizer(settings, words, detector,
                                    std::make_unique<Test::FakeSentenceSplitter>());
    summarizer.beginDocument({}).text(
        std::string_view(document.constData(), static_cast<std::size_t>(document.size())));
    const auto summary = summarizer.endDocument({}).value().front().summary;
    return summary ? summary->text : QString();
}

double randomScore(const Case &document)
{
    constexpr int Draws = 50;
    std::mt19937 random(42);
    double sum = 0;
    QStringList sentences = sentencesOf(document.document);
    for (int draw = 0; draw < Draws; ++draw) {
        for (qsizetype i = sentences.size() - 1; i > 0; --i) // a shuffle that is the same everywhere
            sentences.swapItemsAt(i, static_cast<qsizetype>(random() % static_cast<unsigned>(i + 1)));
        sum += rouge1(document.abstract, sentences.join(QLatin1Char(' ')));
    }
    return sum / Draws;
}

} // namespace

class TestSummaryQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keySentences_ownCorpus_areAtLeastLeadAndClearlyAboveRandom()
    {
        const auto cases = corpus();
        QCOMPARE(cases.size(), 20u);
        double extractive = 0;
        double lead = 0;
        double chance = 0;
        for (const Case &document : cases) {
            const double own = rouge1(document.abstract, keySentences(document.document, 5));
            const double first =
                rouge1(document.abstract, sentencesOf(document.document).join(QLatin1Char(' ')));
            const double drawn = randomScore(document);
            qInfo("%-24s key %.3f lead %.3f random %.3f", qPrintable(document.name), own, first, drawn);
            QVERIFY2(own > 0, qPrintable(document.name));
            extractive += own / static_cast<double>(cases.size());
            lead += first / static_cast<double>(cases.size());
            chance += drawn / static_cast<double>(cases.size());
        }
        qInfo("mean: key %.3f lead %.3f random %.3f", extractive, lead, chance);
        constexpr double Tolerance = 0.01;
        QVERIFY(extractive >= lead - Tolerance);
        QVERIFY(extractive >= chance + 0.03);
    }

    void keySentences_twice_areTheSameBytes()
    {
        for (const Case &document : corpus())
            QCOMPARE(keySentences(document.document, 3), keySentences(document.document, 3));
    }

    void keySentences_goldenDocument_areAsRecorded()
    {
        QFile golden(QStringLiteral(GEMMARY_TEST_DATA "/summary/golden/bat-survey.expected"));
        QFile sample(QStringLiteral(GEMMARY_SOURCE_DIR "/resources/samples/english/bat-survey.txt"));
        QVERIFY(golden.open(QIODevice::ReadOnly) && sample.open(QIODevice::ReadOnly));
        QCOMPARE(keySentences(sample.readAll(), 3).toUtf8() + '\n', golden.readAll());
    }
};

QTEST_GUILESS_MAIN(TestSummaryQuality)
#include "tst_summaryquality.moc"
