// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/termoccurrences.h"

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
    struct Term
    {
        std::string_view text;
        qint64 batchCount = 0;
        std::uint16_t characters = 0; // letters and digits; 0: not yet counted
    };

    enum class RawTokens {
        ByUnicode, // a token within ASCII is a term itself, others may be several
        All        // no token is a term itself
    };

    // Raw tokens up to so many bytes are remembered; longer ones hardly ever come again.
    static constexpr std::uint32_t LongestRemembered = 48;

    explicit TermDictionary(RawTokens raw);

    // Counts raw tokens, token i being text[edges[2i]] up to text[edges[2i+1]], from edges[from] until one
    // that is not known. Answers where its edge is, or how many edges there are. Seven bytes after a token
    // are readable.
    [[nodiscard]] std::size_t countTokens(const char *text, std::span<const std::uint32_t> edges,
                                          std::size_t from);

    // Remembers the terms of a raw token of text that countTokens() did not know, and counts them. Not for
    // terms themselves.
    void remember(std::string_view token, std::span<const TermId> terms);

    // Whether an unknown raw token is a term itself.
    [[nodiscard]] bool isTerm(std::string_view token) const;

    // The term's id; made if need be. Seven bytes after the term are readable.
    [[nodiscard]] TermId idOf(std::string_view term);

    // Counts one occurrence, the next of the document.
    void occur(TermId id) { m_document.count(id); }

    // The present document, until one of these ends it.
    [[nodiscard]] const TermOccurrences &document() const { return m_document; }
    void keepDocument(); // adds it to the batch
    void dropDocument() { m_document.endDocument(); }

    // The batch.
    [[nodiscard]] Term &term(TermId id) { return m_terms[id]; }
    [[nodiscard]] std::vector<TermId> sortedTerms() const; // those that occur, by their bytes
    void clear();

private:
    struct Slot
    {
        std::uint64_t key = 0;
        std::uint32_t length = 0; // with RawBit; 0: empty
        std::uint32_t target = 0; // a TermId, or an expansion with ExpansionBit
    };

    struct Expansion
    {
        std::string_view token;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    static constexpr std::uint32_t RawBit = 0x8000'0000U;
    static constexpr std::uint32_t ExpansionBit = 0x8000'0000U;
    static constexpr std::uint32_t ShortToken = 8; // bytes that fit into a key

    // What is looked for: a short token's bytes or a longer one's hash, and its length with or without
    // RawBit.
    struct Place
    {
        std::uint64_t key = 0;
        std::uint32_t length = 0;
    };

    void occurAll(std::uint32_t target, TermOccurrences::Position &position);
    [[nodiscard]] Place placeOf(const char *text, std::uint32_t length) const;
    [[nodiscard]] std::uint64_t longKey(const char *text, std::uint32_t length,
                                        std::uint64_t &allBytes) const;
    [[nodiscard]] std::size_t startOf(const Place &place) const
    {
        return (place.key * m_multiplier) >> m_shift;
    }
    [[nodiscard]] std::size_t find(const Place &place, const char *text) const;
    [[nodiscard]] bool isText(const Slot &slot, const char *text) const;
    [[nodiscard]] TermId addTerm(std::string_view text, const Place &place);
    void addSlot(const Place &place, std::string_view text, std::uint32_t target);
    void grow();
    [[nodiscard]] std::string_view keepText(std::string_view text);

    bool m_allRaw = false;
    std::uint64_t m_multiplier = 0; // odd, random
    std::uint64_t m_seed = 0;
    int m_shift = 0;
    std::vector<Slot> m_slots; // a power of two
    std::size_t m_used = 0;
    std::pmr::monotonic_buffer_resource m_texts;
    std::vector<Term> m_terms;
    std::vector<Expansion> m_expansions;
    std::vector<TermId> m_expansionTerms;
    TermOccurrences m_document;
};

} // namespace Gemmary
