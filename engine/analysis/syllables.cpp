// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/syllables.h"

#include <QString>

#include <algorithm>

namespace Gemmary {

namespace {

bool isEnglishVowel(char byte)
{
    return std::string_view("aeiouy").find(byte) != std::string_view::npos;
}

// Whether the ending after `stem` is spoken: wanted, faces; table, apples.
bool isEndingSpoken(std::string_view stem, std::string_view ending)
{
    const auto endsWithAny = [stem](std::string_view letters) {
        return !stem.empty() && letters.find(stem.back()) != letters.npos;
    };
    const bool afterConsonantAndL =
        stem.size() > 1 && stem.back() == 'l' && !isEnglishVowel(stem[stem.size() - 2]);
    if (ending == "ed")
        return endsWithAny("td");
    if (ending == "es")
        return afterConsonantAndL || endsWithAny("sxzcg") || stem.ends_with("sh") || stem.ends_with("ch");
    return afterConsonantAndL;
}

int syllablesOfEnglishPart(std::string_view part)
{
    int groups = 0;
    bool inVowels = false;
    for (const char byte : part) {
        const bool vowel = isEnglishVowel(byte);
        groups += vowel && !inVowels;
        inVowels = vowel;
    }
    for (const std::string_view ending : {"ed", "es", "e"}) {
        if (!part.ends_with(ending))
            continue;
        const std::string_view stem = part.substr(0, part.size() - ending.size());
        const bool ownGroup = !stem.empty() && !isEnglishVowel(stem.back());
        groups -= ownGroup && !isEndingSpoken(stem, ending);
        break;
    }
    return std::max(groups, 1);
}

enum class SpanishLetter { Other, Weak, Strong };

struct SpanishStep
{
    SpanishLetter letter = SpanishLetter::Other;
    std::size_t bytes = 1;
};

SpanishStep spanishLetterAt(std::string_view rest)
{
    struct Accented
    {
        std::string_view text;
        SpanishLetter letter;
    };
    static constexpr Accented Letters[] = {{"á", SpanishLetter::Strong}, {"é", SpanishLetter::Strong},
                                           {"í", SpanishLetter::Strong}, {"ó", SpanishLetter::Strong},
                                           {"ú", SpanishLetter::Strong}, {"ü", SpanishLetter::Weak}};
    for (const Accented &accented : Letters) {
        if (rest.starts_with(accented.text))
            return {accented.letter, accented.text.size()};
    }
    const char byte = rest.front();
    if (byte == 'a' || byte == 'e' || byte == 'o')
        return {SpanishLetter::Strong, 1};
    if (byte == 'i' || byte == 'u' || (byte == 'y' && rest.size() == 1))
        return {SpanishLetter::Weak, 1};
    return {};
}

} // namespace

int englishSyllables(std::string_view term)
{
    int syllables = 0;
    while (!term.empty()) {
        const std::size_t hyphen = std::min(term.find('-'), term.size());
        syllables += syllablesOfEnglishPart(term.substr(0, hyphen));
        term.remove_prefix(std::min(hyphen + 1, term.size()));
    }
    return std::max(syllables, 1);
}

int spanishSyllables(std::string_view term)
{
    int syllables = 0;
    int strong = 0; // of the present group of vowels
    bool inGroup = false;
    const auto endGroup = [&] {
        syllables += inGroup ? std::max(strong, 1) : 0;
        strong = 0;
        inGroup = false;
    };
    while (!term.empty()) {
        const SpanishStep step = spanishLetterAt(term);
        if (step.letter == SpanishLetter::Other) {
            endGroup();
        } else {
            inGroup = true;
            strong += step.letter == SpanishLetter::Strong;
        }
        term.remove_prefix(step.bytes);
    }
    endGroup();
    return std::max(syllables, 1);
}

SyllableCounter syllableCounterFor(QStringView language)
{
    if (language == QLatin1StringView("en"))
        return englishSyllables;
    if (language == QLatin1StringView("es"))
        return spanishSyllables;
    return nullptr;
}

} // namespace Gemmary
