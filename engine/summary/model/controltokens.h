// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>
#include <string_view>

namespace Gemmary {

// Text that is data for a model and may come from anybody. A local server turns "<end_of_turn>" inside a
// document into the token that ends the user's turn, so a document could speak as the model.

// `utf8` with an invisible word joiner (U+2060) inside everything that reads as a control token of a chat:
// Gemma 3's names in angle brackets, Gemma 4's "<|name>" and "<name|>", and what other families use alike.
[[nodiscard]] std::string withoutControlTokens(std::string_view utf8);

// A code of 96 random bits that no document can know: 24 hexadecimal digits.
[[nodiscard]] QByteArray newFenceCode();

// `data` between two lines that carry the code, without control tokens and without the code inside.
[[nodiscard]] std::string fenced(std::string_view data, const QByteArray &code);

} // namespace Gemmary
