// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <string_view>

namespace Gemmary {

// What speaks for each language, by its ISO 639-1 code. Whole numbers: sums do not depend on the order of
// adding.
class LanguagePoints
{
public:
    static constexpr qint64 Whole =
        5040; // what an unmistakable word or letter is worth; divides by up to ten

    void add(std::string_view code, qint64 points) { m_points[indexOf(code)] += points; }

    struct Best
    {
        QString code;
        qint64 points = 0;
    };
    [[nodiscard]] Best best() const; // of equals, the code that sorts first

private:
    static constexpr std::size_t Letters = 26;

    static constexpr std::size_t indexOf(std::string_view code)
    {
        return static_cast<std::size_t>(code[0] - 'a') * Letters + static_cast<std::size_t>(code[1] - 'a');
    }

    std::array<qint64, Letters * Letters> m_points{};
};

// Adds what the spelling of a term that occurs `count` times says: letters that few languages have, and a few
// endings and words that tell relatives apart.
void addSpellingPoints(std::string_view term, qint64 count, LanguagePoints &points);

} // namespace Gemmary
