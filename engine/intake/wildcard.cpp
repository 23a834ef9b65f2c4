// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/wildcard.h"

#include "base/utf8.h"

#include <optional>

namespace Gemmary {

namespace {

// One matching of one text. A star takes as little as it can and more each time the rest does not fit; only
// the last star of each kind has to be tried again.
class Match
{
public:
    Match(std::string_view pattern, std::string_view text)
        : m_pattern(pattern)
        , m_text(text)
    {}

    bool run()
    {
        while (m_at < m_text.size()) {
            if (!takeStar() && !takeOne() && !widenStar() && !widenDoubleStar())
                return false;
        }
        return m_pattern.find_first_not_of('*', m_next) == std::string_view::npos;
    }

private:
    struct Star
    {
        std::size_t next = 0; // what follows it in the pattern
        std::size_t end = 0;  // how far into the text it reaches
        bool wholeParts = false;
    };

    bool takeStar()
    {
        const std::string_view rest = m_pattern.substr(m_next);
        if (!rest.starts_with('*'))
            return false;
        if (!rest.starts_with("**")) {
            m_next += 1;
            m_star = Star{m_next, m_at};
            return true;
        }
        const bool atPart = m_next == 0 || m_pattern[m_next - 1] == '/';
        const bool wholeParts = atPart && rest.starts_with("**/");
        m_next += wholeParts ? 3 : 2;
        m_doubleStar = Star{m_next, m_at, wholeParts};
        m_star.reset();
        return true;
    }

    bool takeOne()
    {
        if (m_next >= m_pattern.size())
            return false;
        switch (m_pattern[m_next]) {
        case '?':
            return takeAny();
        case '[':
            return takeSet();
        case '\\':
            return takeLiteral(m_next + 1 < m_pattern.size() ? m_next + 1 : m_next);
        default:
            return takeLiteral(m_next);
        }
    }

    bool takeAny()
    {
        if (m_text[m_at] == '/')
            return false;
        do
            ++m_at;
        while (m_at < m_text.size() && isUtf8Continuation(m_text[m_at]));
        ++m_next;
        return true;
    }

    bool takeLiteral(std::size_t place)
    {
        if (m_pattern[place] != m_text[m_at])
            return false;
        m_next = place + 1;
        ++m_at;
        return true;
    }

    bool takeSet()
    {
        const std::size_t end = m_pattern.find(']', m_next + 2); // "]" right at the front is of the set
        if (end == std::string_view::npos)
            return takeLiteral(m_next);
        std::string_view set = m_pattern.substr(m_next + 1, end - m_next - 1);
        const bool negated = set.starts_with('!') || set.starts_with('^');
        if (negated)
            set.remove_prefix(1);
        if (m_text[m_at] == '/' || isInSet(set, static_cast<unsigned char>(m_text[m_at])) == negated)
            return false;
        m_next = end + 1;
        ++m_at;
        return true;
    }

    static bool isInSet(std::string_view set, unsigned char byte)
    {
        for (std::size_t i = 0; i < set.size(); ++i) {
            const auto first = static_cast<unsigned char>(set[i]);
            const bool isRange = i + 2 < set.size() && set[i + 1] == '-';
            const auto last = isRange ? static_cast<unsigned char>(set[i + 2]) : first;
            if (byte >= first && byte <= last)
                return true;
            i += isRange ? 2 : 0;
        }
        return false;
    }

    bool widenStar()
    {
        if (!m_star || m_text[m_star->end] == '/')
            return false;
        m_at = ++m_star->end;
        m_next = m_star->next;
        return true;
    }

    bool widenDoubleStar()
    {
        if (!m_doubleStar)
            return false;
        std::size_t &end = m_doubleStar->end;
        if (m_doubleStar->wholeParts) {
            end = m_text.find('/', end);
            if (end == std::string_view::npos)
                return false;
        }
        m_at = ++end;
        m_next = m_doubleStar->next;
        m_star.reset();
        return true;
    }

    std::string_view m_pattern;
    std::string_view m_text;
    std::size_t m_next = 0; // in the pattern
    std::size_t m_at = 0;   // in the text
    std::optional<Star> m_star;
    std::optional<Star> m_doubleStar;
};

} // namespace

bool matchesWildcard(std::string_view pattern, std::string_view text)
{
    return Match(pattern, text).run();
}

} // namespace Gemmary
