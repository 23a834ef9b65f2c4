// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/contentsource.h"

namespace Gemmary {

// Content from an open file descriptor that may be a pipe; it is read once and not closed.
class DescriptorReader : public ContentReader
{
public:
    explicit DescriptorReader(int descriptor)
        : m_descriptor(descriptor)
    {}

    [[nodiscard]] Outcome<qint64> read(std::span<char> buffer) override;
    [[nodiscard]] Outcome<void> rewind() override;
    [[nodiscard]] Outcome<void> verifyUnchanged() override { return {}; }
    [[nodiscard]] qint64 bytes() const override { return m_bytes; } // read so far
    [[nodiscard]] qint64 modifiedNs() const override { return 0; }

private:
    int m_descriptor;
    qint64 m_bytes = 0;
};

} // namespace Gemmary
