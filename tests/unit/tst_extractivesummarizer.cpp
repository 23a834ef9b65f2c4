// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/summarizerregistry.h"
#include "support/languagefakes.h"

#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace Gemmary;

namespace {

const Test::FakeStopWords Words;           // clazy:exclude=non-pod-global-static
const Test::FakeLanguageDetector Detector; // clazy:exclude=non-pod-global-static

std::unique_ptr<Summarizer> newSummarizer(const ProcessSettings &settings = {})
{
    const SummarizerRegistry registry(Words, Detector,
                                      [] { return std::make_unique<Test::FakeSentenceSplitter>(); });
    return registry.create(settings, {}).value();
}

// Gives `text` to the summariser in pieces of about `chunk` bytes, cut between characters.
void give(TextSink &sink, std::string_view text, std::size_t chunk)
{
    while (!text.empty()) {
        std::size_t cut = std::min(chunk, text.size());
        while (cut < text.size() && (text[cut] & 0xC0) == 0x80)
            ++cut;
        sink.text(text.substr(0, cut));
        text.remove_prefix(cut);
    }
}

std::optional<Summary> summaryOf(Summarizer &summarizer, std::string_view text, qint64 document = 0,
                                 std::size_t chunk = 65'536)
{
    TextSink &sink =
        summarizer.beginDocument({document, QStringLiteral("document %1").arg(document), QString()});
    give(sink, text, chunk);
    return summarizer.endDocument({}).value().front().summary;
}

std::optional<Summary> summaryOf(std::string_view text)
{
    return summaryOf(*newSummarizer(), text);
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

// A document of its own words and some that all documents share.
std::string syntheticDocument(int number)
{
    static constexpr std::string_view Subjects[] = {"The harbour", "The orchard", "The library",
                                                    "The railway"};
    static constexpr std::string_view Verbs[] = {"needs", "received", "lost", "repaired", "sold", "painted"};
    static constexpr std::string_view Objects[] = {"seven new lamps",   "a roof of slate",
                                                   "three old engines", "some very ripe apples",
                                                   "the northern wall", "many visitors"};
    std::mt19937 random(static_cast<unsigned>(number));
    std::string text;
    for (int i = 0; i < 12; ++i) {
        text += std::string(Subjects[random() % 4]) + " " + std::string(Verbs[random() % 6]) + " " +
                std::string(Objects[random() % 6]) + " in the year " + std::to_string(1900 + random() % 100) +
                (i % 4 == 3 ? ".\n\n" : ". ");
    }
    return text;
}

// The root over `documents` documents in batches of `size`, combined `fanIn` at a time, through JSON as the
// store keeps it.
SetSummary rootOf(int documents, int size, std::size_t fanIn)
{
    const auto summarizer = newSummarizer();
    std::vector<SetSummary> level;
    for (int first = 0; first < documents; first += size) {
        for (int i = first; i < std::min(documents, first + size); ++i)
            (void)summaryOf(*summarizer, syntheticDocument(i), i);
        level.push_back(setSummaryFromJson(toJson(summarizer->finish(1, {}).value())));
    }
    while (level.size() > 1) {
        std::vector<SetSummary> parents;
        for (std::size_t i = 0; i < level.size(); i += fanIn) {
            const auto children = std::span(level).subspan(i, std::min(fanIn, level.size() - i));
            parents.push_back(setSummaryFromJson(toJson(summarizer->combine(children, {}).value())));
        }
        level = std::move(parents);
    }
    return level.front();
}

constexpr std::string_view Story =
    "The ferry to the island was late because the engine had lost its oil. "
    "Passengers waited in the harbour and bought all the bread that the bakery had. "
    "The captain found the leak in the engine before the tide turned. "
    "A mechanic from the island closed the leak with a piece of copper. "
    "By evening the ferry sailed and the passengers slept on deck. "
    "The captain gave the mechanic a free ticket for life. "
    "Nobody on the island remembers a calmer crossing.";

} // namespace

class TestExtractiveSummarizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registry_unknownEngine_isInvalidInputAndNamesTheKnown()
    {
        const SummarizerRegistry registry(Words, Detector,
                                          [] { return std::make_unique<Test::FakeSentenceSplitter>(); });
        ProcessSettings settings;
        settings.summarizer = QStringLiteral("oracle");
        const auto made = registry.create(settings, {});
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::InvalidInput);
        QVERIFY(made.error().message.contains(QStringLiteral("oracle")));
        QVERIFY(made.error().message.contains(QStringLiteral("extractive")));
    }

    void document_cancelled_isCancelled()
    {
        const auto summarizer = newSummarizer();
        CancelSource source;
        source.cancel();
        summarizer->beginDocument({}).text(Story);
        const auto ended = summarizer->endDocument(source.token());
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
        const std::vector<SetSummary> sets(2);
        const auto combined = summarizer->combine(sets, source.token());
        QVERIFY(!combined && combined.error().kind == ErrorKind::Cancelled);
        const auto finished = summarizer->finish(0, source.token());
        QVERIFY(!finished && finished.error().kind == ErrorKind::Cancelled);
    }

    void document_withoutSentences_hasNoSummary_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n\t\r\n\f \n");
        QTest::newRow("punctuation") << QByteArray("... --- !!! ??? ;;;; ").repeated(5000);
        QTest::newRow("digits") << QByteArray("12345 67890 3.1415\n").repeated(5000);
        QTest::newRow("table") << QByteArray("| 12 | 9.5 | 7 |\n|----|-----|---|\n").repeated(2000);
        QTest::newRow("tabs") << QByteArray("a\tb\tc\td\n1\t2\t3\t4\n").repeated(2000);
        QTest::newRow("controls") << QByteArray("\x01\x02\x03\x1b\x7f\n").repeated(100);
    }
    void document_withoutSentences_hasNoSummary()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!summaryOf(text.toStdString()));
    }

    void document_short_isSummarisedWithProvenance()
    {
        const auto summary = summaryOf(Story);
        QVERIFY(summary);
        QCOMPARE(summary->engine, QStringLiteral("extractive"));
        QVERIFY(summary->model.isEmpty());
        QCOMPARE(summary->methodVersion, QStringLiteral("extractive-1"));
        QCOMPARE(summary->language, QStringLiteral("en"));
        QCOMPARE(summary->coverage, 1.0);
        const QStringList lines = summary->text.split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        qsizetype place = -1;
        for (const QString &line : lines) { // copied, in document order
            const qsizetype found = QString::fromStdString(std::string(Story)).indexOf(line);
            QVERIFY2(found > place, qPrintable(line));
            place = found;
        }
    }

    void document_terms_areTellingWords()
    {
        const auto summary = summaryOf(Story);
        QVERIFY(!summary->terms.empty() && summary->terms.size() <= 10);
        const auto has = [&](const char *term) {
            return std::find(summary->terms.begin(), summary->terms.end(), QLatin1String(term)) !=
                   summary->terms.end();
        };
        QVERIFY(has("island") || has("ferry") || has("captain"));
        QVERIFY(!has("the") && !has("and"));
    }

    void document_oneShortSentence_isItsOwnSummary_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one word") << QByteArray("Hello") << QStringLiteral("Hello");
        QTest::newRow("few words") << QByteArray("Back at noon.\n") << QStringLiteral("Back at noon.");
        QTest::newRow("ends oddly") << QByteArray("The roof is still open to the rain")
                                    << QStringLiteral("The roof is still open to the rain");
    }
    void document_oneShortSentence_isItsOwnSummary()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const auto summary = summaryOf(text.toStdString());
        QVERIFY(summary);
        QCOMPARE(summary->text, expected);
    }

    void document_hardWrappedLines_areJoined()
    {
        const auto summary = summaryOf("The new manu-\nfacture of lamps\r\nbegan in the\nold harbour mill.");
        QCOMPARE(summary->text,
                 QStringLiteral("The new manufacture of lamps began in the old harbour mill."));
    }

    void document_pageFurniture_isLeftOut()
    {
        std::string text;
        for (int page = 1; page <= 6; ++page) {
            text += "Annual Report of the Northern Harbour Board of Trustees.\n\nOn page " +
                    std::to_string(page) + " the trustees describe boat number " + std::to_string(page * 7) +
                    " and what its keel did.\n\n" + "Printed for the trustees as page " +
                    std::to_string(page) + ".\n\f";
        }
        ProcessSettings settings;
        settings.summarySentences = 6;
        const auto summary = summaryOf(*newSummarizer(settings), text);
        QVERIFY(summary);
        QVERIFY2(!summary->text.contains(QStringLiteral("Annual Report")), qPrintable(summary->text));
        QVERIFY2(!summary->text.contains(QStringLiteral("Printed for")), qPrintable(summary->text));
    }

    void document_recordsWithProse_areNotRunTogether()
    {
        const auto summary = summaryOf("1,bean,Blue Lake,\"Crops for eight weeks if the pods are picked.\"\n"
                                       "2,kale,Curly,\"The seed is old and should be renewed soon.\"\n");
        QVERIFY(summary);
        QCOMPARE(summary->text.count(QStringLiteral("Curly")) +
                     summary->text.count(QStringLiteral("Blue Lake")),
                 1);
    }

    void document_controlCharacters_areNotEmitted()
    {
        const auto summary =
            summaryOf("The \x1b[31mred\x1b[0m lamp\x07 was\x7f lit\xc2\x9b by\tthe  old\xc2\xa0keeper at\n"
                      "dusk.");
        QCOMPARE(summary->text, QStringLiteral("The red lamp was lit by the old keeper at dusk."));
    }

    void document_onlyVeryLongSentences_isCutShort()
    {
        const auto summary = summaryOf(repeated("word after word after ", 500));
        QVERIFY(summary);
        QVERIFY(summary->text.size() < 700);
        QVERIFY(summary->text.startsWith(QStringLiteral("word after word")));
        QVERIFY(summary->text.endsWith(QChar(0x2026)));
    }

    void document_scriptsWithoutBlanks_areSummarised_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("sentences");
        QTest::newRow("Chinese") << QStringLiteral(
                                        "港口的渡船今天早上晚了两个小时。船长说发动机漏油需要修理。"
                                        "乘客们在码头的面包店里等待渡船。岛上的修理工用铜片修好了发动机。"
                                        "傍晚的时候渡船终于离开了港口。船长送给修理工一张免费的船票。")
                                 << 2;
        QTest::newRow("Japanese")
            << QStringLiteral(
                   "島へ行く船は今朝二時間おくれて出ました。船長はエンジンの油がもれたと言いました。"
                   "乗客は港のパン屋で船を待っていました。島の修理屋が銅の板でエンジンを直しました。")
            << 2;
        QTest::newRow("Thai") << QStringLiteral("เรือไปเกาะออกช้าสองชั่วโมงเพราะเครื่องยนต์เสีย") << 1;
    }
    void document_scriptsWithoutBlanks_areSummarised()
    {
        QFETCH(QString, text);
        QFETCH(int, sentences);
        const auto summary = summaryOf(text.toStdString());
        QVERIFY(summary);
        QCOMPARE(summary->text.split(QLatin1Char('\n')).size(), sentences);
    }

    void document_anyChunking_givesTheSameBytes()
    {
        std::string text;
        for (int i = 0; text.size() < 5'000'000; ++i)
            text += syntheticDocument(i);
        const auto whole = summaryOf(*newSummarizer(), text, 0, text.size());
        for (const std::size_t chunk : {std::size_t{997}, std::size_t{65'536}, std::size_t{4'194'304}}) {
            const auto pieces = summaryOf(*newSummarizer(), text, 0, chunk);
            QCOMPARE(toJson(*pieces), toJson(*whole));
        }
        const auto letters = summaryOf(*newSummarizer(), Story, 0, 1);
        QCOMPARE(toJson(*letters), toJson(*summaryOf(Story)));
    }

    void document_hostileSize_isSummarised_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<int>("times");
        QTest::newRow("one line") << QByteArray("the keeper lit the lamp and sang to the sea ") << 500'000;
        QTest::newRow("identical sentences") << QByteArray("The keeper lit the lamp at dusk. ") << 1'000'000;
        QTest::newRow("no blank") << QByteArray("lampkeeper") << 1'000'000;
        QTest::newRow("tiny lines") << QByteArray("ab cd\n\n") << 1'000'000;
    }
    void document_hostileSize_isSummarised()
    {
        QFETCH(QByteArray, unit);
        QFETCH(int, times);
        const auto summarizer = newSummarizer();
        TextSink &sink = summarizer->beginDocument({});
        const std::string piece =
            repeated(std::string_view(unit.constData(), static_cast<std::size_t>(unit.size())), 1000);
        for (int i = 0; i < times / 1000; ++i)
            sink.text(piece);
        const auto ended = summarizer->endDocument({});
        QVERIFY(ended && !ended->front().problem);
        const auto &summary = ended->front().summary;
        QVERIFY(!summary || summary->text.size() < 3000);
    }

    void document_abandoned_leavesNoTrace()
    {
        const auto summarizer = newSummarizer();
        const auto alone = newSummarizer();
        (void)summaryOf(*alone, syntheticDocument(1), 1);
        summarizer->beginDocument({0, QStringLiteral("gone"), QString()}).text(Story);
        summarizer->abandonDocument();
        (void)summaryOf(*summarizer, syntheticDocument(1), 1);
        QCOMPARE(toJson(summarizer->finish(0, {}).value()), toJson(alone->finish(0, {}).value()));
    }

    void batch_finished_beginsANewOne()
    {
        const auto summarizer = newSummarizer();
        (void)summaryOf(*summarizer, Story, 3);
        const SetSummary first = summarizer->finish(2, {}).value();
        QCOMPARE(first.documents, 1);
        QCOMPARE(first.missing, 2);
        const SetSummary second = summarizer->finish(0, {}).value();
        QCOMPARE(second.documents, 0);
        QVERIFY(second.summary.text.isEmpty());
    }

    void set_sentences_nameTheirDocuments()
    {
        const SetSummary root = rootOf(40, 10, 4);
        QCOMPARE(root.documents, 40);
        QCOMPARE(root.missing, 4);
        QStringList lines;
        qint64 last = -1;
        for (const SummaryCandidate &sentence : root.sentences) {
            QVERIFY(sentence.document >= last);
            last = sentence.document;
            QCOMPARE(sentence.name, QStringLiteral("document %1").arg(sentence.document));
            lines.append(sentence.text);
        }
        QCOMPARE(root.summary.text, lines.join(QLatin1Char('\n')));
        QVERIFY(lines.size() > 1 && lines.size() <= 6);
    }

    void set_anyBatchesOfUpTo256Documents_giveTheSameText_data()
    {
        QTest::addColumn<int>("documents");
        QTest::newRow("few") << 9;
        QTest::newRow("some") << 100;
        QTest::newRow("most") << 256;
    }
    void set_anyBatchesOfUpTo256Documents_giveTheSameText()
    {
        QFETCH(int, documents);
        const SetSummary whole = rootOf(documents, documents, 64);
        for (const auto &[size, fanIn] : {std::pair{1, 64}, {7, 2}, {33, 3}, {100, 64}}) {
            const SetSummary root = rootOf(documents, size, static_cast<std::size_t>(fanIn));
            QCOMPARE(root.summary.text, whole.summary.text);
            QCOMPARE(root.documents, whole.documents);
        }
    }

    void set_thousandDocuments_staysSmall()
    {
        const SetSummary root = rootOf(1000, 50, 5);
        QCOMPARE(root.documents, 1000);
        QVERIFY(root.candidates.size() <= 512);
        QVERIFY(root.termWeights.size() <= 2000);
        QVERIFY(std::is_sorted(root.termWeights.begin(), root.termWeights.end(),
                               [](const auto &a, const auto &b) {
                                   return a.second != b.second ? a.second > b.second : a.first < b.first;
                               }));
    }

    void set_ofOneDocument_takesMoreThanOneSentence()
    {
        const auto summarizer = newSummarizer();
        const auto document = summaryOf(*summarizer, Story, 5);
        const SetSummary set = summarizer->finish(0, {}).value();
        QCOMPARE(set.sentences.size(), 2u);
        qsizetype place = -1;
        for (const SummaryCandidate &sentence : set.sentences) { // in the document's order
            const qsizetype found = document->text.indexOf(sentence.text);
            QVERIFY(found > place);
            place = found;
        }
    }

    void set_ofNothing_isEmpty()
    {
        const auto empty = newSummarizer()->combine({}, {});
        QVERIFY(empty);
        QVERIFY(empty->summary.text.isEmpty());
        QCOMPARE(empty->documents, 0);
        QCOMPARE(empty->summary.coverage, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestExtractiveSummarizer)
#include "tst_extractivesummarizer.moc"
