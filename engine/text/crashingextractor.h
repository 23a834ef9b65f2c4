// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/textextractor.h"

#include <cstdlib>
#include <string>

namespace Gemmary {

// A test hook: ends the program over a text that holds the given words, as a mistake in a reader would.
class CrashingExtractor : public TextExtractor
{
public:
    // The extractor outlives it. Words that fall on the edge of two pieces of the text are not seen.
    CrashingExtractor(const TextExtractor &extractor, std::string words)
        : m_extractor(extractor)
        , m_words(std::move(words))
    {}

    [[nodiscard]] Outcome<TextFacts> extract(ContentReader &content, TextSink &sink,
                                             const CancelToken &cancel) const override
    {
        Watch watch(sink, m_words);
        return m_extractor.extract(content, watch, cancel);
    }

private:
    class Watch : public TextSink
    {
    public:
        Watch(TextSink &sink, const std::string &words)
            : m_sink(sink)
            , m_words(words)
        {}

        void text(std::string_view utf8) override
        {
            if (utf8.find(m_words) != std::string_view::npos)
                std::abort();
            m_sink.text(utf8);
        }

    private:
        TextSink &m_sink;
        const std::string &m_words;
    };

    const TextExtractor &m_extractor;
    std::string m_words;
};

} // namespace Gemmary
