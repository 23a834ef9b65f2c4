// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/statistics.h"

#include <bit>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

namespace Gemmary {

// The terms of a batch with their counts, in one open-addressing table: a document's own counts are those of
// the terms it touched, and are added to the batch's when it ends. Text is looked up twice: a raw token,
// whose terms are worked out once and remembered, and a term. Not thread-safe.
//
// The hash is seeded at random, so that no text can be made to collide; nothing that is told depends on it.
class TermDictionary
{
public:
    using TermId = std::uint32_t;

    struct Term
    {
        std::string_view text;
        qint64 batchCount = 0;
        std::uint16_t characters = 0; // letters and digits; 0: not yet counted
    };

    TermDictionary();

    // A raw token's place in the table, for remembering its terms.
    struct Place
    {
        std::uint64_t key = 0;
        std::uint32_t length = 0;
    };

    // Counts a raw token. False when its terms are not known yet: remember() tells them. With `isTerm`, an
    // unknown token is a term itself. Seven bytes after the token must be readable.
    [[nodiscard]] bool count(const char *text, std::uint32_t length, bool isTerm)
    {
        const Place place = placeOf(text, length, isTerm);
        const Slot &slot = m_slots[find(place, text)];
        if (slot.length == 0) {
            if (isTerm)
                occur(addTerm({text, length}, place));
            return isTerm;
        }
        if (isTerm) {
            occur(slot.target);
            return true;
        }
        const Expansion &expansion = m_expansions[slot.target];
        for (std::uint32_t i = 0; i < expansion.count; ++i)
            occur(m_expansionTerms[expansion.first + i]);
        return true;
    }

    // Remembers the terms of a raw token that count() did not know, and counts them.
    void remember(std::string_view token, std::span<const TermId> terms);

    // The term's id; made if need be.
    [[nodiscard]] TermId idOf(std::string_view term);

    // Counts one occurrence, the next of the document.
    void occur(TermId id)
    {
        Occurrences &term = m_occurrences[id];
        std::uint64_t last = term.last;
        if (last < m_documentStart) {
            m_touched.push_back(id);
            last = m_documentStart - 1;
        }
        // The windows this occurrence is the first of its term in, were the document endless.
        const std::uint64_t distance = m_position - last;
        m_firstInWindows += distance < MovingTypeTokenRatio::Window ? distance : MovingTypeTokenRatio::Window;
        term.last = m_position++;
        ++term.count;
    }

    // The present document.
    [[nodiscard]] std::span<const TermId> documentTerms() const { return m_touched; }
    [[nodiscard]] qint64 documentCount(TermId id) const { return m_occurrences[id].count; }
    [[nodiscard]] qint64 documentLength() const { return static_cast<qint64>(m_position - m_documentStart); }
    [[nodiscard]] MovingTypeTokenRatio movingRatio() const;
    void keepDocument(); // adds it to the batch
    void dropDocument();

    // The batch.
    [[nodiscard]] Term &term(TermId id) { return m_terms[id]; }
    [[nodiscard]] std::vector<TermId> sortedTerms() const; // those that occur, by their bytes
    void clear();

private:
    struct Slot
    {
        std::uint64_t key = 0;
        std::uint32_t length = 0; // with RawBit; 0: empty
        std::uint32_t target = 0; // a TermId, or with RawBit an expansion
    };

    struct Occurrences
    {
        std::uint64_t last = 0; // position in the stream of all documents; 0: never
        qint64 count = 0;       // in the present document
    };

    struct Expansion
    {
        std::string_view token;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    static constexpr std::uint32_t RawBit = 0x8000'0000U;

    [[nodiscard]] Place placeOf(const char *text, std::uint32_t length, bool isTerm) const
    {
        const std::uint32_t tag = isTerm ? length : length | RawBit;
        return length <= 8 ? Place{shortKey(text, length), tag} : Place{longKey(text, length), tag};
    }

    static std::uint64_t shortKey(const char *text, std::uint32_t length)
    {
        std::uint64_t key = 0;
        __builtin_memcpy(&key, text, sizeof key);
        return keepBytes(key, length);
    }

    static std::uint64_t keepBytes(std::uint64_t key, std::uint32_t count)
    {
        const std::uint32_t shift = 64 - 8 * count;
        if constexpr (std::endian::native == std::endian::little)
            return key << shift >> shift;
        return key >> shift << shift;
    }

    [[nodiscard]] std::size_t find(const Place &place, const char *text) const
    {
        const std::size_t last = m_slots.size() - 1;
        std::size_t at = (place.key * m_multiplier) >> m_shift;
        for (;; at = (at + 1) & last) {
            const Slot &slot = m_slots[at];
            if (slot.key == place.key && slot.length == place.length &&
                (shortEnough(place) || isText(slot, text)))
                return at;
            if (slot.length == 0)
                return at;
        }
    }

    [[nodiscard]] static bool shortEnough(const Place &place) { return (place.length & ~RawBit) <= 8; }
    [[nodiscard]] bool isText(const Slot &slot, const char *text) const;
    [[nodiscard]] std::uint64_t longKey(const char *text, std::uint32_t length) const;
    [[nodiscard]] TermId addTerm(std::string_view text, const Place &place);
    void addSlot(const Place &place, std::string_view text, std::uint32_t target);
    void grow();
    [[nodiscard]] std::string_view keepText(std::string_view text);

    std::uint64_t m_multiplier = 0; // odd, random
    std::uint64_t m_seed = 0;
    int m_shift = 0;
    std::vector<Slot> m_slots; // a power of two
    std::size_t m_used = 0;
    std::pmr::monotonic_buffer_resource m_texts;
    std::vector<Term> m_terms;
    std::vector<Occurrences> m_occurrences; // by TermId; apart from m_terms because the hot loop lives in it
    std::vector<Expansion> m_expansions;
    std::vector<TermId> m_expansionTerms;

    std::vector<TermId> m_touched; // by the present document
    std::uint64_t m_position = 1;
    std::uint64_t m_documentStart = 1;
    std::uint64_t m_firstInWindows = 0;
};

} // namespace Gemmary
