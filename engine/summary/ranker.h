// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/sentenceterms.h"

#include <vector>

namespace Gemmary {

// Sentences as weighted term vectors of length 1, row after row.
class SentenceVectors
{
public:
    // Weights are tf · log((N + 1) / (df + 0.5)).
    SentenceVectors(const std::vector<std::vector<TermSet::Count>> &sentences, int terms);

    [[nodiscard]] int size() const { return static_cast<int>(m_begins.size()) - 1; }
    [[nodiscard]] double cosine(int a, int b) const;

    // A·u for the matrix A of all cosines without its diagonal, as X(Xᵀu) − u: no matrix is made, time and
    // memory grow with the number of non-zero weights only.
    [[nodiscard]] std::vector<double> similaritySums(const std::vector<double> &u) const;

    // Sum of each term's weights over all sentences.
    [[nodiscard]] std::vector<double> termSums() const;

private:
    int m_terms;
    std::vector<std::size_t> m_begins; // of each row in the two below, and the end
    std::vector<int> m_columns;
    std::vector<double> m_weights;
};

// LexRank with a prior: personalised PageRank over the sentences' cosines (Erkan and Radev 2004), damping
// 0.85, eight iterations. One score a sentence, in order. `prior` is positive, of any sum.
[[nodiscard]] std::vector<double> rankSentences(const SentenceVectors &vectors,
                                                const std::vector<double> &prior);

} // namespace Gemmary
