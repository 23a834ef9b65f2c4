// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace Gemmary {

// A node's full word table as a run of chunks, in the encoding of the analysis room: terms in byte order,
// each chunk complete by itself, at most 512 KiB compressed. To everybody else the bytes are opaque.

// Takes the chunks in order.
class ChunkSink
{
public:
    virtual ~ChunkSink() = default;
    [[nodiscard]] virtual Result<void> put(const QByteArray &chunk) = 0;
};

// Gives the chunks in order; nullopt at the end.
class ChunkSource
{
public:
    virtual ~ChunkSource() = default;
    [[nodiscard]] virtual Result<std::optional<QByteArray>> next() = 0;
};

} // namespace Gemmary
