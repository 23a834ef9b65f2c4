// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/ranker.h"

#include <cmath>
#include <numeric>

namespace Gemmary {

namespace {

constexpr double Damping = 0.85;
constexpr int Iterations = 8;
constexpr double LeastSum = 1e-9; // a sentence like no other gives its weight to nobody

} // namespace

SentenceVectors::SentenceVectors(const std::vector<std::vector<TermSet::Count>> &sentences, int terms)
    : m_terms(terms)
{
    std::vector<int> frequencies(static_cast<std::size_t>(terms), 0);
    for (const auto &sentence : sentences) {
        for (const TermSet::Count &count : sentence)
            ++frequencies[static_cast<std::size_t>(count.term)];
    }
    const double total = static_cast<double>(sentences.size()) + 1.0;
    m_begins.push_back(0);
    for (const auto &sentence : sentences) {
        double squares = 0;
        for (const TermSet::Count &count : sentence) {
            const double rarity = std::log(total / (frequencies[static_cast<std::size_t>(count.term)] + 0.5));
            const double weight = count.count * std::max(rarity, 0.0);
            squares += weight * weight;
            m_columns.push_back(count.term);
            m_weights.push_back(weight);
        }
        const double length = std::sqrt(squares);
        for (std::size_t i = m_begins.back(); i < m_weights.size() && length > 0; ++i)
            m_weights[i] /= length;
        m_begins.push_back(m_columns.size());
    }
}

double SentenceVectors::cosine(int a, int b) const
{
    double sum = 0;
    std::size_t i = m_begins[static_cast<std::size_t>(a)];
    std::size_t j = m_begins[static_cast<std::size_t>(b)];
    const std::size_t iEnd = m_begins[static_cast<std::size_t>(a) + 1];
    const std::size_t jEnd = m_begins[static_cast<std::size_t>(b) + 1];
    while (i < iEnd && j < jEnd) { // columns ascend within a row
        if (m_columns[i] == m_columns[j])
            sum += m_weights[i++] * m_weights[j++];
        else if (m_columns[i] < m_columns[j])
            ++i;
        else
            ++j;
    }
    return sum;
}

std::vector<double> SentenceVectors::similaritySums(const std::vector<double> &u) const
{
    std::vector<double> termTotals(static_cast<std::size_t>(m_terms), 0.0);
    const auto rows = static_cast<std::size_t>(size());
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = m_begins[row]; i < m_begins[row + 1]; ++i)
            termTotals[static_cast<std::size_t>(m_columns[i])] += m_weights[i] * u[row];
    }
    std::vector<double> sums(rows, 0.0);
    for (std::size_t row = 0; row < rows; ++row) {
        double squares = 0;
        for (std::size_t i = m_begins[row]; i < m_begins[row + 1]; ++i) {
            sums[row] += m_weights[i] * termTotals[static_cast<std::size_t>(m_columns[i])];
            squares += m_weights[i] * m_weights[i];
        }
        sums[row] = std::max(0.0, sums[row] - squares * u[row]);
    }
    return sums;
}

std::vector<double> SentenceVectors::termSums() const
{
    std::vector<double> sums(static_cast<std::size_t>(m_terms), 0.0);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        sums[static_cast<std::size_t>(m_columns[i])] += m_weights[i];
    return sums;
}

std::vector<double> rankSentences(const SentenceVectors &vectors, const std::vector<double> &prior)
{
    const std::size_t count = prior.size();
    const double priorSum = std::accumulate(prior.begin(), prior.end(), 0.0);
    const auto rowSums = vectors.similaritySums(std::vector<double>(count, 1.0));
    std::vector<double> scores(count);
    for (std::size_t i = 0; i < count; ++i)
        scores[i] = prior[i] / priorSum;
    std::vector<double> shares(count);
    for (int iteration = 0; iteration < Iterations; ++iteration) {
        double kept = 0; // by sentences like no other: goes back by the prior
        for (std::size_t i = 0; i < count; ++i) {
            const bool gives = rowSums[i] > LeastSum;
            shares[i] = gives ? scores[i] / rowSums[i] : 0.0;
            kept += gives ? 0.0 : scores[i];
        }
        const auto received = vectors.similaritySums(shares);
        for (std::size_t i = 0; i < count; ++i)
            scores[i] = (1.0 - Damping + Damping * kept) * prior[i] / priorSum + Damping * received[i];
    }
    return scores;
}

} // namespace Gemmary
