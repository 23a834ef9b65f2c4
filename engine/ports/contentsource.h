// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/document.h"

#include <memory>
#include <span>

namespace Gemmary {

// One document's bytes, from front to end. One thread at a time.
class ContentReader
{
public:
    virtual ~ContentReader() = default;

    // Fills `buffer` from the front; fewer bytes than asked for only at the end, 0 there and after.
    [[nodiscard]] virtual Outcome<qint64> read(std::span<char> buffer) = 0;

    // Back to the first byte.
    [[nodiscard]] virtual Outcome<void> rewind() = 0;

    // ChangedWhileRead when the content is not what it was when it was opened.
    [[nodiscard]] virtual Outcome<void> verifyUnchanged() = 0;

    // As it was when it was opened.
    [[nodiscard]] virtual qint64 bytes() const = 0;
    [[nodiscard]] virtual qint64 modifiedNs() const = 0;
};

// Opens documents by locator. Thread-safe.
class ContentSource
{
public:
    virtual ~ContentSource() = default;
    [[nodiscard]] virtual Outcome<std::unique_ptr<ContentReader>> open(const Locator &locator) const = 0;
};

} // namespace Gemmary
