// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/termbatchanalyzer.h"

#include "analysis/syllables.h"
#include "analysis/tablecodec.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace Gemmary {

namespace {

// Scripts without spaces have phrases for raw tokens, which hardly ever come again: only the shortest of them
// are remembered.
bool isWorthRemembering(std::string_view token)
{
    constexpr std::size_t LongestPhrase = 24;
    constexpr unsigned char FirstThreeByteLead = 0xE0;
    const bool phrase = static_cast<unsigned char>(token.front()) >= FirstThreeByteLead;
    return token.size() <= (phrase ? LongestPhrase : TermDictionary::LongestRemembered);
}

} // namespace

TermBatchAnalyzer::TermBatchAnalyzer(const ProcessSettings &settings, const StopWords &stopWords,
                                     const LanguageDetector &detector)
    : m_settings(settings)
    , m_stopWords(stopWords)
    , m_detector(detector)
    , m_original(settings.words == QLatin1StringView("original"))
    , m_dictionary(m_original ? TermDictionary::RawTokens::All : TermDictionary::RawTokens::ByUnicode)
    , m_segmenter(makeSegmenter(settings, m_classes, [this](std::string_view term) { takeTerm(term); }))
    , m_scanner(m_classes, m_original ? TextScanner::Tokens::WhiteSpace : TextScanner::Tokens::Terms, *this)
{}

TextSink &TermBatchAnalyzer::beginDocument()
{
    return *this;
}

void TermBatchAnalyzer::text(std::string_view utf8)
{
    m_scanner.feed(utf8);
}

void TermBatchAnalyzer::tokens(const char *text, std::span<const std::uint32_t> edges)
{
    std::size_t at = m_dictionary.countTokens(text, edges, 0);
    while (at < edges.size()) {
        takeUnknown({text + edges[at], edges[at + 1] - edges[at]});
        at = m_dictionary.countTokens(text, edges, at + 2);
    }
}

void TermBatchAnalyzer::takeUnknown(std::string_view token)
{
    if (!isWorthRemembering(token)) {
        tokenPiece(token);
        tokenEnd();
        return;
    }
    if (m_dictionary.isTerm(token)) {
        m_dictionary.occur(m_dictionary.idOf(token));
        return;
    }
    m_tokenTerms.clear();
    m_segmenting = Segmenting::ToRemember;
    m_segmenter->feed(token);
    m_segmenter->finish();
    m_segmenting = Segmenting::Direct;
    m_dictionary.remember(token, m_tokenTerms);
}

void TermBatchAnalyzer::tokenPiece(std::string_view piece)
{
    m_segmenter->feed(piece);
}

void TermBatchAnalyzer::tokenEnd()
{
    m_segmenter->finish();
}

void TermBatchAnalyzer::takeTerm(std::string_view term)
{
    const TermId id = m_dictionary.idOf(term);
    if (m_segmenting == Segmenting::ToRemember)
        m_tokenTerms.push_back(id);
    else
        m_dictionary.occur(id);
}

DocumentStatistics TermBatchAnalyzer::endDocument(qint64 bytes)
{
    DocumentStatistics document;
    document.counts = m_scanner.finish();
    document.counts.bytes = bytes;
    document.counts.terms = m_dictionary.document().length();
    document.distinctTerms = static_cast<qint64>(m_dictionary.document().terms().size());
    document.movingRatio = m_dictionary.document().movingRatio();

    const QString language = m_settings.language.isEmpty() ? detectLanguage() : m_settings.language;
    document.language = languageCounts(language, document.counts);
    FrequencyLists lists(FrequencyLists::documentLimit(m_settings.topWords), m_stopWords, {language});
    for (const TermId id : m_dictionary.document().terms())
        lists.offer(m_dictionary.term(id).text, m_dictionary.document().countOf(id));
    document.topTerms = lists.topTerms();
    document.keywords = lists.keywords();

    m_dictionary.keepDocument();
    m_set.counts += document.counts;
    ++m_set.documents;
    addLanguage(m_set.languages, document.language);
    m_set.movingRatio.windows += document.movingRatio.windows;
    m_set.movingRatio.distinctInWindows += document.movingRatio.distinctInWindows;
    return document;
}

void TermBatchAnalyzer::abandonDocument()
{
    m_scanner.reset();
    m_segmenter->finish(); // a token may be open
    m_dictionary.dropDocument();
}

QString TermBatchAnalyzer::detectLanguage()
{
    const auto ids = m_dictionary.document().terms();
    m_documentTerms.resize(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        m_documentTerms[i].term.assign(m_dictionary.term(ids[i]).text);
        m_documentTerms[i].count = m_dictionary.document().countOf(ids[i]);
    }
    return m_detector.detect(m_documentTerms);
}

LanguageCounts TermBatchAnalyzer::languageCounts(const QString &language, const TextCounts &counts)
{
    LanguageCounts sums;
    sums.language = language;
    sums.documents = 1;
    sums.terms = counts.terms;
    sums.sentences = counts.sentences;
    const SyllableCounter countSyllables = syllableCounterFor(language);
    for (const TermId id : m_dictionary.document().terms()) {
        TermDictionary::Term &term = m_dictionary.term(id);
        const qint64 count = m_dictionary.document().countOf(id);
        if (term.characters == 0)
            term.characters = charactersOf(term.text);
        sums.characters += count * term.characters;
        if (countSyllables)
            sums.syllables += count * countSyllables(term.text);
    }
    return sums;
}

// Letters and digits; marks and joiners are none.
std::uint16_t TermBatchAnalyzer::charactersOf(std::string_view term)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(term.data());
    std::uint16_t characters = 0;
    for (std::size_t at = 0; at < term.size();) {
        UChar32 codePoint = 0;
        U8_NEXT_UNSAFE(bytes, at, codePoint);
        if (m_classes.of(static_cast<char32_t>(codePoint)).flags & (Letter | Number))
            ++characters;
    }
    return characters;
}

Result<SetStatistics> TermBatchAnalyzer::finish(ChunkSink &table)
{
    FrequencyLists lists(FrequencyLists::setLimit(m_settings.topWords), m_stopWords, languagesOf(m_set));
    Result<void> written = writeTable(table, lists);
    SetStatistics set = std::move(m_set);
    const bool usable = m_segmenter->isUsable();
    clear();
    if (!written)
        return failure(std::move(written).error());
    if (!usable) {
        return failure(ErrorKind::Internal, QStringLiteral("ICU's word dictionaries are not installed."),
                       QStringLiteral("createWordInstance failed"));
    }
    set.topTerms = lists.topTerms();
    set.keywords = lists.keywords();
    return set;
}

Result<void> TermBatchAnalyzer::writeTable(ChunkSink &table, FrequencyLists &lists)
{
    const std::vector<TermId> ids = m_dictionary.sortedTerms();
    m_set.distinctTerms = static_cast<qint64>(ids.size());
    TableWriter writer(table);
    for (const TermId id : ids) {
        const TermDictionary::Term &term = m_dictionary.term(id);
        lists.offer(term.text, term.batchCount);
        GEMMARY_TRY(writer.add(term.text, term.batchCount));
    }
    return writer.finish();
}

void TermBatchAnalyzer::clear()
{
    m_dictionary.clear();
    m_set = {};
    m_documentTerms = {};
}

} // namespace Gemmary
