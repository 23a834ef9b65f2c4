// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/byteblock.h"
#include "analysis/characterclasses.h"
#include "analysis/sentencecounter.h"
#include "domain/statistics.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace Gemmary {

// What the scanner's raw tokens go to, in the order of the text. ASCII letters in them are lower case.
class RawTokenReceiver
{
public:
    virtual ~RawTokenReceiver() = default;

    // Whole tokens: token i is text[edges[2i]] up to text[edges[2i+1]]. Seven bytes after a token are
    // readable.
    virtual void tokens(const char *text, std::span<const std::uint32_t> edges) = 0;

    // A token too long for the buffer, piece by piece, cut between code points.
    virtual void tokenPiece(std::string_view piece) = 0;
    virtual void tokenEnd() = 0;
};

// One pass over a document's text: counts words, lines, characters and sentences by bit masks of 64 bytes,
// and cuts raw tokens by looking at ASCII only. Memory does not depend on the document. Not thread-safe.
class TextScanner
{
public:
    enum class Tokens {
        Terms,     // letters, digits, bytes beyond ASCII, and joiners between them
        WhiteSpace // everything but ASCII white space
    };

    TextScanner(CharacterClasses &classes, Tokens tokens, RawTokenReceiver &receiver);

    // Takes valid UTF-8, cut between code points.
    void feed(std::string_view utf8);

    // Ends the document; answers words, lines, characters and sentences, and begins anew.
    [[nodiscard]] TextCounts finish();

    // Ends it as if it had never begun.
    void reset();

private:
    // What one block hands on to the next.
    struct Carry
    {
        bool inWord = false;       // the last byte was not white space
        bool inToken = false;      // it belongs to a raw token
        bool afterWord = false;    // it was a letter, a digit or beyond ASCII
        bool afterNumeric = false; // it was a digit or beyond ASCII
        bool lineStart = true;     // the line has only had white space
        std::uint64_t space = 0;   // bytes of the next block that end a white space of this one
    };

    struct Masks
    {
        std::uint64_t space = 0;
        std::uint64_t terminators = 0;
    };

    [[nodiscard]] int safeEnd() const;
    void consume(int end, bool last);
    void scanBlock(const SentenceCounter::Buffer &buffer, int at, int length);
    [[nodiscard]] Masks lookAtCodePoints(const SentenceCounter::Buffer &buffer, int at, std::uint64_t leads);
    void countWords(std::uint64_t space, std::uint64_t valid, int length);
    [[nodiscard]] std::uint64_t countLines(std::uint64_t newline, std::uint64_t space, std::uint64_t valid);
    [[nodiscard]] std::uint64_t tokenMask(const ByteBlock &block, int length, char next);
    void cutTokens(std::uint64_t tokens, std::uint64_t valid, int at, int length);
    void handOver();
    void handOverOpen(int end);

    CharacterClasses &m_classes;
    RawTokenReceiver &m_receiver;
    Tokens m_tokens;
    SentenceCounter m_sentences;
    TextCounts m_counts;
    Carry m_carry;
    bool m_inPiece = false; // the token at the buffer's front began in an earlier buffer
    std::vector<char> m_memory;
    char *m_text = nullptr; // the buffer, inside m_memory with margins
    int m_filled = 0;
    std::vector<std::uint32_t> m_edges;
    std::size_t m_edgeCount = 0;
};

} // namespace Gemmary
