// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"

#include <algorithm>
#include <array>
#include <memory>

namespace Gemmary::Test {

// The commonest words of English and Spanish.
class FakeStopWords : public StopWords
{
public:
    [[nodiscard]] QStringList languages() const override
    {
        return {QStringLiteral("en"), QStringLiteral("es")};
    }

    [[nodiscard]] bool contains(QStringView language, std::string_view term) const override
    {
        static constexpr std::array English = std::to_array<std::string_view>(
            {"a",   "after", "all",  "an",    "and",   "are",  "as",    "at",   "be",   "been", "but",
             "by",  "for",   "from", "had",   "has",   "have", "he",    "her",  "his",  "i",    "if",
             "in",  "is",    "it",   "its",   "not",   "of",   "on",    "one",  "or",   "out",  "she",
             "so",  "that",  "the",  "their", "them",  "then", "there", "they", "this", "to",   "until",
             "was", "we",    "were", "when",  "which", "who",  "will",  "with", "you"});
        static constexpr std::array Spanish = std::to_array<std::string_view>(
            {"a",    "al", "antes", "como",  "con",  "cuando", "de",     "del", "el",  "en",  "es",
             "está", "ha", "han",   "hasta", "la",   "las",    "le",     "lo",  "los", "más", "me",
             "ni",   "no", "o",     "para",  "pero", "por",    "porque", "que", "se",  "si",  "sin",
             "solo", "su", "sus",   "te",    "tu",   "un",     "una",    "y",   "ya"});
        const auto among = [term](const auto &words) {
            return std::find(words.begin(), words.end(), term) != words.end();
        };
        return language == QLatin1StringView("en")   ? among(English)
               : language == QLatin1StringView("es") ? among(Spanish)
                                                     : false;
    }
};

// The language with more stop words among the terms; empty when there are none.
class FakeLanguageDetector : public LanguageDetector
{
public:
    [[nodiscard]] QString detect(std::span<const TermCount> terms) const override
    {
        const FakeStopWords words;
        QString best;
        qint64 most = 0;
        for (const QString &language : words.languages()) {
            qint64 hits = 0;
            for (const TermCount &term : terms)
                hits += words.contains(language, term.term) ? term.count : 0;
            if (hits > most) {
                most = hits;
                best = language;
            }
        }
        return best;
    }
};

// Cuts after . ! ? before a blank, and after their ideographic sisters anywhere.
class FakeSentenceSplitter : public SentenceSplitter
{
public:
    [[nodiscard]] std::vector<std::string_view> split(std::string_view paragraph, QStringView) override
    {
        std::vector<std::string_view> sentences;
        std::size_t start = 0;
        for (std::size_t i = 0; i < paragraph.size(); ++i) {
            const std::size_t length = endLength(paragraph.substr(i));
            if (length == 0)
                continue;
            add(sentences, paragraph.substr(start, i + length - start));
            start = i + length;
        }
        add(sentences, paragraph.substr(start));
        return sentences;
    }

private:
    static std::size_t endLength(std::string_view rest)
    {
        const bool ascii = rest.front() == '.' || rest.front() == '!' || rest.front() == '?';
        if (ascii)
            return rest.size() == 1 || rest[1] == ' ' ? 1 : 0;
        return rest.starts_with("。") || rest.starts_with("！") || rest.starts_with("？") ? 3 : 0;
    }

    static void add(std::vector<std::string_view> &sentences, std::string_view sentence)
    {
        while (sentence.starts_with(' '))
            sentence.remove_prefix(1);
        while (sentence.ends_with(' '))
            sentence.remove_suffix(1);
        if (!sentence.empty())
            sentences.push_back(sentence);
    }
};

} // namespace Gemmary::Test
