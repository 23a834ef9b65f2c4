// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/ranker.h"

#include <set>
#include <string>
#include <vector>

namespace Gemmary {

// A sentence that may be chosen.
struct Sentence
{
    std::string text;
    qint64 position = 0; // in its document, from 0
    bool first = false;  // of its paragraph
    qint64 group = 0;    // document number, when choosing among many documents
    double score = 0;
    std::vector<std::string> words; // wordsOf(text); empty: not found out yet
};

struct RankSettings
{
    qint64 total = 0;       // sentences of the whole document; the prior falls off over a tenth of them
    bool likesFirst = true; // first sentences of paragraphs count more; not in short, news-like text
    bool byPosition = true; // false: sentences of many documents, none is before another
};

// Sentences with their scores and vectors, ready for choosing.
class RankedSentences
{
public:
    RankedSentences(std::vector<Sentence> sentences, TermSet terms, const RankSettings &settings);

    // Greedy by score, leaving out what is too like a sentence already chosen. With `groupsFirst`, a second
    // sentence of a group only when no other group has anything to add. In order of group and position.
    [[nodiscard]] std::vector<Sentence> choose(std::size_t count, bool groupsFirst) const;

    // The words that tell most of these sentences, best first, with their weights.
    [[nodiscard]] std::vector<std::pair<std::string, double>> tellingWords(std::size_t count) const;

private:
    void choosePass(std::size_t count, std::set<qint64> *groups, std::vector<int> &chosen) const;
    [[nodiscard]] std::vector<int> byScore() const;

    std::vector<Sentence> m_sentences;
    TermSet m_terms;
    SentenceVectors m_vectors;
};

} // namespace Gemmary
