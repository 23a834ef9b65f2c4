// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "sqlstore/rows.h"

#include <memory>

namespace Gemmary {

// What jobs read and leave behind: documents of a leaf, details and word tables of nodes. Contracts are
// ProcessStore's.
class ResultQueries
{
public:
    explicit ResultQueries(Session &session); // outlives it, and every ChunkSource it gives

    [[nodiscard]] Result<std::vector<DocumentTask>> documentsOf(const JobKey &leaf);
    [[nodiscard]] Result<std::vector<QJsonObject>> details(const JobKey &first, qint64 count);
    [[nodiscard]] Result<void> putChunk(const JobClaim &claim, int number, const QByteArray &chunk);
    [[nodiscard]] Result<std::unique_ptr<ChunkSource>> chunks(const JobKey &node);

private:
    Session &m_session;
};

} // namespace Gemmary
