// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/icusentencesplitter.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int ShortPiece = 3; // words; a shorter piece is hardly a sentence if it may end in an abbreviation

// Lower case, without the full stop. Titles and references, which need what follows them: no sentence ends
// here.
constexpr std::string_view Leading[] = {
    "dr",   "dra",  "mr",   "mrs",  "ms",    "prof",   "sr",  "sra", "srta", "sres", "capt", "lt",  "núm",
    "núms", "art",  "arts", "pág",  "págs",  "pp",     "vol", "vs",  "cf",   "ee",   "e.g",  "i.e", "avda",
    "dña",  "figs", "eds",  "p.ej", "aprox", "approx", "gov", "sto", "hr",   "hrn",  "bzw",  "z.b",
};

// Abbreviations that are words, too, or that stand well at the end of a sentence.
constexpr std::string_view Ambiguous[] = {
    "no",  "nos", "p",   "d",    "ed",  "fig", "st",  "sta",  "gen",  "col", "rev", "hon", "cap", "u.s",
    "u.k", "u.n", "uu",  "etc",  "tel", "av",  "lic", "ing",  "ph.d", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "dept", "inc",  "ltd", "a.m", "p.m", "s.a", "m",
};

// The character before `end`, which moves to its front.
UChar32 previous(std::string_view text, int32_t &end)
{
    UChar32 c = 0;
    U8_PREV(text.data(), 0, end, c);
    return c;
}

std::string_view trimmed(std::string_view text)
{
    const auto length = static_cast<int32_t>(text.size());
    int32_t begin = 0;
    for (int32_t next = 0; next < length; begin = next) {
        UChar32 c = 0;
        U8_NEXT(text.data(), next, length, c);
        if (!u_isUWhiteSpace(c))
            break;
    }
    int32_t end = length;
    for (int32_t before = end; before > begin; end = before) {
        if (!u_isUWhiteSpace(previous(text, before)))
            break;
    }
    return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int wordCount(std::string_view text)
{
    int words = 0;
    bool inWord = false;
    for (const char c : text) {
        words += !isBlank(c) && !inWord ? 1 : 0;
        inWord = !isBlank(c);
    }
    return words;
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

// Takes the last word off `text`, without brackets or quotes before it.
std::string_view takeLastWord(std::string_view &text)
{
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    const auto blank = std::find_if(text.rbegin(), text.rend(), isBlank);
    std::string_view word = text.substr(static_cast<std::size_t>(text.rend() - blank));
    text.remove_suffix(word.size());
    const auto begin = word.find_first_not_of("([{\"'");
    return word.substr(std::min(begin, word.size()));
}

template <std::size_t Count>
bool isAmong(const std::string_view (&words)[Count], std::string_view word)
{
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return isUpper(c) ? static_cast<char>(c + ('a' - 'A')) : c; });
    return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

// Whether the sentence goes on after `piece`, where ICU would end it: "Dr.", "de EE.", "George R.".
bool goesOn(std::string_view piece)
{
    if (!piece.ends_with('.'))
        return false;
    const bool isShort = wordCount(piece) < ShortPiece;
    piece.remove_suffix(1);
    const std::string_view word = takeLastWord(piece);
    if (word.size() == 1 && isUpper(word.front())) { // an initial stands in front, or after a name
        const std::string_view before = takeLastWord(piece);
        return isShort || (!before.empty() && isUpper(before.front()));
    }
    return isAmong(Leading, word) || (isShort && isAmong(Ambiguous, word));
}

} // namespace

struct IcuSentenceSplitter::Breaker
{
    struct Close
    {
        void operator()(UBreakIterator *breaks) const { ubrk_close(breaks); }
    };
    std::unique_ptr<UBreakIterator, Close> iterator;
};

IcuSentenceSplitter::IcuSentenceSplitter() = default;
IcuSentenceSplitter::~IcuSentenceSplitter() = default;

std::vector<std::string_view> IcuSentenceSplitter::split(std::string_view paragraph, QStringView language)
{
    std::vector<std::string_view> sentences;
    const auto add = [&](std::size_t begin, std::size_t end) {
        const std::string_view sentence = trimmed(paragraph.substr(begin, end - begin));
        if (!sentence.empty())
            sentences.push_back(sentence);
    };
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, paragraph.data(), static_cast<int64_t>(paragraph.size()), &status);
    UBreakIterator *breaks = iteratorFor(language);
    if (breaks)
        ubrk_setUText(breaks, &text, &status);
    std::size_t begin = 0;      // of the sentence
    std::size_t pieceBegin = 0; // of what ICU takes for one
    if (breaks && U_SUCCESS(status)) {
        for (int32_t at = ubrk_next(breaks); at != UBRK_DONE; at = ubrk_next(breaks)) {
            const auto end = static_cast<std::size_t>(at);
            const std::string_view piece = trimmed(paragraph.substr(pieceBegin, end - pieceBegin));
            pieceBegin = end;
            if (goesOn(piece))
                continue;
            add(begin, end);
            begin = end;
        }
    }
    add(begin, paragraph.size());
    utext_close(&text);
    return sentences;
}

UBreakIterator *IcuSentenceSplitter::iteratorFor(QStringView language)
{
    const std::string code = language.isEmpty() ? "en" : language.toString().toStdString();
    auto &breaker = m_breakers[code];
    if (!breaker) {
        UErrorCode status = U_ZERO_ERROR;
        breaker = std::make_unique<Breaker>();
        const std::string locale = code + "@ss=standard";
        breaker->iterator.reset(ubrk_open(UBRK_SENTENCE, locale.c_str(), nullptr, 0, &status));
    }
    return breaker->iterator.get();
}

} // namespace Gemmary
