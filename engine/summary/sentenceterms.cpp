// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/sentenceterms.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int StemLetters = 6;

void append(std::string &text, UChar32 c)
{
    char bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    text.append(bytes, static_cast<std::size_t>(length));
}

bool isWordCharacter(UChar32 c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

bool isWrittenWithoutBlanks(UChar32 c)
{
    if (c < 0x0E00)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

std::string stem(const std::string &word)
{
    std::size_t end = 0;
    for (int letters = 0; letters < StemLetters && end < word.size(); ++letters) {
        ++end;
        while (end < word.size() && isUtf8Continuation(word[end]))
            ++end;
    }
    return word.substr(0, end);
}

// Gathers words from code points.
class WordCollector
{
public:
    void add(UChar32 c)
    {
        if (isWrittenWithoutBlanks(c)) {
            flush();
            addUnspaced(c);
            return;
        }
        m_previous = 0;
        if (isWordCharacter(c)) {
            if (m_apostrophe && !m_word.empty())
                m_word += '\'';
            m_apostrophe = false;
            append(m_word, u_tolower(c));
        } else if ((c == '\'' || c == 0x2019) && !m_word.empty() && !m_apostrophe) {
            m_apostrophe = true;
        } else {
            flush();
        }
    }

    std::vector<std::string> take()
    {
        flush();
        return std::move(m_words);
    }

private:
    void addUnspaced(UChar32 c)
    {
        if (m_previous != 0) {
            std::string pair;
            append(pair, m_previous);
            append(pair, c);
            m_words.push_back(std::move(pair));
        }
        m_previous = c;
    }

    void flush()
    {
        if (!m_word.empty())
            m_words.push_back(std::move(m_word));
        m_word.clear();
        m_apostrophe = false;
    }

    std::vector<std::string> m_words;
    std::string m_word;
    bool m_apostrophe = false;
    UChar32 m_previous = 0;
};

} // namespace

std::vector<std::string> wordsOf(std::string_view text)
{
    WordCollector collector;
    int32_t i = 0;
    const auto length = static_cast<int32_t>(text.size());
    while (i < length) {
        UChar32 c = 0;
        U8_NEXT(text.data(), i, length, c);
        collector.add(c);
    }
    return collector.take();
}

TermSet::TermSet(const StopWords &stopWords, QString language)
    : m_stopWords(stopWords)
    , m_language(std::move(language))
{}

std::vector<TermSet::Count> TermSet::termsOf(const std::vector<std::string> &words)
{
    std::vector<Count> counts;
    for (const std::string &word : words) {
        if (word.size() < 2 || m_stopWords.contains(m_language, word))
            continue;
        const auto [place, isNew] = m_numbers.try_emplace(stem(word), static_cast<int>(m_surfaces.size()));
        if (isNew)
            m_surfaces.emplace_back();
        Surface &surface = m_surfaces[static_cast<std::size_t>(place->second)];
        if (const int count = ++surface.counts[word]; count > surface.best) {
            surface.best = count;
            surface.word = word;
        }
        counts.push_back({place->second, 1});
    }
    std::sort(counts.begin(), counts.end(), [](const Count &a, const Count &b) { return a.term < b.term; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (kept > 0 && counts[kept - 1].term == counts[i].term)
            ++counts[kept - 1].count;
        else
            counts[kept++] = counts[i];
    }
    counts.resize(kept);
    return counts;
}

const std::string &TermSet::surfaceOf(int term) const
{
    return m_surfaces[static_cast<std::size_t>(term)].word;
}

} // namespace Gemmary
