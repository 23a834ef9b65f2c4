// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stopwordlanguagedetector.h"

#include "text/languageletters.h"
#include "text/stopwordlists.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace Gemmary {

namespace {

constexpr qint64 LeastPoints =
    LanguagePoints::Whole * 6 / 5; // a single word of another language is no evidence
constexpr qint64 LeastPercent = 8; // of the points that stop words alone would give

// Scripts that tell the language (or its most read one) by themselves, and those whose languages words tell.
struct ScriptRow
{
    UScriptCode script;
    const char *language; // nullptr: none of those that share it is likely enough
    bool isShared = false;
};

constexpr ScriptRow Scripts[] = {
    {USCRIPT_LATIN, nullptr, true},
    {USCRIPT_CYRILLIC, nullptr, true},
    {USCRIPT_HAN, "zh"},
    {USCRIPT_HIRAGANA, "ja"},
    {USCRIPT_KATAKANA, "ja"},
    {USCRIPT_HANGUL, "ko"},
    {USCRIPT_THAI, "th"},
    {USCRIPT_LAO, "lo"},
    {USCRIPT_KHMER, "km"},
    {USCRIPT_MYANMAR, "my"},
    {USCRIPT_GREEK, "el"},
    {USCRIPT_HEBREW, "he"},
    {USCRIPT_ARABIC, "ar"},
    {USCRIPT_DEVANAGARI, "hi", true},
    {USCRIPT_BENGALI, "bn"},
    {USCRIPT_TAMIL, "ta"},
    {USCRIPT_TELUGU, "te"},
    {USCRIPT_GEORGIAN, "ka"},
    {USCRIPT_ARMENIAN, "hy"},
    {USCRIPT_ETHIOPIC, "am"},
};

constexpr int LatinRow = 0;

// The script of a term's first letter; -1: none of the table's.
int scriptRow(std::string_view term)
{
    if (!term.empty() && term.front() >= 'a' && term.front() <= 'z')
        return LatinRow;
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

StopWordLanguageDetector::StopWordLanguageDetector(const StopWordLists &stopWords)
    : m_stopWords(stopWords)
{
    for (const QString &language : stopWords.languages())
        m_languages.push_back(language.toStdString());
}

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
    const QString told = row.isShared ? byWordsAndLetters(terms) : QString();
    return told.isEmpty() ? QString::fromLatin1(row.language) : told;
}

QString StopWordLanguageDetector::byWordsAndLetters(std::span<const TermCount> terms) const
{
    std::array<qint64, std::numeric_limits<StopWordLists::LanguageSet>::digits> wordPoints{};
    LanguagePoints points;
    qint64 total = 0;
    for (const TermCount &term : terms) {
        total += term.count;
        addSpellingPoints(term.term, term.count, points);
        auto having = m_stopWords.languagesOf(term.term);
        // A word that many languages have says little: "de" is Spanish, French, Portuguese, Dutch …
        const qint64 share = having == 0 ? 0 : term.count * LanguagePoints::Whole / std::popcount(having);
        for (; having != 0; having &= having - 1)
            wordPoints[static_cast<std::size_t>(std::countr_zero(having))] += share;
    }
    for (std::size_t i = 0; i < m_languages.size(); ++i)
        points.add(m_languages[i], wordPoints[i]);
    const auto [language, most] = points.best();
    const bool isEnough = most >= LeastPoints && most * 100 >= total * LanguagePoints::Whole * LeastPercent;
    return isEnough ? language : QString();
}

} // namespace Gemmary
