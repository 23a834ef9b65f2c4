// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/termanalyzer.h"

#include "analysis/segmentedsearch.h"
#include "analysis/tablecodec.h"
#include "analysis/tablemerge.h"
#include "analysis/termbatchanalyzer.h"
#include "analysis/topterms.h"

namespace Gemmary {

namespace {

// All that adds up without the tables.
SetStatistics sumOf(std::span<const AnalysedNode> nodes)
{
    SetStatistics sum;
    for (const AnalysedNode &node : nodes) {
        const SetStatistics &part = node.statistics;
        sum.counts += part.counts;
        sum.documents += part.documents;
        sum.movingRatio.windows += part.movingRatio.windows;
        sum.movingRatio.distinctInWindows += part.movingRatio.distinctInWindows;
        for (const LanguageCounts &language : part.languages)
            addLanguage(sum.languages, language);
    }
    return sum;
}

} // namespace

std::unique_ptr<BatchAnalyzer> TermAnalyzer::newBatch(const ProcessSettings &settings) const
{
    return std::make_unique<TermBatchAnalyzer>(settings, m_stopWords, m_detector);
}

Result<SetStatistics> TermAnalyzer::merge(std::span<AnalysedNode> nodes, const ProcessSettings &settings,
                                          ChunkSink &table, const CancelToken &cancel) const
{
    SetStatistics set = sumOf(nodes);
    FrequencyLists lists(FrequencyLists::setLimit(settings.topWords), m_stopWords, languagesOf(set));
    TableWriter writer(table);
    std::vector<ChunkSource *> tables;
    for (const AnalysedNode &node : nodes)
        tables.push_back(node.table.get());
    const RowSink takeRow = [&](std::string_view term, qint64 count) {
        ++set.distinctTerms;
        lists.offer(term, count);
        return writer.add(term, count);
    };
    GEMMARY_TRY(mergeTables(tables, takeRow, cancel));
    GEMMARY_TRY(writer.finish());
    set.topTerms = lists.topTerms();
    set.keywords = lists.keywords();
    return set;
}

Result<void> TermAnalyzer::readTable(ChunkSource &table, const TermVisitor &visit) const
{
    TableReader reader(table);
    while (true) {
        GEMMARY_ASSIGN(more, reader.next());
        if (!more || !visit(reader.term(), reader.count()))
            return {};
    }
}

std::string TermAnalyzer::fold(std::string_view text) const
{
    return foldAsTerm(text);
}

std::unique_ptr<TermSearch> TermAnalyzer::newSearch(std::string term, const ProcessSettings &settings,
                                                    TermFound found) const
{
    return std::make_unique<SegmentedSearch>(std::move(term), settings, std::move(found));
}

} // namespace Gemmary
