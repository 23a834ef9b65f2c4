// SPDX-License-Identifier: GPL-3.0-or-later
#include "descriptorreader.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace Gemmary {

Outcome<qint64> DescriptorReader::read(std::span<char> buffer)
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const auto count = ::read(m_descriptor, buffer.data() + filled, buffer.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return problem(Reason::ReadError, QString::fromLocal8Bit(std::strerror(errno)));
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    m_bytes += static_cast<qint64>(filled);
    return static_cast<qint64>(filled);
}

Outcome<void> DescriptorReader::rewind()
{
    return problem(Reason::ReadError, QStringLiteral("a stream cannot be read twice"));
}

} // namespace Gemmary
