// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ports/contentsource.h"

#include <memory>

namespace Gemmary {

// Content kept in the store: standard input, uploads. Addressed by SHA-256, so equal content is kept once.
// Thread-safe as a ProcessStore is.
class ContentStore : public ContentSource
{
public:
    // Reads `content` to its end and keeps it, holding a few MiB at most. Answers a Blob locator. The content
    // stays until no process refers to it, and for an hour in any case.
    [[nodiscard]] virtual Result<Locator> put(ContentReader &content) = 0;
};

} // namespace Gemmary
