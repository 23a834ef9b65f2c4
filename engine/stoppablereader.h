// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "ports/contentsource.h"

namespace Gemmary {

// Content that ends with ReadError once it is cancelled, so that reading a large document stops while its
// kind is still being found out and no text has come yet.
class StoppableReader : public ContentReader
{
public:
    StoppableReader(ContentReader &content, CancelToken cancel)
        : m_content(content)
        , m_cancel(std::move(cancel))
    {}

    [[nodiscard]] Outcome<qint64> read(std::span<char> buffer) override
    {
        if (m_cancel.isCancelled())
            return problem(Reason::ReadError);
        return m_content.read(buffer);
    }
    [[nodiscard]] Outcome<void> rewind() override { return m_content.rewind(); }
    [[nodiscard]] Outcome<void> verifyUnchanged() override { return m_content.verifyUnchanged(); }
    [[nodiscard]] qint64 bytes() const override { return m_content.bytes(); }
    [[nodiscard]] qint64 modifiedNs() const override { return m_content.modifiedNs(); }

private:
    ContentReader &m_content;
    CancelToken m_cancel;
};

} // namespace Gemmary
