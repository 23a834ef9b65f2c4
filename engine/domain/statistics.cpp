// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/statistics.h"

#include <algorithm>

namespace Gemmary {

namespace {

// One table a struct: the key and the member, so that reading and writing cannot drift apart.
template <typename Struct>
struct CountRow
{
    QLatin1StringView key;
    qint64 Struct::*member;
};

using Key = QLatin1StringView;

constexpr CountRow<TextCounts> TextCountRows[] = {
    {Key("bytes"), &TextCounts::bytes},         {Key("words"), &TextCounts::words},
    {Key("lines"), &TextCounts::lines},         {Key("characters"), &TextCounts::characters},
    {Key("sentences"), &TextCounts::sentences}, {Key("terms"), &TextCounts::terms},
};

constexpr CountRow<LanguageCounts> LanguageRows[] = {
    {Key("documents"), &LanguageCounts::documents},   {Key("terms"), &LanguageCounts::terms},
    {Key("sentences"), &LanguageCounts::sentences},   {Key("syllables"), &LanguageCounts::syllables},
    {Key("characters"), &LanguageCounts::characters},
};

constexpr CountRow<MovingTypeTokenRatio> RatioRows[] = {
    {Key("windows"), &MovingTypeTokenRatio::windows},
    {Key("distinct_in_windows"), &MovingTypeTokenRatio::distinctInWindows},
};

template <typename Struct, std::size_t Count>
void write(QJsonObject &object, const Struct &value, const CountRow<Struct> (&rows)[Count])
{
    for (const auto &row : rows)
        object.insert(row.key, value.*row.member);
}

template <typename Struct, std::size_t Count>
void read(const QJsonObject &object, Struct &value, const CountRow<Struct> (&rows)[Count])
{
    for (const auto &row : rows)
        value.*row.member = object.value(row.key).toInteger();
}

QJsonObject languageToJson(const LanguageCounts &language)
{
    QJsonObject object{{QStringLiteral("language"), language.language}};
    write(object, language, LanguageRows);
    return object;
}

LanguageCounts languageFromJson(const QJsonObject &object)
{
    LanguageCounts language;
    language.language = object.value(Key("language")).toString();
    read(object, language, LanguageRows);
    return language;
}

std::vector<TermCount> termsFromJson(const QJsonValue &value)
{
    std::vector<TermCount> terms;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array) {
        terms.push_back({entry[Key("word")].toString().toStdString(), entry[Key("count")].toInteger()});
    }
    return terms;
}

template <typename Statistics>
void writeCommon(QJsonObject &object, const Statistics &statistics)
{
    object = toJson(statistics.counts);
    object.insert(Key("distinct_terms"), statistics.distinctTerms);
    write(object, statistics.movingRatio, RatioRows);
    object.insert(Key("top_terms"), toJson(statistics.topTerms));
    object.insert(Key("keywords"), toJson(statistics.keywords));
}

template <typename Statistics>
void readCommon(const QJsonObject &object, Statistics &statistics)
{
    statistics.counts = textCountsFromJson(object);
    statistics.distinctTerms = object.value(Key("distinct_terms")).toInteger();
    read(object, statistics.movingRatio, RatioRows);
    statistics.topTerms = termsFromJson(object.value(Key("top_terms")));
    statistics.keywords = termsFromJson(object.value(Key("keywords")));
}

} // namespace

TextCounts &TextCounts::operator+=(const TextCounts &other)
{
    for (const auto &row : TextCountRows)
        this->*row.member += other.*row.member;
    return *this;
}

std::optional<double> MovingTypeTokenRatio::ratio() const
{
    if (windows == 0)
        return std::nullopt;
    return static_cast<double>(distinctInWindows) / (static_cast<double>(windows) * Window);
}

std::optional<double> SetStatistics::typeTokenRatio() const
{
    if (counts.terms == 0)
        return std::nullopt;
    return static_cast<double>(distinctTerms) / static_cast<double>(counts.terms);
}

// English: Flesch (1948), reading ease. Spanish: Fernández Huerta (1959) in the corrected form
// 206.84 − 60·syllables/word − 1.02·words/sentence (G. Law, 2011).
std::optional<Readability> readabilityOf(const LanguageCounts &counts)
{
    if (counts.terms == 0 || counts.sentences == 0 || counts.syllables == 0)
        return std::nullopt;
    const double terms = static_cast<double>(counts.terms);
    const double perSentence = terms / static_cast<double>(counts.sentences);
    const double perTerm = static_cast<double>(counts.syllables) / terms;
    if (counts.language == Key("en"))
        return Readability{QStringLiteral("flesch"), 206.835 - 1.015 * perSentence - 84.6 * perTerm};
    if (counts.language == Key("es"))
        return Readability{QStringLiteral("fernandez_huerta"), 206.84 - 1.02 * perSentence - 60.0 * perTerm};
    return std::nullopt;
}

void addLanguage(std::vector<LanguageCounts> &languages, const LanguageCounts &other)
{
    const auto byCode = [](const LanguageCounts &a, const LanguageCounts &b) {
        return a.language < b.language;
    };
    auto place = std::lower_bound(languages.begin(), languages.end(), other, byCode);
    if (place == languages.end() || place->language != other.language) {
        languages.insert(place, other);
        return;
    }
    for (const auto &row : LanguageRows)
        (*place).*row.member += other.*row.member;
}

QJsonArray toJson(const std::vector<TermCount> &terms)
{
    QJsonArray array;
    for (const TermCount &term : terms) {
        array.append(QJsonObject{{QStringLiteral("word"), QString::fromStdString(term.term)},
                                 {QStringLiteral("count"), term.count}});
    }
    return array;
}

QJsonObject toJson(const TextCounts &counts)
{
    QJsonObject object;
    write(object, counts, TextCountRows);
    return object;
}

TextCounts textCountsFromJson(const QJsonObject &object)
{
    TextCounts counts;
    read(object, counts, TextCountRows);
    return counts;
}

QJsonObject toJson(const DocumentStatistics &statistics)
{
    QJsonObject object;
    writeCommon(object, statistics);
    object.insert(Key("language_counts"), languageToJson(statistics.language));
    return object;
}

DocumentStatistics documentStatisticsFromJson(const QJsonObject &object)
{
    DocumentStatistics statistics;
    readCommon(object, statistics);
    statistics.language = languageFromJson(object.value(Key("language_counts")).toObject());
    return statistics;
}

QJsonObject toJson(const SetStatistics &statistics)
{
    QJsonObject object;
    writeCommon(object, statistics);
    object.insert(Key("documents"), statistics.documents);
    QJsonArray languages;
    for (const LanguageCounts &language : statistics.languages)
        languages.append(languageToJson(language));
    object.insert(Key("languages"), languages);
    return object;
}

SetStatistics setStatisticsFromJson(const QJsonObject &object)
{
    SetStatistics statistics;
    readCommon(object, statistics);
    statistics.documents = object.value(Key("documents")).toInteger();
    const QJsonArray languages = object.value(Key("languages")).toArray();
    for (const QJsonValue &language : languages)
        statistics.languages.push_back(languageFromJson(language.toObject()));
    return statistics;
}

} // namespace Gemmary
