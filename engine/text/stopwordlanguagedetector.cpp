// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stopwordlanguagedetector.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace Gemmary {

namespace {

constexpr double LeastShare = 0.12; // of all terms that must be stop words of the language
constexpr double LeastHits = 2;     // and so many of them

// Scripts that tell the language (or its most read one) by themselves.
struct ScriptRow
{
    UScriptCode script;
    const char *language; // nullptr: shared by many, stop words decide
};

constexpr ScriptRow Scripts[] = {
    {USCRIPT_LATIN, nullptr}, {USCRIPT_CYRILLIC, nullptr}, {USCRIPT_HAN, "zh"},      {USCRIPT_HIRAGANA, "ja"},
    {USCRIPT_KATAKANA, "ja"}, {USCRIPT_HANGUL, "ko"},      {USCRIPT_THAI, "th"},     {USCRIPT_LAO, "lo"},
    {USCRIPT_KHMER, "km"},    {USCRIPT_MYANMAR, "my"},     {USCRIPT_GREEK, "el"},    {USCRIPT_HEBREW, "he"},
    {USCRIPT_ARABIC, "ar"},   {USCRIPT_DEVANAGARI, "hi"},  {USCRIPT_BENGALI, "bn"},  {USCRIPT_TAMIL, "ta"},
    {USCRIPT_TELUGU, "te"},   {USCRIPT_GEORGIAN, "ka"},    {USCRIPT_ARMENIAN, "hy"}, {USCRIPT_ETHIOPIC, "am"},
};

// The script of a term's first letter; -1: none of the table's.
int scriptRow(std::string_view term)
{
    int32_t i = 0;
    const auto length = static_cast<int32_t>(term.size());
    while (i < length) {
        UChar32 c = 0;
        U8_NEXT(term.data(), i, length, c);
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = c < 0 ? USCRIPT_COMMON : uscript_getScript(c, &status);
        for (std::size_t row = 0; row < std::size(Scripts); ++row) {
            if (Scripts[row].script == script)
                return static_cast<int>(row);
        }
        if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED)
            return -1;
    }
    return -1;
}

} // namespace

StopWordLanguageDetector::StopWordLanguageDetector(const StopWords &stopWords)
    : m_stopWords(stopWords)
    , m_languages(stopWords.languages())
{}

QString StopWordLanguageDetector::detect(std::span<const TermCount> terms) const
{
    std::array<qint64, std::size(Scripts)> counts{};
    for (const TermCount &term : terms) {
        if (const int row = scriptRow(term.term); row >= 0)
            counts[static_cast<std::size_t>(row)] += term.count;
    }
    constexpr std::size_t Han = 2;
    constexpr std::size_t Hiragana = 3;
    constexpr std::size_t Katakana = 4;
    // Japanese mixes kana with Han characters, each of which counts as a term of its own.
    if ((counts[Hiragana] + counts[Katakana]) * 10 > counts[Han])
        counts[Hiragana] += counts[Han] + counts[Katakana];
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0)
        return {};
    const ScriptRow &row = Scripts[most - counts.begin()];
    return row.language ? QString::fromLatin1(row.language) : byStopWords(terms);
}

QString StopWordLanguageDetector::byStopWords(std::span<const TermCount> terms) const
{
    std::vector<double> hits(static_cast<std::size_t>(m_languages.size()), 0.0);
    double total = 0;
    for (const TermCount &term : terms) {
        std::vector<std::size_t> having;
        for (std::size_t i = 0; i < hits.size(); ++i) {
            if (m_stopWords.contains(m_languages.at(static_cast<qsizetype>(i)), term.term))
                having.push_back(i);
        }
        total += static_cast<double>(term.count);
        // A word that many languages have says little: "de" is Spanish, French, Portuguese, Dutch …
        for (const std::size_t i : having)
            hits[i] += static_cast<double>(term.count) / static_cast<double>(having.size() * having.size());
    }
    const auto best = std::max_element(hits.begin(), hits.end()); // the first of equals
    if (best == hits.end() || *best < LeastHits / 2 || *best < total * LeastShare / 2)
        return {};
    return m_languages.at(best - hits.begin());
}

} // namespace Gemmary
