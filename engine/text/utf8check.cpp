// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8check.h"

#include "base/utf8.h"

#include <simdjson.h>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::size_t LongestCodePoint = 4;

std::size_t lengthByLead(unsigned char lead)
{
    if (lead < 0xC0)
        return 1;
    if (lead < 0xE0)
        return 2;
    return lead < 0xF0 ? 3 : 4;
}

} // namespace

std::size_t wholeCodePoints(std::span<const char> bytes)
{
    const std::size_t size = bytes.size();
    for (std::size_t back = 1; back <= std::min(size, LongestCodePoint - 1); ++back) {
        const char byte = bytes[size - back];
        if (isUtf8Continuation(byte))
            continue;
        return lengthByLead(static_cast<unsigned char>(byte)) > back ? size - back : size;
    }
    return size;
}

void Utf8Check::feed(std::span<const char> bytes)
{
    if (!m_valid)
        return;
    // Completes the cut-off code point first, byte by byte; there are at most three to come.
    while (!m_tail.empty() && !bytes.empty()) {
        m_tail.push_back(bytes.front());
        bytes = bytes.subspan(1);
        if (m_tail.size() < lengthByLead(static_cast<unsigned char>(m_tail.front())))
            continue;
        m_valid = simdjson::validate_utf8(m_tail.data(), m_tail.size());
        m_tail.clear();
    }
    if (!m_valid || bytes.empty())
        return;
    const std::size_t whole = wholeCodePoints(bytes);
    m_valid = simdjson::validate_utf8(bytes.data(), whole);
    m_tail.assign(bytes.begin() + static_cast<std::ptrdiff_t>(whole), bytes.end());
}

} // namespace Gemmary
