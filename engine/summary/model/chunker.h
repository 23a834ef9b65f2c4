// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ports/languages.h"

#include <functional>
#include <optional>
#include <string>

namespace Gemmary {

// A part of a text. Parts without their overlaps are the text, every byte of it, in order.
struct Chunk
{
    std::string text;
    std::size_t overlap = 0; // bytes at the front that are repeated from the part before

    [[nodiscard]] std::string_view own() const { return std::string_view(text).substr(overlap); }
};

// Cuts text into parts of at most so many estimated tokens, where it can before a heading, else before a
// paragraph, else a sentence, else a line, a word, a character. A part that begins inside a section repeats
// the one or two sentences before it, up to 5 %. No part but an only one is smaller than about 15 %
// of the window for being the last. Holds about two windows of the text, whatever its length.
class Chunker
{
public:
    // The next text, at least a code point of about so many bytes; empty at the end.
    using Source = std::function<Result<std::string>(std::size_t bytes)>;

    static constexpr QLatin1StringView Version{"chunks-1"}; // changes when text is cut elsewhere
    static constexpr qint64 LeastWindow = 16;

    // `splitter` outlives it; `window` in tokens of TokenEstimate, at least LeastWindow.
    Chunker(Source source, SentenceSplitter &splitter, QString language, qint64 window);

    // nullopt: the text has ended. Errors are the source's.
    [[nodiscard]] Result<std::optional<Chunk>> next();

private:
    [[nodiscard]] Result<bool> restFits();
    [[nodiscard]] Chunk take(std::size_t bytes);
    [[nodiscard]] std::size_t placeToCut(std::size_t most, bool &atHeading);
    [[nodiscard]] std::size_t lastSentence(std::size_t from, std::size_t most);
    [[nodiscard]] std::string overlapOf(std::string_view own);

    Source m_source;
    SentenceSplitter &m_splitter;
    QString m_language;
    qint64 m_window;
    std::string m_buffer; // read and not yet in a part
    std::string m_overlap;
    bool m_ended = false;
};

} // namespace Gemmary
