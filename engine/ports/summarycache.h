// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/textmodel.h"

#include <QByteArray>

#include <optional>

namespace Gemmary {

// Keeps what models answered, so that a job that is tried again asks only for what is missing: calls cost
// money, minutes and quota. Thread-safe.
//
// It has no errors: one that cannot read knows nothing, one that cannot write forgets; the work goes on.
class SummaryCache
{
public:
    virtual ~SummaryCache() = default;

    // `key`: 32 bytes, the SHA-256 of all that decides an answer.
    [[nodiscard]] virtual std::optional<ModelAnswer> get(const QByteArray &key) = 0;

    // Only answers that are Complete are put.
    virtual void put(const QByteArray &key, const ModelAnswer &answer) = 0;
};

} // namespace Gemmary
