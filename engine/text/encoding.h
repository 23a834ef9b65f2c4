// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace Gemmary {

// How bytes become text.
struct Encoding
{
    QString name; // "UTF-8", "UTF-16LE", "windows-1252" …
    std::size_t bomSize = 0;
    bool guessed = false; // neither a byte-order mark nor strict UTF-8 settled it

    [[nodiscard]] bool isUtf8() const { return name == QLatin1StringView("UTF-8"); }
};

// The encoding that a byte-order mark at the front of `head` names; nullopt: there is none.
[[nodiscard]] std::optional<Encoding> encodingByMark(std::span<const char> head);

// UTF-16 without a mark, by where its NUL bytes are; nullopt: it is not.
[[nodiscard]] std::optional<Encoding> encodingByNulPattern(std::span<const char> head);

// Whether ASCII text switches character sets by escape sequences, as ISO-2022-JP does in old mail.
[[nodiscard]] bool usesEscapes(std::span<const char> sample);

// The best guess for text that is not UTF-8, from a sample that holds some of what made it so. Never fails:
// Windows-1252 is what is left.
[[nodiscard]] Encoding guessEncoding(std::span<const char> sample);

} // namespace Gemmary
