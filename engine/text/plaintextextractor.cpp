// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/plaintextextractor.h"

#include "base/result.h"
#include "base/sha256.h"
#include "text/contenttype.h"
#include "text/encoding.h"
#include "text/textdecoder.h"
#include "text/utf8check.h"

#include <algorithm>
#include <vector>

namespace Gemmary {

namespace {

constexpr std::size_t SampleSize = 128 * 1024; // for guessing, from the front and from what broke UTF-8

using Bytes = std::span<const char>;

// One byte more than small content has, so that a short read tells that it is whole.
std::size_t bufferSizeFor(qint64 bytes)
{
    constexpr auto Largest = static_cast<qint64>(PlainTextExtractor::BufferSize);
    return static_cast<std::size_t>(std::clamp<qint64>(bytes + 1, 4096, Largest));
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
        if (const auto marked = encodingByMark(front))
            return marked;
        const Bytes head = front.first(std::min(front.size(), TypeHeadSize));
        if (const auto wide = encodingByNulPattern(head))
            return wide;
        if (const auto kind = binaryKind(head))
            return problem(Reason::NotText, *kind);
        return std::nullopt;
    }

    [[nodiscard]] Encoding encodingOfSurvey() const
    {
        if (m_check.isValid() && !usesEscapes(m_sample))
            return {QStringLiteral("UTF-8"), 0, false};
        return guessEncoding(m_sample);
    }

    // Digest, size, UTF-8 check and sample over all of the content.
    Outcome<void> survey(Bytes front)
    {
        Sha256 digest;
        Bytes chunk = front;
        std::vector<char> next;
        while (!chunk.empty()) {
            if (m_cancel.isCancelled())
                return problem(Reason::Internal);
            digest.update(chunk);
            m_bytes += static_cast<qint64>(chunk.size());
            const bool wasValid = m_check.isValidSoFar();
            m_check.feed(chunk);
            if (m_sample.empty() || (wasValid && !m_check.isValidSoFar()))
                takeSample(chunk);
            if (m_whole)
                break;
            next.resize(m_buffer.size());
            GEMMARY_ASSIGN(count, m_content.read(next));
            chunk = Bytes(next.data(), static_cast<std::size_t>(count));
        }
        m_digest = digest.finish();
        return {};
    }

    // The first bytes, and those around the first one beyond ASCII of this chunk.
    void takeSample(Bytes chunk)
    {
        const Bytes first = chunk.first(std::min(chunk.size(), SampleSize));
        m_sample.insert(m_sample.end(), first.begin(), first.end());
        const Bytes rest = chunk.subspan(first.size());
        const auto high = std::find_if(rest.begin(), rest.end(), [](char c) { return (c & 0x80) != 0; });
        const Bytes tail = rest.subspan(static_cast<std::size_t>(high - rest.begin()));
        const Bytes more = tail.first(std::min(tail.size(), SampleSize));
        m_sample.insert(m_sample.end(), more.begin(), more.end());
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
        while (count < chunk.size() && (chunk[count] & 0xC0) == 0x80)
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
