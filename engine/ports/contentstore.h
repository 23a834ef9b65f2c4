// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ports/contentsource.h"

#include <memory>
#include <vector>

namespace Gemmary {

// Content kept in the store: standard input, uploads. Addressed by SHA-256, so equal content is kept once.
// Thread-safe as a ProcessStore is.
class ContentStore : public ContentSource
{
public:
    // Whether this content is kept; then it stays for another hour, as if it had just been put.
    [[nodiscard]] virtual Result<bool> keeps(const QByteArray &sha256) = 0;

    // Bytes of each content, in their order; 0: it is not kept.
    [[nodiscard]] virtual Result<std::vector<qint64>>
    sizesOf(const std::vector<QByteArray> &digests) const = 0;

    // Reads `content` to its end and keeps it, holding a few MiB at most. Answers a Blob locator. The content
    // stays until no process refers to it, and for an hour in any case. Between two reads nothing is held
    // that other calls into the store would wait for.
    [[nodiscard]] virtual Result<Locator> put(ContentReader &content) = 0;
};

} // namespace Gemmary
