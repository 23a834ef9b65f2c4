// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"

#include <string>
#include <unordered_map>

namespace Gemmary {

// The stop word lists of resources/stopwords, read once into memory.
class StopWordLists : public StopWords
{
public:
    // One bit a language, in the order of languages().
    using LanguageSet = quint32;

    StopWordLists();

    [[nodiscard]] QStringList languages() const override { return m_languages; } // ordered by code
    [[nodiscard]] bool contains(QStringView language, std::string_view term) const override;

    // The languages in which `term` is a stop word.
    [[nodiscard]] LanguageSet languagesOf(std::string_view term) const;

private:
    struct Hash
    {
        using is_transparent = void; // lookups by string_view make no string
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    QStringList m_languages;
    std::unordered_map<std::string, LanguageSet, Hash, std::equal_to<>> m_words;
};

} // namespace Gemmary
