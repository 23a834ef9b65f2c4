// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/ranker.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace Gemmary;

namespace {

using Sentences = std::vector<std::vector<TermSet::Count>>;

// `terms` different terms, `length` of them in each sentence.
Sentences randomSentences(int count, int terms, int length)
{
    std::mt19937 random(7);
    Sentences sentences;
    for (int i = 0; i < count; ++i) {
        std::vector<TermSet::Count> row;
        int term = -1;
        for (int k = 0; k < length; ++k) {
            term += 1 + static_cast<int>(random() % static_cast<unsigned>(terms / length));
            row.push_back({term, 1 + static_cast<int>(random() % 2)});
        }
        sentences.push_back(row);
    }
    return sentences;
}

} // namespace

class TestRanker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void similaritySums_anyMatrix_equalTheSumOfCosines()
    {
        const SentenceVectors vectors(randomSentences(40, 60, 6), 61);
        std::vector<double> u(40);
        std::iota(u.begin(), u.end(), 0.5);
        const auto sums = vectors.similaritySums(u);
        for (int row = 0; row < 40; ++row) {
            double expected = 0;
            for (int other = 0; other < 40; ++other)
                expected +=
                    other == row ? 0.0 : vectors.cosine(row, other) * u[static_cast<std::size_t>(other)];
            QVERIFY(std::abs(sums[static_cast<std::size_t>(row)] - expected) < 1e-9);
        }
    }

    void scores_anyPrior_sumToOne()
    {
        Sentences sentences = randomSentences(30, 60, 6);
        sentences[4].clear(); // a sentence of stop words only
        const auto scores = rankSentences(SentenceVectors(sentences, 61), std::vector<double>(30, 2.0));
        QVERIFY(std::abs(std::accumulate(scores.begin(), scores.end(), 0.0) - 1.0) < 1e-6);
        QVERIFY(*std::min_element(scores.begin(), scores.end()) > 0);
    }

    void scores_centralSentence_isFirst()
    {
        const Sentences sentences{
            {{0, 1}, {1, 1}}, {{0, 1}, {1, 1}, {2, 1}, {3, 1}}, {{2, 1}, {3, 1}}, {{4, 1}}};
        const auto scores = rankSentences(SentenceVectors(sentences, 5), {1, 1, 1, 1});
        QCOMPARE(std::max_element(scores.begin(), scores.end()) - scores.begin(), 1);
        QCOMPARE(std::min_element(scores.begin(), scores.end()) - scores.begin(), 3);
    }

    void scores_unconnectedSentences_followThePrior()
    {
        const Sentences sentences{{{0, 1}}, {{1, 1}}, {{2, 1}}};
        const auto scores = rankSentences(SentenceVectors(sentences, 3), {1, 2, 1});
        QVERIFY(scores[1] > scores[0]);
        QCOMPARE(scores[0], scores[2]);
    }

    void scores_noSentence_areEmpty() { QVERIFY(rankSentences(SentenceVectors({}, 0), {}).empty()); }

    // A million weights: with a similarity matrix this would be 10 GB and never end.
    void scores_fiftyThousandSentences_takeLinearSpaceAndTime()
    {
        const SentenceVectors vectors(randomSentences(50'000, 20'000, 20), 20'001);
        const auto scores = rankSentences(vectors, std::vector<double>(50'000, 1.0));
        QVERIFY(std::abs(std::accumulate(scores.begin(), scores.end(), 0.0) - 1.0) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(TestRanker)
#include "tst_ranker.moc"
