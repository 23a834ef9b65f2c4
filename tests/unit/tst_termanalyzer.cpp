// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/termanalyzer.h"
#include "support/analysisfakes.h"

#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace Gemmary;

namespace {

struct Node
{
    SetStatistics statistics;
    QList<QByteArray> chunks;
};

QByteArray jsonOf(const SetStatistics &statistics)
{
    return QJsonDocument(toJson(statistics)).toJson();
}

// Documents with a common vocabulary, some longer than a window, in three languages.
QList<QByteArray> makeDocuments(int count)
{
    std::mt19937 random(11);
    QList<QByteArray> documents;
    for (int i = 0; i < count; ++i) {
        QByteArray text = i % 3 == 0   ? "The light of the house. "
                          : i % 3 == 1 ? "La niña vio la luz. "
                                       : "Слово. ";
        const int words = 50 + static_cast<int>(random() % 900);
        for (int k = 0; k < words; ++k) {
            text += "word" + QByteArray::number(random() % (1 + random() % 700));
            text += k % 13 == 0 ? ". " : " ";
        }
        documents.append(text);
    }
    return documents;
}

Node analysed(const Analyzer &analyzer, const ProcessSettings &settings, const QList<QByteArray> &documents)
{
    const auto batch = analyzer.newBatch(settings);
    for (const QByteArray &document : documents) {
        batch->beginDocument().text({document.constData(), static_cast<std::size_t>(document.size())});
        static_cast<void>(batch->endDocument(document.size()));
    }
    ChunkList chunks;
    auto statistics = batch->finish(chunks);
    if (!statistics)
        qFatal("finish failed");
    return {*statistics, chunks.chunks};
}

Result<Node> merged(const Analyzer &analyzer, const ProcessSettings &settings, std::span<const Node> nodes,
                    const CancelToken &cancel = {})
{
    std::vector<AnalysedNode> inputs;
    for (const Node &node : nodes)
        inputs.push_back({node.statistics, std::make_unique<ChunkListSource>(node.chunks)});
    ChunkList chunks;
    GEMMARY_ASSIGN(statistics, analyzer.merge(inputs, settings, chunks, cancel));
    return Node{statistics, chunks.chunks};
}

} // namespace

class TestTermAnalyzer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void document_english_hasEveryNumber()
    {
        const auto batch = m_analyzer.newBatch({});
        batch->beginDocument().text("The light of the HOUSE.\n\nThe end, of 3.14 wanted apples");
        const DocumentStatistics document = batch->endDocument(99);
        QCOMPARE(document.counts, (TextCounts{99, 11, 2, 55, 2, 11}));
        QCOMPARE(document.distinctTerms, 8);
        QCOMPARE(document.language, (LanguageCounts{QStringLiteral("en"), 1, 11, 2, 13, 41}));
        QCOMPARE(document.movingRatio, MovingTypeTokenRatio());
        QCOMPARE(document.topTerms.at(0), (TermCount{"the", 3}));
        QCOMPARE(document.topTerms.at(1), (TermCount{"of", 2}));
        QCOMPARE(document.topTerms.at(2), (TermCount{"3.14", 1}));
        QCOMPARE(document.keywords.at(0), (TermCount{"3.14", 1}));
        QCOMPARE(document.keywords.size(), 6u);
    }

    void document_languageSet_isNotDetected()
    {
        ProcessSettings settings;
        settings.language = QStringLiteral("es");
        const auto batch = m_analyzer.newBatch(settings);
        batch->beginDocument().text("the la casa");
        const DocumentStatistics document = batch->endDocument(11);
        QCOMPARE(document.language.language, QStringLiteral("es"));
        QCOMPARE(document.keywords.size(), 2u); // without "la"
    }

    void lists_manyTerms_areAsLongAsAskedFor_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("document");
        QTest::addColumn<int>("set");
        QTest::newRow("default") << 5 << 20 << 200;
        QTest::newRow("more") << 250 << 250 << 250;
        QTest::newRow("more than there are") << 1'000'000'000 << 300 << 300;
        QTest::newRow("nonsense") << -7 << 20 << 200;
    }

    void lists_manyTerms_areAsLongAsAskedFor()
    {
        QFETCH(int, asked);
        ProcessSettings settings;
        settings.topWords = asked;
        const auto batch = m_analyzer.newBatch(settings);
        TextSink &sink = batch->beginDocument();
        for (int i = 0; i < 300; ++i)
            sink.text("w" + std::to_string(i) + " ");
        const DocumentStatistics document = batch->endDocument(0);
        ChunkList chunks;
        const auto set = batch->finish(chunks);
        QTEST(static_cast<int>(document.topTerms.size()), "document");
        QTEST(static_cast<int>(set->topTerms.size()), "set");
        QTEST(static_cast<int>(set->keywords.size()), "set");
    }

    void document_abandoned_leavesNoTrace()
    {
        const auto batch = m_analyzer.newBatch({});
        // Its last token and sentence are open, and it is larger than the scanner's buffer.
        batch->beginDocument().text("word\u00E9 end. Next " + std::string(200'000, 'x'));
        batch->abandonDocument();
        batch->beginDocument().text("a b");
        const DocumentStatistics document = batch->endDocument(3);
        QCOMPARE(document.counts, (TextCounts{3, 2, 1, 3, 1, 2}));
        ChunkList chunks;
        const auto set = batch->finish(chunks);
        QCOMPARE(set->distinctTerms, 2);
        QCOMPARE(set->documents, 1);
    }

    void batch_finished_beginsAnew()
    {
        const auto batch = m_analyzer.newBatch({});
        QByteArray first;
        for (int round = 0; round < 2; ++round) {
            for (const QByteArray &document : makeDocuments(4)) {
                batch->beginDocument().text(
                    {document.constData(), static_cast<std::size_t>(document.size())});
                static_cast<void>(batch->endDocument(document.size()));
            }
            ChunkList chunks;
            const QByteArray json = jsonOf(*batch->finish(chunks)) + chunks.chunks.join();
            if (round == 0)
                first = json;
            QCOMPARE(json, first);
        }
    }

    void batch_empty_hasNoTable()
    {
        const Node node = analysed(m_analyzer, {}, {});
        QCOMPARE(jsonOf(node.statistics), jsonOf(SetStatistics()));
        QVERIFY(node.chunks.isEmpty());
    }

    void batch_sinkRefuses_errorComesOut()
    {
        const auto batch = m_analyzer.newBatch({});
        batch->beginDocument().text("a");
        static_cast<void>(batch->endDocument(1));
        ChunkList chunks;
        chunks.room = 0;
        QCOMPARE(batch->finish(chunks).error().kind, ErrorKind::Storage);
    }

    void set_anySpreadOfDocuments_isTheSame_data()
    {
        QTest::addColumn<int>("perBatch");
        QTest::addColumn<int>("fanIn");
        QTest::addColumn<bool>("backwards");
        QTest::newRow("one each, pairs") << 1 << 2 << false;
        QTest::newRow("one each, 64") << 1 << 64 << false;
        QTest::newRow("two each, pairs") << 2 << 2 << false;
        QTest::newRow("two each, 64, backwards") << 2 << 64 << true;
        QTest::newRow("one each, pairs, backwards") << 1 << 2 << true;
        QTest::newRow("all at once, backwards") << 1000 << 2 << true;
    }

    void set_anySpreadOfDocuments_isTheSame()
    {
        QFETCH(int, perBatch);
        QFETCH(int, fanIn);
        QFETCH(bool, backwards);
        const ProcessSettings settings;
        QList<QByteArray> documents = makeDocuments(70);
        const Node whole = analysed(m_analyzer, settings, documents);
        QVERIFY(whole.statistics.movingRatio.windows > 0);
        QCOMPARE(whole.statistics.languages.size(), 3u);

        if (backwards)
            std::reverse(documents.begin(), documents.end());
        std::vector<Node> level;
        for (qsizetype at = 0; at < documents.size(); at += perBatch)
            level.push_back(analysed(m_analyzer, settings, documents.mid(at, perBatch)));
        do {
            std::vector<Node> above;
            for (std::size_t at = 0; at < level.size(); at += static_cast<std::size_t>(fanIn)) {
                const std::size_t count = std::min(static_cast<std::size_t>(fanIn), level.size() - at);
                auto node = merged(m_analyzer, settings, std::span(level).subspan(at, count));
                QVERIFY(node);
                above.push_back(*node);
            }
            level = above;
        } while (level.size() > 1);
        QCOMPARE(jsonOf(level[0].statistics), jsonOf(whole.statistics));
        QCOMPARE(level[0].chunks, whole.chunks);
    }

    void merge_nothing_isEmpty()
    {
        const auto node = merged(m_analyzer, {}, {});
        QVERIFY(node);
        QCOMPARE(node->statistics.distinctTerms, 0);
        QVERIFY(node->chunks.isEmpty());
    }

    void merge_cancelled_saysSo()
    {
        const std::vector<Node> nodes(2, analysed(m_analyzer, {}, makeDocuments(2)));
        CancelSource source;
        source.cancel();
        const auto node = merged(m_analyzer, {}, nodes, source.token());
        QVERIFY(!node);
        QCOMPARE(node.error().kind, ErrorKind::Cancelled);
    }

    void merge_damagedTable_isAnError()
    {
        std::vector<Node> nodes(3, analysed(m_analyzer, {}, makeDocuments(2)));
        nodes[1].chunks[0].chop(1);
        const auto node = merged(m_analyzer, {}, nodes);
        QVERIFY(!node);
        QCOMPARE(node.error().kind, ErrorKind::Storage);
    }

    void readTable_visitorHasEnough_endsTheReading()
    {
        const Node node = analysed(m_analyzer, {}, {"a b c"});
        ChunkListSource source(node.chunks);
        QStringList seen;
        QVERIFY(m_analyzer.readTable(source, [&](std::string_view term, qint64 count) {
            seen.append(QString::fromUtf8(term.data(), static_cast<qsizetype>(term.size())) +
                        QString::number(count));
            return seen.size() < 2;
        }));
        QCOMPARE(seen, (QStringList{QStringLiteral("a1"), QStringLiteral("b1")}));
    }

private:
    FakeStopWords m_stopWords;
    FakeLanguageDetector m_detector;
    TermAnalyzer m_analyzer{m_stopWords, m_detector};
};

QTEST_GUILESS_MAIN(TestTermAnalyzer)
#include "tst_termanalyzer.moc"
