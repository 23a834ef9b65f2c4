// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/statistics.h"
#include "ports/languages.h"

#include <QStringList>

#include <string_view>
#include <vector>

namespace Gemmary {

// Keeps the most frequent of many terms, offered in any order.
class TopTerms
{
public:
    explicit TopTerms(qsizetype limit)
        : m_limit(static_cast<std::size_t>(limit))
    {}

    // Whether the term would be among them.
    [[nodiscard]] bool wants(std::string_view term, qint64 count) const;
    void take(std::string_view term, qint64 count);

    // In moreFrequent() order.
    [[nodiscard]] std::vector<TermCount> sorted() const;

private:
    std::size_t m_limit;
    std::vector<TermCount> m_heap; // the least frequent in front
};

// A list of words and the same without stop words, as documents and sets have them.
class FrequencyLists
{
public:
    // `stopWords` must outlive it. Keywords leave the stop words of each of `languages` out.
    FrequencyLists(qsizetype limit, const StopWords &stopWords, QStringList languages);

    void offer(std::string_view term, qint64 count);

    [[nodiscard]] std::vector<TermCount> topTerms() const { return m_terms.sorted(); }
    [[nodiscard]] std::vector<TermCount> keywords() const { return m_keywords.sorted(); }

    // How many words a document's and a set's lists hold; `asked` is the user's wish.
    [[nodiscard]] static qsizetype documentLimit(int asked);
    [[nodiscard]] static qsizetype setLimit(int asked);

private:
    [[nodiscard]] bool isStopWord(std::string_view term) const;

    const StopWords &m_stopWords;
    QStringList m_languages;
    TopTerms m_terms;
    TopTerms m_keywords;
};

// Languages of a set, for its keywords.
[[nodiscard]] QStringList languagesOf(const SetStatistics &set);

} // namespace Gemmary
