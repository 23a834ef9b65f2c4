// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/tokenestimate.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Gemmary {

namespace {

// Measured with Gemma 3's tokenizer.
constexpr qint64 ShortWord = 4;    // letters; one token
constexpr qint64 LongestWord = 20; // letters; what is longer is no word of a language but data, cut fine
constexpr double OfDataLetter = 0.5;
constexpr double OfIdeograph = 0.7;
constexpr double OfOtherLetter = 0.34;
constexpr double MarksPerToken = 8;   // of a run, such as a line of dashes; it has tokens for runs of 16
constexpr double BlanksPerToken = 16; // of a run; it has tokens for runs of up to 31

constexpr double Margin = 1.2;
constexpr double Step = 0.25;
constexpr double NewShare = 0.2;
constexpr double LeastRatio = 0.25; // what is beyond is a provider that counts something else
constexpr double MostRatio = 3;
constexpr qint64 LeastObserved = 200; // tokens; the frame of a chat weighs too much in less

bool isCjk(UScriptCode script)
{
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
           script == USCRIPT_HANGUL;
}

bool isSmallAscii(char32_t c)
{
    return c >= 'a' && c <= 'z';
}

bool isLargeAscii(char32_t c)
{
    return c >= 'A' && c <= 'Z';
}

} // namespace

double TokenEstimate::ofRun() const
{
    const auto length = static_cast<double>(m_length);
    switch (m_run) {
    case Run::None:
        return 0;
    case Run::Newline:
        return 1;
    case Run::Blank:
        return std::floor((length - 1) / BlanksPerToken); // one blank belongs to the word after it
    case Run::Mark:
        return std::floor((length - 1) / MarksPerToken) + 1;
    case Run::Letters:
        return std::max(1.0, OfOtherLetter * length);
    case Run::Latin: {
        if (m_length <= ShortWord)
            return 1;
        const auto word = static_cast<double>(std::min(m_length, LongestWord));
        return (m_accented ? 0.8 + 0.15 * word : 0.62 + 0.115 * word) + OfDataLetter * (length - word);
    }
    }
    return 0;
}

void TokenEstimate::goOn(Run run)
{
    if (run != m_run) {
        m_closed += ofRun();
        m_run = run;
        m_length = 0;
        m_accented = false;
    }
    ++m_length;
}

void TokenEstimate::addCodePoint(char32_t c)
{
    const bool afterSmall = std::exchange(m_afterSmall, isSmallAscii(c));
    if (isSmallAscii(c) || isLargeAscii(c)) {
        if (afterSmall && isLargeAscii(c)) // camelCase and base64: a token ends here
            goOn(Run::None);
        goOn(Run::Latin);
        return;
    }
    if (c == '\n' || c == '\r') {
        goOn(Run::Newline);
        return;
    }
    const auto point = static_cast<UChar32>(c);
    if (c == ' ' || c == '\t' || (c >= 0x80 && u_isUWhiteSpace(point))) {
        goOn(Run::Blank);
        return;
    }
    const bool isLetter = c >= 0x80 && (U_GET_GC_MASK(point) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
    if (!isLetter) {
        addMark(c);
        return;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(point, &status);
    if (isCjk(script)) {
        goOn(Run::None);
        m_closed += OfIdeograph;
    } else if (script == USCRIPT_LATIN || (script == USCRIPT_INHERITED && m_run == Run::Latin)) {
        goOn(Run::Latin);
        m_accented = true;
    } else {
        goOn(Run::Letters);
    }
}

void TokenEstimate::addMark(char32_t c)
{
    const bool canRepeat = c < 0x80 && (c < '0' || c > '9');
    const bool repeats = std::exchange(m_mark, c) == c && canRepeat;
    if (!repeats)
        goOn(Run::None);
    goOn(Run::Mark);
}

void TokenEstimate::add(std::string_view utf8)
{
    std::size_t i = 0;
    while (i < utf8.size()) {
        UChar32 c = 0;
        U8_NEXT(utf8.data(), i, utf8.size(), c);
        addCodePoint(static_cast<char32_t>(c));
    }
}

std::size_t TokenEstimate::addWithin(std::string_view utf8, qint64 limit)
{
    std::size_t i = 0;
    while (i < utf8.size()) {
        const std::size_t start = i;
        const TokenEstimate before = *this;
        UChar32 c = 0;
        U8_NEXT(utf8.data(), i, utf8.size(), c);
        addCodePoint(static_cast<char32_t>(c));
        if (tokens() > limit) {
            *this = before;
            return start;
        }
    }
    return i;
}

qint64 TokenEstimate::tokens() const
{
    constexpr double Rounding = 1e-6; // sums of tenths are a little off
    return static_cast<qint64>(std::ceil(m_closed + ofRun() - Rounding));
}

qint64 estimateTokens(std::string_view utf8)
{
    TokenEstimate estimate;
    estimate.add(utf8);
    return estimate.tokens();
}

TokenCorrection::TokenCorrection()
    : m_divisor(Margin)
{}

void TokenCorrection::observe(qint64 estimated, qint64 counted)
{
    if (estimated < LeastObserved || counted <= 0)
        return;
    const double ratio =
        std::clamp(static_cast<double>(counted) / static_cast<double>(estimated), LeastRatio, MostRatio);
    const std::scoped_lock lock(m_mutex);
    m_ratio += NewShare * (ratio - m_ratio);
    if (m_ratio > Margin)
        m_divisor = std::max(m_divisor, std::ceil(m_ratio * Margin / Step) * Step);
}

qint64 TokenCorrection::expected(qint64 estimated) const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<qint64>(std::ceil(static_cast<double>(estimated) * m_ratio));
}

qint64 TokenCorrection::safeEstimate(qint64 room) const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<qint64>(static_cast<double>(room) / m_divisor);
}

} // namespace Gemmary
