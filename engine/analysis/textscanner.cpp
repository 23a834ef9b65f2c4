// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/textscanner.h"

#include "base/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace Gemmary {

namespace {

constexpr int Capacity = 64 * 1024;
constexpr std::size_t EdgesAtOnce = 2 * 1024; // their text stays in the first-level cache
constexpr int Margin = 2 * ByteBlock::Size;
constexpr std::uint64_t AllBits = ~std::uint64_t(0);

bool isAsciiSpace(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

bool isHigh(char byte)
{
    return static_cast<unsigned char>(byte) >= 0x80;
}

std::uint64_t lowBits(int count)
{
    return count >= ByteBlock::Size ? AllBits : (std::uint64_t(1) << count) - 1;
}

bool bitAt(std::uint64_t mask, int bit)
{
    return (mask >> bit) & 1;
}

bool isNumericByte(char byte)
{
    return isHigh(byte) || (byte >= '0' && byte <= '9');
}

bool isWordByte(char byte)
{
    return isNumericByte(byte) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

// Whether a code point that begins with the byte may be white space or end a sentence. Most letters begin
// with other bytes and need not be decoded.
constexpr std::array<bool, 256> makeInterestingLeads()
{
    std::array<bool, 256> leads{};
    for (const std::size_t lead : {0xC2, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF})
        leads[lead] = true;
    return leads;
}
constexpr auto InterestingLeads = makeInterestingLeads();

} // namespace

TextScanner::TextScanner(CharacterClasses &classes, Tokens tokens, RawTokenReceiver &receiver)
    : m_classes(classes)
    , m_receiver(receiver)
    , m_tokens(tokens)
    , m_sentences(classes)
    , m_memory(SentenceCounter::LookBack + Capacity + Margin)
    , m_text(m_memory.data() + SentenceCounter::LookBack)
    , m_edges(EdgesAtOnce)
{}

void TextScanner::feed(std::string_view utf8)
{
    m_counts.characters += static_cast<qint64>(utf8.size()); // less the continuation bytes, block by block
    while (!utf8.empty()) {
        const std::size_t part = std::min(utf8.size(), static_cast<std::size_t>(Capacity - m_filled));
        std::memcpy(m_text + m_filled, utf8.data(), part);
        m_filled += static_cast<int>(part);
        utf8.remove_prefix(part);
        if (m_filled == Capacity)
            consume(safeEnd(), false);
    }
}

TextCounts TextScanner::finish()
{
    consume(m_filled, true);
    m_counts.sentences = m_sentences.finish();
    const TextCounts counts = m_counts;
    reset();
    return counts;
}

void TextScanner::reset()
{
    m_counts = {};
    m_carry = {};
    m_inPiece = false;
    m_filled = 0;
    m_edgeCount = 0;
    static_cast<void>(m_sentences.finish());
    std::memset(m_memory.data(), 0, SentenceCounter::LookBack);
}

// Where no token is open; in a buffer without white space, between two code points. The byte at that place is
// known, for a joiner before it.
int TextScanner::safeEnd() const
{
    for (int end = m_filled; end > 0; --end) {
        if (isAsciiSpace(m_text[end - 1]))
            return end;
    }
    int end = m_filled - 1;
    while (end > 1 && isUtf8Continuation(m_text[end]))
        --end;
    return end;
}

// Scans the buffer's first `end` bytes and moves the rest to the front.
void TextScanner::consume(int end, bool last)
{
    if (last)
        std::memset(m_text + m_filled, 0, Margin);
    const SentenceCounter::Buffer buffer{m_text, end};
    m_sentences.beginBuffer(buffer);
    for (int at = 0; at < end; at += ByteBlock::Size) {
        scanBlock(buffer, at, std::min(ByteBlock::Size, end - at));
        if (m_edgeCount + ByteBlock::Size >= EdgesAtOnce)
            handOver();
    }
    if (last && m_carry.inToken)
        m_edges[m_edgeCount++] = static_cast<std::uint32_t>(end);
    handOver();
    handOverOpen(end);
    // Moves the look-back along with the rest.
    std::memmove(m_memory.data(), m_memory.data() + end,
                 static_cast<std::size_t>(SentenceCounter::LookBack + m_filled - end));
    m_filled -= end;
}

void TextScanner::scanBlock(const SentenceCounter::Buffer &buffer, int at, int length)
{
    char *bytes = m_text + at;
    const std::uint64_t valid = lowBits(length);
    const ByteBlock block = classifyBytes(bytes);
    std::uint64_t space = block.space;
    std::uint64_t events = block.terminator & valid;
    const std::uint64_t leads = block.high & ~block.continuation & valid;
    std::uint64_t dottable = 0;
    if (block.high) {
        m_counts.characters -= std::popcount(block.continuation & valid);
        const Masks masks = lookAtCodePoints(buffer, at, leads);
        space |= masks.space;
        events |= masks.terminators;
    }
    const auto nextIsHigh = std::uint64_t(isHigh(bytes[ByteBlock::Size]));
    if (block.high | nextIsHigh)
        dottable = bytesEqual(bytes, 'I') & (block.high >> 1 | nextIsHigh << 63) & valid;
    const std::uint64_t tokens = tokenMask(block, length, bytes[ByteBlock::Size]);

    lowerAscii(bytes, length);
    // I with a dot above is İ, whose lower case is not that of I: the segmenter sees to it.
    for (; dottable; dottable &= dottable - 1)
        bytes[std::countr_zero(dottable)] = 'I';

    countWords(space, valid, length);
    events |= countLines(block.newline, space, valid);
    m_sentences.count(buffer, {at, block.word & valid, leads, events});
    cutTokens(tokens, valid, at, length);
}

// White space and sentence ends beyond ASCII.
TextScanner::Masks TextScanner::lookAtCodePoints(const SentenceCounter::Buffer &buffer, int at,
                                                 std::uint64_t leads)
{
    Masks masks{m_carry.space, 0};
    m_carry.space = 0;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(buffer.text);
    for (; leads; leads &= leads - 1) {
        const int bit = std::countr_zero(leads);
        const int start = at + bit;
        if (!InterestingLeads[bytes[start]])
            continue;
        int end = start;
        UChar32 codePoint = 0;
        U8_NEXT_OR_FFFD(bytes, end, buffer.length, codePoint);
        const std::uint8_t flags = m_classes.of(static_cast<char32_t>(codePoint)).flags;
        if (flags & (SoftEnd | HardEnd))
            masks.terminators |= std::uint64_t(1) << bit;
        if (flags & WhiteSpace) {
            const std::uint64_t ones = lowBits(end - start);
            masks.space |= ones << bit;
            m_carry.space |= bit > 60 ? ones >> (ByteBlock::Size - bit) : 0;
        }
    }
    return masks;
}

void TextScanner::countWords(std::uint64_t space, std::uint64_t valid, int length)
{
    const std::uint64_t filled = ~space & valid;
    m_counts.words += std::popcount(filled & ~(filled << 1 | std::uint64_t(m_carry.inWord)));
    m_carry.inWord = bitAt(filled, length - 1);
}

// Adding the line starts to the white space carries each to the first other byte of its line, or to its end.
// Answers the newlines that end blank lines.
std::uint64_t TextScanner::countLines(std::uint64_t newline, std::uint64_t space, std::uint64_t valid)
{
    const std::uint64_t ends = newline & valid;
    const std::uint64_t starts = ends << 1 | std::uint64_t(m_carry.lineStart);
    const std::uint64_t blank = (space & ~newline) | ~valid;
    std::uint64_t sum = 0;
    const bool overflow = __builtin_add_overflow(blank, starts, &sum);
    const std::uint64_t landed = sum & ~blank;
    m_counts.lines += std::popcount(landed & ~space & valid);
    m_carry.lineStart = overflow || bitAt(ends, ByteBlock::Size - 1);
    return landed & ends;
}

std::uint64_t TextScanner::tokenMask(const ByteBlock &block, int length, char next)
{
    if (m_tokens == Tokens::WhiteSpace)
        return ~block.space;
    const std::uint64_t word = block.word | block.high;
    const std::uint64_t numeric = block.digit | block.high;
    std::uint64_t tokens = word;
    if (block.joiner | block.point) {
        const std::uint64_t nextWord = word >> 1 | std::uint64_t(isWordByte(next)) << 63;
        const std::uint64_t nextNumeric = numeric >> 1 | std::uint64_t(isNumericByte(next)) << 63;
        tokens |= block.joiner & (word << 1 | std::uint64_t(m_carry.afterWord)) & nextWord;
        tokens |= block.point & (numeric << 1 | std::uint64_t(m_carry.afterNumeric)) & nextNumeric;
    }
    m_carry.afterWord = bitAt(word, length - 1);
    m_carry.afterNumeric = bitAt(numeric, length - 1);
    return tokens;
}

void TextScanner::cutTokens(std::uint64_t tokens, std::uint64_t valid, int at, int length)
{
    tokens &= valid;
    std::uint64_t edges = (tokens ^ (tokens << 1 | std::uint64_t(m_carry.inToken))) & valid;
    m_carry.inToken = bitAt(tokens, length - 1);
    std::uint32_t *place = m_edges.data() + m_edgeCount;
    m_edgeCount += static_cast<std::size_t>(std::popcount(edges));
    for (; edges; edges &= edges - 1)
        *place++ = static_cast<std::uint32_t>(at + std::countr_zero(edges));
}

// Hands whole tokens over; the start of an open one stays.
void TextScanner::handOver()
{
    std::span<const std::uint32_t> edges(m_edges.data(), m_edgeCount);
    if (m_inPiece && !edges.empty()) {
        // The first edge is the end of the token that began in an earlier buffer.
        m_receiver.tokenPiece({m_text, edges.front()});
        m_receiver.tokenEnd();
        m_inPiece = false;
        edges = edges.subspan(1);
    }
    const bool open = edges.size() % 2 == 1;
    m_receiver.tokens(m_text, edges.first(edges.size() - (open ? 1 : 0)));
    if (open)
        m_edges[0] = edges.back();
    m_edgeCount = open ? 1 : 0;
}

// At the end of a buffer without white space: what there is of the open token goes out as a piece.
void TextScanner::handOverOpen(int end)
{
    if (!m_carry.inToken || (m_edgeCount == 0 && !m_inPiece))
        return;
    const std::uint32_t start = m_edgeCount ? m_edges[0] : 0;
    m_receiver.tokenPiece({m_text + start, static_cast<std::size_t>(end) - start});
    m_inPiece = true;
    m_edgeCount = 0;
}

} // namespace Gemmary
