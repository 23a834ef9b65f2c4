// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/rankedsentences.h"

#include "base/cancel.h"
#include "domain/summary.h"
#include "ports/languages.h"
#include "ports/textextractor.h"

#include <map>
#include <optional>

namespace Gemmary {

// Takes one document's text and finds its key sentences. The text is worked through in sections, each leaving
// its best sentences, so memory does not grow with the document.
class DocumentSummarizer : public TextSink
{
public:
    struct KeySentences
    {
        std::vector<Sentence> sentences; // in document order, scores relative to the best one
        std::vector<QString> terms;
        QString language;
    };

    // All outlive it. `language`: ISO 639-1, empty: detected from the first section.
    DocumentSummarizer(const StopWords &stopWords, const LanguageDetector &detector,
                       SentenceSplitter &splitter, QString language);

    void text(std::string_view utf8) override;

    // The `count` key sentences of all text so far; none when there is no sentence. nullopt: cancelled.
    [[nodiscard]] std::optional<KeySentences> finish(std::size_t count, const CancelToken &cancel);

private:
    void closeSection(bool last);
    void rankSlice(std::vector<Sentence> slice);
    void condense();
    [[nodiscard]] RankedSentences rank(std::vector<Sentence> sentences) const;
    void detectLanguage(std::string_view section);
    void gather(std::string_view section, std::vector<Sentence> &sentences, bool &hasHeadings);
    [[nodiscard]] std::vector<std::pair<std::string, double>> termsByWeight() const;
    [[nodiscard]] std::vector<QString> bestTerms() const;

    const StopWords &m_stopWords;
    const LanguageDetector &m_detector;
    SentenceSplitter &m_splitter;
    QString m_language;
    std::string m_section;
    std::vector<Sentence> m_candidates;     // the best of the sections so far
    std::optional<RankedSentences> m_whole; // a document of one section, ranked as it is
    std::map<std::string, double> m_terms;
    std::optional<Sentence> m_spare; // for text without a sentence of usual length
    qint64 m_position = 0;
    int m_slices = 0;
    bool m_likesFirst = true;
    bool m_languageKnown = false;
};

} // namespace Gemmary
