// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/segmenter.h"
#include "analysis/termdictionary.h"
#include "analysis/textscanner.h"
#include "analysis/topterms.h"
#include "ports/analyzer.h"
#include "ports/languages.h"

#include <memory>
#include <vector>

namespace Gemmary {

// The way from text to statistics: scanner → raw tokens → (once a token) segmenter → dictionary.
class TermBatchAnalyzer : public BatchAnalyzer, private TextSink, private RawTokenReceiver
{
public:
    // `stopWords` and `detector` must outlive it.
    TermBatchAnalyzer(const ProcessSettings &settings, const StopWords &stopWords,
                      const LanguageDetector &detector);

    [[nodiscard]] TextSink &beginDocument() override;
    [[nodiscard]] DocumentStatistics endDocument(qint64 bytes) override;
    void abandonDocument() override;
    [[nodiscard]] Result<SetStatistics> finish(ChunkSink &table) override;

private:
    // Terms of the raw token in hand go to its list, those of a token that is not remembered are counted at
    // once.
    enum class Segmenting { ToRemember, Direct };

    void text(std::string_view utf8) override;
    void tokens(const char *text, std::span<const std::uint32_t> edges) override;
    void tokenPiece(std::string_view piece) override;
    void tokenEnd() override;

    void takeUnknown(std::string_view token);
    void takeTerm(std::string_view term);
    [[nodiscard]] QString detectLanguage();
    [[nodiscard]] LanguageCounts languageCounts(const QString &language, const TextCounts &counts);
    [[nodiscard]] std::uint16_t charactersOf(std::string_view term);
    [[nodiscard]] Result<void> writeTable(ChunkSink &table, FrequencyLists &lists);
    void clear();

    const ProcessSettings m_settings;
    const StopWords &m_stopWords;
    const LanguageDetector &m_detector;
    const bool m_original; // the original system's words
    CharacterClasses m_classes;
    TermDictionary m_dictionary;
    std::unique_ptr<Segmenter> m_segmenter;
    TextScanner m_scanner;
    Segmenting m_segmenting = Segmenting::Direct;
    std::vector<TermId> m_tokenTerms;
    std::vector<TermCount> m_documentTerms; // scratch, kept for its memory
    SetStatistics m_set;
};

} // namespace Gemmary
