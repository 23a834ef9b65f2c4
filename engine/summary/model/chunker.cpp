// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/chunker.h"

#include "base/utf8.h"
#include "summary/model/tokenestimate.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::size_t BlockBytes = 64 * 1024;
// Bytes behind a place that tell whether it is one to cut at; always there, so that places do not depend on
// how the text arrives.
constexpr std::size_t LookAhead = 1024;
constexpr std::size_t LongestHeading = 80; // bytes
constexpr std::size_t LongestOverlap = 2;  // sentences
constexpr qint64 OverlapShare = 20;        // of the window: 5 %
// A part that is not the last one leaves this share of the window free. So what is left behind it, which did
// not fit the window, is never a small tail.
constexpr double Filled = 1 / 1.15;

bool isBlankChar(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isBlank(std::string_view text)
{
    return std::ranges::all_of(text, isBlankChar);
}

std::string_view trimmed(std::string_view line)
{
    while (!line.empty() && isBlankChar(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && isBlankChar(line.back()))
        line.remove_suffix(1);
    return line;
}

// The line at `start`, its end included.
std::string_view lineAt(std::string_view text, std::size_t start)
{
    const auto end = text.find('\n', start);
    return text.substr(start, end == std::string_view::npos ? end : end + 1 - start);
}

// "# Title", or a short line on its own that does not end like a sentence.
bool isHeading(std::string_view text, std::size_t start, bool afterBlank)
{
    const std::string_view raw = lineAt(text, start);
    const std::string_view line = trimmed(raw);
    if (line.empty())
        return false;
    if (line.front() == '#')
        return line.find_first_not_of('#') != std::string_view::npos;
    constexpr std::string_view SentenceEnds = ".!?:;,\"')";
    const bool alone = afterBlank && isBlank(lineAt(text, start + raw.size()));
    return alone && line.size() <= LongestHeading && SentenceEnds.find(line.back()) == std::string_view::npos;
}

// The last places to cut a text, each 0 when there is none.
struct Places
{
    std::size_t heading = 0;
    std::size_t paragraph = 0;
    std::size_t line = 0;
};

// Of `text`, up to `most`; what is behind shows whether a line is a heading.
Places lastPlaces(std::string_view text, std::size_t most)
{
    Places places;
    bool afterBlank = true;
    for (std::size_t start = 0; start <= most && start < text.size();) {
        const std::string_view line = lineAt(text, start);
        const bool blank = isBlank(line);
        if (!blank && start > 0) {
            places.line = start;
            if (afterBlank || text[start] == '\f')
                places.paragraph = start;
            if (isHeading(text, start, afterBlank))
                places.heading = start;
        }
        afterBlank = blank;
        start += line.size();
    }
    return places;
}

// Line ends as blanks, byte for byte: a sentence may go on in the next line.
std::string asOneLine(std::string_view text)
{
    std::string result(text);
    std::ranges::replace_if(result, isBlankChar, ' ');
    return result;
}

std::size_t firstCodePoint(std::string_view text)
{
    const auto next = std::find_if_not(text.begin() + 1, text.end(), isUtf8Continuation);
    return static_cast<std::size_t>(next - text.begin());
}

std::size_t atCodePoint(std::string_view text, std::size_t cut)
{
    while (cut > 0 && cut < text.size() && isUtf8Continuation(text[cut]))
        --cut;
    return cut;
}

} // namespace

Chunker::Chunker(Source source, SentenceSplitter &splitter, QString language, qint64 window)
    : m_source(std::move(source))
    , m_splitter(splitter)
    , m_language(std::move(language))
    , m_window(std::max(window, LeastWindow))
{}

Result<std::optional<Chunk>> Chunker::next()
{
    GEMMARY_ASSIGN(fits, restFits());
    if (fits && m_buffer.empty())
        return std::nullopt;
    if (fits)
        return take(m_buffer.size());
    TokenEstimate estimate;
    estimate.add(m_overlap);
    const auto most = static_cast<qint64>(static_cast<double>(m_window) * Filled);
    const std::size_t room = std::max(firstCodePoint(m_buffer), estimate.addWithin(m_buffer, most));
    bool atHeading = false;
    const std::size_t cut = placeToCut(room, atHeading);
    Chunk chunk = take(cut);
    m_overlap = atHeading ? std::string() : overlapOf(chunk.own());
    return chunk;
}

// Whether all that is left is one part; reads until that is known.
Result<bool> Chunker::restFits()
{
    for (;;) {
        TokenEstimate estimate;
        estimate.add(m_overlap);
        const std::size_t fitting = estimate.addWithin(m_buffer, m_window);
        if (fitting + LookAhead <= m_buffer.size())
            return false;
        if (m_ended)
            return fitting == m_buffer.size();
        GEMMARY_ASSIGN(more, m_source(BlockBytes));
        m_ended = more.empty();
        m_buffer += more;
    }
}

Chunk Chunker::take(std::size_t bytes)
{
    Chunk chunk{std::exchange(m_overlap, {}), 0};
    chunk.overlap = chunk.text.size();
    chunk.text.append(m_buffer, 0, bytes);
    m_buffer.erase(0, bytes);
    return chunk;
}

std::size_t Chunker::placeToCut(std::size_t most, bool &atHeading)
{
    const Places places = lastPlaces(m_buffer, most);
    atHeading = places.heading >= most / 2 && places.heading > 0;
    if (atHeading)
        return places.heading;
    if (places.paragraph >= most / 2 && places.paragraph > 0)
        return places.paragraph;
    if (const std::size_t sentence = lastSentence(places.paragraph, most); sentence > most / 4)
        return sentence;
    if (places.line > most / 4)
        return places.line;
    const auto blank = m_buffer.rfind(' ', most - 1);
    return blank != std::string::npos && blank > most / 2 ? blank + 1 : most;
}

// Where the last sentence of the paragraph at `from` begins, up to `most`; 0: there is none.
std::size_t Chunker::lastSentence(std::size_t from, std::size_t most)
{
    const std::size_t end = atCodePoint(m_buffer, std::min(m_buffer.size(), most + LookAhead));
    const std::string line = asOneLine(std::string_view(m_buffer).substr(from, end - from));
    std::size_t last = 0;
    for (const std::string_view sentence : m_splitter.split(line, m_language)) {
        const std::size_t start = from + static_cast<std::size_t>(sentence.data() - line.data());
        if (start <= most)
            last = start;
    }
    return last;
}

// The last sentences of a part, for the part after it.
std::string Chunker::overlapOf(std::string_view own)
{
    const qint64 most = m_window / OverlapShare;
    constexpr std::size_t BytesPerToken = 16; // hardly any text has more
    std::string_view tail = own;
    const Places places = lastPlaces(own, own.size());
    tail.remove_prefix(std::max(places.paragraph, places.heading));
    const std::size_t bytes = static_cast<std::size_t>(most) * BytesPerToken;
    const bool cutOpen = tail.size() > bytes; // inside what then looks like the first sentence
    if (cutOpen)
        tail.remove_prefix(atCodePoint(tail, tail.size() - bytes));
    const std::string line = asOneLine(tail);
    const auto sentences = m_splitter.split(line, m_language);
    std::string_view overlap;
    for (std::size_t i = 0; i < std::min(LongestOverlap, sentences.size()); ++i) {
        const std::size_t index = sentences.size() - 1 - i;
        if (index == 0 && cutOpen)
            break;
        const auto start = static_cast<std::size_t>(sentences[index].data() - line.data());
        if (estimateTokens(tail.substr(start)) > most)
            break;
        overlap = tail.substr(start);
    }
    return std::string(overlap);
}

} // namespace Gemmary
