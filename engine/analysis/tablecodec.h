// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/tablestream.h"

#include <QtGlobal>

#include <string>
#include <string_view>

namespace Gemmary {

// Word tables as chunks. A chunk is: format version (1 byte), the first 8 bytes of the SHA-256 of what
// follows, number of rows, size of the rows (varints), and the rows in one zstd frame. A row is: bytes shared
// with the term before, further bytes (varints), those bytes, count (varint). A chunk's first row shares
// nothing.

// Writes rows, whose terms must come in byte order, each once. One thread at a time.
class TableWriter
{
public:
    // `sink` must outlive it.
    explicit TableWriter(ChunkSink &sink)
        : m_sink(sink)
    {}

    [[nodiscard]] Result<void> add(std::string_view term, qint64 count);
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> flush();

    ChunkSink &m_sink;
    std::string m_rows;
    std::string m_previous;
    quint64 m_rowCount = 0;
};

// Reads rows in byte order. A chunk that is cut, changed or made up is an error of kind Storage, never a
// crash.
class TableReader
{
public:
    // `source` must outlive it.
    explicit TableReader(ChunkSource &source)
        : m_source(&source)
    {}

    // Moves to the next row; false at the end.
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] std::string_view term() const { return m_term; }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    [[nodiscard]] Result<void> open(const QByteArray &chunk);
    [[nodiscard]] bool readRow();

    ChunkSource *m_source;
    std::string m_rows;
    std::string_view m_rest; // of m_rows
    quint64 m_rowsLeft = 0;
    std::string m_term;
    qint64 m_count = 0;
    bool m_firstOfChunk = false;
};

} // namespace Gemmary
