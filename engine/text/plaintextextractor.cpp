// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/plaintextextractor.h"

#include "base/result.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "text/contenttype.h"
#include "text/encoding.h"
#include "text/textdecoder.h"
#include "text/utf8check.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace Gemmary {

namespace {

constexpr std::size_t SampleSize = 128 * 1024; // for guessing; as much of the front and of what broke UTF-8
constexpr std::size_t LongLine = 4 * 1024;     // how far a sample's edge is moved to the end of a line

using Bytes = std::span<const char>;

// One byte more than small content has, so that a short read tells that it is whole.
std::size_t bufferSizeFor(qint64 bytes)
{
    constexpr auto Largest = static_cast<qint64>(PlainTextExtractor::BufferSize);
    return static_cast<std::size_t>(std::clamp<qint64>(bytes + 1, 4096, Largest));
}

// Where the first malformed sequence of UTF-8 begins, but for what the edges of `bytes` cut off.
std::size_t firstMalformed(Bytes bytes)
{
    const auto size = static_cast<int32_t>(bytes.size());
    int32_t i = 0;
    while (i < size && i < 3 && U8_IS_TRAIL(static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)])))
        ++i;
    for (int32_t begin = i; i < size; begin = i) {
        UChar32 c = 0;
        U8_NEXT(bytes.data(), i, size, c);
        if (c < 0)
            return static_cast<std::size_t>(begin);
    }
    return bytes.size();
}

std::size_t firstHigh(Bytes bytes)
{
    constexpr quint64 HighBits = 0x8080808080808080;
    std::size_t i = 0;
    for (quint64 word = 0; i + sizeof word <= bytes.size(); i += sizeof word) {
        std::memcpy(&word, bytes.data() + i, sizeof word);
        if ((word & HighBits) != 0)
            break;
    }
    const auto high = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(i), bytes.end(),
                                   [](char c) { return (c & 0x80) != 0; });
    return static_cast<std::size_t>(high - bytes.begin());
}

// One reading of one document. `m_buffer` holds the whole content when it is small.
class Extraction
{
public:
    Extraction(ContentReader &content, TextSink &sink, const CancelToken &cancel)
        : m_content(content)
        , m_sink(sink)
        , m_cancel(cancel)
        , m_buffer(bufferSizeFor(content.bytes()))
    {}

    Outcome<TextFacts> run()
    {
        GEMMARY_ASSIGN(count, m_content.read(m_buffer));
        Bytes front(m_buffer.data(), static_cast<std::size_t>(count));
        if (front.empty())
            return problem(Reason::Empty);
        GEMMARY_ASSIGN(marked, encodingOfFront(front));
        m_whole = front.size() < m_buffer.size();
        GEMMARY_TRY(survey(front));
        m_encoding = marked ? *marked : encodingOfSurvey();
        if (static_cast<qint64>(m_encoding.bomSize) == m_bytes)
            return problem(Reason::Empty);
        GEMMARY_TRY(m_encoding.isUtf8() && m_check.isValid() ? emitUtf8(front) : emitDecoded(front));
        GEMMARY_TRY(m_content.verifyUnchanged());
        return TextFacts{QStringLiteral("text"), m_encoding.name, m_encoding.guessed, m_digest, m_bytes};
    }

private:
    // What the front alone settles; NotText when it is not text.
    static Outcome<std::optional<Encoding>> encodingOfFront(Bytes front)
    {
        const Bytes head = front.first(std::min(front.size(), TypeHeadSize));
        auto encoding = encodingByMark(head);
        if (encoding && !encoding->isUtf8()) {
            if (!isWideText(head, *encoding))
                return problem(Reason::NotText, QStringLiteral("binary data"));
            return encoding;
        }
        if (!encoding) {
            if (auto wide = wideEncoding(head))
                return wide;
        }
        if (const auto kind = binaryKind(head.subspan(encoding ? encoding->bomSize : 0)))
            return problem(Reason::NotText, *kind);
        return encoding;
    }

    [[nodiscard]] Encoding encodingOfSurvey() const
    {
        if (!m_check.isValid())
            return guessEncoding(m_sample);
        return escapedEncoding(m_sample).value_or(Encoding{QStringLiteral("UTF-8"), 0, false});
    }

    // Digest, size, UTF-8 check and sample over all of the content.
    Outcome<void> survey(Bytes front)
    {
        Sha256 digest;
        Bytes chunk = front;
        while (!chunk.empty()) {
            if (m_cancel.isCancelled())
                return problem(Reason::Internal);
            digest.update(chunk);
            m_bytes += static_cast<qint64>(chunk.size());
            const bool wasValid = m_check.isValidSoFar();
            m_check.feed(chunk);
            takeSample(chunk, wasValid && !m_check.isValidSoFar());
            if (m_whole)
                break;
            GEMMARY_ASSIGN(count, m_content.read(m_buffer));
            chunk = Bytes(m_buffer.data(), static_cast<std::size_t>(count));
        }
        m_digest = digest.finish();
        return {};
    }

    // The front of the content, and what surrounds its first bytes beyond ASCII and its first malformed ones.
    void takeSample(Bytes chunk, bool broken)
    {
        std::size_t taken = 0; // of the chunk
        if (m_sample.empty())
            taken = addToSample(chunk);
        if (!m_hasHigh) {
            const std::size_t place = firstHigh(chunk);
            m_hasHigh = place < chunk.size();
            taken = sampleAround(chunk, place, taken);
        }
        if (broken)
            sampleAround(chunk, firstMalformed(chunk), taken);
    }

    // Answers how much of the chunk the sample then has, gaps included.
    std::size_t sampleAround(Bytes chunk, std::size_t place, std::size_t taken)
    {
        if (place < taken || place == chunk.size())
            return taken;
        const std::size_t nearby = std::max(taken, place - std::min(place, LongLine));
        const std::string_view before(chunk.data() + nearby, place - nearby);
        const auto lineEnd = before.find('\n');
        const std::size_t begin = lineEnd == before.npos ? place : nearby + lineEnd + 1;
        return begin + addToSample(chunk.subspan(begin));
    }

    // Cut after a line where possible: elsewhere it might be within a character of two bytes.
    std::size_t addToSample(Bytes bytes)
    {
        std::size_t size = std::min(bytes.size(), SampleSize);
        if (size < bytes.size()) {
            const auto lineEnd = std::string_view(bytes.data(), size).rfind('\n');
            if (lineEnd != std::string_view::npos && size - lineEnd <= LongLine)
                size = lineEnd + 1;
        }
        m_sample.insert(m_sample.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        return size;
    }

    // Calls `take(chunk, last)` for the content from its front; again from the store unless the buffer has it
    // all.
    template <typename Take>
    Outcome<void> forEachChunk(Bytes front, Take take)
    {
        if (m_whole)
            return take(front, true);
        GEMMARY_TRY(m_content.rewind());
        for (;;) {
            if (m_cancel.isCancelled())
                return problem(Reason::Internal);
            GEMMARY_ASSIGN(count, m_content.read(m_buffer));
            const Bytes chunk(m_buffer.data(), static_cast<std::size_t>(count));
            GEMMARY_TRY(take(chunk, chunk.empty()));
            if (chunk.empty())
                return {};
        }
    }

    // Between the two readings the content may have changed: what is not UTF-8 any more goes to no sink.
    Outcome<void> emitUtf8(Bytes front)
    {
        std::size_t skip = m_encoding.bomSize;
        std::string held; // a code point cut off by a chunk's end
        return forEachChunk(front, [&](Bytes chunk, bool last) -> Outcome<void> {
            chunk = chunk.subspan(std::min(skip, chunk.size()));
            skip = 0;
            if (!held.empty() && !chunk.empty()) {
                const std::size_t missing = std::min<std::size_t>(chunk.size(), continuation(chunk));
                held.append(chunk.data(), missing);
                chunk = chunk.subspan(missing);
                GEMMARY_TRY(emitChecked(held));
                held.clear();
            }
            const std::size_t whole = wholeCodePoints(chunk);
            GEMMARY_TRY(emitChecked({chunk.data(), whole}));
            if (!chunk.empty())
                held.assign(chunk.data() + whole, chunk.size() - whole);
            return last && !held.empty() ? problem(Reason::ChangedWhileRead) : Outcome<void>();
        });
    }

    static std::size_t continuation(Bytes chunk)
    {
        std::size_t count = 0;
        while (count < chunk.size() && isUtf8Continuation(chunk[count]))
            ++count;
        return count;
    }

    Outcome<void> emitChecked(std::string_view text)
    {
        if (text.empty())
            return {};
        if (!m_whole) {
            Utf8Check check;
            check.feed(text);
            if (!check.isValid())
                return problem(Reason::ChangedWhileRead);
        }
        m_sink.text(text);
        return {};
    }

    Outcome<void> emitDecoded(Bytes front)
    {
        const auto decoder = TextDecoder::create(m_encoding.name);
        if (!decoder)
            return problem(Reason::Internal, QStringLiteral("no decoder for %1").arg(m_encoding.name));
        std::size_t skip = m_encoding.bomSize;
        return forEachChunk(front, [&](Bytes chunk, bool last) -> Outcome<void> {
            chunk = chunk.subspan(std::min(skip, chunk.size()));
            skip = 0;
            decoder->feed(chunk, last, [this](std::string_view text) { m_sink.text(text); });
            return {};
        });
    }

    ContentReader &m_content;
    TextSink &m_sink;
    const CancelToken &m_cancel;
    std::vector<char> m_buffer;
    std::vector<char> m_sample;
    Utf8Check m_check;
    Encoding m_encoding;
    bool m_hasHigh = false; // the sample has bytes beyond ASCII
    QByteArray m_digest;
    qint64 m_bytes = 0;
    bool m_whole = false;
};

} // namespace

Outcome<TextFacts> PlainTextExtractor::extract(ContentReader &content, TextSink &sink,
                                               const CancelToken &cancel) const
{
    return Extraction(content, sink, cancel).run();
}

} // namespace Gemmary
