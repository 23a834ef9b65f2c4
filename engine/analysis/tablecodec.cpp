// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tablecodec.h"

#include "base/sha256.h"

#include <zstd.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace Gemmary {

namespace {

constexpr char FormatVersion = 1;
constexpr qsizetype DigestSize = 8;
constexpr qsizetype BodyAt = 1 + DigestSize;
constexpr int CompressionLevel = 3;
constexpr std::size_t LargestChunk = 512 * 1024; // compressed, all of it
constexpr std::size_t LargestRows = 508 * 1024;  // even rows that do not compress then fit into a chunk
constexpr std::size_t LongestVarint = 10;
constexpr std::size_t LongestTerm = 16 * 1024; // bytes; far more than the segmenter makes
static_assert(ZSTD_COMPRESSBOUND(LargestRows) + BodyAt + 2 * LongestVarint <= LargestChunk);

template <typename Bytes>
void appendVarint(Bytes &bytes, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        bytes.push_back(static_cast<char>(value | 0x80));
    bytes.push_back(static_cast<char>(value));
}

std::optional<quint64> takeVarint(std::string_view &bytes)
{
    quint64 value = 0;
    for (std::size_t i = 0; i < std::min(bytes.size(), LongestVarint); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const auto bits = static_cast<quint64>(byte & 0x7F);
        if (i == LongestVarint - 1 && byte > 1)
            return std::nullopt; // beyond 64 bits
        value |= bits << (7 * i);
        if (byte < 0x80) {
            bytes.remove_prefix(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

std::size_t sharedPrefix(std::string_view a, std::string_view b)
{
    const std::size_t most = std::min(a.size(), b.size());
    const auto end = std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin());
    return static_cast<std::size_t>(end.first - a.begin());
}

QByteArray digestOf(std::string_view body)
{
    Sha256 sha;
    sha.update(body);
    return sha.finish().left(DigestSize);
}

tl::unexpected<Error> damaged(const char *detail)
{
    return failure(ErrorKind::Storage, QStringLiteral("A stored word table is damaged."),
                   QString::fromLatin1(detail));
}

} // namespace

Result<void> TableWriter::add(std::string_view term, qint64 count)
{
    if (m_rows.size() + term.size() + 3 * LongestVarint > LargestRows)
        GEMMARY_TRY(flush());
    const std::size_t shared = m_rowCount ? sharedPrefix(m_previous, term) : 0;
    appendVarint(m_rows, shared);
    appendVarint(m_rows, term.size() - shared);
    m_rows.append(term.substr(shared));
    appendVarint(m_rows, static_cast<quint64>(count));
    m_previous.assign(term);
    ++m_rowCount;
    return {};
}

Result<void> TableWriter::finish()
{
    if (m_rowCount == 0)
        return {};
    return flush();
}

Result<void> TableWriter::flush()
{
    QByteArray body;
    appendVarint(body, m_rowCount);
    appendVarint(body, m_rows.size());
    const qsizetype head = body.size();
    const std::size_t room = ZSTD_compressBound(m_rows.size());
    body.resize(head + static_cast<qsizetype>(room));
    const std::size_t size =
        ZSTD_compress(body.data() + head, room, m_rows.data(), m_rows.size(), CompressionLevel);
    if (ZSTD_isError(size)) {
        return failure(ErrorKind::Internal, QStringLiteral("A word table could not be compressed."),
                       QString::fromLatin1(ZSTD_getErrorName(size)));
    }
    body.truncate(head + static_cast<qsizetype>(size));
    m_rows.clear();
    m_rowCount = 0;
    return m_sink.put(FormatVersion + digestOf(std::string_view(body.constData(), body.size())) + body);
}

Result<bool> TableReader::next()
{
    while (m_rowsLeft == 0) {
        if (!m_rest.empty())
            return damaged("bytes after the last row");
        GEMMARY_ASSIGN(chunk, m_source->next());
        if (!chunk)
            return false;
        GEMMARY_TRY(open(*chunk));
    }
    if (!readRow())
        return damaged("a row is not well-formed");
    --m_rowsLeft;
    return true;
}

Result<void> TableReader::open(const QByteArray &chunk)
{
    if (chunk.size() <= BodyAt || static_cast<std::size_t>(chunk.size()) > LargestChunk)
        return damaged("the size of a chunk is impossible");
    if (chunk.front() != FormatVersion)
        return damaged("the version of a chunk is not known");
    std::string_view body(chunk.constData() + BodyAt, static_cast<std::size_t>(chunk.size() - BodyAt));
    if (digestOf(body) != chunk.mid(1, DigestSize))
        return damaged("the checksum of a chunk is wrong");
    const auto rows = takeVarint(body);
    const auto size = takeVarint(body);
    if (!rows || !size || *rows == 0 || *size > LargestRows)
        return damaged("the head of a chunk is impossible");
    m_rows.resize(*size);
    const std::size_t got = ZSTD_decompress(m_rows.data(), m_rows.size(), body.data(), body.size());
    if (ZSTD_isError(got) || got != m_rows.size())
        return damaged("a chunk does not decompress");
    m_rest = m_rows;
    m_rowsLeft = *rows;
    m_firstOfChunk = true;
    return {};
}

bool TableReader::readRow()
{
    const auto shared = takeVarint(m_rest);
    const auto further = takeVarint(m_rest);
    if (!shared || !further || *shared > (m_firstOfChunk ? 0 : m_term.size()) || *further > m_rest.size() ||
        *further == 0 || *shared + *further > LongestTerm)
        return false;
    const std::string_view bytes = m_rest.substr(0, *further);
    // Only then is this term behind the one before it.
    const std::string_view replaced = std::string_view(m_term).substr(*shared);
    if (bytes <= replaced)
        return false;
    m_term.resize(*shared);
    m_term.append(bytes);
    m_rest.remove_prefix(*further);
    m_firstOfChunk = false;
    const auto count = takeVarint(m_rest);
    if (!count || *count == 0 || *count > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return false;
    m_count = static_cast<qint64>(*count);
    return true;
}

} // namespace Gemmary
