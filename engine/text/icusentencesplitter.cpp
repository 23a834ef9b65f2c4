// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/icusentencesplitter.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int ShortPiece = 3; // words; an abbreviation is hardly the end of a shorter "sentence"

// Abbreviations after which ICU breaks and a sentence hardly ever ends; lower case, without the full stop.
constexpr std::string_view Abbreviations[] = {
    "dr",   "dra", "mr",   "mrs",  "ms",  "prof", "sr",  "sra",  "srta", "st",     "sto",
    "sta",  "gen", "col",  "capt", "lt",  "rev",  "hon", "no",   "nos",  "núm",    "art",
    "arts", "pág", "págs", "p",    "pp",  "vol",  "cap", "fig",  "figs", "ed",     "eds",
    "vs",   "cf",  "ee",   "uu",   "u.s", "u.k",  "u.n", "e.g",  "i.e",  "etc",    "aprox",
    "tel",  "av",  "avda", "d",    "dña", "lic",  "ing", "ph.d", "jan",  "feb",    "mar",
    "apr",  "jun", "jul",  "aug",  "sep", "sept", "oct", "nov",  "dec",  "approx", "dept",
};

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
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

// Whether the piece ends in "Dr.", "EE. UU.", "U.S." or an initial, "J.".
bool endsInAbbreviation(std::string_view piece)
{
    if (!piece.ends_with('.'))
        return false;
    piece.remove_suffix(1);
    const auto blank = std::find_if(piece.rbegin(), piece.rend(), isBlank);
    const std::string_view last(piece.data() + (piece.rend() - blank),
                                static_cast<std::size_t>(blank - piece.rbegin()));
    if (last.size() == 1 && last.front() >= 'A' && last.front() <= 'Z')
        return true;
    std::string lower(last);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    while (!lower.empty() && (lower.front() == '(' || lower.front() == '"'))
        lower.erase(0, 1);
    return std::find(std::begin(Abbreviations), std::end(Abbreviations), lower) != std::end(Abbreviations);
}

// A country's or a month's abbreviation may well end a sentence of some length; a title or an initial does
// not.
bool isCertainEnd(std::string_view piece)
{
    constexpr std::string_view MayEnd[] = {"etc.", "U.S.", "U.K.", "U.N.", "UU.", "Ph.D."};
    return wordCount(piece) >= ShortPiece &&
           std::any_of(std::begin(MayEnd), std::end(MayEnd),
                       [&](auto ending) { return piece.ends_with(ending); });
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
    Breaker *breaker = breakerFor(language);
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, paragraph.data(), static_cast<int64_t>(paragraph.size()), &status);
    if (!breaker || U_FAILURE(status))
        return {trimmed(paragraph)};
    ubrk_setUText(breaker->iterator.get(), &text, &status);
    std::size_t begin = 0;
    for (int32_t end = ubrk_next(breaker->iterator.get()); end != UBRK_DONE;
         end = ubrk_next(breaker->iterator.get())) {
        const std::string_view piece =
            trimmed(paragraph.substr(begin, static_cast<std::size_t>(end) - begin));
        const bool isLast = static_cast<std::size_t>(end) == paragraph.size();
        if (!isLast && endsInAbbreviation(piece) && !isCertainEnd(piece))
            continue;
        if (!piece.empty())
            sentences.push_back(piece);
        begin = static_cast<std::size_t>(end);
    }
    utext_close(&text);
    return sentences;
}

IcuSentenceSplitter::Breaker *IcuSentenceSplitter::breakerFor(QStringView language)
{
    const std::string locale =
        (language.isEmpty() ? QStringLiteral("en") : language.toString()).toStdString() + "@ss=standard";
    auto &breaker = m_breakers[locale];
    if (!breaker) {
        UErrorCode status = U_ZERO_ERROR;
        breaker = std::make_unique<Breaker>();
        breaker->iterator.reset(ubrk_open(UBRK_SENTENCE, locale.c_str(), nullptr, 0, &status));
        if (U_FAILURE(status))
            breaker->iterator.reset();
    }
    return breaker->iterator ? breaker.get() : nullptr;
}

} // namespace Gemmary
