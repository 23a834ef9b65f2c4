// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/characterclasses.h"

#include <QtGlobal>

#include <cstdint>

namespace Gemmary {

// Counts the sentences of one document as its blocks go by; the README has the rule. It looks only at the few
// places where a sentence could end, and for a letter until it has found one.
class SentenceCounter
{
public:
    // Bytes that must be readable before the first byte of a buffer: the text before it, or zeros.
    static constexpr int LookBack = 64;

    explicit SentenceCounter(CharacterClasses &classes)
        : m_classes(classes)
    {}

    // A run of text that blocks are cut from. Positions and ends are offsets into it; code points are whole.
    struct Buffer
    {
        const char *text;
        int length;
    };

    // 64 bytes of a buffer, from `at`.
    struct Block
    {
        int at;
        std::uint64_t word;   // ASCII letters and digits
        std::uint64_t lead;   // first bytes of other code points
        std::uint64_t events; // first bytes of terminators, and the newlines that end blank lines
    };

    void beginBuffer(const Buffer &buffer);
    void count(const Buffer &buffer, const Block &block);

    // Ends the document; answers its sentences and begins anew.
    [[nodiscard]] qint64 finish();

private:
    [[nodiscard]] bool holdsTerm(const Buffer &buffer, const Block &block, std::uint64_t bits);
    [[nodiscard]] bool endsAt(const Buffer &buffer, int at);
    [[nodiscard]] bool followedBySpace(const Buffer &buffer, int at);
    [[nodiscard]] bool isAfterLoneLetter(const Buffer &buffer, int at);

    CharacterClasses &m_classes;
    qint64 m_sentences = 0;
    bool m_holdsTerm = false; // the present stretch holds a letter or number
    bool m_undecided = false; // the buffer ended while looking for what follows a soft end
    int m_lookedAt = 0;       // what follows soft ends before this offset is known
};

} // namespace Gemmary
