// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/rankedsentences.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace Gemmary {

namespace {

constexpr double TooAlike = 0.6;   // cosine
constexpr double FirstBonus = 0.3; // of a paragraph's first sentence
constexpr double LeastPrior = 0.001;
constexpr int LongestTellingWord = 40; // bytes

std::vector<std::vector<TermSet::Count>> countTerms(const std::vector<Sentence> &sentences, TermSet &terms)
{
    std::vector<std::vector<TermSet::Count>> counts;
    counts.reserve(sentences.size());
    for (const Sentence &sentence : sentences)
        counts.push_back(terms.termsOf(sentence.words.empty() ? wordsOf(sentence.text) : sentence.words));
    return counts;
}

double priorOf(const Sentence &sentence, const RankSettings &settings)
{
    if (!settings.byPosition)
        return 1.0;
    const double reach = std::max(3.0, 0.1 * static_cast<double>(settings.total));
    const double bonus = settings.likesFirst && sentence.first ? FirstBonus : 0.0;
    return LeastPrior + std::exp(-static_cast<double>(sentence.position) / reach) + bonus;
}

} // namespace

RankedSentences::RankedSentences(std::vector<Sentence> sentences, TermSet terms, const RankSettings &settings)
    : m_sentences(std::move(sentences))
    , m_terms(std::move(terms))
    , m_vectors({}, 0)
{
    const auto counts = countTerms(m_sentences, m_terms);
    m_vectors = SentenceVectors(counts, m_terms.size());
    std::vector<double> prior;
    prior.reserve(m_sentences.size());
    for (const Sentence &sentence : m_sentences)
        prior.push_back(priorOf(sentence, settings));
    const auto scores = rankSentences(m_vectors, prior);
    for (std::size_t i = 0; i < m_sentences.size(); ++i) {
        const bool preferred = settings.byPosition && settings.likesFirst && m_sentences[i].first;
        m_sentences[i].score = scores[i] * (preferred ? 1.0 + FirstBonus : 1.0);
    }
}

std::vector<Sentence> RankedSentences::choose(std::size_t count, bool groupsFirst) const
{
    std::vector<int> chosen;
    std::set<qint64> groups;
    if (groupsFirst)
        choosePass(count, &groups, chosen);
    choosePass(count, nullptr, chosen);
    std::sort(chosen.begin(), chosen.end());
    std::vector<Sentence> sentences;
    for (const int index : chosen)
        sentences.push_back(m_sentences[static_cast<std::size_t>(index)]);
    return sentences;
}

// Adds to `chosen`; with `groups`, only sentences of groups that are not yet in it.
void RankedSentences::choosePass(std::size_t count, std::set<qint64> *groups, std::vector<int> &chosen) const
{
    for (const int candidate : byScore()) {
        if (chosen.size() >= count)
            return;
        const qint64 group = m_sentences[static_cast<std::size_t>(candidate)].group;
        if (groups && groups->contains(group))
            continue;
        const bool repeats = std::any_of(chosen.begin(), chosen.end(), [&](int earlier) {
            return candidate == earlier || m_vectors.cosine(candidate, earlier) > TooAlike;
        });
        if (repeats)
            continue;
        chosen.push_back(candidate);
        if (groups)
            groups->insert(group);
    }
}

std::vector<std::pair<std::string, double>> RankedSentences::tellingWords(std::size_t count) const
{
    const auto sums = m_vectors.termSums();
    std::vector<int> order(sums.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return sums[static_cast<std::size_t>(a)] > sums[static_cast<std::size_t>(b)];
    });
    std::vector<std::pair<std::string, double>> words;
    for (const int term : order) {
        const std::string &word = m_terms.surfaceOf(term);
        const bool isNumber =
            std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (words.size() == count)
            break;
        if (!isNumber && word.size() <= LongestTellingWord)
            words.emplace_back(word, sums[static_cast<std::size_t>(term)]);
    }
    return words;
}

std::vector<int> RankedSentences::byScore() const
{
    std::vector<int> order(m_sentences.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) { // equals stay in order
        return m_sentences[static_cast<std::size_t>(a)].score >
               m_sentences[static_cast<std::size_t>(b)].score;
    });
    return order;
}

} // namespace Gemmary
