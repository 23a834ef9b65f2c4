// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/byteblock.h"

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace Gemmary {

namespace {

// Eight bytes in a word. A predicate's answer is the top bit of each byte.
class WordLanes
{
public:
    static constexpr int Width = 8;
    using Answer = std::uint64_t;

    explicit WordLanes(const char *bytes) { std::memcpy(&m_bytes, bytes, Width); }

    // Whether a byte is in first … last, both ASCII.
    [[nodiscard]] Answer between(unsigned char first, unsigned char last) const
    {
        return range(m_bytes, first, last);
    }
    [[nodiscard]] Answer letters() const { return range(m_bytes | all(0x20), 'a', 'z'); }
    [[nodiscard]] Answer is(unsigned char byte) const { return between(byte, byte); }
    [[nodiscard]] Answer high() const { return m_bytes & all(0x80); }
    [[nodiscard]] Answer continuation() const { return high() & ~(m_bytes << 1); }

    [[nodiscard]] static Answer either(Answer a, Answer b) { return a | b; }

    // The eight top bits side by side.
    [[nodiscard]] static std::uint64_t mask(Answer answer)
    {
        return ((answer >> 7) * 0x0102040810204080U) >> 56;
    }

private:
    static constexpr std::uint64_t all(unsigned char byte) { return 0x0101010101010101U * byte; }

    [[nodiscard]] static Answer range(std::uint64_t bytes, unsigned char first, unsigned char last)
    {
        const std::uint64_t low = bytes & all(0x7F);
        const std::uint64_t atLeast = low + all(static_cast<unsigned char>(0x80 - first));
        const std::uint64_t above = low + all(static_cast<unsigned char>(0x7F - last));
        return atLeast & ~above & ~bytes & all(0x80);
    }

    std::uint64_t m_bytes = 0;
};

#if defined(__SSE2__)
// Sixteen bytes in a register, with the same face.
class VectorLanes
{
public:
    static constexpr int Width = 16;
    using Answer = __m128i;

    explicit VectorLanes(const char *bytes)
        : m_bytes(_mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes)))
    {}

    [[nodiscard]] Answer between(unsigned char first, unsigned char last) const
    {
        return range(m_bytes, first, last);
    }
    [[nodiscard]] Answer letters() const { return range(_mm_or_si128(m_bytes, all(0x20)), 'a', 'z'); }
    [[nodiscard]] Answer is(unsigned char byte) const { return _mm_cmpeq_epi8(m_bytes, all(byte)); }
    [[nodiscard]] Answer high() const { return m_bytes; }
    [[nodiscard]] Answer continuation() const { return _mm_cmplt_epi8(m_bytes, all(0xC0)); }

    [[nodiscard]] static Answer either(Answer a, Answer b) { return _mm_or_si128(a, b); }
    [[nodiscard]] static std::uint64_t mask(Answer answer)
    {
        return static_cast<std::uint64_t>(_mm_movemask_epi8(answer));
    }

private:
    static __m128i all(unsigned char byte) { return _mm_set1_epi8(static_cast<char>(byte)); }

    [[nodiscard]] static Answer range(__m128i bytes, unsigned char first, unsigned char last)
    {
        const __m128i distance = _mm_sub_epi8(bytes, all(first));
        return _mm_cmpeq_epi8(_mm_min_epu8(distance, all(static_cast<unsigned char>(last - first))),
                              distance);
    }

    __m128i m_bytes;
};
using BestLanes = VectorLanes;
#else
using BestLanes = WordLanes;
#endif

template <typename Lanes>
ByteBlock classify(const char *bytes)
{
    ByteBlock block;
    for (int at = 0; at < ByteBlock::Size; at += Lanes::Width) {
        const Lanes lanes(bytes + at);
        const auto digit = lanes.between('0', '9');
        const auto stop = lanes.is('.');
        block.newline |= Lanes::mask(lanes.is('\n')) << at;
        block.space |= Lanes::mask(Lanes::either(lanes.between('\t', '\r'), lanes.is(' '))) << at;
        block.word |= Lanes::mask(Lanes::either(lanes.letters(), digit)) << at;
        block.digit |= Lanes::mask(digit) << at;
        block.joiner |= Lanes::mask(Lanes::either(lanes.is('\''), lanes.is('-'))) << at;
        block.point |= Lanes::mask(Lanes::either(stop, lanes.is(','))) << at;
        block.terminator |= Lanes::mask(Lanes::either(stop, Lanes::either(lanes.is('!'), lanes.is('?'))))
                            << at;
        block.high |= Lanes::mask(lanes.high()) << at;
        block.continuation |= Lanes::mask(lanes.continuation()) << at;
    }
    return block;
}

} // namespace

ByteBlock classifyBytes(const char *bytes)
{
    return classify<BestLanes>(bytes);
}

ByteBlock classifyBytesPortably(const char *bytes)
{
    return classify<WordLanes>(bytes);
}

std::uint64_t bytesEqual(const char *bytes, char byte)
{
    std::uint64_t mask = 0;
    for (int at = 0; at < ByteBlock::Size; at += BestLanes::Width)
        mask |= BestLanes::mask(BestLanes(bytes + at).is(static_cast<unsigned char>(byte))) << at;
    return mask;
}

void lowerAscii(char *bytes, int length)
{
    for (int i = 0; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const auto fromA = static_cast<unsigned char>(byte - 'A');
        bytes[i] = static_cast<char>(byte + (fromA < 26 ? 0x20 : 0));
    }
}

} // namespace Gemmary
