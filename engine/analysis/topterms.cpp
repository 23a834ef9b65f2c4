// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/topterms.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int DocumentTop = 20;
constexpr int SetTop = 200;

} // namespace

bool TopTerms::wants(std::string_view term, qint64 count) const
{
    if (m_heap.size() < m_limit)
        return true;
    if (m_limit == 0)
        return false;
    const TermCount &least = m_heap.front();
    return count != least.count ? count > least.count : term < least.term;
}

void TopTerms::take(std::string_view term, qint64 count)
{
    if (!wants(term, count))
        return;
    if (m_heap.size() == m_limit) {
        std::pop_heap(m_heap.begin(), m_heap.end(), moreFrequent);
        m_heap.pop_back();
    }
    m_heap.push_back({std::string(term), count});
    std::push_heap(m_heap.begin(), m_heap.end(), moreFrequent);
}

std::vector<TermCount> TopTerms::sorted() const
{
    std::vector<TermCount> terms = m_heap;
    std::sort(terms.begin(), terms.end(), moreFrequent);
    return terms;
}

FrequencyLists::FrequencyLists(qsizetype limit, const StopWords &stopWords, QStringList languages)
    : m_stopWords(stopWords)
    , m_languages(std::move(languages))
    , m_terms(limit)
    , m_keywords(limit)
{}

void FrequencyLists::offer(std::string_view term, qint64 count)
{
    m_terms.take(term, count);
    if (m_keywords.wants(term, count) && !isStopWord(term))
        m_keywords.take(term, count);
}

bool FrequencyLists::isStopWord(std::string_view term) const
{
    return std::any_of(m_languages.begin(), m_languages.end(),
                       [&](const QString &language) { return m_stopWords.contains(language, term); });
}

qsizetype FrequencyLists::documentLimit(int asked)
{
    return std::max(DocumentTop, asked);
}

qsizetype FrequencyLists::setLimit(int asked)
{
    return std::max(SetTop, asked);
}

QStringList languagesOf(const SetStatistics &set)
{
    QStringList languages;
    for (const LanguageCounts &counts : set.languages)
        languages.append(counts.language);
    return languages;
}

} // namespace Gemmary
