// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "ports/contentsource.h"

#include <string_view>

namespace Gemmary {

// Takes a document's text in order.
class TextSink
{
public:
    virtual ~TextSink() = default;

    // `utf8` is valid UTF-8, cut between code points, without a byte-order mark; only valid during the call.
    virtual void text(std::string_view utf8) = 0;
};

// Turns content into text. Thread-safe; holds at most a few MiB of any document.
class TextExtractor
{
public:
    virtual ~TextExtractor() = default;

    // Reads all of `content` and gives its text to `sink`. On a problem (Empty, NotText, ReadError,
    // ChangedWhileRead, …) what the sink got so far is worthless. When `cancel` is cancelled it ends early
    // with Reason::Internal; the caller, who cancelled, does not look at it.
    [[nodiscard]] virtual Outcome<TextFacts> extract(ContentReader &content, TextSink &sink,
                                                     const CancelToken &cancel) const = 0;
};

} // namespace Gemmary
