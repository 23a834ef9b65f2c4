// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/quotabook.h"

#include <QString>

#include <functional>

namespace Gemmary {

// Keeps the one QuotaBook that all who share a provider and key have, across programs, machines and
// restarts. Thread-safe.
class QuotaLedger
{
public:
    // Changes the book, knowing the ledger's time in ms since 1970, which is not later than the call; false:
    // there is nothing to keep. It runs again on a newer book when another got in between.
    using Change = std::function<bool(QuotaBook &book, qint64 nowMs)>;

    virtual ~QuotaLedger() = default;

    // Runs `change` on the newest book, so that no other change comes between reading and keeping it. When
    // it fails, the change may have been kept all the same. `account` tells provider and key apart and shows
    // nothing of the key.
    [[nodiscard]] virtual Result<void> change(const QString &account, const Change &change) = 0;
};

} // namespace Gemmary
