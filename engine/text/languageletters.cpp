// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/languageletters.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>

namespace Gemmary {

namespace {

// Codes of two letters, one after another: "dano" is Danish and Norwegian.
using Codes = std::string_view;

struct LetterRow
{
    char32_t letter;
    Codes languages;
};

// Ordered by code point. Letters that many languages have say nothing and are left out.
constexpr LetterRow LetterRows[] = {
    {U'ß', "de"},     {U'á', "eshupt"}, {U'ã', "pt"},   {U'ä', "defisv"}, {U'å', "danosv"}, {U'æ', "dano"},
    {U'ç', "frpttr"}, {U'è', "frit"},   {U'ê', "frpt"}, {U'ì', "it"},     {U'í', "eshupt"}, {U'ñ', "es"},
    {U'ò', "it"},     {U'ó', "eshupt"}, {U'õ', "pt"},   {U'ø', "dano"},   {U'ù', "frit"},   {U'ú', "eshupt"},
    {U'ü', "dehutr"}, {U'ă', "ro"},     {U'ą', "pl"},   {U'ę', "pl"},     {U'ě', "cs"},     {U'ğ', "tr"},
    {U'ı', "tr"},     {U'ł', "pl"},     {U'ő', "hu"},   {U'œ', "fr"},     {U'ř', "cs"},     {U'ś', "pl"},
    {U'ş', "tr"},     {U'ů', "cs"},     {U'ű', "hu"},   {U'ż', "pl"},     {U'ș', "ro"},     {U'ț', "ro"},
    {U'ы', "ru"},     {U'э', "ru"},     {U'є', "uk"},   {U'і', "uk"},     {U'ї', "uk"},     {U'љ', "sr"},
    {U'њ', "sr"},     {U'ћ', "sr"},     {U'ў', "be"},
};
static_assert(std::is_sorted(std::begin(LetterRows), std::end(LetterRows),
                             [](const LetterRow &a, const LetterRow &b) { return a.letter < b.letter; }));

enum class Place { Word, Begin, End, Anywhere };

struct GroupRow
{
    std::string_view letters;
    Place place;
    Codes languages;
};

// Whole words are of languages that have no list of stop words, against relatives that have one.
constexpr GroupRow GroupRows[] = {
    {"ó", Place::End, "es"},   {"ción", Place::End, "es"}, {"ção", Place::End, "pt"},
    {"é", Place::End, "fr"},   {"але", Place::Word, "uk"}, {"це", Place::Word, "uk"},
    {"що", Place::Word, "uk"}, {"та", Place::Word, "uk"},  {"के", Place::Word, "hi"},
    {"की", Place::Word, "hi"}, {"को", Place::Word, "hi"},  {"ने", Place::Word, "hi"},
    {"में", Place::Word, "hi"},  {"है", Place::Word, "hi"},
};

// Each has one of AsciiSigns, which most words lack.
constexpr std::string_view AsciiSigns = "'j";
constexpr GroupRow AsciiRows[] = {
    {"l'", Place::Begin, "frit"},   {"d'", Place::Begin, "frit"},  {"qu'", Place::Begin, "fr"},
    {"ll'", Place::Anywhere, "it"}, {"un'", Place::Begin, "it"},   {"ij", Place::Anywhere, "nl"},
    {"kj", Place::Anywhere, "no"},  {"sj", Place::Anywhere, "no"}, {"gj", Place::Anywhere, "no"},
};

bool fits(const GroupRow &row, std::string_view term)
{
    switch (row.place) {
    case Place::Word:
        return term == row.letters;
    case Place::Begin:
        return term.starts_with(row.letters);
    case Place::End:
        return term.ends_with(row.letters);
    case Place::Anywhere:
        return term.find(row.letters) != std::string_view::npos;
    }
    return false;
}

// A sign that two languages share says much less than half of what one's own says.
void addShared(Codes languages, qint64 count, LanguagePoints &points)
{
    const auto sharing = static_cast<qint64>(languages.size() / 2);
    for (; !languages.empty(); languages.remove_prefix(2))
        points.add(languages.substr(0, 2), count * LanguagePoints::Whole / (sharing * sharing));
}

template <std::size_t Count>
void addGroups(const GroupRow (&rows)[Count], std::string_view term, qint64 count, LanguagePoints &points)
{
    for (const GroupRow &row : rows) {
        if (fits(row, term))
            addShared(row.languages, count, points);
    }
}

} // namespace

LanguagePoints::Best LanguagePoints::best() const
{
    const auto most = std::max_element(m_points.begin(), m_points.end()); // the first of equals
    const auto index = static_cast<std::size_t>(most - m_points.begin());
    const char code[] = {static_cast<char>('a' + index / Letters), static_cast<char>('a' + index % Letters)};
    return {QString::fromLatin1(code, 2), *most};
}

void addSpellingPoints(std::string_view term, qint64 count, LanguagePoints &points)
{
    const bool isAscii = std::none_of(term.begin(), term.end(), [](char c) { return (c & 0x80) != 0; });
    if (isAscii) {
        if (term.find_first_of(AsciiSigns) != std::string_view::npos)
            addGroups(AsciiRows, term, count, points);
        return;
    }
    addGroups(GroupRows, term, count, points);
    const auto length = static_cast<int32_t>(term.size());
    for (int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(term.data(), i, length, c);
        const auto row = std::lower_bound(
            std::begin(LetterRows), std::end(LetterRows), static_cast<char32_t>(c),
            [](const LetterRow &candidate, char32_t letter) { return candidate.letter < letter; });
        if (row != std::end(LetterRows) && row->letter == static_cast<char32_t>(c))
            addShared(row->languages, count, points);
    }
}

} // namespace Gemmary
