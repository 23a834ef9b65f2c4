// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace Gemmary {

// The stop word lists of resources/stopwords, read once into memory.
class StopWordLists : public StopWords
{
public:
    StopWordLists();

    [[nodiscard]] QStringList languages() const override;
    [[nodiscard]] bool contains(QStringView language, std::string_view term) const override;

private:
    struct Hash
    {
        using is_transparent = void; // lookups by string_view make no string
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

    [[nodiscard]] const Words *wordsOf(QStringView language) const;

    std::vector<std::pair<QString, Words>> m_lists; // ordered by language
};

} // namespace Gemmary
