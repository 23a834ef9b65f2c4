// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "store/transaction.h"

namespace Gemmary {

class Database;

// What finished jobs leave behind, a transaction each.
[[nodiscard]] Result<void> putChunk(Transaction &tx, const JobClaim &claim, int number,
                                    const QByteArray &chunk);
[[nodiscard]] Result<ClaimOutcome> completeJob(Transaction &tx, const JobClaim &claim,
                                               const JobResult &result);
[[nodiscard]] Result<std::vector<QJsonObject>> detailsOf(Transaction &tx, const JobKey &first, qint64 count);

// Reads a finished node's chunks one by one; the database outlives the source.
[[nodiscard]] Result<std::unique_ptr<ChunkSource>> openChunks(const Database &database, const JobKey &node);

} // namespace Gemmary
