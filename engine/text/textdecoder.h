// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <string_view>

namespace Gemmary {

// Decodes a stream of bytes to UTF-8. What is malformed becomes U+FFFD. One thread.
class TextDecoder
{
public:
    using Sink = std::function<void(std::string_view utf8)>; // cut between code points

    // Null for an encoding that ICU does not know.
    [[nodiscard]] static std::unique_ptr<TextDecoder> create(const QString &encoding);
    ~TextDecoder();

    // `last`: nothing follows, and a character cut off at the end is malformed.
    void feed(std::span<const char> bytes, bool last, const Sink &sink);

private:
    struct Converters;
    explicit TextDecoder(std::unique_ptr<Converters> converters);

    std::unique_ptr<Converters> m_converters;
};

} // namespace Gemmary
