// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/analyzer.h"
#include "ports/languages.h"

namespace Gemmary {

// Counts what DESIGN §6 says, exactly: results depend on the documents alone, not on how text arrives or how
// documents are spread over batches. Thread-safe; the two references must outlive it and what it makes.
class TermAnalyzer : public Analyzer
{
public:
    TermAnalyzer(const StopWords &stopWords, const LanguageDetector &detector)
        : m_stopWords(stopWords)
        , m_detector(detector)
    {}

    [[nodiscard]] std::unique_ptr<BatchAnalyzer> newBatch(const ProcessSettings &settings) const override;
    [[nodiscard]] Result<SetStatistics> merge(std::span<AnalysedNode> nodes, const ProcessSettings &settings,
                                              ChunkSink &table, const CancelToken &cancel) const override;
    [[nodiscard]] Result<void> readTable(ChunkSource &table, const TermVisitor &visit) const override;
    [[nodiscard]] std::string fold(std::string_view text) const override;
    [[nodiscard]] std::unique_ptr<TermSearch> newSearch(std::string term, const ProcessSettings &settings,
                                                        TermFound found) const override;

private:
    const StopWords &m_stopWords;
    const LanguageDetector &m_detector;
};

} // namespace Gemmary
