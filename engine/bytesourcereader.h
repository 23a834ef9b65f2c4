// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "ports/contentsource.h"

namespace Gemmary {

// Content from a ByteSource; it is read once.
class ByteSourceReader : public ContentReader
{
public:
    explicit ByteSourceReader(ByteSource source)
        : m_source(std::move(source))
    {}

    [[nodiscard]] Outcome<qint64> read(std::span<char> buffer) override
    {
        const qint64 got = m_source(buffer);
        m_bytes += got;
        return got;
    }

    [[nodiscard]] Outcome<void> rewind() override
    {
        return problem(Reason::ReadError, QStringLiteral("a stream cannot be read twice"));
    }

    [[nodiscard]] Outcome<void> verifyUnchanged() override { return {}; }
    [[nodiscard]] qint64 bytes() const override { return m_bytes; } // read so far
    [[nodiscard]] qint64 modifiedNs() const override { return 0; }

private:
    ByteSource m_source;
    qint64 m_bytes = 0;
};

} // namespace Gemmary
