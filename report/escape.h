// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// Names, words and text come from whoever wrote the documents. These make them safe where they are put.

// What no format can hold (NUL and other control characters but tab and line ends, halves of surrogate pairs,
// noncharacters) replaced by U+FFFD. All that follows does this too.
[[nodiscard]] QString cleaned(const QString &text);

// For HTML and SVG, between tags and inside quoted attributes.
[[nodiscard]] QString htmlText(const QString &text);

// For one line of Markdown (CommonMark and GitHub's): a table's cell, a list's entry, a heading. Starts no
// link, no HTML, no table cell, no list; line ends become blanks.
[[nodiscard]] QString markdownText(const QString &text);

// For a CSV cell, quoted where RFC 4180 asks for it.
[[nodiscard]] QString csvQuoted(const QString &text, QChar separator);

// A cell that a spreadsheet would take for a formula, made text by a leading apostrophe.
[[nodiscard]] QString formulaGuarded(const QString &text);

} // namespace Gemmary
