// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/termdictionary.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <random>

namespace Gemmary {

namespace {

constexpr int FirstSlotBits = 12;
constexpr std::uint64_t HighBits = 0x8080'8080'8080'8080U;

std::uint64_t load(const char *bytes)
{
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

// The first `count` bytes, one to eight, of eight that were loaded.
std::uint64_t keepBytes(std::uint64_t bytes, std::uint32_t count)
{
    const std::uint32_t shift = 64 - 8 * count;
    if constexpr (std::endian::native == std::endian::little)
        return bytes << shift >> shift;
    return bytes >> shift << shift;
}

// Both halves of the 128-bit product.
std::uint64_t mix(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t randomBits()
{
    std::random_device device;
    return std::uint64_t(device()) << 32 | device();
}

// A term's first eight bytes, so that most comparisons need no more.
std::uint64_t orderKey(std::string_view text)
{
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i)
        key = key << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
    return key;
}

} // namespace

TermDictionary::TermDictionary(RawTokens raw)
    : m_allRaw(raw == RawTokens::All)
    , m_multiplier(randomBits() | 1)
    , m_seed(randomBits())
    , m_shift(64 - FirstSlotBits)
    , m_slots(std::size_t(1) << FirstSlotBits)
{}

// `allBytes` has every bit that any of the bytes has.
std::uint64_t TermDictionary::longKey(const char *text, std::uint32_t length, std::uint64_t &allBytes) const
{
    const std::uint64_t last = load(text + length - 8);
    allBytes = last;
    std::uint64_t key = m_seed ^ length;
    for (std::uint32_t at = 0; at + 8 < length; at += 8) {
        const std::uint64_t bytes = load(text + at);
        allBytes |= bytes;
        key = mix(key ^ bytes, m_multiplier);
    }
    return mix(key ^ last, m_multiplier);
}

// A raw token's place, in text with bytes behind it.
TermDictionary::Place TermDictionary::placeOf(const char *text, std::uint32_t length) const
{
    std::uint64_t allBytes = 0;
    std::uint64_t key = 0;
    if (length <= ShortToken)
        allBytes = key = keepBytes(load(text), length);
    else
        key = longKey(text, length, allBytes);
    return {key, (allBytes & HighBits) || m_allRaw ? length | RawBit : length};
}

inline std::size_t TermDictionary::find(const Place &place, const char *text) const
{
    const std::size_t last = m_slots.size() - 1;
    const bool isShort = (place.length & ~RawBit) <= ShortToken;
    for (std::size_t at = startOf(place);; at = (at + 1) & last) {
        const Slot &slot = m_slots[at];
        if (slot.length == 0 ||
            (slot.key == place.key && slot.length == place.length && (isShort || isText(slot, text))))
            return at;
    }
}

inline void TermDictionary::occurAll(std::uint32_t target, TermOccurrences::Position &position)
{
    if (!(target & ExpansionBit)) {
        m_document.count(target, position);
        return;
    }
    const Expansion &expansion = m_expansions[target & ~ExpansionBit];
    for (std::uint32_t term = 0; term < expansion.count; ++term)
        m_document.count(m_expansionTerms[expansion.first + term], position);
}

std::size_t TermDictionary::countTokens(const char *text, std::span<const std::uint32_t> edges,
                                        std::size_t from)
{
    TermOccurrences::Position position = m_document.position();
    for (; from < edges.size(); from += 2) {
        const char *token = text + edges[from];
        const std::uint32_t length = edges[from + 1] - edges[from];
        if (length > LongestRemembered)
            break;
        const Slot &slot = m_slots[find(placeOf(token, length), token)];
        if (slot.length == 0)
            break;
        occurAll(slot.target, position);
    }
    m_document.setPosition(position);
    return from;
}

bool TermDictionary::isTerm(std::string_view token) const
{
    return !m_allRaw && std::none_of(token.begin(), token.end(),
                                     [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

// Only asked for text of the same length, more than eight bytes.
bool TermDictionary::isText(const Slot &slot, const char *text) const
{
    const bool expansion = slot.target & ExpansionBit;
    const std::string_view known =
        expansion ? m_expansions[slot.target & ~ExpansionBit].token : m_terms[slot.target].text;
    for (std::size_t at = 0; at + 8 < known.size(); at += 8) {
        if (load(known.data() + at) != load(text + at))
            return false;
    }
    const std::size_t last = known.size() - 8;
    return load(known.data() + last) == load(text + last);
}

TermId TermDictionary::idOf(std::string_view term)
{
    Place place = placeOf(term.data(), static_cast<std::uint32_t>(term.size()));
    place.length &= ~RawBit;
    const Slot &slot = m_slots[find(place, term.data())];
    return slot.length ? slot.target : addTerm(term, place);
}

TermId TermDictionary::addTerm(std::string_view text, const Place &place)
{
    const auto id = static_cast<TermId>(m_terms.size());
    const std::string_view kept = keepText(text);
    m_terms.push_back({kept, 0, 0});
    m_document.addTerm();
    addSlot(place, kept, id);
    return id;
}

void TermDictionary::remember(std::string_view token, std::span<const TermId> terms)
{
    const Place place = placeOf(token.data(), static_cast<std::uint32_t>(token.size()));
    std::uint32_t target = 0;
    if (token.size() <= ShortToken && terms.size() == 1) {
        target = terms.front();
    } else {
        target = static_cast<std::uint32_t>(m_expansions.size()) | ExpansionBit;
        m_expansions.push_back({keepText(token), static_cast<std::uint32_t>(m_expansionTerms.size()),
                                static_cast<std::uint32_t>(terms.size())});
        m_expansionTerms.insert(m_expansionTerms.end(), terms.begin(), terms.end());
    }
    addSlot(place, token, target);
    for (const TermId id : terms)
        m_document.count(id);
}

void TermDictionary::addSlot(const Place &place, std::string_view text, std::uint32_t target)
{
    if (++m_used * 2 > m_slots.size())
        grow();
    m_slots[find(place, text.data())] = {place.key, place.length, target};
}

void TermDictionary::grow()
{
    std::vector<Slot> slots(m_slots.size() * 4);
    m_shift -= 2;
    const std::size_t last = slots.size() - 1;
    for (const Slot &slot : m_slots) {
        if (slot.length == 0)
            continue;
        std::size_t at = startOf({slot.key, slot.length});
        while (slots[at].length)
            at = (at + 1) & last;
        slots[at] = slot;
    }
    m_slots = std::move(slots);
}

std::string_view TermDictionary::keepText(std::string_view text)
{
    auto *bytes = static_cast<char *>(m_texts.allocate(text.size(), 1));
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
}

void TermDictionary::keepDocument()
{
    for (const TermId id : m_document.terms())
        m_terms[id].batchCount += m_document.countOf(id);
    m_document.endDocument();
}

std::vector<TermId> TermDictionary::sortedTerms() const
{
    struct Entry
    {
        std::uint64_t key;
        TermId id;
    };
    std::vector<Entry> entries;
    entries.reserve(m_terms.size());
    for (TermId id = 0; id < m_terms.size(); ++id) {
        if (m_terms[id].batchCount > 0)
            entries.push_back({orderKey(m_terms[id].text), id});
    }
    std::sort(entries.begin(), entries.end(), [this](const Entry &a, const Entry &b) {
        return a.key != b.key ? a.key < b.key : m_terms[a.id].text < m_terms[b.id].text;
    });
    std::vector<TermId> ids(entries.size());
    std::transform(entries.begin(), entries.end(), ids.begin(), [](const Entry &entry) { return entry.id; });
    return ids;
}

void TermDictionary::clear()
{
    m_slots.assign(std::size_t(1) << FirstSlotBits, Slot{});
    m_slots.shrink_to_fit();
    m_shift = 64 - FirstSlotBits;
    m_used = 0;
    m_terms.clear();
    m_expansions.clear();
    m_expansionTerms.clear();
    m_texts.release();
    m_document = {};
}

} // namespace Gemmary
