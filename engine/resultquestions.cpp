// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultquestions.h"

#include "base/utf8.h"

#include <algorithm>

namespace Gemmary {

namespace {

tl::unexpected<Error> notReady(const ProcessSnapshot &process)
{
    return failure(
        ErrorKind::Conflict,
        QStringLiteral("Results are not ready. Process status is: %1.").arg(nameOf(process.state)));
}

JobKey rootOf(const ProcessSnapshot &process, Stage stage)
{
    const StageProgress &progress = stage == Stage::Analyse ? process.analyse : process.summarise;
    return JobKey{process.id, stage, rootLevel(progress.leaves, process.settings.fanIn), 0};
}

// nullopt: the tree has no leaf. Conflict while its root is not done, or may still move up.
Result<std::optional<QJsonObject>> rootDetails(ProcessStore &store, const ProcessSnapshot &process,
                                               Stage stage)
{
    if (!process.planned)
        return notReady(process);
    const JobKey root = rootOf(process, stage);
    if (root.level < 0)
        return std::nullopt;
    GEMMARY_ASSIGN(details, store.details(root, 1));
    if (details.empty())
        return notReady(process);
    return std::optional(details.front());
}

// Which terms a filter lets through.
class WordRule
{
public:
    WordRule(const WordFilter &filter, const Analyzer &analyzer, const StopWords &stopWords)
        : m_filter(filter)
        , m_stopWords(stopWords)
        , m_containing(analyzer.fold(filter.containing.toStdString()))
    {}

    [[nodiscard]] bool fits(std::string_view term) const
    {
        return codePointCount(term) >= m_filter.minimumLength &&
               term.find(m_containing) != std::string_view::npos && !isStopWord(term);
    }

private:
    bool isStopWord(std::string_view term) const
    {
        return std::any_of(m_filter.withoutStopWordsOf.begin(), m_filter.withoutStopWordsOf.end(),
                           [&](const QString &language) { return m_stopWords.contains(language, term); });
    }

    const WordFilter &m_filter;
    const StopWords &m_stopWords;
    std::string m_containing;
};

// Keeps the most frequent of many words.
class MostFrequent
{
public:
    explicit MostFrequent(qint64 limit)
        : m_most(limit < 0 ? m_words.max_size() : static_cast<std::size_t>(limit))
    {}

    void offer(std::string_view term, qint64 count)
    {
        m_words.push_back({std::string(term), count});
        if (m_words.size() / 2 > m_most)
            trim();
    }

    [[nodiscard]] std::vector<TermCount> sorted() &&
    {
        trim();
        std::sort(m_words.begin(), m_words.end(), moreFrequent);
        return std::move(m_words);
    }

private:
    void trim()
    {
        if (m_words.size() <= m_most)
            return;
        const auto end = m_words.begin() + static_cast<std::ptrdiff_t>(m_most);
        std::nth_element(m_words.begin(), end, m_words.end(), moreFrequent);
        m_words.erase(end, m_words.end());
    }

    std::vector<TermCount> m_words;
    std::size_t m_most;
};

} // namespace

Result<ProcessResults> resultsOf(ProcessStore &store, const ProcessId &id)
{
    ProcessResults results;
    GEMMARY_ASSIGN(process, store.snapshot(id));
    if (process.state != ProcessState::Completed)
        return notReady(process);
    GEMMARY_ASSIGN(statistics, rootDetails(store, process, Stage::Analyse));
    GEMMARY_ASSIGN(summary, rootDetails(store, process, Stage::Summarise));
    results.process = std::move(process);
    if (statistics)
        results.statistics = setStatisticsFromJson(*statistics);
    if (summary)
        results.summary = setSummaryFromJson(*summary);
    return results;
}

Result<SetStatistics> statisticsOf(ProcessStore &store, const ProcessId &id)
{
    GEMMARY_ASSIGN(process, store.snapshot(id));
    GEMMARY_ASSIGN(details, rootDetails(store, process, Stage::Analyse));
    return details ? setStatisticsFromJson(*details) : SetStatistics();
}

Result<SetSummary> summaryOf(ProcessStore &store, const ProcessId &id)
{
    GEMMARY_ASSIGN(process, store.snapshot(id));
    if (process.settings.summarizer == QLatin1StringView("none"))
        return failure(ErrorKind::Conflict, QStringLiteral("The process makes no summaries."));
    GEMMARY_ASSIGN(details, rootDetails(store, process, Stage::Summarise));
    return details ? setSummaryFromJson(*details) : SetSummary();
}

Result<WordList> wordsOf(ProcessStore &store, const Analyzer &analyzer, const StopWords &stopWords,
                         const ProcessId &id, const WordFilter &filter)
{
    GEMMARY_ASSIGN(process, store.snapshot(id));
    GEMMARY_ASSIGN(details, rootDetails(store, process, Stage::Analyse));
    WordList list;
    if (!details)
        return list;
    GEMMARY_ASSIGN(table, store.chunks(rootOf(process, Stage::Analyse)));
    const WordRule rule(filter, analyzer, stopWords);
    MostFrequent words(filter.limit);
    GEMMARY_TRY(analyzer.readTable(*table, [&](std::string_view term, qint64 count) {
        ++list.forms;
        if (rule.fits(term)) {
            ++list.matching;
            words.offer(term, count);
        }
        return true;
    }));
    list.words = std::move(words).sorted();
    return list;
}

} // namespace Gemmary
