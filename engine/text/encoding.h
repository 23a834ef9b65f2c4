// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace Gemmary {

// How bytes become text.
struct Encoding
{
    QString name; // as mail and web have it: "UTF-8", "UTF-16LE", "windows-1252" …
    std::size_t bomSize = 0;
    bool guessed = false; // neither a byte-order mark nor strict UTF-8 settled it

    [[nodiscard]] bool isUtf8() const { return name == QLatin1StringView("UTF-8"); }
};

// The encoding that a byte-order mark at the front of `head` names; nullopt: there is none.
[[nodiscard]] std::optional<Encoding> encodingByMark(std::span<const char> head);

// UTF-16 or UTF-32 without a mark, by what its units come to; nullopt: it is neither.
[[nodiscard]] std::optional<Encoding> wideEncoding(std::span<const char> head);

// Whether `head`, said by its mark to be UTF-16 or UTF-32, is made of characters; a mark is only two bytes,
// and binary data may begin with them.
[[nodiscard]] bool isWideText(std::span<const char> head, const Encoding &encoding);

// ISO-2022-JP and its sisters, ASCII with escape sequences that switch character sets; nullopt: it is not.
[[nodiscard]] std::optional<Encoding> escapedEncoding(std::span<const char> sample);

// The best guess for text that is not UTF-8, from a sample that holds some of what made it so. Never fails:
// Windows-1252 is what is left.
[[nodiscard]] Encoding guessEncoding(std::span<const char> sample);

} // namespace Gemmary
