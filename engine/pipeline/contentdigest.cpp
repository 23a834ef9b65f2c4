// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/contentdigest.h"

#include "base/sha256.h"

#include <vector>

namespace Gemmary {

namespace {

constexpr std::size_t ReadBuffer = 256 * 1024;

} // namespace

QByteArray digestOf(ContentReader &reader, const CancelToken &cancel)
{
    Sha256 digest;
    std::vector<char> buffer(ReadBuffer);
    while (!cancel.isCancelled()) {
        const auto count = reader.read(buffer);
        if (!count)
            return {};
        if (*count == 0)
            return digest.finish();
        digest.update(std::span(buffer).first(static_cast<std::size_t>(*count)));
    }
    return {};
}

} // namespace Gemmary
