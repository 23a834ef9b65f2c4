// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Gemmary {

// A paragraph of running text: its lines joined, words divided at line ends put together again.
struct Paragraph
{
    std::string text;
    bool heading = false;
};

// Cuts a section of text (valid UTF-8) into paragraphs, at blank lines, list items and page ends. What is no
// running text is left out: rows of tables, page numbers, time codes, and lines that head or end three pages
// or more.
[[nodiscard]] std::vector<Paragraph> splitParagraphs(std::string_view section);

} // namespace Gemmary
