// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/textextractor.h"

namespace Gemmary {

// Reads plain text of any encoding, told by its content, never by its name: byte-order mark, then strict
// UTF-8, then detection, then Windows-1252. Content that fits its buffer is read once, larger content twice:
// first to learn what it is, then to decode it.
class PlainTextExtractor : public TextExtractor
{
public:
    static constexpr std::size_t BufferSize = 1024 * 1024;

    [[nodiscard]] Outcome<TextFacts> extract(ContentReader &content, TextSink &sink,
                                             const CancelToken &cancel) const override;
};

} // namespace Gemmary
