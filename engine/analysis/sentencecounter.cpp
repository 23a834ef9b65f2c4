// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sentencecounter.h"

#include <unicode/utf8.h>

#include <bit>

namespace Gemmary {

namespace {

// The code point at `at`, which moves behind it.
char32_t next(const SentenceCounter::Buffer &buffer, int &at)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(buffer.text);
    UChar32 codePoint = 0;
    U8_NEXT_OR_FFFD(bytes, at, buffer.length, codePoint);
    return static_cast<char32_t>(codePoint);
}

// The code point before `at`, which moves to it; 0 where the text begins.
char32_t previous(const SentenceCounter::Buffer &buffer, int &at)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(buffer.text);
    if (at <= -SentenceCounter::LookBack)
        return 0;
    UChar32 codePoint = 0;
    U8_PREV_OR_FFFD(bytes, -SentenceCounter::LookBack, at, codePoint);
    return static_cast<char32_t>(codePoint);
}

std::uint64_t bitsAbove(int bit)
{
    return ~std::uint64_t(0) << bit << 1;
}

} // namespace

void SentenceCounter::beginBuffer(const Buffer &buffer)
{
    m_lookedAt = 0;
    if (!m_undecided || !followedBySpace(buffer, 0))
        return;
    ++m_sentences;
    m_holdsTerm = false;
}

void SentenceCounter::count(const Buffer &buffer, const Block &block)
{
    std::uint64_t open = ~std::uint64_t(0); // bits after the last sentence's end
    for (std::uint64_t events = block.events; events; events &= events - 1) {
        const int bit = std::countr_zero(events);
        m_holdsTerm = m_holdsTerm || holdsTerm(buffer, block, open & ~bitsAbove(bit));
        if (!m_holdsTerm || !endsAt(buffer, block.at + bit))
            continue;
        ++m_sentences;
        m_holdsTerm = false;
        open = bitsAbove(bit);
    }
    m_holdsTerm = m_holdsTerm || holdsTerm(buffer, block, open);
}

qint64 SentenceCounter::finish()
{
    const qint64 sentences = m_sentences + (m_holdsTerm ? 1 : 0);
    m_sentences = 0;
    m_holdsTerm = false;
    m_undecided = false;
    m_lookedAt = 0;
    return sentences;
}

bool SentenceCounter::holdsTerm(const Buffer &buffer, const Block &block, std::uint64_t bits)
{
    if (block.word & bits)
        return true;
    for (std::uint64_t leads = block.lead & bits; leads; leads &= leads - 1) {
        int at = block.at + std::countr_zero(leads);
        if (m_classes.of(next(buffer, at)).flags & (Letter | Number))
            return true;
    }
    return false;
}

bool SentenceCounter::endsAt(const Buffer &buffer, int at)
{
    const char byte = buffer.text[at];
    if (byte == '\n')
        return true;
    int after = at;
    if (m_classes.of(next(buffer, after)).flags & HardEnd)
        return true;
    // A row of soft ends is looked past once: the answer is the same for each.
    if (after <= m_lookedAt || (byte == '.' && isAfterLoneLetter(buffer, at)))
        return false;
    return followedBySpace(buffer, after);
}

bool SentenceCounter::followedBySpace(const Buffer &buffer, int at)
{
    m_undecided = false;
    while (at < buffer.length) {
        int after = at;
        const std::uint8_t flags = m_classes.of(next(buffer, after)).flags;
        if (!(flags & (SoftEnd | Closer))) {
            m_lookedAt = at;
            return flags & WhiteSpace;
        }
        at = after;
    }
    m_lookedAt = at;
    m_undecided = true;
    return false;
}

// "J. Smith", "U.S. Navy": initials, which end no sentence. A letter is alone with at most so many marks.
bool SentenceCounter::isAfterLoneLetter(const Buffer &buffer, int at)
{
    static constexpr int MostMarks = 8;
    CharacterClass before = m_classes.of(previous(buffer, at));
    for (int marks = 0; before.kind == CharacterKind::Mark && marks < MostMarks; ++marks)
        before = m_classes.of(previous(buffer, at));
    if (!(before.flags & Letter))
        return false;
    before = m_classes.of(previous(buffer, at));
    return before.kind != CharacterKind::Mark && !(before.flags & (Letter | Number));
}

} // namespace Gemmary
