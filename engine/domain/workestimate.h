// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/quotabook.h"

#include <QtGlobal>

#include <chrono>

namespace Gemmary {

// What a process will take of a model's provider, as far as names and sizes tell: within a factor of 1.5 of
// what it is in the end, when the documents are like those that were looked into. Documents of equal content
// and answers that are kept from before make it less.
struct WorkEstimate
{
    qint64 documents = 0; // that will be read
    qint64 bytes = 0;
    qint64 requests = 0; // 0: no model makes the summaries
    qint64 inputTokens = 0;
    RateLimits limits; // of the provider, as this program is set

    // How long the limits alone make it take, the waits for another day included; zero: they do not matter.
    [[nodiscard]] std::chrono::minutes duration() const;
};

} // namespace Gemmary
