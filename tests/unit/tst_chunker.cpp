// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/chunker.h"
#include "summary/model/tokenestimate.h"
#include "support/languagefakes.h"

#include <QTest>

#include <random>

using namespace Gemmary;

namespace {

// Gives `text` in blocks of about `block` bytes, cut between characters.
Chunker::Source sourceOf(std::string text, std::size_t block = 1000)
{
    return [text = std::move(text), block,
            at = std::size_t(0)](std::size_t bytes) mutable -> Result<std::string> {
        std::size_t end = std::min(text.size(), at + std::min(bytes, block));
        while (end < text.size() && (text[end] & 0xC0) == 0x80)
            ++end;
        const std::size_t begin = std::exchange(at, end);
        return text.substr(begin, end - begin);
    };
}

std::vector<Chunk> chunksOf(const std::string &text, qint64 window, std::size_t block = 1000)
{
    Test::FakeSentenceSplitter splitter;
    Chunker chunker(sourceOf(text, block), splitter, QStringLiteral("en"), window);
    std::vector<Chunk> chunks;
    while (auto chunk = chunker.next().value())
        chunks.push_back(std::move(*chunk));
    return chunks;
}

std::string joined(const std::vector<Chunk> &chunks)
{
    std::string text;
    for (const Chunk &chunk : chunks)
        text += chunk.own();
    return text;
}

std::string sentence(std::mt19937 &random)
{
    static constexpr std::string_view Words[] = {"the",  "harbour", "señal",  "of",
                                                 "1984", "railway", "вокзал", "町議会",
                                                 "quay", "with",    "long",   "extraordinarily"};
    std::string text = "A";
    for (auto words = 3 + random() % 15; words > 0; --words)
        text.append(" ").append(Words[random() % std::size(Words)]);
    return text + ". ";
}

// Paragraphs, headings, tables, endless lines, blank stretches: in any order.
std::string randomText(unsigned seed)
{
    std::mt19937 random(seed);
    std::string text;
    for (int block = 0; block < 60; ++block) {
        switch (random() % 7) {
        case 0:
            text += "\n\n# Heading " + std::to_string(block) + "\n\n";
            break;
        case 1:
            for (auto row = random() % 20; row > 0; --row)
                text += std::to_string(random()) + "," + std::to_string(random() % 100) + "\n";
            break;
        case 2:
            text += std::string(random() % 600, random() % 2 ? 'x' : ' ');
            break;
        case 3:
            text += "\r\n\r\nA Title\r\n\r\n";
            break;
        default:
            for (auto sentences = 1 + random() % 8; sentences > 0; --sentences)
                text += sentence(random);
            text += random() % 2 ? "\n\n" : "\n";
        }
    }
    return text;
}

} // namespace

class TestChunker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyText_hasNoPart() { QVERIFY(chunksOf({}, 100).empty()); }

    void unreadableSource_isAnError()
    {
        Test::FakeSentenceSplitter splitter;
        Chunker chunker(
            [](std::size_t) -> Result<std::string> {
                return failure(ErrorKind::Storage, QStringLiteral("gone"));
            },
            splitter, {}, 100);
        QCOMPARE(chunker.next().error().kind, ErrorKind::Storage);
    }

    void anyText_losesNoByteAndKeepsItsOrder()
    {
        for (unsigned seed = 0; seed < 60; ++seed) {
            const std::string text = randomText(seed);
            for (const qint64 window : {16, 50, 300, 2500}) {
                const auto chunks = chunksOf(text, window);
                QVERIFY2(joined(chunks) == text, qPrintable(QString::number(seed)));
                for (const Chunk &chunk : chunks) {
                    QVERIFY(!chunk.own().empty());
                    QVERIFY(estimateTokens(chunk.text) <= window);
                    QVERIFY((chunk.own().front() & 0xC0) != 0x80);
                }
            }
        }
    }

    void parts_doNotDependOnHowTheTextArrives()
    {
        const std::string text = randomText(5);
        const auto whole = chunksOf(text, 200, 1'000'000);
        const auto pieces = chunksOf(text, 200, 7);
        QCOMPARE(pieces.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i)
            QCOMPARE(pieces[i].text, whole[i].text);
    }

    void overlap_isTheEndOfThePartBefore_andShort()
    {
        int overlaps = 0;
        for (unsigned seed = 0; seed < 20; ++seed) {
            const auto chunks = chunksOf(randomText(seed), 400);
            for (std::size_t i = 1; i < chunks.size(); ++i) {
                const std::string overlap = chunks[i].text.substr(0, chunks[i].overlap);
                QVERIFY(chunks[i - 1].own().ends_with(overlap));
                QVERIFY(estimateTokens(overlap) <= 400 / 20);
                overlaps += overlap.empty() ? 0 : 1;
            }
        }
        QVERIFY(overlaps > 10);
    }

    void headings_beginParts_andNothingIsRepeatedAcrossThem()
    {
        std::string text;
        std::mt19937 random(3);
        for (int section = 0; section < 12; ++section) {
            text += "## Section " + std::to_string(section) + "\n\n";
            for (int i = 0; i < 10; ++i)
                text += sentence(random);
            text += "\n\n";
        }
        const auto chunks = chunksOf(text, 600);
        QVERIFY(chunks.size() > 3);
        for (const Chunk &chunk : chunks) {
            QVERIFY(chunk.own().starts_with("## Section"));
            QCOMPARE(chunk.overlap, 0u);
        }
    }

    void longParagraph_isCutBetweenSentences()
    {
        std::mt19937 random(4);
        std::string text;
        for (int i = 0; i < 100; ++i)
            text += sentence(random);
        const auto chunks = chunksOf(text, 300);
        for (std::size_t i = 0; i + 1 < chunks.size(); ++i)
            QVERIFY(chunks[i].own().ends_with(". "));
    }

    void table_isCutBetweenLines()
    {
        std::string text;
        for (int i = 0; i < 500; ++i)
            text += std::to_string(i) + ";value;" + std::to_string(i * i) + "\n";
        const auto chunks = chunksOf(text, 300);
        QVERIFY(chunks.size() > 5);
        for (const Chunk &chunk : chunks)
            QVERIFY(chunk.own().ends_with('\n'));
    }

    void textWithoutAnyPlaceToCut_isCutBetweenCharacters()
    {
        std::string text;
        for (int i = 0; i < 5000; ++i)
            text += "ñ";
        const auto chunks = chunksOf(text, 100);
        QVERIFY(chunks.size() > 5);
        QCOMPARE(joined(chunks), text);
    }

    // A last part of three lines would be summed up as if it were a sixth of the document.
    void lastPart_isNoSmallTail()
    {
        std::mt19937 random(9);
        std::string text;
        for (int length = 1; length < 150; ++length) {
            text += sentence(random);
            const auto chunks = chunksOf(text, 300);
            QVERIFY(chunks.size() == 1 || estimateTokens(chunks.back().own()) > 300 / 10);
        }
    }
};

QTEST_GUILESS_MAIN(TestChunker)
#include "tst_chunker.moc"
