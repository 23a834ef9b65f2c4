// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/documentsummarizer.h"

#include "base/utf8.h"
#include "summary/paragraphs.h"
#include "summary/textlanguage.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::size_t SectionBytes = 512 * 1024; // ranking words that all differ takes 70 times as much
constexpr std::size_t SliceSentences = 50'000;   // ranked at once
constexpr std::size_t SliceCandidates = 64;      // kept of each slice
constexpr std::size_t FewestWords = 5;
constexpr std::size_t MostWords = 80;
constexpr std::size_t DocumentTerms = 10;
constexpr std::size_t SliceTerms = 200;
constexpr std::size_t MostCandidates = 4096; // of all slices; then the best go on
constexpr std::size_t CondensedCandidates = 512;
constexpr std::size_t MostTerms = 4096; // of all slices; then the best go on
constexpr std::size_t CondensedTerms = 1024;
constexpr qint64 ShortText = 40; // sentences; shorter text without headings is taken for news

bool isBlank(UChar32 c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x80 && u_isUWhiteSpace(c));
}

// Besides controls, the marks that turn the direction of what follows: cut out of its text, a sentence would
// leave them open.
bool isUnshowable(UChar32 c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// The length of a terminal sequence after its ESC: "[", parameters, a final letter (ECMA-48).
std::size_t sequenceLength(std::string_view rest)
{
    if (!rest.starts_with('['))
        return 0;
    std::size_t end = 1;
    while (end < rest.size() && rest[end] >= 0x20 && rest[end] <= 0x3F)
        ++end;
    return std::min(rest.size(), end + 1);
}

// One line, single blanks, no control characters: what a terminal or a window may show as it is.
std::string cleaned(std::string_view text)
{
    constexpr UChar32 Escape = 0x1B;
    std::string result;
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t start = i;
        UChar32 c = 0;
        U8_NEXT(text.data(), i, text.size(), c);
        if (c == Escape)
            i += sequenceLength(text.substr(i));
        if (isBlank(c) && !result.empty() && result.back() != ' ')
            result += ' ';
        if (!isBlank(c) && !isUnshowable(c))
            result += text.substr(start, i - start);
    }
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

// The first MostWords words of an endless sentence.
std::string shortened(std::string_view text)
{
    std::size_t words = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' && ++words == MostWords)
            return cleaned(text.substr(0, i)) + "…";
    }
    constexpr std::size_t MostBytes = 600;
    if (text.size() <= MostBytes)
        return cleaned(text);
    std::size_t cut = MostBytes;
    while (isUtf8Continuation(text[cut]))
        --cut;
    return cleaned(text.substr(0, cut)) + "…";
}

} // namespace

DocumentSummarizer::DocumentSummarizer(const StopWords &stopWords, const LanguageDetector &detector,
                                       SentenceSplitter &splitter, QString language)
    : m_stopWords(stopWords)
    , m_detector(detector)
    , m_splitter(splitter)
    , m_language(std::move(language))
    , m_languageKnown(!m_language.isEmpty())
{}

void DocumentSummarizer::text(std::string_view utf8)
{
    while (m_section.size() + utf8.size() > SectionBytes) {
        std::size_t room = SectionBytes - m_section.size();
        while (room > 0 && isUtf8Continuation(utf8[room]))
            --room;
        m_section.append(utf8.substr(0, room));
        utf8.remove_prefix(room);
        closeSection(false);
    }
    m_section.append(utf8);
}

std::optional<DocumentSummarizer::KeySentences> DocumentSummarizer::finish(std::size_t count,
                                                                           const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return std::nullopt;
    closeSection(true);
    KeySentences result;
    result.language = m_language;
    result.terms = bestTerms();
    if (!m_whole) {
        if (m_candidates.empty() && m_spare)
            m_candidates.push_back(*m_spare);
        m_whole.emplace(rank(std::move(m_candidates)));
    }
    // Short text gets fewer: a third of its sentences, at least one.
    const auto most = static_cast<std::size_t>(std::max<qint64>(1, (m_position + 2) / 3));
    result.sentences = m_whole->choose(std::min(count, most), false);
    double best = 0;
    for (const Sentence &sentence : result.sentences)
        best = std::max(best, sentence.score);
    for (Sentence &sentence : result.sentences)
        sentence.score = best > 0 ? sentence.score / best : 1.0;
    return result;
}

// Takes the section up to a place where text may be cut; the rest begins the next one.
void DocumentSummarizer::closeSection(bool last)
{
    std::size_t cut = m_section.size();
    for (const std::string_view separator : {"\n\n", "\n", " "}) {
        const auto place = last ? std::string::npos : m_section.rfind(separator);
        if (place != std::string::npos && place > m_section.size() / 2) {
            cut = place + separator.size();
            break;
        }
    }
    const std::string rest = m_section.substr(cut);
    const std::string_view section = std::string_view(m_section).substr(0, cut);
    detectLanguage(section);
    std::vector<Sentence> sentences;
    bool hasHeadings = false;
    gather(section, sentences, hasHeadings);
    const bool isWhole = last && m_slices == 0;
    if (isWhole && m_position < ShortText && !hasHeadings)
        m_likesFirst = false;
    if (isWhole && !sentences.empty() && sentences.size() <= SliceSentences) {
        m_whole.emplace(rank(std::move(sentences)));
        for (const auto &[word, weight] : m_whole->tellingWords(SliceTerms))
            m_terms[word] += weight;
    } else {
        for (std::size_t begin = 0; begin < sentences.size(); begin += SliceSentences) {
            const auto first = sentences.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto end = sentences.begin() +
                             static_cast<std::ptrdiff_t>(std::min(begin + SliceSentences, sentences.size()));
            rankSlice({std::make_move_iterator(first), std::make_move_iterator(end)});
        }
    }
    m_section = rest;
}

void DocumentSummarizer::rankSlice(std::vector<Sentence> slice)
{
    ++m_slices;
    const RankedSentences ranked = rank(std::move(slice));
    for (const auto &[word, weight] : ranked.tellingWords(SliceTerms))
        m_terms[word] += weight;
    for (Sentence &sentence : ranked.choose(SliceCandidates, false))
        m_candidates.push_back(std::move(sentence));
    condense();
}

RankedSentences DocumentSummarizer::rank(std::vector<Sentence> sentences) const
{
    return RankedSentences(std::move(sentences), TermSet(m_stopWords, m_language),
                           {m_position, m_likesFirst, true});
}

// Keeps memory bounded for documents of any number of slices.
void DocumentSummarizer::condense()
{
    if (m_candidates.size() > MostCandidates) {
        m_candidates = rank(std::move(m_candidates)).choose(CondensedCandidates, false);
    }
    if (m_terms.size() > MostTerms) {
        const auto order = termsByWeight();
        m_terms = {order.begin(), order.begin() + CondensedTerms};
    }
}

void DocumentSummarizer::detectLanguage(std::string_view section)
{
    if (!std::exchange(m_languageKnown, true))
        m_language = languageOf(section, m_detector);
}

void DocumentSummarizer::gather(std::string_view section, std::vector<Sentence> &sentences, bool &hasHeadings)
{
    for (const Paragraph &paragraph : splitParagraphs(section)) {
        if (paragraph.heading) {
            hasHeadings = true;
            if (!m_spare)
                m_spare = Sentence{shortened(paragraph.text), 0, true, 0, 0, {}};
            continue;
        }
        bool first = true;
        for (const std::string_view sentence : m_splitter.split(paragraph.text, m_language)) {
            std::vector<std::string> words = wordsOf(sentence);
            const bool isUsual = words.size() >= FewestWords && words.size() <= MostWords;
            const bool isEmpty = words.empty();
            if (isUsual)
                sentences.push_back({cleaned(sentence), m_position, first, 0, 0, std::move(words)});
            else if (!isEmpty && (!m_spare || m_spare->text.size() < sentence.size()))
                m_spare = Sentence{shortened(sentence), m_position, first, 0, 0, {}};
            m_position += isEmpty ? 0 : 1;
            first = false;
        }
    }
}

std::vector<std::pair<std::string, double>> DocumentSummarizer::termsByWeight() const
{
    std::vector<std::pair<std::string, double>> order(m_terms.begin(), m_terms.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
    return order;
}

std::vector<QString> DocumentSummarizer::bestTerms() const
{
    const auto order = termsByWeight();
    std::vector<QString> terms;
    for (std::size_t i = 0; i < std::min(order.size(), DocumentTerms); ++i)
        terms.push_back(QString::fromStdString(order[i].first));
    return terms;
}

} // namespace Gemmary
