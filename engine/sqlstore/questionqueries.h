// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "sqlstore/rows.h"

namespace Gemmary {

// What clients ask: snapshots, lists, documents, summaries, dead letters. Contracts are ProcessStore's.
class QuestionQueries
{
public:
    explicit QuestionQueries(Session &session); // outlives it

    [[nodiscard]] Result<ProcessSnapshot> snapshot(const ProcessId &id);
    [[nodiscard]] Result<std::vector<ProcessSnapshot>> list(const ProcessFilter &filter);
    [[nodiscard]] Result<std::vector<DocumentRow>> documents(const ProcessId &id,
                                                             const DocumentFilter &filter);
    [[nodiscard]] Result<std::vector<DocumentSummary>> summaries(const ProcessId &id, qint64 after,
                                                                 int limit);
    [[nodiscard]] Result<std::vector<DeadLetter>> deadLetters(const ProcessId &id);

private:
    Session &m_session;
};

} // namespace Gemmary
