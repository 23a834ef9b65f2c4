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

std::uint64_t load(const char *bytes)
{
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
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

TermDictionary::TermDictionary()
    : m_multiplier(randomBits() | 1)
    , m_seed(randomBits())
    , m_shift(64 - FirstSlotBits)
    , m_slots(std::size_t(1) << FirstSlotBits)
{}

std::uint64_t TermDictionary::longKey(const char *text, std::uint32_t length) const
{
    std::uint64_t key = m_seed ^ length;
    for (std::uint32_t at = 0; at + 8 < length; at += 8)
        key = mix(key ^ load(text + at), m_multiplier);
    return mix(key ^ load(text + length - 8), m_multiplier);
}

bool TermDictionary::isText(const Slot &slot, const char *text) const
{
    const std::string_view known =
        slot.length & RawBit ? m_expansions[slot.target].token : m_terms[slot.target].text;
    return std::memcmp(known.data(), text, known.size()) == 0;
}

TermDictionary::TermId TermDictionary::idOf(std::string_view term)
{
    // A short key is loaded by eight bytes, which a term need not have behind it.
    std::array<char, 8> bytes{};
    if (term.size() < bytes.size())
        std::memcpy(bytes.data(), term.data(), term.size());
    const char *text = term.size() < bytes.size() ? bytes.data() : term.data();
    const Place place = placeOf(text, static_cast<std::uint32_t>(term.size()), true);
    const Slot &slot = m_slots[find(place, term.data())];
    return slot.length ? slot.target : addTerm(term, place);
}

TermDictionary::TermId TermDictionary::addTerm(std::string_view text, const Place &place)
{
    const auto id = static_cast<TermId>(m_terms.size());
    const std::string_view kept = keepText(text);
    m_terms.push_back({kept, 0, 0});
    m_occurrences.emplace_back();
    addSlot(place, kept, id);
    return id;
}

void TermDictionary::remember(std::string_view token, std::span<const TermId> terms)
{
    const auto expansion = static_cast<std::uint32_t>(m_expansions.size());
    const std::string_view kept = keepText(token);
    m_expansions.push_back({kept, static_cast<std::uint32_t>(m_expansionTerms.size()),
                            static_cast<std::uint32_t>(terms.size())});
    m_expansionTerms.insert(m_expansionTerms.end(), terms.begin(), terms.end());
    addSlot(placeOf(token.data(), static_cast<std::uint32_t>(token.size()), false), kept, expansion);
    for (const TermId id : terms)
        occur(id);
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
        std::size_t at = (slot.key * m_multiplier) >> m_shift;
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

// Every window's distinct terms are its first occurrences. occur() also counted windows that would begin in
// the last 499 terms and reach past the end: those hold the terms seen since, each once.
MovingTypeTokenRatio TermDictionary::movingRatio() const
{
    constexpr std::uint64_t Window = MovingTypeTokenRatio::Window;
    const std::uint64_t length = m_position - m_documentStart;
    if (length < Window)
        return {};
    const std::uint64_t firstCutWindow = m_position - (Window - 1);
    std::uint64_t distinct = m_firstInWindows;
    for (const TermId id : m_touched) {
        const std::uint64_t last = m_occurrences[id].last;
        distinct -= last >= firstCutWindow ? last - firstCutWindow + 1 : 0;
    }
    return {static_cast<qint64>(length - Window + 1), static_cast<qint64>(distinct)};
}

void TermDictionary::keepDocument()
{
    for (const TermId id : m_touched)
        m_terms[id].batchCount += m_occurrences[id].count;
    dropDocument();
}

void TermDictionary::dropDocument()
{
    for (const TermId id : m_touched)
        m_occurrences[id].count = 0;
    m_touched.clear();
    m_documentStart = m_position;
    m_firstInWindows = 0;
}

std::vector<TermDictionary::TermId> TermDictionary::sortedTerms() const
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
    m_occurrences.clear();
    m_expansions.clear();
    m_expansionTerms.clear();
    m_texts.release();
    m_touched.clear();
    m_position = 1;
    m_documentStart = 1;
    m_firstInWindows = 0;
}

} // namespace Gemmary
